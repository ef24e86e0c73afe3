/**
 * A counselor's correction of a booking that has its slot: an item is put right, a date acts as
 * 変更. Only what is written under its label counts, since a counselor also writes of other numbers
 * and times. What would change whose booking it is, or where its mail goes, is not corrected here.
 */
import { isDeepStrictEqual } from 'node:util';
import { alsoAnnounced } from '../../domain/announcements.ts';
import type { Announcements, Booking, Items } from '../../domain/booking.ts';
import { decide } from '../../domain/decide.ts';
import { exactStarts, type Wish } from '../../domain/wish.ts';
import type { ReplyText } from '../../message/reply-text.ts';
import type { Found, RequestReading } from '../../reading/types.ts';
import { updateDetails } from '../../store/bookings.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import { type Arrival, causeOf } from '../arrival/arrival.ts';
import { isSurelyRead, type ReadText, readSupplement } from '../arrival/understand.ts';
import { type Cause, signed } from '../cause.ts';
import type { Handled } from '../handled.ts';
import type { Office } from '../office.ts';
import { standingOf } from '../request/standing.ts';
import { reschedule } from '../words/reschedule.ts';
import { answered, notDone, type WordResult } from '../words/spoken-word.ts';
import { answerCounselor } from './answer-counselor.ts';

/** What a counselor puts right about a booking. */
interface Correction {
  items: Items;
  announcements: Announcements;
  /** The date that is to be; null where none is written, or the booked one. */
  wish: Wish | null;
}

/** Carries out what is corrected and answers it; null where the mail corrects nothing for sure. */
export async function handleCorrection(
  tx: Writer,
  office: Office,
  mail: { arrival: Arrival; booking: Booking; written: ReplyText },
): Promise<Handled | null> {
  const { arrival, booking, written } = mail;
  if (!isSurelyRead(arrival, written)) return null;
  const correction = correctionOf(booking, readSupplement(arrival, written, 'counselor'));
  if (correction === null) return null;
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  const at = arrival.row.internalDate;
  const results = [await correctItems(tx, office, { booking, correction, cause, at })];
  if (correction.wish !== null) {
    const word = { kind: 'change' as const, wish: correction.wish };
    const now = results[0]?.booking ?? booking;
    const spoken = { booking: now, word, words: [word], cause, at };
    results.push(await reschedule(tx, office, { spoken, wish: correction.wish }));
  }
  const done = results.every((result) => result.done);
  await answerCounselor(tx, office, {
    arrival,
    booking: results.at(-1)?.booking ?? booking,
    kind: 'staff.notice.done',
    what: done ? '予約の記録を直しました。' : '直せないところがありました。',
    todo: results.flatMap(({ said }) => said ?? []).join('\n'),
  });
  return {
    state: done ? 'handled' : 'for_staff',
    outcome: 'corrected by a counselor',
    bookingId: booking.id,
  };
}

function correctionOf(
  { items: known, announcements, slot }: Booking,
  { reading, text }: ReadText<RequestReading>,
): Correction | null {
  const { name, seekerNumber, phone, topic, wish } = reading.items;
  const labelled = (found: Found<string> | null, before: string | null) =>
    found?.evidence === 'label' ? found.value : before;
  const items = {
    name: labelled(name, known.name),
    seekerNumber: labelled(seekerNumber, known.seekerNumber),
    phone: labelled(phone, known.phone),
    topic: labelled(topic, known.topic),
  };
  const said = alsoAnnounced(announcements, {
    interpreter: reading.flags.includes('interpreter'),
    attendant: reading.flags.includes('attendant'),
  });
  const dated = wish !== null && namesTheDate(wish, text) ? wish.value : null;
  const isNew =
    dated !== null &&
    !exactStarts(dated).some(
      (start) => slot && Temporal.ZonedDateTime.compare(start, slot.start) === 0,
    );
  const correction = { items, announcements: said, wish: isNew ? dated : null };
  const isSame = isDeepStrictEqual([items, said], [known, announcements]) && !isNew;
  return isSame ? null : correction;
}

/** "日時は12/4 14:00です": the line says that it is the date of the booking, not of a telephone call. */
function namesTheDate({ evidence, span }: Found<Wish>, text: string): boolean {
  if (evidence === 'label') return true;
  if (span === null) return false;
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  return /^[\s・■●]*(?:正しい|希望|予約|相談)?の?(?:日時|日程)\s*[はが：:]/u.test(line);
}

const ITEM_SAID: readonly (readonly [keyof Items, string])[] = [
  ['name', '氏名'],
  ['seekerNumber', '求職番号'],
  ['phone', '電話番号'],
  ['topic', '相談内容'],
];

interface Correcting {
  booking: Booking;
  correction: Correction;
  cause: Cause;
  at: Temporal.Instant;
}

async function correctItems(
  tx: Writer,
  office: Office,
  { booking, correction: { items, announcements }, cause, at }: Correcting,
): Promise<WordResult> {
  const changed = ITEM_SAID.filter(([item]) => items[item] !== booking.items[item]);
  const who = changed.some(([item]) => item === 'name' || item === 'seekerNumber');
  if (who && !(await staysTheSame(tx, office, { ...booking, items }))) {
    return notDone(
      booking,
      '氏名か求職番号を直すと、名簿と合わないか、送り先が変わります。\n予約は直していません。\n「取消」と理由を返信し、正しいメモを新しいメールで送ってください。',
    );
  }
  await updateDetails(tx, booking.id, { items, announcements, wish: booking.wish });
  const said = changed.map(([, word]) => `${word}を直しました。`);
  if (!isDeepStrictEqual(announcements, booking.announcements)) {
    said.push('通訳や介助の方の同席を記録しました。');
  }
  if (said.length > 0) await tellInStory(tx, office, { booking, cause, at, said });
  return answered({ ...booking, items, announcements }, said.join('\n'));
}

/** Which items were put right, by whom; not what stood there before or stands there now. */
async function tellInStory(
  tx: Writer,
  office: Office,
  { booking, cause, at, said }: Omit<Correcting, 'correction'> & { said: string[] },
): Promise<void> {
  const move = decide(booking, { type: 'corrected', at });
  if (move.kind === 'refused') throw new Error(`a ${move.state} booking is not corrected`);
  const detail = signed(cause, said.join(''));
  await applyMove(tx, office, { booking, move, cause: { ...cause, detail } });
}

/** Whether the register still names the same address for the person. */
async function staysTheSame(tx: Writer, office: Office, booking: Booking): Promise<boolean> {
  const { registeredAddress: statedAddress } = booking;
  const standing = await standingOf(tx, office, { booking, statedAddress });
  return 'address' in standing && standing.address === booking.registeredAddress;
}
