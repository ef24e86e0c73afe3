/**
 * 済: strikes off the staff's list what was only to be read or done, and says what stays because a
 * word has to decide it. It moves no booking.
 */
import { isDecisionDue } from '../../domain/attention.ts';
import type { Booking } from '../../domain/booking.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import { ATTENTION_WORDS } from '../../domain/words/attention-words.ts';
import {
  type ListedMatter,
  listedMatters,
  type MatterFilter,
  settleListed,
} from '../../store/settling.ts';
import type { Writer } from '../../store/store.ts';
import { answered, notDone, type SpokenWord, type WordResult } from './spoken-word.ts';

/** What was struck off, and what waits for a word that decides. */
export interface Settled {
  settled: ListedMatter[];
  due: ListedMatter[];
}

/** Settles those of the meant matters that need no decision and that `only` lets through. */
export async function settleMatters(
  tx: Writer,
  filter: MatterFilter,
  { now, only = () => true }: { now: Temporal.Instant; only?: (matter: ListedMatter) => boolean },
): Promise<Settled> {
  const matters = (await listedMatters(tx, filter)).filter(only);
  const due = matters.filter(isDecisionDue);
  const settled = matters.filter((matter) => !due.includes(matter));
  await settleListed(tx, settled, now);
  return { settled, due };
}

/** 済 about one booking, by mail or from the desk. */
export async function settleByWord(tx: Writer, spoken: SpokenWord): Promise<WordResult> {
  const { booking, cause } = spoken;
  const filter: MatterFilter = { by: 'booking', bookingId: booking.id };
  const result = await settleMatters(tx, filter, { now: cause.now });
  const { settled, due } = result;
  if (settled.length + due.length === 0) return notDone(booking, NOTHING_OPEN);
  const said = [
    ...settledInWords(result, cause.mail === null ? 'desk' : 'mail'),
    ...(settled.length > 0 && due.length === 0 ? stillAwaited(booking) : []),
  ].join('\n');
  return due.length === 0 ? answered(booking, said) : notDone(booking, said);
}

/** What was struck off, and of what stays which word decides it; a sentence or more a matter. */
export function settledInWords({ settled, due }: Settled, at: 'mail' | 'desk'): string[] {
  const each = settled.map(({ reason }) => `・${ATTENTION_WORDS[reason].what}`);
  const ways = [...new Set(due.map(({ reason }) => reason))].flatMap((reason) => {
    const { what, todo } = ATTENTION_WORDS[reason];
    return [what, at === 'mail' ? todo : todo.replaceAll('このメール', 'ボットからのメール')];
  });
  return [
    ...(settled.length > 0 ? [`${settled.length}件を済みにしました。`, ...each] : []),
    ...(due.length > 0 ? [DECISION_DUE, ...ways] : []),
  ];
}

/** The matter is settled, the reply is not: the deadline takes its course again. */
function stillAwaited({ state, replyBy }: Booking): string[] {
  if (state !== 'awaiting_reply' || replyBy === null) return [];
  return [
    'この予約は、ご本人の返信を待っています。',
    `${longDateTime(replyBy)}までに返信がないと、無効になります。`,
    '参加すると分かったときは、「確定」と理由を返信してください。',
  ];
}

export const NOTHING_OPEN =
  '済みにするものはありません。\nもう済んでいるか、ほかのことばで決まっています。\n来られたときは「来談」のように、そのことばを返信してください。';
const DECISION_DUE = '判断が要るものは、済みにしていません。次のように決めてください。';
