/**
 * The mailboxes of a From, To or Cc field (RFC 5322 section 3.4, with its obsolete forms and
 * what mailers make of them: encoded names, old comments, groups, semicolons, stray quotes).
 * It never merges two addresses into one; how addresses compare is `address.ts`.
 */
import { splitAddress } from './address.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { oneLine } from './headers.ts';
import type { Mailbox } from './types.ts';

/** Bound for hostile headers; further addresses are not read. */
const MAX_ADDRESSES = 500;
const ENCODED_WORD = /=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s]*\?=/y;

/** The mailboxes of a From, To, Cc … body; members of groups included, group names dropped. */
export function parseAddresses(body: string): Mailbox[] {
  const mailboxes: Mailbox[] = [];
  for (const token of splitMailboxes(body)) {
    if (mailboxes.length >= MAX_ADDRESSES) break;
    const mailbox = readMailbox(token);
    if (mailbox) mailboxes.push(mailbox);
  }
  return mailboxes;
}

interface Token {
  /** Display name or bare text, quotes resolved, comments dropped. */
  text: string;
  /** Text with the quotes as written, for a bare address. */
  written: string;
  /** What stood between angle brackets, or null. */
  angle: string | null;
  comment: string;
}

/** Cuts a body at commas, semicolons and group colons outside quotes, comments and brackets. */
function splitMailboxes(body: string): Token[] {
  const scanner = new MailboxScanner(body);
  while (scanner.step());
  return scanner.tokens;
}

class MailboxScanner {
  readonly tokens: Token[] = [];
  private readonly body: string;
  private at = 0;
  private token = newToken();
  private depth = 0;
  private inAngle = false;
  private quotesBroken = false;

  constructor(body: string) {
    this.body = body;
  }

  /** Reads one sign or one quoted string; false at the end. */
  step(): boolean {
    if (this.at >= this.body.length) {
      this.finish();
      return false;
    }
    const char = this.body.charAt(this.at++);
    if (this.depth > 0) this.inComment(char);
    else if (char === '"') this.quoted();
    else if (char === '=' && this.encodedWord()) return true;
    else if (this.inAngle) this.angle(char);
    else if (char === '(') this.depth = 1;
    else if (char === '<') {
      this.inAngle = true;
      this.token.angle = '';
    } else if (char === ',' || char === ';') this.finish();
    // the name of a group (RFC 5322 section 3.4) is no mailbox
    else if (char === ':' && this.token.angle === null) this.token = newToken();
    else this.add(char, char);
    return true;
  }

  private inComment(char: string): void {
    if (char === '(') this.depth++;
    else if (char === ')') this.depth--;
    else this.token.comment += char === '\\' ? this.body.charAt(this.at++) : char;
  }

  /** An encoded-word is one atom: mailers leave commas and colons in it as they are. */
  private encodedWord(): boolean {
    ENCODED_WORD.lastIndex = this.at - 1;
    const word = this.inAngle ? null : ENCODED_WORD.exec(this.body);
    if (!word) return false;
    this.add(word[0], word[0]);
    this.at = ENCODED_WORD.lastIndex;
    return true;
  }

  private angle(char: string): void {
    if (char === '>') this.inAngle = false;
    else this.token.angle += char;
  }

  private quoted(): void {
    const quoted = this.quotesBroken ? null : readQuoted(this.body, this.at);
    // an unclosed quote is a stray sign, not a string to the end of the header
    if (!quoted) this.quotesBroken = true;
    else {
      if (this.inAngle) this.token.angle += quoted.written;
      else this.add(quoted.text, quoted.written);
      this.at = quoted.end;
    }
  }

  private add(text: string, written: string): void {
    this.token.text += text;
    this.token.written += written;
  }

  private finish(): void {
    this.tokens.push(this.token);
    this.token = newToken();
    this.inAngle = false;
  }
}

function newToken(): Token {
  return { text: '', written: '', angle: null, comment: '' };
}

/** The quoted string whose opening quote stands before `start`; null where it never ends. */
function readQuoted(
  body: string,
  start: number,
): { text: string; written: string; end: number } | null {
  let text = '';
  for (let at = start; at < body.length; at++) {
    const char = body.charAt(at);
    if (char === '\\') text += body.charAt(++at);
    else if (char === '"') return { text, written: body.slice(start - 1, at + 1), end: at + 1 };
    else text += char;
  }
  return null;
}

function readMailbox(token: Token): Mailbox | null {
  const written = token.angle ?? token.written;
  // "<@relay:user@example.jp>", the obsolete route (RFC 5322 section 4.4)
  const split = splitAddress(written.trim().replace(/^@[^:]{1,255}:/, ''));
  const name = clean(token.angle === null ? token.comment : token.text) || clean(token.comment);
  if (split) return { name, address: `${split.local}@${split.domain}` };
  const bare = clean(written) || name;
  return bare === '' ? null : { name: name || bare, address: '' };
}

function clean(text: string): string {
  return oneLine(decodeEncodedWords(text.trim()).text).trim().slice(0, 1000);
}
