/**
 * Bytes of a text part or a header to text, whatever the label says: the evidence in the
 * bytes decides, the label breaks ties. Japanese mail labels JIS as us-ascii, Shift_JIS as
 * JIS, UTF-8 as Shift_JIS, or nothing at all.
 * It never throws and never guesses silently: a doubt is told in words.
 * The only file that imports encoding-japanese (its detector).
 */
import Encoding from 'encoding-japanese';
import { type CharsetFamily, charsetFamily, otherDecoder } from './charset-names.ts';
import { decodeJis, hasJisEscape } from './jis.ts';
import { decodeUtf7 } from './utf7.ts';

/** Decoded text; `doubt` is a short English phrase where the bytes do not tell surely. */
export interface DecodedText {
  text: string;
  doubt: string | null;
}

const LONG_TEXT_BYTES = 10_000;
const REPLACEMENT = '\uFFFD';
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
  if (hasJisEscape(bytes) || (family === 'jis' && hasShift(bytes))) return judgedJis(bytes);
  if (isAscii(bytes)) {
    return judged(family === 'utf-7' ? decodeUtf7(ascii(bytes)) : ascii(bytes));
  }
  return decodeEightBit(bytes, family);
}

function decodeEightBit(bytes: Uint8Array, family: CharsetFamily | null): DecodedText {
  const utf8 = strict('utf-8', bytes);
  // Bytes above ASCII that form valid UTF-8 with kana or kanji are not there by chance.
  if (utf8 !== null && (family === 'utf-8' || family === null || hasJapanese(utf8))) {
    return judged(utf8);
  }
  const labelled = family === 'sjis' || family === 'euc' ? strict(family, bytes) : null;
  if (labelled !== null) return judged(labelled);

  const candidates = (['sjis', 'euc'] as const).filter((one) => strict(one, bytes) !== null);
  const chosen = candidates.length === 1 ? candidates[0] : detect(bytes, candidates);
  if (chosen) {
    const certain = candidates.length === 1 && (family === null || family === 'jis');
    return judged(strict(chosen, bytes) ?? '', certain ? null : `charset guessed: ${chosen}`);
  }
  if (utf8 !== null) return judged(utf8);
  return broken(bytes, family);
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
  if (hasJisEscape(bytes)) return judgedJis(bytes);
  const text = otherDecoder(label)?.decode(bytes) ?? ascii(bytes);
  const utf8 = isAscii(bytes) ? null : strict('utf-8', bytes);
  if (utf8 !== null && hasJapanese(utf8)) return judged(utf8);
  return judged(text);
}

function judgedJis(bytes: Uint8Array): DecodedText {
  return judged(decodeJis(bytes));
}

function judged(text: string, doubt: string | null = null): DecodedText {
  return { text, doubt: text.includes(REPLACEMENT) ? 'undecodable characters' : doubt };
}

function detect(bytes: Uint8Array, among: readonly ('sjis' | 'euc')[]): 'sjis' | 'euc' | null {
  if (among.length === 0) return null;
  return Encoding.detect(bytes, ['SJIS', 'EUCJP']) === 'EUCJP' ? 'euc' : 'sjis';
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

function hasJapanese(text: string): boolean {
  return /[\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFF9F]/.test(text);
}

function hasShift(bytes: Uint8Array): boolean {
  return bytes.includes(0x0e);
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
