/**
 * 確定 of a booking that a booking site made while its slot was held: once a lane is free there, it
 * takes it. The site has told the seeker, so no mail of ours follows.
 */
import { decide } from '../../domain/decide.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import { exactStarts } from '../../domain/wish.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import type { Office } from '../office.ts';
import { freeSlotAt } from './named-slot.ts';
import { answered, notDone, type SpokenWord, type WordResult } from './spoken-word.ts';

/** Gives the site's booking its slot, or says that somebody else holds it still. */
export async function confirmSiteBooking(
  tx: Writer,
  office: Office,
  { booking, cause, at, word }: SpokenWord,
): Promise<WordResult> {
  const [start] = exactStarts(booking.wish);
  const slot = start === undefined ? null : await freeSlotAt(tx, office, { start });
  if (start === undefined || slot === null) {
    return notDone(booking, 'その日時には、もうほかの予約があります。予約は動かしていません。');
  }
  const move = decide(booking, { type: 'site_booked', at, set: { slot } });
  if (move.kind === 'refused') {
    return notDone(booking, 'この予約は、もう確定できません。');
  }
  const reason = 'reason' in word && word.reason !== null ? { detail: word.reason } : {};
  const confirmed = await applyMove(tx, office, { booking, move, cause: { ...cause, ...reason } });
  return answered(
    confirmed,
    `${longDateTime(start)}の予約を確定しました。\nご本人には、予約サイトがお知らせしています。`,
  );
}
