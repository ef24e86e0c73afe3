/**
 * The bytes of a CSV file to text: UTF-8 with or without BOM, UTF-16 with BOM, or CP932
 * (Windows-31J), told apart by what the bytes are. It never throws; bytes that fit nothing become
 * U+FFFD, for the caller to report and never to store.
 */

/** What stands where bytes made no character. */
export const UNREADABLE = '\uFFFD';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis';

export interface Decoded {
  text: string;
  encoding: Encoding;
}

const BOMS: readonly { bytes: readonly number[]; encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** The text without its BOM. Where neither UTF-8 nor CP932 fits, the one that loses fewer characters. */
export function decodeFile(bytes: Uint8Array): Decoded {
  const marked = BOMS.find((bom) => bom.bytes.every((byte, i) => bytes[i] === byte));
  if (marked) return decodeAs(marked.encoding, bytes);
  const utf8 = decodeAs('utf-8', bytes);
  if (!utf8.text.includes(UNREADABLE)) return utf8;
  // The name of CP932 in the Encoding Standard: with ①, 髙 and 﨑 (NEC and IBM extensions).
  const cp932 = decodeAs('shift_jis', bytes);
  return lost(cp932.text) < lost(utf8.text) ? cp932 : utf8;
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function lost(text: string): number {
  let count = 0;
  for (let at = text.indexOf(UNREADABLE); at >= 0; at = text.indexOf(UNREADABLE, at + 1)) count++;
  return count;
}
