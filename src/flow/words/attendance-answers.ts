/**
 * What a counselor is answered to 来談 and 不在 beyond the plain record: that the seeker had been in
 * touch, and that a remark is not kept. It records nothing.
 */
import { longDateTime } from '../../domain/japanese-date.ts';
import { ATTENTION_WORDS } from '../../domain/words/attention-words.ts';
import type { CounselorWord } from '../../reading/types.ts';
import type { Heard } from '../heard.ts';

export const NO_SHOW_SAID = '不在（無断キャンセル）を記録しました。';

/** A remark beside the word may hold what was talked about; it is kept nowhere (Article 8). */
export function withRemarkTold(said: string, word: CounselorWord): string {
  const isRemarked = 'remark' in word && word.remark === true;
  return isRemarked ? `${said}\nことばの後に書かれたことは、記録していません。` : said;
}

/** 6(6): a no-show is who stays away without a word; what the word was, a person reads. */
export function heardInWords({ at, loose }: Heard): string {
  const not = '取りやめや変更の連絡のときは、無断キャンセルになりません。';
  if (loose === null) {
    return [
      `${longDateTime(at)}に、この予約についてのメールが届いています。`,
      not,
      '「取消」と理由を返信してください。',
      '連絡ではないときは、先に「済」と返信し、そのあとで「不在」と返信してください。',
    ].join('\n');
  }
  return [
    `${longDateTime(at)}に、この方からメールが届いています。`,
    'どの予約のことか、まだどなたも判断していません。',
    not,
    'この予約の連絡のときは、「取消」と理由を返信してください。',
    `そうでないときは、先に「${ATTENTION_WORDS[loose].what}」のお知らせに、「済」と返信してください。`,
    'そのあとで、「不在」と返信してください。',
  ].join('\n');
}
