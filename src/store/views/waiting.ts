/**
 * What waits for somebody: a person's decision, or an answer. 相談内容 stands only where a decision
 * about a request that is still open is due (Article 8).
 */
import { specialTodos } from '../../domain/words/attention-todo.ts';
import { ATTENTION_WORDS } from '../../domain/words/attention-words.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { inWords, NOTES, quoted, timeOf, type View } from './sql.ts';

const WHAT = wordsOfReasons(({ what }) => what);
/** The words are those of the mail that asked for the decision; here it is another mail. */
const NEXT_STEP = wordsOfReasons(({ todo }) => asNextStep(todo));
const SPECIAL_STEPS = specialTodos().map(
  ({ reason, state, todo }) =>
    `when a.reason = ${quoted(reason)} and b.state = ${quoted(state)} then ${quoted(asNextStep(todo))}`,
);

function asNextStep(todo: string): string {
  return todo.replaceAll('このメール', 'ボットからのメール').replaceAll('\n', '');
}

function wordsOfReasons(part: (words: { what: string; todo: string }) => string) {
  return Object.fromEntries(
    Object.entries(ATTENTION_WORDS).map(([reason, words]) => [reason, part(words)]),
  );
}

export const WAITING_VIEWS: readonly View[] = [
  {
    name: '10_要確認',
    about: '担当者の判断を待っていること。何があったか、次に何をするか。',
    select: `select
  ${timeOf('a.raised_at')} as "出た日時",
  b.reference as "予約番号",
  ${inWords('a.reason', WHAT)} as "何があったか",
  case
    ${SPECIAL_STEPS.join('\n    ')}
    else ${inWords('a.reason', NEXT_STEP)} end as "次にすること",
  b.name as "氏名",
  b.seeker_number as "求職番号",
  b.phone as "電話番号",
  ${inWords('b.state', STATE_WORDS)} as "予約の状態",
  ${timeOf('b.slot_start_at')} as "相談の日時",
  case when b.state in ('requested', 'awaiting_reply') then b.topic end as "相談内容",
  ${NOTES} as "備考",
  a.inbox_id as "受信の番号",
  a.id as "番号"
from attention a left join booking b on b.id = a.booking_id
where a.settled_at is null
order by a.id`,
  },
  {
    name: '20_返信待ち',
    about: 'ご本人の返信を待っている予約。期限までに返信がなければ無効になります（第6条(4)）。',
    select: `select
  ${timeOf('b.reply_by')} as "返信の期限",
  b.reference as "予約番号",
  b.name as "氏名",
  b.seeker_number as "求職番号",
  b.phone as "電話番号",
  ${timeOf('b.slot_start_at')} as "相談の日時",
  b.lane as "担当",
  case b.state when 'requested' then '申込みの足りない点への返信'
    else '規約と日時のメールへの返信' end as "何を待つか",
  (select ${timeOf('max(o.sent_at)')} from outbox o
    where o.booking_id = b.id and o.kind = 'seeker.action.terms') as "規約のメールを送った日時",
  case when exists (select 1 from attention a where a.booking_id = b.id and a.settled_at is null)
    then '担当者の判断が要ります。10_要確認 を見てください。'
    else '返信を待っています。急ぐときは、ご本人に電話をしてください。' end as "次にすること",
  ${NOTES} as "備考"
from booking b
where b.state in ('requested', 'awaiting_reply') and b.reply_by is not null
order by b.reply_by`,
  },
];
