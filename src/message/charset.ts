/**
 * Bytes of a text part or a header to text, whatever the label says: the evidence in the
 * bytes decides, the label breaks ties. Japanese mail labels JIS as us-ascii, Shift_JIS as
 * JIS, UTF-8 as Shift_JIS, or nothing at all.
 * It never throws and never guesses silently: a doubt is told in words.
 */
import { type CharsetFamily, charsetFamily, otherDecoder } from './charset-names.ts';
import { decodeJis, hasJisEscape } from './jis.ts';
import { plausibility } from './plausible-japanese.ts';
import { decodeUtf7 } from './utf7.ts';

/** Decoded text; `doubt` is a short English phrase where the bytes do not tell surely. */
export interface DecodedText {
  text: string;
  doubt: string | null;
}

/** What the label weighs against `plausibility`, and what makes a guess sure. */
const LABEL_BONUS = 1.6;
const SURE_SCORE = 1.2;
const SURE_MARGIN = 0.8;
const LONG_TEXT_BYTES = 10_000;
const REPLACEMENT = '\uFFFD';
const KANA_OR_PUNCTUATION = /[\u3001\u3002\u3041-\u30FF]/;
const WESTERN_LABEL = /^\W*(?:x-)?(?:iso-?8859|windows-125|cp125|latin)/i;
const UTF16_BOMS = [
  { first: 0xff, second: 0xfe, label: 'utf-16le' },
  { first: 0xfe, second: 0xff, label: 'utf-16be' },
];

/** Bytes to text. `label`: the charset parameter as written, or null. Linear, never throws. */
export function decodeBytes(bytes: Uint8Array, label: string | null): DecodedText {
  const marked = UTF16_BOMS.find((bom) => bytes[0] === bom.first && bytes[1] === bom.second);
  if (marked) return judged(new TextDecoder(marked.label).decode(bytes));

  const family = label === null || label.trim() === '' ? null : charsetFamily(label);
  if (family === 'other') return decodeOther(bytes, label ?? '');
  const isSevenBit = isAscii(bytes);
  if (hasJisEscape(bytes) || (family === 'jis' && hasShift(bytes))) {
    // a stray escape in UTF-8 does not make it JIS; eight-bit kana in JIS do not make it UTF-8
    const utf8 = isSevenBit ? null : strict('utf-8', bytes);
    return judged(utf8 !== null && isBeyondLatin(utf8) ? utf8 : decodeJis(bytes));
  }
  if (!isSevenBit) return decodeEightBit(bytes, family);
  return judged(family === 'utf-7' ? decodeUtf7(ascii(bytes)) : ascii(bytes));
}

function decodeEightBit(bytes: Uint8Array, family: CharsetFamily | null): DecodedText {
  const utf8 = strict('utf-8', bytes);
  // Bytes above ASCII that form three-byte UTF-8 are not there by chance.
  if (utf8 !== null && (family === 'utf-8' || isBeyondLatin(utf8))) return judged(utf8);
  const guess = guessJapanese(bytes, family);
  if (guess === null) return utf8 === null ? broken(bytes, family) : judged(utf8);
  if (utf8 !== null && family !== 'sjis' && family !== 'euc') {
    // accents in a Latin text are few; a text of nothing else may be two-byte Japanese
    const isDense = highBytes(bytes) * 3 > bytes.length;
    return judged(utf8, isDense ? `charset guessed: utf-8 or ${guess.family}` : null);
  }
  return judged(guess.text, guess.isSure ? null : `charset guessed: ${guess.family}`);
}

interface Guess {
  family: 'sjis' | 'euc';
  text: string;
  isSure: boolean;
}

/** The Japanese charset in which the bytes make the most sense; null where they fit neither. */
function guessJapanese(bytes: Uint8Array, label: CharsetFamily | null): Guess | null {
  const candidates = (['sjis', 'euc'] as const).flatMap((family) => {
    const text = strict(family, bytes);
    if (text === null) return [];
    const score = plausibility(text) + (family === label ? LABEL_BONUS : 0);
    return [{ family, text, score }];
  });
  const [best, second] = candidates.sort((a, b) => b.score - a.score);
  if (!best) return null;
  // half-width kana of one charset are kanji of the other: only kana in the text settle it
  const settled = second === undefined || KANA_OR_PUNCTUATION.test(best.text);
  const ahead = best.score >= SURE_SCORE && best.score - (second?.score ?? 0) >= SURE_MARGIN;
  const isSure = best.family === label || (settled && ahead);
  return { family: best.family, text: best.text, isSure };
}

/** No charset fits without an error: the one that loses the fewest characters, with a doubt. */
function broken(bytes: Uint8Array, family: CharsetFamily | null): DecodedText {
  const labelled = family === 'sjis' || family === 'euc' ? family : 'utf-8';
  let best = { text: '', lost: Number.POSITIVE_INFINITY };
  for (const name of [labelled, 'utf-8', 'sjis', 'euc'] as const) {
    const text = lenient(name, bytes);
    const lost = count(text, REPLACEMENT);
    if (lost < best.lost) best = { text, lost };
  }
  return { text: best.text, doubt: 'bytes that fit no charset' };
}

function decodeOther(bytes: Uint8Array, label: string): DecodedText {
  // Japanese mail under a Western label is a wrong label (seen: iso-8859-1, windows-1252)
  if (hasJisEscape(bytes)) return judged(decodeJis(bytes));
  const labelled = otherDecoder(label)?.decode(bytes) ?? ascii(bytes);
  if (isAscii(bytes) || !WESTERN_LABEL.test(label)) return judged(labelled);
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null && isBeyondLatin(utf8)) return judged(utf8);
  const guess = guessJapanese(bytes, null);
  if (!guess?.isSure) return judged(labelled);
  const text = KANA_OR_PUNCTUATION.test(guess.text) ? guess.text : labelled;
  return judged(text, `charset guessed: ${guess.family}`);
}

function judged(text: string, doubt: string | null = null): DecodedText {
  return { text, doubt: text.includes(REPLACEMENT) ? 'undecodable characters' : doubt };
}

const DECODER_LABELS = { sjis: 'shift_jis', euc: 'euc-jp', 'utf-8': 'utf-8' } as const;

function lenient(family: keyof typeof DECODER_LABELS, bytes: Uint8Array): string {
  return new TextDecoder(DECODER_LABELS[family]).decode(bytes);
}

/** Text without any error, or null. A long text that was cut within its last character counts. */
function strict(family: keyof typeof DECODER_LABELS, bytes: Uint8Array): string | null {
  const decoder = new TextDecoder(DECODER_LABELS[family], { fatal: true });
  try {
    const text = decoder.decode(bytes, { stream: true });
    if (bytes.length < LONG_TEXT_BYTES) decoder.decode();
    return text;
  } catch {
    return null;
  }
}

/** A character that takes three bytes or more in UTF-8. */
function isBeyondLatin(text: string): boolean {
  return /[\u0800-\uFFFF]/.test(text);
}

function hasShift(bytes: Uint8Array): boolean {
  return bytes.includes(0x0e);
}

function highBytes(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0);
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
