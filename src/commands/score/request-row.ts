/**
 * The labelled requests (one mail a line) and the prediction in the same form, as the labelled
 * data's README defines them. Types and the predictor; it judges nothing. The reading is the
 * bot's own: the mail text is cut by `message/`, then read by `reading/`.
 */
import type { ItemName } from '../../domain/booking.ts';
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { splitForward } from '../../message/forwarded.ts';
import { splitReply } from '../../message/reply-text.ts';
import { correctsOriginal } from '../../reading/counselor/corrections.ts';
import { bookableStarts } from '../../reading/items/wish-doubt.ts';
import { readRequest } from '../../reading/request.ts';
import type { RequestText } from '../../reading/types.ts';

export interface RequestExpectation {
  name: string | null;
  seekerNumber: string | null;
  start: string[];
  phone: string | null;
  topic_contains: string[];
  missing: string[];
  unclear?: string[];
  intent?: string;
  flags?: string[];
  device?: string;
  /** The full reading where `start` is empty, or other shapes of the data's author. */
  datetime?: unknown;
  /** Other right answers by field. */
  accept?: Record<string, unknown[]>;
  /** Values by field that must never be taken. */
  not?: Record<string, string[]>;
  missing_ok?: string[];
}

/** A mail as the rows hold it. */
export interface RequestMail {
  /** ISO 8601 with offset: the reference instant. */
  received: string;
  subject: string;
  /** RFC 5322 From as written. */
  from: string;
  text: string;
}

export interface RequestRow extends RequestMail {
  id: string;
  expect: RequestExpectation;
  style?: string;
}

/** Whether a parsed value holds the labels that every row must have. */
export function isRequestExpectation(value: unknown): value is RequestExpectation {
  if (typeof value !== 'object' || value === null) return false;
  const labels = value as Record<string, unknown>;
  return ['start', 'topic_contains', 'missing'].every((field) => Array.isArray(labels[field]));
}

export interface RequestPrediction {
  name: string | null;
  seekerNumber: string | null;
  /** ISO 8601 with +09:00, the dearest first. */
  start: string[];
  phone: string | null;
  /** The text that was read as ⑤ 相談内容. */
  topic: string | null;
  missing: string[];
  unclear: string[];
  intent: string;
  flags: string[];
}

/** A staff or machine sender: its display name is not the seeker's. */
const NOT_THE_SEEKER =
  /\.go\.jp$|\.lg\.jp$|^(?:no-?reply|bookings?|yoyaku|form|info|support|system)/i;

/** What the bot reads in a labelled mail. */
export function predictRequest(row: RequestMail): RequestPrediction {
  const reference = Temporal.Instant.from(row.received).toZonedDateTimeISO(OFFICE_TIME_ZONE);
  const reading = readRequest(unquoted(row), reference);
  const { name, seekerNumber, wish, phone, topic } = reading.items;
  return {
    name: name?.value ?? null,
    seekerNumber: seekerNumber?.value ?? null,
    start: wish === null || isCorrectedAbove(row) ? [] : bookableStarts(wish.value).map(isoOf),
    phone: phone?.value ?? null,
    topic: topic?.value ?? null,
    missing: reading.missing.map(labelOf),
    unclear: reading.unclear.map((entry) => labelOf(entry.item)),
    intent: reading.intent,
    flags: reading.flags,
  };
}

/** The bot asks back where the forwarder corrects what he forwards. */
function isCorrectedAbove(row: RequestMail): boolean {
  const forward = forwardIn(row);
  return forward !== null && correctsOriginal(`${forward.comment}\n${forward.between}`);
}

function forwardIn(row: RequestMail) {
  const context = { subject: row.subject, from: [senderOf(row.from)], to: [], answers: false };
  return splitForward(row.text, context);
}

/** The same cut as in the bot: a forward's inner mail, else what was written anew. */
function unquoted(row: RequestMail): RequestText {
  const sender = senderOf(row.from);
  const forward = forwardIn(row);
  if (forward !== null) {
    return { subject: forward.subject, text: forward.text, sender: asSender(forward.from) };
  }
  const { newText, signature } = splitReply(row.text, null);
  const text = [newText, signature].filter((part) => part !== '').join('\n\n');
  return { subject: row.subject, text, sender: asSender(sender) };
}

function asSender(mailbox: { name: string; address: string } | null): RequestText['sender'] {
  if (mailbox === null || NOT_THE_SEEKER.test(mailbox.address)) return null;
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1);
  return NOT_THE_SEEKER.test(domain) ? null : mailbox;
}

function senderOf(from: string): { name: string; address: string } {
  const open = from.lastIndexOf('<');
  if (open === -1) return { name: '', address: from.trim() };
  const address = from
    .slice(open + 1)
    .replace('>', '')
    .trim();
  return { name: from.slice(0, open).replace(/["']/g, '').trim(), address };
}

/** The labelled rows call the item 希望日時 by its field, `start`. */
function labelOf(item: ItemName): string {
  return item === 'datetime' ? 'start' : item;
}

function isoOf(start: Temporal.ZonedDateTime): string {
  return start.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
