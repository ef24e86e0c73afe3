/**
 * A counselor's words that come from the command line instead of a mail: the same words, the same
 * decision, the same transaction. Whoever was at the keyboard is kept in the story; the mails that
 * follow are delivered by the bot.
 */
import { readReferenceCode } from '../../message/thread-keys.ts';
import type { CounselorWord } from '../../reading/types.ts';
import { bookingByReference } from '../../store/bookings.ts';
import type { Office } from '../office.ts';
import { applyWord } from './counselor-words.ts';
import type { WordResult } from './spoken-word.ts';

export interface DeskWord {
  /** As typed: width, case and hyphen do not matter. */
  reference: string;
  /** More than one where they belong together, as 登録確認 and its address. */
  words: readonly [CounselorWord, ...CounselorWord[]];
  /** Who gave it, in the words that the story keeps. */
  by: string;
}

/** What came of each word; null where there is no such booking. */
export async function speakAtDesk(office: Office, spoken: DeskWord): Promise<WordResult[] | null> {
  const { words, by } = spoken;
  const reference = knownForm(spoken.reference);
  if (reference === null) return null;
  return office.store.transact(async (tx) => {
    const found = await bookingByReference(tx, reference);
    if (found === null) return null;
    const now = office.clock.now();
    const cause = { actor: 'counselor', now, mail: null, by } as const;
    const results: WordResult[] = [];
    for (const word of words) {
      const booking = results.at(-1)?.booking ?? found;
      results.push(await applyWord(tx, office, { booking, word, words, cause, at: now }));
    }
    return results;
  });
}

/** "k7qm2wxa" as the booking has it: "K7QM-2WXA"; null where it is no reference. */
export function knownForm(typed: string): string | null {
  return readReferenceCode(`予約番号 ${typed}`);
}
