/**
 * How much a decoded text looks like Japanese that somebody wrote: the evidence by which the
 * charset of unlabelled or wrongly labelled bytes is found. Weights in one table.
 * It knows nothing of bytes or labels.
 */

/** Weight of a character by its block; the mean over all characters above ASCII counts. */
const WEIGHTS: readonly (readonly [first: number, last: number, weight: number])[] = [
  [0x0080, 0x009f, -5], // C1 controls: bytes of another charset
  [0x00a0, 0x04ff, 0.2], // Latin, Greek, Cyrillic: rare in Japanese mail, common in garbage
  [0x2000, 0x2fff, 1.5], // ※ ★ ① … punctuation and symbols
  [0x3001, 0x3002, 3], // 、 。
  [0x3000, 0x303f, 2],
  [0x3041, 0x309f, 3], // hiragana: no Japanese sentence without it
  [0x30a0, 0x30ff, 2.5],
  [0x3100, 0x33ff, 1.5], // ㈱ ㎡
  [0x3400, 0x9fff, 1.5], // kanji: two bytes of another charset often make one by chance
  [0xe000, 0xf8ff, -1], // private use: emoji, seldom many
  [0xf900, 0xfaff, 1],
  [0xff01, 0xff5e, 2],
  [0xff61, 0xff65, -0.5], // ｡ ｢ ｣ ､ ･ : EUC-JP hiragana read as Shift_JIS is full of them
  [0xff66, 0xff9f, 0.5], // half-width kana
];
const REPLACEMENT = 0xfffd;
const ENOUGH = 4000;

/** Mean weight of the characters above ASCII, from -5 to 3; 0 where there are none. */
export function plausibility(text: string): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < text.length && count < ENOUGH; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    count++;
    sum += weightOf(code);
  }
  return count === 0 ? 0 : sum / count;
}

function weightOf(code: number): number {
  if (code === REPLACEMENT) return -5;
  return WEIGHTS.find(([first, last]) => code >= first && code <= last)?.[2] ?? 0;
}
