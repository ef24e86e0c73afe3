/**
 * Whether a wish can be booked as it stands, and if not, what to ask, in plain Japanese.
 * It never changes the wish.
 */
import { exactStarts, type Wish } from '../../domain/wish.ts';
import { WISH_DOUBT_WORDS } from '../../domain/wish-doubt-words.ts';
import type { Found } from '../types.ts';
import type { Doubt } from './doubt.ts';

/** All starts that can be booked, the dearest first. */
export function bookableStarts(wish: Wish): Temporal.ZonedDateTime[] {
  return wish.past === true ? [] : exactStarts(wish);
}

/** What must be asked back about a wish, or null. */
export function doubtOfWish(found: Found<Wish>): Doubt | null {
  const wish = found.value;
  if (wish.kind === 'ambiguous') return { reason: WISH_DOUBT_WORDS[wish.reason], span: found.span };
  if (wish.kind === 'none' || bookableStarts(wish).length > 0) return null;
  const reason = wish.past === true ? WISH_DOUBT_WORDS.past : '開始の時刻が一つに決まりません';
  return { reason, span: found.span };
}

/** Words of time that name no day ("土日もできますか", "いつでも"): hardly a wish. */
export function isVague(wish: Wish): boolean {
  return wish.kind === 'none' || (wish.kind === 'ambiguous' && wish.reason === 'vague');
}
