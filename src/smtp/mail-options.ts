/**
 * An OutboundMessage in the form that the SMTP package takes, so fixed that the same message gives
 * the same bytes on every try: date, Message-ID, boundary and encoding are all decided here.
 * Pure; never sends. Names no file and no URL, and hands over every address as an object.
 */
import { createHash } from 'node:crypto';
import { OFFICE_TIME_ZONE } from '../domain/deadline.ts';
import type { OutboundMessage } from '../domain/outbound.ts';

/** The fields used of the package's message options. */
export interface MailOptions {
  from: Mailbox;
  replyTo: Mailbox;
  to: Mailbox;
  subject: string;
  text: string;
  textEncoding: 'base64';
  date: string;
  messageId: string;
  inReplyTo?: string;
  references?: string[];
  headers: Record<string, string>;
  attachments: CalendarPart[];
  envelope: { from: Mailbox; to: Mailbox[] };
  baseBoundary: string;
  xMailer: false;
  disableFileAccess: true;
  disableUrlAccess: true;
}

interface Mailbox {
  name: string;
  address: string;
}

interface CalendarPart {
  filename: string;
  content: string;
  contentType: string;
  contentTransferEncoding: 'base64';
}

/** `recipient` and `envelopeFrom` as written by `wireAddress`. */
export function mailOptions(
  mail: OutboundMessage,
  recipient: string,
  envelopeFrom: string,
): MailOptions {
  const { calendar } = mail;
  return {
    from: mail.from,
    replyTo: mail.replyTo,
    to: { name: mail.to.name, address: recipient },
    subject: mail.subject,
    // RFC 2046 4.1.1: CRLF also inside base64; the package encodes line ends as it finds them.
    text: mail.text.replace(/\r?\n/g, '\r\n'),
    textEncoding: 'base64',
    date: rfc5322Date(mail.date),
    messageId: mail.messageId,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    ...(mail.references.length === 0 ? {} : { references: mail.references }),
    headers: { 'Auto-Submitted': mail.autoSubmitted },
    attachments:
      calendar === null
        ? []
        : [
            {
              filename: calendar.fileName,
              content: calendar.content,
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
              contentTransferEncoding: 'base64',
            },
          ],
    envelope: { from: { name: '', address: envelopeFrom }, to: [{ name: '', address: recipient }] },
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 5322 3.3 date-time in Japan's time, independent of the process's time zone and language. */
export function rfc5322Date(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO(OFFICE_TIME_ZONE);
  const day = `${DAYS[at.dayOfWeek - 1]}, ${two(at.day)} ${MONTHS[at.month - 1]} ${at.year}`;
  return `${day} ${two(at.hour)}:${two(at.minute)}:${two(at.second)} ${at.offset.replace(':', '')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
