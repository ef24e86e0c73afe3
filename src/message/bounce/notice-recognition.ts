/**
 * Whether a mail is a delivery notice, asked in five ways: report, fields of mail systems, subject,
 * words, a returned mail. The judge of origins asks each by itself, the reader of bounces all.
 * Words alone count only where no person would write them; otherwise the subject of a notice or a
 * trace of a machine must stand beside them. Forwards and answers of people are never taken for
 * notices.
 */

import { headerEvidence } from '../header-evidence.ts';
import type { InboundMessage } from '../types.ts';
import {
  deliveryReport,
  failedRecipients,
  fromPostmaster,
  mailerDaemon,
  noAuthor,
  nullReversePath,
} from './delivery-traces.ts';
import { NOTICE_FORMS, NOTICE_SUBJECT } from './notice-forms.ts';
import { noticeText } from './notice-text.ts';

const OPENING_AT_MOST = 3_000;
const ANSWER_OR_FORWARD = /^(?:re|fwd?|fw|転送|返信)\s*[:：]/iu;

/** X-Failed-Recipients, or an author who is the mail system itself (RFC 5321 4.5.5). */
export function noticeBySystem(message: InboundMessage): string | null {
  return failedRecipients(message) ?? mailerDaemon(message);
}

/** The subject of a notice together with a null sender, postmaster or another trace of a machine. */
export function noticeBySubject(message: InboundMessage): string | null {
  const subject = bareSubject(message);
  if (!NOTICE_SUBJECT.test(subject)) return null;
  const trace = machineTrace(message);
  return trace ? `subject: ${subject} / ${trace}` : null;
}

/**
 * The wording of a mail system at the top of the body, with a trace of a machine unless the form is
 * sure.
 */
export function noticeByWords(message: InboundMessage): string | null {
  const subject = bareSubject(message);
  if (ANSWER_OR_FORWARD.test(subject)) return null;
  const top = noticeText(message).notice.slice(0, OPENING_AT_MOST).normalize('NFKC');
  for (const { name, opening, needs } of NOTICE_FORMS) {
    const words = opening.exec(top)?.[0].replace(/\s+/gu, ' ').trim().slice(0, 120);
    if (words === undefined) continue;
    const bySubject = NOTICE_SUBJECT.test(subject) ? `subject: ${subject}` : null;
    const support = machineTrace(message) ?? (needs === 'trace' ? null : bySubject);
    if (support) return `${name}: ${words} / ${support}`;
    if (needs === 'nothing') return `${name}: ${words}`;
  }
  return null;
}

const RETURNED_HEADER = /^[ \t]{0,4}message-id:[ \t]*\S/imu;

/** A null sender and a mail that comes back with its Message-ID, in whatever language the notice is. */
export function noticeByReturn(message: InboundMessage): string | null {
  const trace = nullReversePath(message);
  if (trace === null || ANSWER_OR_FORWARD.test(bareSubject(message))) return null;
  const headers = message.parts.find(({ contentType }) => contentType === 'text/rfc822-headers');
  if (message.attached.length > 0 || headers) return `${trace} / a returned mail`;
  const inText = RETURNED_HEADER.exec(noticeText(message).returned);
  return inText ? `${trace} / ${inText[0].trim()}` : null;
}

/** Any of the five. */
export function isDeliveryNotice(message: InboundMessage): boolean {
  const found =
    deliveryReport(message) ??
    noticeBySystem(message) ??
    noticeBySubject(message) ??
    noticeByWords(message) ??
    noticeByReturn(message);
  return found !== null;
}

function bareSubject({ subject }: InboundMessage): string {
  return subject.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

function machineTrace(message: InboundMessage): string | null {
  return (
    nullReversePath(message) ??
    fromPostmaster(message) ??
    noAuthor(message) ??
    headerEvidence(message, 'auto-submitted', /^auto-/iu)
  );
}
