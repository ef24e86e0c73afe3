/**
 * What is handed out of a dossier, in plain Japanese: an official reads it without knowing the
 * tables. A mail that tells of others is listed without its words, with the reason.
 */
import { longDateTime } from '../../domain/japanese-date.ts';
import { wishFromRecord } from '../../domain/wish-record.ts';
import { ATTENTION_WORDS } from '../../domain/words/attention-words.ts';
import {
  ACTOR_WORDS,
  CHANNEL_WORDS,
  STATE_WORDS,
  VOID_REASON_WORDS,
} from '../../domain/words/booking-words.ts';
import { articleInWords, EVENT_WORDS } from '../../domain/words/event-words.ts';
import { MAIL_WORDS } from '../../domain/words/mail-words.ts';
import { wishInWords } from '../../domain/words/wish-words.ts';
import type { Dossier } from '../../store/disclosures.ts';

/** A mail with what may be handed out of it; `withheld`: why its words may not. */
export type Shown<Row, Words> = { row: Row } & ({ words: Words } | { withheld: string });
export type InboxWords = { from: string; subject: string; text: string } | null;
export type ShownInbox = Shown<Dossier['inbox'][number], InboxWords>;
export type ShownOutbox = Shown<Dossier['outbox'][number], true>;

/** All that is handed out beside the mails, and the mails. */
export interface Findings {
  dossier: Dossier;
  inbox: ShownInbox[];
  outbox: ShownOutbox[];
  /** Numbers of events whose circumstance tells of others. */
  withheldDetails: ReadonlySet<number>;
}

/** How much is handed out, in one line. */
export function countsOf({ dossier, inbox, outbox }: Findings): string {
  const { bookings, events } = dossier;
  return `予約${bookings.length}件、経過${events.length}件、受信${inbox.length}通、送信${outbox.length}通`;
}

/** The findings under Japanese names, in the order in which things happened. */
export function recordOf({ dossier, inbox, outbox, withheldDetails }: Findings) {
  const referenceOf = new Map(dossier.bookings.map(({ id, reference }) => [id, reference]));
  const nameOf = (id: number | null) => (id === null ? null : (referenceOf.get(id) ?? null));
  return {
    名簿: dossier.seeker && {
      求職番号: dossier.seeker.seeker_number,
      氏名: dossier.seeker.name,
      マイページのアドレス: dossier.seeker.address,
      電話番号: dossier.seeker.phone,
      利用をお断りした理由: dossier.seeker.refused_reason,
      名簿に入れた日時: local(dossier.seeker.registered_at),
    },
    予約: dossier.bookings.map(bookingRecord),
    経過: dossier.events.map((event) => ({
      予約番号: nameOf(event.booking_id),
      日時: local(event.at),
      記録した日時: local(event.recorded_at),
      できごと: EVENT_WORDS[event.type as keyof typeof EVENT_WORDS] ?? event.type,
      根拠の条: event.article && articleInWords(event.article),
      だれの行いか: ACTOR_WORDS[event.actor],
      前の状態: event.from_state && STATE_WORDS[event.from_state],
      後の状態: STATE_WORDS[event.to_state],
      理由など: withheldDetails.has(event.id) ? OTHERS : event.detail,
    })),
    届いたメール: inbox.map((shown) => ({
      予約番号: nameOf(shown.row.booking_id),
      届いた日時: local(shown.row.internal_date),
      ...('withheld' in shown ? { 載せていないわけ: shown.withheld } : inboxRecord(shown)),
    })),
    送ったメール: outbox.map((shown) => ({
      予約番号: nameOf(shown.row.booking_id),
      書いた日時: local(shown.row.date),
      種類: MAIL_WORDS[shown.row.kind],
      ...('withheld' in shown ? { 載せていないわけ: shown.withheld } : outboxRecord(shown.row)),
    })),
    担当者への知らせ: dossier.attention.map((matter) => ({
      予約番号: nameOf(matter.booking_id),
      出た日時: local(matter.raised_at),
      わけ: ATTENTION_WORDS[matter.reason].what,
      片づいた日時: local(matter.settled_at),
    })),
    予約サイトの予約: dossier.siteBookings.map((row) => ({
      予約番号: nameOf(row.booking_id),
      予約サイト: row.site,
      予約サイトでの番号: row.reference,
    })),
    Zoomのミーティング: dossier.meetings.map((row) => ({
      予約番号: nameOf(row.booking_id),
      始まる日時: local(row.start_at),
      ミーティングID: row.zoom_id,
      参加用のリンク: row.url,
    })),
    これまでの開示: dossier.disclosures.map((row) => ({
      日時: local(row.at),
      根拠の法令: row.law,
      相手: row.recipient,
      決めた人: row.ordered_by,
      開示したもの: row.what,
    })),
  };
}

/** Why the words of a mail, or a circumstance, are not handed out. */
export const OTHERS = 'ほかの方のことも書いてあるため';

function bookingRecord(row: Dossier['bookings'][number]) {
  return {
    予約番号: row.reference,
    状態: STATE_WORDS[row.state],
    無効の理由: row.void_reason && VOID_REASON_WORDS[row.void_reason],
    申込みの方法: CHANNEL_WORDS[row.channel],
    氏名: row.name,
    求職番号: row.seeker_number,
    電話番号: row.phone,
    相談内容: row.topic,
    希望日時: wishInWords(wishFromRecord(row.wish)),
    通訳の同席: row.interpreter === 1,
    介助者などの同席: row.attendant === 1,
    マイページのアドレス: row.registered_address,
    申込みのメールの差出人: row.requester_address,
    名簿との照合: row.unverified === 1 ? '未照合' : '照合済',
    相談の日時: local(row.slot_start_at),
    担当: row.lane,
    返信の期限: local(row.reply_by),
    申込みの日時: local(row.applied_at),
    同意の返信が届いた日時: local(row.consented_at),
    送った規約の版: row.terms_sha256,
    保存の期間を過ぎた内容を消した日時: local(row.purged_at),
  };
}

/** The bytes, too: what they say depends on no reading of ours. */
function inboxRecord({ row, words }: { row: Dossier['inbox'][number]; words: InboxWords }) {
  return {
    差出人: words?.from ?? null,
    件名: words?.subject ?? null,
    本文: words?.text ?? null,
    メールの識別子: row.message_id,
    原本のbase64: row.raw === null ? null : Buffer.from(row.raw).toString('base64'),
    保存の期間を過ぎた内容を消した日時: local(row.purged_at),
  };
}

function outboxRecord(row: Dossier['outbox'][number]) {
  return {
    宛先: row.to_address,
    件名: row.subject,
    本文: row.text,
    添付した予定: row.calendar_content,
    メールの識別子: row.message_id,
    送った日時: local(row.sent_at),
    送信サーバーの返答: row.response,
    保存の期間を過ぎた内容を消した日時: local(row.purged_at),
  };
}

function local(at: string | null): string | null {
  return at === null ? null : longDateTime(Temporal.Instant.from(at));
}
