/**
 * Why a wish has to be asked back, in a few plain Japanese words: for the question to the seeker
 * and for `explain`. Data only.
 */
import type { WishDoubt } from './wish.ts';

export const WISH_DOUBT_WORDS: Record<WishDoubt, string> = {
  no_date: '日にちが書かれていません',
  am_pm: '午前か午後かが分かりません',
  past: '過ぎた日付です',
  weekday_mismatch: '日付と曜日が合いません',
  date_mismatch: '書かれた日付が一致しません',
  week_start: 'どの週のことかが分かりません',
  which_month: '何月のことかが分かりません',
  impossible: 'その日時はありません',
  vague: '日時が具体的ではありません',
  exclusion: '都合の悪い日か、ほかのご予定のように読めます',
  cancel: '取消しか変更かが分かりません',
  end_before_start: '終わりの時刻が始まりより前です',
  several: '1回のお申込みで受けるのは、1つの日時です',
};
