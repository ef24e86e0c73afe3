/**
 * How open points of a request are put to people: what is missing, and why something has to be
 * asked again. Mostly data.
 */
import type { OpenPoint } from '../domain/decide-request.ts';
import { longDateTime } from '../domain/japanese-date.ts';
import type { Wish, WishDoubt } from '../domain/wish.ts';

const ITEM_WORDS = {
  name: '氏名',
  seekerNumber: '求職番号（数字5けた、ハイフン、数字）',
  datetime: '希望日時（何月何日の何時から）',
  phone: '連絡先の電話番号',
  topic: '相談したい内容',
} as const;

/** Why a wish is asked back, in a few words; what is not here is asked without a reason. */
const DOUBT_WORDS: Partial<Record<WishDoubt, string>> = {
  no_date: '日付が書かれていません',
  am_pm: '午前か午後かが分かりません',
  past: '過ぎた日のように読めます',
  weekday_mismatch: '日付と曜日が合いません',
  date_mismatch: '2つの日付が合いません',
  week_start: 'どの週かが分かりません',
  which_month: 'どの月かが分かりません',
  impossible: 'その日付か時刻はありません',
  end_before_start: '終わりの時刻が始まりより前です',
};

/** One line of a question to the seeker or to the counselor. */
export function pointInWords({ item, reason }: OpenPoint): string {
  if (reason === null) return ITEM_WORDS[item];
  const why = DOUBT_WORDS[reason as WishDoubt] ?? 'はっきり読み取れませんでした';
  return `${ITEM_WORDS[item]}。${why}`;
}

/** The exact readings of an ambiguous wish, to choose from. */
export function readingsInWords(wish: Wish): string[] {
  if (wish.kind !== 'ambiguous') return [];
  return wish.readings.flatMap((reading) =>
    reading.kind === 'exact' ? [longDateTime(reading.start)] : [],
  );
}
