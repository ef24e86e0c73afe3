/**
 * What a counselor has to know about a seeker's reply besides its words: that the session is near
 * or over, which other booking its writer has. It judges and moves nothing.
 */
import type { Booking } from '../../domain/booking.ts';
import type { Move } from '../../domain/decide.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { openBookingsOfAddress } from '../../store/bookings.ts';
import type { Writer } from '../../store/store.ts';
import type { Arrival } from '../arrival/arrival.ts';

export const BEFORE_THE_TERMS = '規約と日時のメールを読む前に書かれたと思われるメールです。';
export const ABOUT_THE_TERMS =
  '利用規約の変更のお知らせへの返信です。規約と日時のメールへの返信ではありません。';

/** Within so many minutes around a session a mail about it is answered by telephone. */
const SOON = { before: 120, after: 30 };

/** Whole sentences; null where nothing is to be said. */
export async function adviceOn(
  tx: Writer,
  { event, attention }: Move,
  { booking, arrival, now }: { booking: Booking; arrival: Arrival; now: Temporal.Instant },
): Promise<string | null> {
  const begins = booking.slot?.start.toInstant() ?? null;
  const minutes = begins === null ? null : now.until(begins).total('minutes');
  if (event === 'reply_late' && minutes !== null && minutes <= 0) {
    return '相談の時刻は、もう過ぎています。';
  }
  if (event === 'reply_doubtful' && attention !== null && isSoon(minutes)) {
    return '相談の時刻が近いので、すぐにご本人に電話をしてください。';
  }
  if (event !== 'reply_to_closed') return null;
  const others = await openBookingsOfAddress(tx, arrival.sender);
  const told = others.map(
    ({ reference, state, slot }) =>
      `この方には、ほかに「${STATE_WORDS[state]}」の予約があります。\n予約番号は ${reference}${slot === null ? '' : `、日時は${longDateTime(slot.start)}`} です。`,
  );
  return told.length === 0 ? null : told.join('\n');
}

function isSoon(minutes: number | null): boolean {
  return minutes !== null && minutes <= SOON.before && minutes >= -SOON.after;
}
