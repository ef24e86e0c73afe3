/**
 * Whether the office is well: pure judgement of the figures that `status` and the alarm of a
 * monitoring system rest on. `bad` is what somebody has to be woken for; `note` waits for a look.
 */
import { longDateTime } from './japanese-date.ts';

export interface HealthFigures {
  running: boolean;
  /** How long somebody else's write lock was waited for in vain; null where the file was free. */
  lockedMs: number | null;
  lastPollEndedAt: Temporal.Instant | null;
  /** When the oldest mail that still waits to leave was written; held ones do not count. */
  oldestUnsentAt: Temporal.Instant | null;
  lastSentAt: Temporal.Instant | null;
  /** When the oldest mail that nobody has worked on arrived here. */
  oldestUnhandledAt: Temporal.Instant | null;
  held: number;
  undelivered: number;
  waiting: number;
}

export interface HealthLimits {
  pollMinutes: number;
  deliveryMinutes: number;
  handlingMinutes: number;
}

export interface Finding {
  /** For scripts. */
  name: string;
  level: 'good' | 'note' | 'bad';
  /** What is so, in Japanese; and what to do, empty where nothing is. */
  words: string;
  todo: string;
}

export function judgeHealth(
  figures: HealthFigures,
  limits: HealthLimits,
  now: Temporal.Instant,
): Finding[] {
  const olderThan = (at: Temporal.Instant | null, minutes: number): boolean =>
    at !== null && at.until(now).total('minutes') > minutes;
  const { lastPollEndedAt, oldestUnsentAt, lastSentAt, oldestUnhandledAt } = figures;
  const finding = (
    name: string,
    trouble: Finding['level'] | false,
    { words, todo }: { words: string; todo: string },
  ): Finding => ({ name, level: trouble || 'good', words, todo: trouble ? todo : '' });
  return [
    finding('running', figures.running ? false : 'bad', {
      words: figures.running ? 'ボットは動いています。' : 'ボットは動いていません。',
      todo: 'uketsuke run で動かしてください。止まった理由はログにあります。',
    }),
    finding(
      'poll',
      (lastPollEndedAt === null || olderThan(lastPollEndedAt, limits.pollMinutes)) && 'bad',
      {
        words: lastPollEndedAt
          ? `受信箱を最後に見たのは、${longDateTime(lastPollEndedAt)}です。`
          : '受信箱をまだ一度も見ていません。',
        todo: 'ログの mailbox_trouble を見て、IMAPサーバーの名前、暗証、回線を確かめてください。',
      },
    ),
    finding('handling', olderThan(oldestUnhandledAt, limits.handlingMinutes) && 'bad', {
      words: oldestUnhandledAt
        ? `処理を待つ受信メールがあります（いちばん古いのは${longDateTime(oldestUnhandledAt)}）。`
        : '処理を待つ受信メールはありません。',
      todo: 'ボットを起動し直してください。続くときは、ログを開発元に見せてください。',
    }),
    finding('delivery', olderThan(oldestUnsentAt, limits.deliveryMinutes) && 'bad', {
      words: `${
        oldestUnsentAt
          ? `送信を待つメールがあります（いちばん古いのは${longDateTime(oldestUnsentAt)}）。`
          : '送信を待つメールはありません。'
      }${lastSentAt ? `最後に送ったのは、${longDateTime(lastSentAt)}です。` : ''}`,
      todo: 'ログの mail_tried を見て、SMTPサーバーの名前、暗証、回線を確かめてください。',
    }),
    finding('database', figures.lockedMs !== null && 'bad', {
      words:
        figures.lockedMs === null
          ? 'データベースに書き込めます。'
          : 'データベースをほかの画面が編集したままにしています。ボットは待っています。',
      todo: 'データベースを開いている画面で、変更を保存するか取り消して、閉じてください。',
    }),
    finding('held', figures.held > 0 && 'note', {
      words: `送信の許可を待つメールは${figures.held}通です。`,
      todo: 'uketsuke release --list で見て、uketsuke release で送ってください。',
    }),
    finding('undelivered', figures.undelivered > 0 && 'note', {
      words: `届けられなかったメールで、まだ片づいていないものは${figures.undelivered}件です。`,
      todo: 'データベースの 10_要確認 を見て、ご本人に電話で伝えてください。',
    }),
    finding('waiting', figures.waiting > 0 && 'note', {
      words: `担当者の判断を待つことは${figures.waiting}件です。`,
      todo: 'データベースの 10_要確認 を見てください。',
    }),
  ];
}
