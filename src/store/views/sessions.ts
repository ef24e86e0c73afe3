/**
 * The bookings by where they stand: today's and tomorrow's sessions, confirmed ones, void ones,
 * absences, bookings made in a session. No 相談内容 is in them (Article 8).
 */
import { CHANNEL_WORDS, STATE_WORDS, VOID_REASON_WORDS } from '../../domain/words/booking-words.ts';
import { dayOf, inWords, midnight, NOTES, NOW, timeOf, type View } from './sql.ts';

const WHO = `b.reference as "予約番号",
  b.name as "氏名",
  b.seeker_number as "求職番号",
  b.phone as "電話番号"`;

const NEXT = `case
    when b.state = 'confirmed' and b.slot_start_at <= ${NOW}
      then '件名に予約番号を書いたメールで「来談」か「不在」と送ってください。'
    when b.state = 'confirmed' then 'このままお待ちください。'
    when b.state = 'awaiting_reply' then '返信を待っています（20_返信待ち）。'
    when b.state = 'requested' then '担当者の判断が要ります（10_要確認）。'
    else '' end`;

/** The copy for looking leaves it out, and says so where there would be one. */
const PASSCODE = `case when b.zoom_meeting_id is not null and b.zoom_passcode is null
    then '（写しにはありません）' else b.zoom_passcode end`;

/** As the index `booking_slot_once` has it, so that it serves here. */
const HOLDS_ITS_SLOT = "b.slot_start_at is not null and b.state not in ('void', 'cancelled')";

function day(name: string, about: string, from: 0 | 1): View {
  return {
    name,
    about,
    select: `select
  substr(b.slot_start_at, 12, 5) as "時刻",
  b.lane as "担当",
  ${WHO},
  ${inWords('b.state', STATE_WORDS)} as "状態",
  b.zoom_meeting_id as "ZoomのミーティングID",
  ${PASSCODE} as "パスコード",
  ${NOTES} as "備考",
  ${NEXT} as "次にすること",
  ${dayOf('b.slot_start_at')} as "日付"
from booking b
where ${HOLDS_ITS_SLOT}
  and b.slot_start_at >= ${midnight(from)} and b.slot_start_at < ${midnight(from === 0 ? 1 : 2)}
order by b.slot_start_at, b.lane`,
  };
}

export const SESSION_VIEWS: readonly View[] = [
  day('30_今日', '今日の相談（日本の日付）。出欠の入力が要るものも分かります。', 0),
  day('31_明日', '明日の相談（日本の日付）。', 1),
  {
    name: '40_確定',
    about: '確定している予約。これからのものと、出欠がまだ入力されていないもの。',
    select: `select
  ${timeOf('b.slot_start_at')} as "相談の日時",
  b.lane as "担当",
  ${WHO},
  ${inWords('b.channel', CHANNEL_WORDS)} as "申込みの方法",
  ${timeOf('b.applied_at')} as "申込みの日時",
  ${timeOf('b.consented_at')} as "同意の日時",
  (select t.label from terms t where t.sha256 = b.terms_sha256) as "同意した規約の版",
  ${NOTES} as "備考",
  ${NEXT} as "次にすること"
from booking b
where b.state = 'confirmed'
order by b.slot_start_at`,
  },
  {
    name: '50_無効',
    about: '返信などがなく無効になった予約（第6条(4)）。無断キャンセルには数えません。',
    select: `select
  ${timeOf(`(select max(e.at) from event e
    where e.booking_id = b.id and e.to_state = 'void' and e.from_state <> 'void')`)} as "無効の日時",
  ${WHO},
  ${timeOf('b.slot_start_at')} as "相談の予定だった日時",
  ${inWords('b.void_reason', VOID_REASON_WORDS)} as "理由",
  case when exists (select 1 from attention a where a.booking_id = b.id and a.settled_at is null)
    then '担当者の判断が要ります（10_要確認）。'
    else '何もいりません。受けるときは、件名に予約番号を書いたメールで「確定」と理由を送ってください。'
    end as "次にすること"
from booking b
where b.state = 'void'
order by b.id desc`,
  },
  {
    name: '60_無断キャンセル',
    about:
      '連絡がないまま来られなかった予約（第6条(6)）と、その方の回数。お断りは自動ではしません。',
    select: `select
  ${timeOf('b.slot_start_at')} as "相談の日時",
  ${WHO},
  (select count(*) from booking n
    where n.seeker_number = b.seeker_number and n.state = 'no_show') as "この方の回数",
  (select s.refused_reason from seeker s
    where s.seeker_number = b.seeker_number) as "お断りの理由"
from booking b
where b.state = 'no_show'
order by b.slot_start_at desc`,
  },
  {
    name: '70_次回予約',
    about: '相談の場で決まった2回目以降の予約（第6条(5)）。返信がなくても無効になりません。',
    select: `select
  ${timeOf('b.slot_start_at')} as "相談の日時",
  b.lane as "担当",
  ${WHO},
  ${inWords('b.state', STATE_WORDS)} as "状態",
  (select ${timeOf('max(o.sent_at)')} from outbox o
    where o.booking_id = b.id and o.kind like 'seeker.%') as "お知らせを送った日時",
  ${NOTES} as "備考"
from booking b
where b.channel = 'session'
order by b.slot_start_at desc`,
  },
];
