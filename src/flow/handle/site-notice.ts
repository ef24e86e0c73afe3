/**
 * A booking site's notice (6(2) ただし): recognised by sender and subject, its fields cut out by the
 * configured patterns and read like any request. Pure; it knows no booking and decides nothing.
 */
import type { SiteFormat } from '../../config/booking-site.ts';
import { addressKey } from '../../message/address.ts';
import { readRequest } from '../../reading/request.ts';
import type { RequestReading } from '../../reading/types.ts';
import type { MailInHand, ReadText } from '../arrival/understand.ts';

export interface SiteNotice extends ReadText<RequestReading> {
  site: string;
  what: 'booked' | 'cancelled';
  /** The site's own number of the booking; null where the notice names none. */
  reference: string | null;
}

type Field = keyof SiteFormat['fields'];

/** The labels under which the reading knows the fields; the site's own number is not read. */
const LABELS: Record<Exclude<Field, 'reference'>, string> = {
  name: '氏名',
  seekerNumber: '求職番号',
  datetime: '希望日時',
  phone: '電話番号',
  topic: '相談内容',
};

const MOST_LINES = 500;
const LONGEST_LINE = 500;

/** Whether a mail is a notice of one of the sites; the sender's authentication is not asked here. */
export function isSiteNotice(formats: readonly SiteFormat[], mail: MailInHand): boolean {
  return formatOf(formats, mail) !== null;
}

/** Reads a notice; null where the mail is none. */
export function readSiteNotice(
  formats: readonly SiteFormat[],
  mail: MailInHand,
): SiteNotice | null {
  const found = formatOf(formats, mail);
  if (found === null) return null;
  const { format, what } = found;
  const values = fieldsOf(mail.message.text, format.fields);
  const text = Object.entries(LABELS)
    .flatMap(([key, label]) => {
      const value = values.get(key as Field);
      return value ? [`${label}：${value}`] : [];
    })
    .join('\n');
  return {
    site: format.name,
    what,
    reference: values.get('reference') || null,
    text,
    reading: readRequest({ subject: '', text, sender: null }, mail.arrivedAt),
  };
}

function formatOf(formats: readonly SiteFormat[], { message, sender }: MailInHand) {
  const plain = sender.toLowerCase();
  for (const format of formats) {
    if (!format.senders.some((address) => addressKey(address).toLowerCase() === plain)) continue;
    const { booked, cancelled } = format.subject;
    // A subject of both would be a cancellation: 「予約完了メールのキャンセル」.
    if (cancelled?.test(message.subject)) return { format, what: 'cancelled' as const };
    if (booked.test(message.subject)) return { format, what: 'booked' as const };
  }
  return null;
}

/** The values of the fields, each from the first line that fits; below a bare label the next line. */
function fieldsOf(text: string, fields: SiteFormat['fields']): Map<Field, string> {
  const patterns = Object.entries(fields).flatMap(([key, pattern]) =>
    pattern === null ? [] : [{ key: key as Field, pattern }],
  );
  const lines = text
    .split('\n')
    .slice(0, MOST_LINES)
    .map((line) => line.slice(0, LONGEST_LINE).trim());
  const fits = (line: string) => patterns.find(({ pattern }) => pattern.test(line));
  const values = new Map<Field, string>();
  lines.forEach((line, i) => {
    const found = fits(line);
    if (found === undefined || values.has(found.key)) return;
    const value = found.pattern.exec(line)?.[1]?.trim() ?? '';
    const below = belowOf(lines.slice(i + 1), (each) => fits(each) !== undefined);
    // Only the matter of the counselling goes on over several lines.
    const parts =
      found.key === 'topic' ? [value, ...below] : [value === '' ? (below[0] ?? '') : value];
    values.set(found.key, parts.filter((part) => part !== '').join('\n'));
  });
  return values;
}

/** The lines below a label up to an empty one, a rule or the next label. */
function belowOf(lines: string[], isLabel: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => line === '' || RULE.test(line) || isLabel(line));
  return end < 0 ? lines.slice(0, 1) : lines.slice(0, end);
}

const RULE = /^[-=_*─━―＝－ー]{3,}/u;
