/**
 * Words that join wishes: or, and, first and second choice, fallback, correction. Data only.
 */

import { wordsIn } from '../../word-list.ts';
import type { VocabularyEntry } from '../token.ts';
import { combined, spellings } from './spellings.ts';

const JOINING: readonly VocabularyEntry[] = [
  ...spellings(
    'か または 又は もしくは 若しくは あるいは 或いは それとも or でも可、 とか または、 もしくは、 あるいは、',
    { type: 'link', link: 'or' },
  ),
  ...spellings('と や および 及び ならびに 並びに and & あと、 それと', {
    type: 'link',
    link: 'and',
  }),
  ...spellings(
    'いずれも どれも どちらも 両方とも 両方 両日とも 両日 全て すべて 全部 共に ともに いずれの日も どの日も',
    { type: 'all' },
  ),
];

const PARTICLES: readonly VocabularyEntry[] = [
  'の',
  'は',
  'に',
  'で',
  'が',
  'も',
  'を',
  'へ',
  'なら',
  'ならば',
  'だったら',
  'であれば',
  'でしたら',
  'の場合',
  'の場合は',
  'でも',
  'には',
  'では',
  'にて',
  'にも',
  'とも',
  'できれば',
  '出来れば',
  'できたら',
  '可能であれば',
  '可能なら',
  '可能でしたら',
  'できることなら',
  'もし',
  '終日',
  '一日中',
  '丸一日',
].map((particle) => [particle, { type: 'particle', particle }]);

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const BLACK_CIRCLED = '❶❷❸❹❺❻❼❽❾❿';
const KANJI_DIGITS = '一二三四五';
const FULL_WORDS = '希望 希望日 希望日時 希望時間 候補 候補日 候補日時 志望 きぼう';

/** 第1希望, 第二候補, 希望1, 候補②, 1つ目, 二番目 … for the ranks 1 to 5. */
function ranked(rank: number): VocabularyEntry[] {
  const kanji = KANJI_DIGITS.charAt(rank - 1);
  const digits = [String(rank), kanji];
  const endings = wordsIn(FULL_WORDS);
  const list = digits.flatMap((digit) => [
    ...endings.map((ending) => `第${digit}${ending}`),
    ...endings.map((ending) => `第 ${digit} ${ending}`),
    ...endings.map((ending) => `第${digit}の${ending}`),
    ...endings.map((ending) => `${digit}番${ending}`),
    `${digit}つ目`,
    `${digit}つめ`,
    `${digit}番目`,
    `${digit}個目`,
    `希望日時${digit}:`,
    `候補${digit}:`,
    `希望${digit}:`,
    `候補${digit} `,
    `希望${digit} `,
    `(${digit})`,
    `第${digit}:`,
    `第${digit} `,
  ]);
  const circled = [CIRCLED.charAt(rank - 1), BLACK_CIRCLED.charAt(rank - 1)];
  const withCircle = circled.flatMap((mark) => [mark, `候補${mark}`, `希望${mark}`]);
  return [...list, ...withCircle].map((spelling) => [spelling, { type: 'ordinal', rank }]);
}

const ORDINALS: readonly VocabularyEntry[] = [
  ...[1, 2, 3, 4, 5].flatMap(ranked),
  ...[...CIRCLED]
    .slice(5)
    .map((mark, i): VocabularyEntry => [mark, { type: 'ordinal', rank: i + 6 }]),
  ...spellings('本命', { type: 'ordinal', rank: 1 }),
  ...spellings('次点 次候補 次善', { type: 'ordinal', rank: 2 }),
];

const UNFIT =
  'だめ ダメ 駄目 無理 むり ムリ あかん アカン ng 不可 不可能 困難 満席 満員 いっぱい 一杯 満杯 ×';
const IF = `
  なら ならば だったら であれば でしたら な場合 な場合は の場合 の場合は の時は なときは な時は
  の際は な際は やったら ならば、 なら、
`;

const FALLBACKS: readonly VocabularyEntry[] = [
  combined(UNFIT, IF, { type: 'fallback' }),
  ...spellings(
    `
      あかんかったら あかんければ あかなんだら いかんかったら 難しければ 難しい場合 難しい場合は
      難しいようなら 難しいようでしたら 難しいなら 難しいときは むずかしければ 厳しければ
      厳しい場合 厳しい場合は 都合が悪ければ 都合が悪い場合 都合が悪い場合は 都合がつかなければ
      合わなければ 合わない場合は 埋まっていれば 埋まっていたら 埋まっている場合
      埋まっている場合は 埋まってたら 空いていなければ 空いてなければ 空いていない場合
      空いていない場合は 空きがなければ 空きが無ければ 空きがない場合 空きがない場合は
      取れなければ 取れない場合 取れない場合は とれなければ できなければ できない場合は
      出来なければ でなければ じゃなければ なければ 無ければ ない場合は 無い場合は でない場合は
      だめでしたら だめだったら それ以外なら それ以外でしたら それ以外だと そうでなければ
      叶わなければ 叶わない場合は 予備として 予備日 次に 次の候補 その次 さもなければ 代わりに
      だめならば いけなければ 塞がっていれば 予約でいっぱいなら
    `,
    { type: 'fallback' },
  ),
];

const CORRECTIONS: readonly VocabularyEntry[] = [
  ...spellings(
    `
      やっぱり やはり やっぱ 訂正します 訂正 訂正: 間違えました 間違いました 間違いでした
      書き間違え 打ち間違え まちがえました 失礼、 失礼しました、 正しくは あ、違う あ違う 違う、
      違った、 もとい いや、 いえ、
    `,
    { type: 'correction' },
  ),
  ...spellings('→ ⇒ ➡ ⇨', { type: 'arrow' }),
];

export const LINK_WORDS: readonly VocabularyEntry[] = [
  ...JOINING,
  ...PARTICLES,
  ...ORDINALS,
  ...FALLBACKS,
  ...CORRECTIONS,
];
