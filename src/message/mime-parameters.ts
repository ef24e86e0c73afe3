/**
 * Header bodies with parameters: Content-Type and Content-Disposition (RFC 2045, 2183),
 * with continued and encoded parameters (RFC 2231) and the encoded-words that Outlook
 * writes into them. Linear, never throws, keeps the first of doubled parameters.
 */
import { decodeEncodedWords, decodePercent } from './encoded-words.ts';
import { oneLine } from './headers.ts';

export interface ParameterizedValue {
  /** The value before the first semicolon, lower case, without comments. */
  value: string;
  /** Parameter names in lower case; values decoded, on one line. */
  parameters: Record<string, string>;
}

const MAX_PARAMETERS = 100;

/** Splits a header body into value and parameters. */
export function parseParameters(body: string): ParameterizedValue {
  const [head = '', ...rest] = splitOutsideQuotes(body, ';').slice(0, MAX_PARAMETERS);
  const raw = new Map<string, string>();
  for (const piece of rest) {
    const equals = piece.indexOf('=');
    if (equals <= 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (!raw.has(name)) raw.set(name, unquote(piece.slice(equals + 1).trim()));
  }
  return { value: head.trim().toLowerCase(), parameters: decodeParameters(raw) };
}

function decodeParameters(raw: Map<string, string>): Record<string, string> {
  const decoded = new Map<string, string>();
  const continued = new Map<string, string>();
  for (const [name, value] of raw) {
    const star = name.indexOf('*');
    if (star < 0) decoded.set(name, decodeEncodedWords(value).text);
    else if (!continued.has(name.slice(0, star))) {
      continued.set(name.slice(0, star), decodeContinued(raw, name.slice(0, star)));
    }
  }
  for (const [name, value] of continued) decoded.set(name, value);
  return Object.fromEntries([...decoded].map(([name, value]) => [name, oneLine(value)]));
}

/** RFC 2231 section 3 and 4: name*=, name*0=, name*0*=, name*1= … */
function decodeContinued(raw: Map<string, string>, name: string): string {
  const single = raw.get(`${name}*`);
  const pieces: string[] = single === undefined ? [] : [single];
  for (let index = 0; single === undefined && index < MAX_PARAMETERS; index++) {
    const encoded = raw.get(`${name}*${index}*`);
    const plain = raw.get(`${name}*${index}`);
    if (encoded === undefined && plain === undefined) break;
    pieces.push(encoded ?? (plain ?? '').replaceAll('%', '%25'));
  }
  const whole = pieces.join('');
  const [charset, , ...value] = whole.split("'");
  if (value.length === 0) return decodePercent(whole, null).text;
  return decodePercent(value.join("'"), charset === '' ? null : (charset ?? null)).text;
}

/**
 * Splits at `separator` outside of quoted strings and comments; comments are dropped. A "("
 * that is never closed begins no comment: it must not swallow what follows.
 */
export function splitOutsideQuotes(text: string, separator: ';' | ','): string[] {
  return split(text, separator, true) ?? split(text, separator, false) ?? [text];
}

/** Null where a comment does not end; without comments, parentheses are ordinary signs. */
function split(text: string, separator: string, withComments: boolean): string[] | null {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && (quoted || depth > 0)) {
      if (depth === 0) piece += char + text.charAt(at + 1);
      at++;
    } else if (char === '"' && depth === 0) {
      quoted = !quoted;
      piece += char;
    } else if (char === '(' && !quoted && withComments) depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (depth > 0) continue;
    else if (char === separator && !quoted) {
      pieces.push(piece);
      piece = '';
    } else piece += char;
  }
  pieces.push(piece);
  return depth > 0 ? null : pieces;
}

/** The content of a quoted string (RFC 5322 section 3.2.4), or the text as it is. */
export function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  return text.replace(/^"/, '').replace(/"\s*$/, '').replace(/\\(.)/g, '$1');
}
