/**
 * 希望日時, Article 6(2)③, in the subject of a mail: "件名の日時でお願いします", or a terse mail whose
 * time stands in the subject alone. A subject that answers ours, or speaks of a booking that
 * stands already, is never taken. It reads no date itself.
 */

import { wordsIn } from '../word-list.ts';
import { blankOtherDates } from './blank-dates.ts';
import { CLOCK, DATE, SAYS_CHANGE } from './other-dates.ts';

export interface SubjectWish {
  text: string;
  /** The text says that the time stands in the subject. */
  pointed: boolean;
}

const POINTS_AT_SUBJECT = '件名 題名 タイトル 標題 表題 標記 表記の';
/** Subjects that somebody else wrote first. */
const ANSWERED = /^\s*(?:re|fwd?|fw|aw|返信|転送)[:：]/i;
/** Subjects about something that is, was or shall no more be. */
const OTHER_MATTER = `の件 について に関して 確認 変更 取り消 取消 キャンセル 中止 欠席 遅刻 求人 締切 締め切り 〆切
  した 済み ました でした いただいた 頂いた お礼 御礼 ありがと までに 面接 説明会 セミナー`;
const POINTED_THING = '日時 日程 時間 時刻 日に 日で とおり 通り どおり';
const POINTS = new RegExp(
  `(?:${words(POINTS_AT_SUBJECT)})[^。\\n]{0,8}(?:${words(POINTED_THING)})`,
);
const OTHER = new RegExp(words(OTHER_MATTER));

function words(list: string): string {
  return wordsIn(list).join('|');
}

/** The subject as a text of a wish, or null; a mail with a 求職番号 is taken for a request. */
export function subjectWish(
  subject: string,
  text: string,
  hasSeekerNumber: boolean,
): SubjectWish | null {
  const pointed = POINTS.test(text) && !SAYS_CHANGE.test(text);
  if (pointed) {
    const dated = DATE.test(subject) || CLOCK.test(subject);
    return dated ? { text: blankOtherDates(subject), pointed } : null;
  }
  if (!hasSeekerNumber || ANSWERED.test(subject) || OTHER.test(subject)) return null;
  return DATE.test(subject) && CLOCK.test(subject)
    ? { text: blankOtherDates(subject), pointed }
    : null;
}
