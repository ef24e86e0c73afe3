/**
 * The reason for a reading in plain Japanese, for `explain` and for the question to a person.
 * It repeats what was decided; it decides nothing.
 */
import type { Wish, WishDoubt } from '../../domain/wish.ts';

const DOUBTS: Record<WishDoubt, string> = {
  no_date: '時刻だけで、日付がありません',
  am_pm: '午前か午後かが分かりません',
  past: '年がなく、その日は過ぎているか半年より先です',
  weekday_mismatch: '日付と曜日が合いません',
  date_mismatch: '二通りに書かれた日付が合いません',
  week_start: 'どの週の曜日かが分かりません',
  which_month: 'どの月の日かが分かりません',
  impossible: '暦や時計にない日時です',
  vague: '日時を一つに決められません',
  exclusion: '都合の悪い日だけが書かれています',
  cancel: '取り消しや変更前の日時だけが書かれています',
  end_before_start: '終わりが始まりより前です',
  several: '2回分の日時が書かれています',
};

const KINDS: Record<Exclude<Wish['kind'], 'ambiguous'>, string> = {
  exact: '日時が一つ書かれています',
  date_only: '日付だけが書かれています',
  range: '時間の幅で書かれています',
  date_range: '日の幅で書かれています',
  day_part: '日付と時間帯が書かれています',
  choices: '希望が順に書かれています',
  none: '希望日時が書かれていません',
};

/** One sentence, with the words relied on. */
export function becauseOf(wish: Wish, words: string): string {
  const quoted = words === '' ? '' : `「${words}」：`;
  if (wish.kind === 'ambiguous') return `${quoted}${DOUBTS[wish.reason]}`;
  return `${quoted}${KINDS[wish.kind]}${wish.past === true ? '（すでに過ぎています）' : ''}`;
}
