/**
 * What ties an answer to a mail of ours: Message-IDs of our own that nobody can guess, the
 * reference code in the subject, and both read back out of what a person's mailer returns.
 * It never looks anything up: whether a key belongs to a booking is the store's to say.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { InboundMessage } from './types.ts';

/** What a Message-ID of ours stands for; numbers of the store, whole and not negative. */
export interface OwnMessage {
  bookingId: number;
  mailId: number;
}

/** Lower case letters and digits that nobody mistakes for another: no 0 o 1 i l. */
const ID_DIGITS = '23456789abcdefghjkmnpqrstuvwxyz';
/** Upper case, for people to read and type: no 0 O 1 I; 32 signs. */
const CODE_DIGITS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const MAC_LENGTH = 24; // 24 × log2(31) = 118 bits
const CODE_LENGTH = 8;

/** A Message-ID with angle brackets (RFC 5322 section 3.6.4); the same for the same input. */
export function ownMessageId(own: OwnMessage & { key: Uint8Array; domain: string }): string {
  const domain = own.domain.toLowerCase();
  const numbers = `${encodeNumber(own.bookingId)}.${encodeNumber(own.mailId)}`;
  return `<${numbers}.${mac(numbers, domain, own.key)}@${domain}>`;
}

/** What an identifier stands for where it is ours; null for any other or a forged one. */
export function verifyOwnMessageId(id: string, key: Uint8Array): OwnMessage | null {
  const match = OWN_ID.exec(id.trim().toLowerCase());
  const [, booking = '', mail = '', said = '', domain = ''] = match ?? [];
  if (!match) return null;
  const expected = mac(`${booking}.${mail}`, domain, key);
  if (!timingSafeEqual(Buffer.from(said), Buffer.from(expected))) return null;
  return { bookingId: decodeNumber(booking), mailId: decodeNumber(mail) };
}

const DIGIT = `[${ID_DIGITS}]`;
const OWN_ID = new RegExp(
  `^<?(${DIGIT}{1,11})\\.(${DIGIT}{1,11})\\.(${DIGIT}{${MAC_LENGTH}})@([^\\s<>@]{1,255})>?$`,
);

/** A reference code "K7QM-2WXA" out of at least eight random bytes. */
export function referenceCode(randomBytes: Uint8Array): string {
  if (randomBytes.length < CODE_LENGTH) {
    throw new RangeError(`a reference code takes ${CODE_LENGTH} bytes, got ${randomBytes.length}`);
  }
  const signs = [...randomBytes.subarray(0, CODE_LENGTH)].map((byte) => CODE_DIGITS[byte % 32]);
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`;
}

/**
 * The reference code in a subject, in the form of `referenceCode`, or null. Width, case,
 * hyphen and brackets do not matter; without its label 予約番号 a code counts only alone in
 * brackets and with a letter in it, so that no 求職番号 is taken for one.
 */
export function readReferenceCode(subject: string): string | null {
  const text = subject.slice(0, 2000).normalize('NFKC').toUpperCase();
  const match = LABELLED_CODE.exec(text) ?? BRACKETED_CODE.exec(text);
  if (!match) return null;
  const code = `${match[1]}-${match[2]}`;
  return match[0].includes('番号') || /[A-Z]/.test(code) ? code : null;
}

/** Every code in a text that is written as we write it, with its hyphen; each once, at most so many. */
export function referenceCodesIn(text: string): string[] {
  const plain = text.slice(0, 20_000).normalize('NFKC').toUpperCase();
  const found = [...plain.matchAll(BARE_CODE)].map(([, head, tail]) => `${head}-${tail}`);
  return [...new Set(found)].filter((code) => /[A-Z]/.test(code)).slice(0, MAX_CODES);
}

const MAX_CODES = 10;
const HYPHEN = '\\s{0,3}[-\u2010-\u2015\u2212ー~_]?\\s{0,3}';
const SIGN = `[${CODE_DIGITS}]`;
const CODE = `(${SIGN}{4})${HYPHEN}(${SIGN}{4})(?![0-9A-Z])`;
const BARE_CODE = new RegExp(
  `(?<![0-9A-Z])(${SIGN}{4})[-\u2010-\u2015\u2212ー](${SIGN}{4})(?![0-9A-Z])`,
  'g',
);
const LABELLED_CODE = new RegExp(`(?:予約|受付|受付け|整理)番号[\\s:は#・]{0,5}${CODE}`);
const BRACKETED_CODE = new RegExp(`[[(【〔「『<〈《]\\s{0,3}#?${CODE}\\s{0,3}[\\])】〕」』>〉》]`);

/** The keys by which the store finds the booking of an answer, the strongest first. */
export interface ThreadKeys {
  /** In-Reply-To, then References from the end; with angle brackets, each once. */
  messageIds: string[];
  /** The reference code in the subject. */
  reference: string | null;
  /** The reference code behind "+" in an address that the mail was sent to. */
  plusReference: string | null;
}

const MAX_MESSAGE_IDS = 100;

/** The thread keys of a message (trap 6). Bounded for hostile reference lists. */
export function threadKeys(
  message: Pick<InboundMessage, 'inReplyTo' | 'references' | 'subject' | 'to' | 'cc' | 'headers'>,
): ThreadKeys {
  const ids = [
    ...message.inReplyTo.slice(0, MAX_MESSAGE_IDS),
    ...message.references.slice(-MAX_MESSAGE_IDS).reverse(),
  ];
  return {
    messageIds: [...new Set(ids)].slice(0, MAX_MESSAGE_IDS),
    reference: readReferenceCode(message.subject),
    plusReference: readPlusReference(message),
  };
}

/** Headers in which servers write the envelope recipient. */
const RECIPIENT_HEADERS = new Set(['delivered-to', 'x-original-to', 'envelope-to']);
const PLUS_CODE = new RegExp(`\\+(${SIGN}{4})-?(${SIGN}{4})@`);

function readPlusReference(message: Pick<InboundMessage, 'to' | 'cc' | 'headers'>): string | null {
  const named = message.headers.filter((header) => RECIPIENT_HEADERS.has(header.name));
  const addresses = [...message.to, ...message.cc].map((mailbox) => mailbox.address);
  for (const address of [...addresses, ...named.map((header) => header.value)]) {
    const match = PLUS_CODE.exec(address.slice(0, 1000).toUpperCase());
    if (match) return `${match[1]}-${match[2]}`;
  }
  return null;
}

function mac(numbers: string, domain: string, key: Uint8Array): string {
  const digest = createHmac('sha256', key).update(`${numbers}@${domain}`).digest();
  return [...digest.subarray(0, MAC_LENGTH)].map((byte) => ID_DIGITS[byte % 31]).join('');
}

function encodeNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no row number: ${value}`);
  let rest = value;
  let digits = '';
  do {
    digits = ID_DIGITS.charAt(rest % 31) + digits;
    rest = Math.floor(rest / 31);
  } while (rest > 0);
  return digits;
}

function decodeNumber(digits: string): number {
  return [...digits].reduce((value, digit) => value * 31 + ID_DIGITS.indexOf(digit), 0);
}
