/**
 * 済: strikes off the staff's list what was only to be read or done, and says what stays because a
 * word has to decide it. It moves no booking.
 */
import { isDecisionDue } from '../../domain/attention.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import type { LifecycleEvent } from '../../domain/lifecycle.ts';
import { todoOf } from '../../domain/words/attention-todo.ts';
import { ATTENTION_WORDS } from '../../domain/words/attention-words.ts';
import { addEvent } from '../../store/events.ts';
import {
  type ListedMatter,
  listedMatters,
  type MatterFilter,
  settleListed,
} from '../../store/settling.ts';
import type { Writer } from '../../store/store.ts';
import { type Cause, signed } from '../cause.ts';
import { furtherWord } from './further-word.ts';
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
  { cause, only = () => true }: { cause: Cause; only?: (matter: ListedMatter) => boolean },
): Promise<Settled> {
  const matters = (await listedMatters(tx, filter)).filter(only);
  const due = matters.filter(isDecisionDue);
  const settled = matters.filter((matter) => !due.includes(matter));
  await settleListed(tx, settled, cause.now);
  for (const ofOne of Object.values(Object.groupBy(settled, ({ bookingId }) => `${bookingId}`))) {
    await tellInStory(tx, ofOne ?? [], cause);
  }
  return { settled, due };
}

/** The booking's story keeps what was settled about it, by whom and when. */
async function tellInStory(
  tx: Writer,
  matters: readonly ListedMatter[],
  cause: Cause,
): Promise<void> {
  const [first] = matters;
  if (!first || first.bookingId === null || first.state === null) return;
  await addEvent(tx, {
    bookingId: first.bookingId,
    at: cause.mail?.arrivedAt ?? cause.now,
    recordedAt: cause.now,
    type: 'settled' satisfies LifecycleEvent,
    from: first.state,
    to: first.state,
    article: null,
    actor: cause.actor,
    inboxId: cause.mail?.inboxId ?? null,
    detail: signed(cause, matters.map(({ reason }) => ATTENTION_WORDS[reason].what).join('')),
  });
}

/** 済 about one booking, by mail or from the desk. */
export async function settleByWord(tx: Writer, spoken: SpokenWord): Promise<WordResult> {
  const { booking, cause } = spoken;
  const at = cause.mail === null ? 'desk' : 'mail';
  const filter: MatterFilter = { by: 'booking', bookingId: booking.id };
  const result = await settleMatters(tx, filter, { cause });
  const { settled, due } = result;
  if (settled.length + due.length === 0) return notDone(booking, nothingOpen(at));
  const said = [
    ...settledInWords(result, at),
    ...(settled.length > 0 && due.length === 0 ? stillAwaited(spoken) : []),
  ].join('\n');
  return due.length === 0 ? answered(booking, said) : notDone(booking, said);
}

/** What was struck off, and of what stays which word decides it; a sentence or more a matter. */
export function settledInWords({ settled, due }: Settled, at: 'mail' | 'desk'): string[] {
  const each = settled.map(({ reason }) => `・${ATTENTION_WORDS[reason].what}`);
  const ways = [...new Map(due.map((matter) => [matter.reason, matter])).values()].flatMap(
    ({ reason, state }) => {
      const todo = todoOf(reason, state);
      const there = at === 'mail' ? todo : todo.replaceAll('このメール', 'ボットからのメール');
      return [ATTENTION_WORDS[reason].what, there];
    },
  );
  return [
    ...(settled.length > 0 ? [`${settled.length}件を済みにしました。`, ...each] : []),
    ...(due.length > 0 ? [DECISION_DUE, ...ways] : []),
    ...(due.length > 0 && at === 'desk' ? [DECIDED_BY_COMMAND] : []),
  ];
}

/** The answer where nothing was left to be settled. */
export function nothingOpen(at: 'mail' | 'desk'): string {
  return at === 'mail' ? `${NOTHING_OPEN}\n${ANOTHER_WORD}` : NOTHING_OPEN;
}

/** The matter is settled, the reply is not: the deadline takes its course again. */
function stillAwaited(spoken: SpokenWord): string[] {
  const { state, replyBy } = spoken.booking;
  if (state !== 'awaiting_reply' || replyBy === null) return [];
  return [
    'この予約は、ご本人の返信を待っています。',
    `${longDateTime(replyBy)}までに返信がないと、無効になります。`,
    `参加すると分かったときは、${furtherWord('confirm', spoken)}`,
  ];
}

const NOTHING_OPEN =
  '済みにするものはありません。\nもう済んでいるか、ほかのことばで決まっています。';
const ANOTHER_WORD = '来られたときは「来談」のように、そのことばを返信してください。';
const DECIDED_BY_COMMAND =
  'コマンドで決めるときは、uketsuke confirm、change、cancel、register、send-terms を使います。';
const DECISION_DUE = '判断が要るものは、済みにしていません。次のように決めてください。';
