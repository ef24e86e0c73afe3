/**
 * `uketsuke settle`: what waits for a person, one a line with its number, and the way to strike
 * it off by number or by booking. What a word has to decide stays, and the answer says which word.
 */
import { type Clock, systemClock } from '../../clock.ts';
import { isDecisionDue } from '../../domain/attention.ts';
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { shortDateTime } from '../../domain/japanese-date.ts';
import { ATTENTION_WORDS } from '../../domain/words/attention-words.ts';
import { settledInWords, settleMatters } from '../../flow/words/settle-matters.ts';
import { type ListedMatter, listedMatters } from '../../store/settling.ts';
import { toStored } from '../../store/stored-time.ts';
import { Misuse } from '../definition.ts';
import { padded } from '../line/width.ts';
import { withDatabase } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';
import { speak, whoIsHere } from './speak.ts';

export interface SettleOptions {
  configPath: string;
  /** Numbers as typed. */
  ids: readonly string[];
  booking?: string | undefined;
  /** Only show what is open. */
  list: boolean;
  json: boolean;
}

/**
 * Resolves to the exit code: 0 done, 1 where anything stays. Throws `Misuse` and what
 * `withDatabase` throws.
 */
export async function settle(
  options: SettleOptions,
  outlet: Outlet,
  clock: Clock = systemClock,
): Promise<number> {
  const { configPath, ids, booking, list, json } = options;
  const ways = [ids.length > 0, booking !== undefined, list].filter(Boolean).length;
  if (ways !== 1 || (json && !list)) throw new Misuse(ONE_WAY);
  if (list) return showOpen(configPath, json, outlet);
  return booking === undefined
    ? settleByNumber(configPath, ids, { outlet, clock })
    : speak({ configPath, reference: booking, words: [{ kind: 'settle' }] }, outlet, clock);
}

const ONE_WAY = {
  ja: '番号か --booking か --list の、どれか1つを書いてください。--json は --list とだけ使えます。',
  en: 'give numbers, --booking or --list, one of them; --json goes with --list only.',
};

async function showOpen(configPath: string, json: boolean, { out, complain }: Outlet) {
  const matters = await withDatabase(configPath, { out, complain }, ({ read }) =>
    listedMatters(read, { by: 'all' }),
  );
  if (json) out(JSON.stringify(matters.map(recordOf), null, 2));
  else if (matters.length === 0) out('済んでいないものはありません。');
  else for (const matter of matters) out(lineOf(matter));
  return 0;
}

function lineOf(matter: ListedMatter): string {
  const { id, raisedAt, reference, reason } = matter;
  return [
    String(id).padStart(5),
    padded(shortDateTime(raisedAt.toZonedDateTimeISO(OFFICE_TIME_ZONE)), 22),
    padded(reference ?? '', 9),
    `${ATTENTION_WORDS[reason].what}${isDecisionDue(matter) ? '（判断が要ります）' : ''}`,
  ].join('  ');
}

function recordOf(matter: ListedMatter) {
  const { id, reason, raisedAt, reference } = matter;
  return {
    id,
    reason,
    raisedAt: toStored(raisedAt),
    reference,
    decisionDue: isDecisionDue(matter),
  };
}

async function settleByNumber(
  configPath: string,
  typed: readonly string[],
  { outlet, clock }: { outlet: Outlet; clock: Clock },
): Promise<number> {
  const wrong = typed.find((word) => !/^[1-9]\d{0,14}$/.test(word));
  if (wrong !== undefined) throw new Misuse(noNumber(wrong));
  const ids = [...new Set(typed.map(Number))];
  const result = await withDatabase(configPath, outlet, ({ transact }) =>
    transact((tx) => {
      const cause = { actor: 'counselor', now: clock.now(), mail: null, by: whoIsHere() } as const;
      return settleMatters(tx, { by: 'number', ids }, { cause });
    }),
  );
  const found = new Set([...result.settled, ...result.due].map(({ id }) => id));
  const unknown = ids.filter((id) => !found.has(id));
  const tell = result.due.length === 0 ? outlet.out : outlet.complain;
  for (const line of settledInWords(result, 'desk').join('\n').split('\n')) {
    if (line !== '') tell(line);
  }
  for (const id of unknown) {
    outlet.complain(`${id}：済んでいないものに、この番号はありません。`);
  }
  return result.due.length + unknown.length === 0 ? 0 : 1;
}

function noNumber(word: string) {
  return {
    ja: `${word}：番号ではありません。番号は settle --list で分かります。`,
    en: `${word} is no number; settle --list shows the numbers.`,
  };
}
