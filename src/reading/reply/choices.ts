/**
 * The words with which a person picks one of the offered slots: numbers, ordinals,
 * places in the list. The number forms are grammar, the words are data. It never
 * guesses: two numbers, or none, are no choice.
 */
import { wordsOf } from './fold.ts';

/** A slot that a clause names: its number, and whether it is ruled out. */
export interface Pick {
  choice: number;
  isExcluded: boolean;
  /** Offsets in the clause. */
  start: number;
  end: number;
}

type Position = number | 'last' | 'middle';

const POSITIONS: readonly { position: Position; words: string }[] = [
  {
    position: 1,
    words: `
      最初 さいしょ 先頭 一番上 1番上 いちばん上 いちばんうえ 一つ目 ひとつ目 ひとつめ 一番目
      一番早い 1番早い いちばん早い 一番初め はじめの 初めの日 一個目 一件目 いちばんめ いちばんで
      ① ❶ ⑴ ⅰ first
    `,
  },
  {
    position: 2,
    words: `
      二つ目 ふたつ目 ふたつめ 二番 にばん 二個目 二件目 ② ❷ ⑵ ⅱ second 上から二 上から2
    `,
  },
  {
    position: 3,
    words: `
      三つ目 みっつ目 みっつめ 三番 さんばん 三個目 三件目 ③ ❸ ⑶ ⅲ third 上から三 上から3
    `,
  },
  { position: 'middle', words: '真ん中 まんなか まん中 真中 中央 middle' },
  {
    position: 'last',
    words: '最後 さいご 一番下 1番下 いちばん下 一番遅い 一番最後 last',
  },
];
const WORDS = POSITIONS.flatMap(({ position, words }) =>
  wordsOf(words).map((word) => ({ position, word })),
).sort((a, b) => b.word.length - a.word.length);

/** "2番", "2つ目", "候補2", "(2)", "2でお願いします", and 一番 where no superlative follows. */
const NUMBER =
  /(?<![0-9月/:時.第-])(?:候補|案|no\.?|番号|番号は|#|\()?([1-9])(?:番目?の?|つ目|つめ|個目|件目|\)|\.)?(?![0-9月日/:時分名人回]|年|か月|ヶ月|点|つ(?!目|め)|-)|一番(?!早|遅|上|下|最|い|都合|良|初|目)/g;
/** "第一候補": the first of the list, unless the clause says which is the first. */
const RANK = /第([一二三123])(?:候補|希望|案|番)?の?/g;
/** What follows a number and stays with it. */
const SUFFIX =
  /^(?:目|候補|希望|案|の?(?:日程|日時|時間|日|ほう|方|枠|候補|案|もの|やつ|番号))*(?:なら|ならば|であれば|でしたら|だったら|を|が|は|で(?!は|な|す|し|ご|も)|に)?/;
const EXCLUDES =
  /^(?:目|番|の日程|の日時|の日|の時間|の方)*(?:以外|では?なく|じゃなく|じゃない|でない|はだめ|は駄目|は無理|は都合が(?:悪|つか|合わ)|は難し|は厳し|は行け(?:ません|ない|なく)|は仕事|は用事|は予定|は避け|は不可|は×|も×)/;

/** The slots that a clause names, of `offered` many. */
export function findPicks(text: string, offered: number): Pick[] {
  const picks: Pick[] = [];
  const add = (start: number, length: number, position: Position) => {
    const choice = resolve(position, offered);
    if (choice === null || picks.some((pick) => start < pick.end && pick.start < start + length))
      return;
    const rest = text.slice(start + length);
    const isExcluded = EXCLUDES.test(rest);
    const suffix =
      (isExcluded
        ? /^(?:目|番|の日程|の日時|の日|の時間|の方)*(?:以外|では?なく|じゃなくて?|でない)?/
        : SUFFIX
      ).exec(rest)?.[0].length ?? 0;
    picks.push({ choice, isExcluded, start, end: start + length + suffix });
  };
  for (const { word, position } of WORDS) {
    const start = text.indexOf(word);
    if (start >= 0) add(start, word.length, position);
  }
  for (const found of text.matchAll(NUMBER))
    add(found.index, found[0].length, Number(found[1] ?? 1));
  if (picks.length > 0) return picks;
  for (const found of text.matchAll(RANK))
    add(found.index, found[0].length, ('一二三123'.indexOf(found[1] ?? '') % 3) + 1);
  return picks;
}

function resolve(position: Position, offered: number): number | null {
  if (position === 'last') return offered;
  if (position === 'middle') return offered % 2 === 1 ? (offered + 1) / 2 : null;
  return position <= offered ? position : null;
}
