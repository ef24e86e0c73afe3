/**
 * Width folding of a COPY of the text, with a map back to the raw offsets (UTF-16).
 * Folds what people type in two widths (digits, Latin, brackets, half-width kana, the
 * many tildes and hyphens, ㋋ ㍻ ㈭) so that the grammars need one spelling only.
 * It never touches names: CJK compatibility ideographs (U+F900–FAFF), variation selectors'
 * base characters and circled numbers (① is a mark, not the digit of "①1月8日") stay as written.
 * Values are always cut from the raw text through `toRaw`, never from the folded copy.
 */

/** A folded copy of a text and the way back to it. */
export interface NormalisedText {
  text: string;
  /**
   * Raw UTF-16 offset at which the character at this folded offset begins; `text.length` gives the
   * raw length.
   */
  toRaw(offset: number): number;
}

/**
 * What NFKC leaves apart or folds wrongly for our purpose; seen in mail from phones, Outlook and
 * OCR.
 */
const FOLDINGS: Record<string, string> = {
  // tildes: U+301C WAVE DASH, U+223C, U+223F, U+02DC, U+3030, U+2053
  '〜': '~',
  '∼': '~',
  '∿': '~',
  '˜': '~',
  '〰': '~',
  '⁓': '~',
  // hyphens, dashes, minus signs and box rules
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '─': '-',
  '━': '-',
  '﹣': '-',
  '⁃': '-',
  // separators
  '∶': ':',
  '︓': ':',
  '꞉': ':',
  '⁄': '/',
  '∕': '/',
  '╱': '/',
  '〔': '(',
  '〕': ')',
  '❨': '(',
  '❩': ')',
  '\t': ' ',
  '\r': '',
  '\u0085': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
  // invisible: zero width, joiners, direction marks, soft hyphen, variation selectors
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u200e': '',
  '\u200f': '',
  '\u2060': '',
  '\ufeff': '',
  '\ufe0e': '',
  '\ufe0f': '',
  // circled weekdays are annotations like "(月)"
  '㊊': '(月)',
  '㊋': '(火)',
  '㊌': '(水)',
  '㊍': '(木)',
  '㊎': '(金)',
  '㊏': '(土)',
  '㊐': '(日)',
  // OCR reads 日 as 曰
  曰: '日',
};

/** Code points whose NFKC form is wanted: compatibility forms, not ideographs. */
const COMPATIBILITY: readonly (readonly [number, number])[] = [
  [0x00a0, 0x00a0],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x2100, 0x218b],
  [0x2e80, 0x2fdf],
  [0x3000, 0x3000],
  [0x3220, 0x3243],
  [0x32c0, 0x32ff],
  [0x3300, 0x33ff],
  [0xfe30, 0xfe6f],
  [0xff5f, 0xffef],
  [0x1d7ce, 0x1d7ff],
];

const HALF_KANA_FIRST = 0xff66;
const HALF_KANA_LAST = 0xff9f;
const LONG_VOWEL = 'ー';
/** ㌢ and its like fold to at most six characters. */
const LONGEST_FOLDING = 6;

/** Folds the width of a copy of `text`; linear in its length. */
export function normalise(text: string): NormalisedText {
  let out = '';
  const starts = new Uint32Array(text.length * LONGEST_FOLDING + 1);
  let plainFrom = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isPlain(code)) {
      starts[out.length + at - plainFrom] = at;
      at++;
      continue;
    }
    out += text.slice(plainFrom, at);
    const length = clusterLength(text, at);
    const folded = foldCluster(text, at, length);
    for (let i = 0; i < folded.length; i++) starts[out.length + i] = at;
    out += folded;
    at += length;
    plainFrom = at;
  }
  out += text.slice(plainFrom);
  starts[out.length] = text.length;
  const lastOffset = out.length;
  return {
    text: out,
    toRaw: (offset) => starts[Math.max(0, Math.min(offset, lastOffset))] ?? text.length,
  };
}

/** ASCII, kana and the unified ideographs, the bulk of every mail, have no second width. */
function isPlain(code: number): boolean {
  if (code < 0x00a0) return code !== 0x09 && code !== 0x0d && code !== 0x85;
  return code >= 0x3041 && code <= 0x9fff && code !== 0x30fc && code !== 0x66f0 && !isSquare(code);
}

function isSquare(code: number): boolean {
  return code >= 0x3200 && code <= 0x33ff;
}

/** Units that fold together: a surrogate pair, or a half-width kana with its voicing mark. */
function clusterLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= HALF_KANA_FIRST && code <= HALF_KANA_LAST) {
    const mark = text.charCodeAt(at + 1);
    return mark === 0xff9e || mark === 0xff9f ? 2 : 1;
  }
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function foldCluster(text: string, at: number, length: number): string {
  const code = text.codePointAt(at) ?? 0;
  if (code === 0x30fc || code === 0xff70) return foldLongVowel(text, at);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  // a kana with its voicing mark shares its first code with the bare kana
  const key = length === 2 && code <= 0xffff ? code * 0x10000 + text.charCodeAt(at + 1) : code;
  const known = FOLDED.get(key);
  if (known !== undefined) return known;
  const folded = foldUnknown(text.slice(at, at + length), code);
  if (FOLDED.size < LARGEST_MEMO) FOLDED.set(key, folded);
  return folded;
}

/** What was folded before, kept only for speed; the answer never depends on it. */
const FOLDED = new Map<number, string>();
const LARGEST_MEMO = 4096;

function foldUnknown(raw: string, code: number): string {
  const own = FOLDINGS[raw];
  if (own !== undefined) return own;
  return COMPATIBILITY.some(([first, last]) => code >= first && code <= last)
    ? raw.normalize('NFKC').slice(0, raw.length * LONGEST_FOLDING)
    : raw;
}

/**
 * "10:30ー11:00" and "090ー1234" use the long vowel mark as a hyphen (seen in practice:
 * it is the hyphen key of a kana keyboard); after kana it is a vowel.
 */
function foldLongVowel(text: string, at: number): string {
  const previous = text.charCodeAt(at - 1);
  if (!isKana(previous)) return at === 0 ? LONG_VOWEL : '-';
  return isHiragana(previous) && isDigit(text.charCodeAt(at + 1)) ? '-' : LONG_VOWEL;
}

/** Also half-width kana, which fold to katakana. */
function isKana(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) || (code >= 0xff66 && code <= 0xff9f)
  );
}

function isHiragana(code: number): boolean {
  return code >= 0x3041 && code <= 0x309f;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
