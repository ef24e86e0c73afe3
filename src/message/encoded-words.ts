/**
 * Encoded-words (RFC 2047) and encoded parameters (RFC 2231) to text. Neighbouring words of
 * one charset are joined as bytes before decoding, because mailers cut a character in two.
 * Lenient: blanks and missing padding inside a word, words inside quotes or glued to text.
 * It never throws; what is no encoded-word stays as written.
 */
import { type DecodedText, decodeBytes } from './charset.ts';

/** Neighbouring words of one charset. */
interface Run {
  charset: string;
  bytes: Uint8Array[];
}

/** charset, optional language (RFC 2231 section 5), encoding, text. */
const ENCODED_WORD = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=/g;

/** Replaces the encoded-words of a field body; `doubt` where a charset is unsure. */
export function decodeEncodedWords(body: string): DecodedText {
  const pieces: (string | Run)[] = [];
  let end = 0;
  for (const word of body.matchAll(ENCODED_WORD)) {
    const between = body.slice(end, word.index);
    const charset = (word[1] ?? '').toLowerCase();
    const bytes = wordBytes(word[2] ?? '', word[3] ?? '');
    const last = pieces.at(-1);
    // blanks between two words are not text (RFC 2047 section 6.2)
    const joins = typeof last === 'object' && /^\s*$/.test(between);
    if (!joins) pieces.push(between);
    if (joins && last.charset === charset) last.bytes.push(bytes);
    else pieces.push({ charset, bytes: [bytes] });
    end = word.index + word[0].length;
  }
  pieces.push(body.slice(end));
  const decoded = pieces.map(decodePiece);
  return {
    text: decoded.map(({ text }) => text).join(''),
    doubt: decoded.find(({ doubt }) => doubt !== null)?.doubt ?? null,
  };
}

function decodePiece(piece: string | Run): DecodedText {
  if (typeof piece === 'string') return { text: piece, doubt: null };
  return decodeBytes(Buffer.concat(piece.bytes), piece.charset);
}

/** An RFC 2231 value `%E3%81%82` in the given charset. */
export function decodePercent(value: string, charset: string | null): DecodedText {
  return decodeBytes(unescaped(value, '%'), charset);
}

function wordBytes(encoding: string, text: string): Uint8Array {
  if (encoding.toLowerCase() === 'b') {
    // seen in practice: several padded runs in one word
    const runs = text.replace(/\s/g, '').split(/=+/);
    return Buffer.concat(runs.map((run) => Buffer.from(run, 'base64')));
  }
  return unescaped(text.replaceAll('_', ' '), '=');
}

/** The bytes of a text with `=E3` or `%E3` for a byte; raw characters count as UTF-8. */
function unescaped(text: string, sign: '=' | '%'): Uint8Array {
  const bytes = Buffer.from(text);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === sign.charCodeAt(0) ? bytes.toString('latin1', at + 1, at + 3) : '';
    const escaped = /^[0-9A-Fa-f]{2}$/.test(hex);
    bytes[length++] = escaped ? Number.parseInt(hex, 16) : (bytes[at] ?? 0);
    if (escaped) at += 2;
  }
  return bytes.subarray(0, length);
}
