/**
 * The desk commands that move a booking (`confirm`, `cancel`, `attended`, …): one counselor's word
 * each, carried out on the database beside a running bot, and answered in plain Japanese.
 * They send nothing: the bot delivers what is in the outbox.
 */
import { userInfo } from 'node:os';
import { type Clock, systemClock } from '../../clock.ts';
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { speakAtDesk } from '../../flow/words/desk-word.ts';
import type { WordResult } from '../../flow/words/spoken-word.ts';
import type { CounselorWord } from '../../reading/types.ts';
import { readWish } from '../../reading/wish.ts';
import { wireAddress } from '../../smtp/address.ts';
import { StaleBooking } from '../../store/bookings.ts';
import { Misuse } from '../definition.ts';
import type { Outlet } from '../outlet.ts';
import { withDeskOffice } from './office.ts';

export interface Spoken {
  configPath: string;
  reference: string;
  words: readonly [CounselorWord, ...CounselorWord[]];
}

/** Resolves to the exit code: 0 done, 1 not done. Throws `Misuse` and what `withDeskOffice` throws. */
export async function speak(
  { configPath, reference, words }: Spoken,
  outlet: Outlet,
  clock: Clock = systemClock,
): Promise<number> {
  if (words.some((word) => 'reason' in word && word.reason?.trim() === '')) {
    throw new Misuse(NO_REASON);
  }
  return withDeskOffice({ configPath, clock }, outlet, async (office) => {
    try {
      const results = await speakAtDesk(office, { reference, words, by: whoIsHere() });
      if (results === null) {
        outlet.complain(`${reference}：この予約番号の予約はありません。`);
        return 1;
      }
      for (const result of results) tell(result, outlet);
      return results.every(({ done }) => done) ? 0 : 1;
    } catch (error) {
      if (!(error instanceof StaleBooking)) throw error;
      outlet.complain(MOVED_MEANWHILE);
      return 1;
    }
  });
}

const MOVED_MEANWHILE =
  'ちょうど今、ボットがこの予約を動かしました。show で見てから、もう一度してください。';

function tell({ done, said }: WordResult, outlet: Outlet): void {
  for (const line of said?.split('\n') ?? []) {
    if (done) outlet.out(line);
    else outlet.complain(line);
  }
}

const NO_REASON = { ja: '--reason に理由を書いてください。', en: '--reason needs a reason.' };

/** 変更 and 次回 take a date as people write it: "12月3日 10:00", "2026-12-03T10:00". */
export function wishedAt(when: string, now: Temporal.Instant) {
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})$/.exec(when.trim());
  const words = iso ? `${iso[1]} ${iso[2]}` : when;
  return readWish(words, now.toZonedDateTimeISO(OFFICE_TIME_ZONE)).wish;
}

/** An address as typed. Throws `Misuse` where it is not the address of one mailbox. */
export function typedAddress(typed: string): string {
  const address = typed.trim();
  if (wireAddress(address) !== null) return address;
  throw new Misuse({
    ja: `--address の「${typed}」は、メールアドレスとして使えません。`,
    en: `--address ${typed} is not the address of one mailbox.`,
  });
}

/** "窓口のコマンド、yamada"; the operating system says who. */
export function whoIsHere(): string {
  try {
    return `窓口のコマンド、${userInfo().username}`;
  } catch {
    return '窓口のコマンド';
  }
}
