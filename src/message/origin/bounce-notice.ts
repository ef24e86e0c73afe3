/**
 * Delivery notices: not delivered, delayed, delivered. Stands after the vacations, which
 * may have a null Return-Path as well. What the notice says is for `bounce.ts`; here only
 * whether it is one. It never speaks because of words that the sender quotes or forwards.
 */

import { NOTICE_SUBJECT } from '../bounce/notice-forms.ts';
import { recogniseNotice } from '../bounce/notice-text.ts';
import type { InboundMessage } from '../types.ts';
import {
  deliveryReport,
  failedRecipients,
  fromPostmaster,
  mailerDaemon,
  noAuthor,
  nullReversePath,
} from './delivery-traces.ts';
import { headerEvidence } from './header-evidence.ts';
import type { OriginRule } from './rule.ts';

/** RFC 6522/3464: multipart/report; report-type=delivery-status. */
export const deliveryStatusReport: OriginRule = {
  name: 'delivery-status-report',
  origin: 'bounce',
  find: ({ message }) => deliveryReport(message),
};

/** X-Failed-Recipients, or an author who is the mail system itself (RFC 5321 4.5.5). */
export const mailSystemAuthor: OriginRule = {
  name: 'mail-system-author',
  origin: 'bounce',
  find: ({ message }) => failedRecipients(message) ?? mailerDaemon(message),
};

/** A null sender, or postmaster, together with the subject of a notice. */
export const noticeSubject: OriginRule = {
  name: 'delivery-notice-subject',
  origin: 'bounce',
  find({ message, subject }) {
    if (!NOTICE_SUBJECT.test(subject)) return null;
    const trace = machineTrace(message);
    return trace ? `subject: ${subject} / ${trace}` : null;
  },
};

/** The wording of a mail system at the top of the body: the forms of `bounce/notice-forms.ts`. */
export const noticeWords: OriginRule = {
  name: 'delivery-notice-words',
  origin: 'bounce',
  find({ message, subject }) {
    if (/^(?:re|fwd?|fw|転送|返信)\s*[:：]/iu.test(subject)) return null;
    const form = recogniseNotice(message);
    if (form === null) return null;
    const bySubject = NOTICE_SUBJECT.test(subject) ? `subject: ${subject}` : null;
    const support = machineTrace(message) ?? bySubject ?? (form.sure ? 'words alone' : null);
    return support ? `${form.name}: ${form.evidence} / ${support}` : null;
  },
};

function machineTrace(message: InboundMessage): string | null {
  return (
    nullReversePath(message) ??
    fromPostmaster(message) ??
    noAuthor(message) ??
    headerEvidence(message, 'auto-submitted', /^auto-/iu)
  );
}
