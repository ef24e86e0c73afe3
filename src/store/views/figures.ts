/**
 * Counts: the months (nothing in it that identifies a person or a device, Article 7(2)), and how
 * the program itself is doing.
 */
import { agoOf, minutesSince, timeOf, type View } from './sql.ts';

const count = (state: string) => `sum((b.state = '${state}') * b.number)`;
const through = (channel: string) => `sum((b.channel = '${channel}') * b.number)`;

/**
 * Bookings that are kept, and the counts of those that were forgotten (Article 8). Only a mailed or
 * phoned request waits for a reply; in a session the consent may be older than the booking.
 */
const COUNTED = `(
  select substr(applied_at, 1, 7) as month, channel, state, 1 as number,
    case when channel in ('mail', 'phone')
      then (julianday(consented_at) - julianday(applied_at)) * 24 end as hours
  from booking
  union all
  select month, channel, replace(outcome, 'office_cancelled', 'cancelled'), bookings, null
  from statistic
)`;

/** Older than this, the last look into the mailbox is worth a question (the alarm is `status`). */
const QUIET_MINUTES = 10;

function row(order: number, name: string, { value, todo }: { value: string; todo: string }) {
  return `select ${order} as "順", '${name}' as "項目", ${value} as "今の様子", ${todo} as "次にすること"`;
}

/** A count with its unit, and what to do where it is not zero. */
function counted(order: number, name: string, { of, todo }: { of: string; todo: string }) {
  const number = `(select count(*) from ${of})`;
  return row(order, name, {
    value: `${number} || '件'`,
    todo: `case when ${number} > 0 then '${todo}' else '' end`,
  });
}

const lastPoll = '(select ended_at from poll order by id desc limit 1)';
const lastSent = "(select sent_at from outbox where state = 'sent' order by id desc limit 1)";

const STATUS_ROWS = [
  row(1, '受信箱を最後に見た日時', {
    value: `coalesce(${timeOf(lastPoll)} || '　' || ${agoOf(minutesSince(lastPoll))}, 'まだ見ていません')`,
    todo: `case when coalesce(${minutesSince(lastPoll)}, ${QUIET_MINUTES}) >= ${QUIET_MINUTES}
    then 'ボットが止まっているかもしれません。管理者に知らせてください。' else '' end`,
  }),
  row(2, 'メールを最後に送った日時', {
    value: `coalesce(${timeOf(lastSent)} || '　' || ${agoOf(minutesSince(lastSent))}, 'まだ送っていません')`,
    todo: "''",
  }),
  counted(3, '送信を待つメール', { of: "outbox where state in ('queued', 'sending')", todo: '' }),
  counted(4, '送信の許可を待つメール', {
    of: "outbox where state = 'held'",
    todo: '管理者に uketsuke release を実行してもらってください。',
  }),
  counted(5, '送れなかったメール', {
    of: "attention where settled_at is null and reason in ('delivery_failed', 'terms_mail_bounced')",
    todo: '10_要確認 を見てください。',
  }),
  counted(6, '担当者の判断を待つこと', {
    of: 'attention where settled_at is null',
    todo: '10_要確認 を見てください。',
  }),
  counted(7, '処理を待つ受信メール', { of: "inbox where state = 'received'", todo: '' }),
  row(8, 'ほかの画面の編集で書き込みを待った', {
    value: `coalesce((select ${timeOf('ended_at')} || '　' || ((waited_ms + 999) / 1000) || '秒'
    from lock_wait order by id desc limit 1), 'ありません')`,
    todo: `case when (select julianday('now') - julianday(ended_at) from lock_wait
      order by id desc limit 1) < 1
    then '見るときは「閲覧用」のファイルを開いてください。編集の途中で画面を置かないでください。' else '' end`,
  }),
  row(9, '運用を始めた日時', {
    value: `(select ${timeOf('min(first_run_at)')} from mailbox)`,
    todo: "''",
  }),
  row(10, 'データベースの版', { value: '(select max(name) from migration)', todo: "''" }),
];

export const FIGURE_VIEWS: readonly View[] = [
  {
    name: '90_統計_月別',
    about: '申込みの月ごとの数。個人や端末が分かるものは入っていません（第7条(2)）。',
    select: `select
  b.month as "申込みの月",
  sum(b.number) as "申込み",
  ${through('mail')} as "メール",
  ${through('phone')} as "電話",
  ${through('site')} as "予約サイト",
  ${through('session')} as "相談の場",
  ${count('confirmed')} as "確定（相談はこれから）",
  ${count('attended')} as "実施",
  ${count('no_show')} as "無断キャンセル",
  ${count('cancelled')} as "キャンセル",
  ${count('void')} as "無効",
  ${count('requested')} + ${count('awaiting_reply')} as "手続き中",
  round(avg(b.hours), 1)
    as "申込みから確定まで（平均、時間）"
from ${COUNTED} b
group by 1
order by 1 desc`,
  },
  {
    name: '99_動作状況',
    about: 'ボットが動いているか、止まっているものがないか。',
    select: `select "項目", "今の様子", "次にすること" from (
  ${STATUS_ROWS.join('\n  union all ')}
) order by "順"`,
  },
];
