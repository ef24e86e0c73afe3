/**
 * Whether a wish can be booked as it stands, and if not, what to ask, in plain Japanese.
 * It never changes the wish.
 */
import type { SingleWish, Wish, WishDoubt } from '../../domain/wish.ts';
import type { Found } from '../types.ts';
import type { Doubt } from './doubt.ts';

/** One session, Article 6(1). */
const SESSION_MINUTES = 30;

const REASONS: Record<WishDoubt, string> = {
  no_date: '日にちが書かれていません',
  am_pm: '午前か午後かが分かりません',
  past: '過ぎた日付です',
  weekday_mismatch: '日付と曜日が合いません',
  date_mismatch: '書かれた日付が一致しません',
  week_start: 'どの週のことかが分かりません',
  which_month: '何月のことかが分かりません',
  impossible: 'その日時はありません',
  vague: '日時が具体的ではありません',
  exclusion: '都合の悪い日だけが書かれています',
  cancel: '取消しか変更かが分かりません',
  end_before_start: '終わりの時刻が始まりより前です',
};

/** The start of a wish that names one slot; null where slots must be offered or asked. */
export function bookableStart(wish: SingleWish): Temporal.ZonedDateTime | null {
  if (wish.kind === 'exact') return wish.start;
  if (wish.kind !== 'range' || wish.start === null || wish.end === null) return null;
  const minutes = wish.start.until(wish.end).total('minutes');
  return minutes > 0 && minutes <= SESSION_MINUTES ? wish.start : null;
}

/** All starts that can be booked, the dearest first. */
export function bookableStarts(wish: Wish): Temporal.ZonedDateTime[] {
  if (wish.kind === 'none' || wish.kind === 'ambiguous' || wish.past === true) return [];
  const single = wish.kind === 'choices' ? wish.choices : [wish];
  return single.flatMap((choice) => bookableStart(choice) ?? []);
}

/** What must be asked back about a wish, or null. */
export function doubtOfWish(found: Found<Wish>): Doubt | null {
  const wish = found.value;
  if (wish.kind === 'ambiguous') return { reason: REASONS[wish.reason], span: found.span };
  if (wish.kind === 'none' || bookableStarts(wish).length > 0) return null;
  const reason = wish.past === true ? REASONS.past : '開始の時刻が一つに決まりません';
  return { reason, span: found.span };
}

/** Words of time that name no day ("土日もできますか", "いつでも"): hardly a wish. */
export function isVague(wish: Wish): boolean {
  return wish.kind === 'none' || (wish.kind === 'ambiguous' && wish.reason === 'vague');
}
