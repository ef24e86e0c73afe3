/**
 * Delivery notices: not delivered, delayed, delivered. Stands after the vacations, which
 * may have a null Return-Path as well. What the notice says is for `bounce.ts`; here only
 * whether it is one. It never speaks because of words that the sender quotes or forwards.
 */

import { deliveryReport } from '../bounce/delivery-traces.ts';
import {
  noticeByReturn,
  noticeBySubject,
  noticeBySystem,
  noticeByWords,
} from '../bounce/notice-recognition.ts';
import type { OriginRule } from './rule.ts';

/** RFC 6522/3464: multipart/report; report-type=delivery-status. */
export const deliveryStatusReport: OriginRule = {
  name: 'delivery-status-report',
  origin: 'bounce',
  find: ({ message }) => deliveryReport(message),
};

/**
 * X-Failed-Recipients, or an author who is the mail system itself. Seen: Exim, Gmail, qmail,
 * sendmail.
 */
export const mailSystemAuthor: OriginRule = {
  name: 'mail-system-author',
  origin: 'bounce',
  find: ({ message }) => noticeBySystem(message),
};

/** A subject of `bounce/notice-forms.ts` with a trace of a machine. Seen: au, biglobe, m-FILTER. */
export const noticeSubject: OriginRule = {
  name: 'delivery-notice-subject',
  origin: 'bounce',
  find: ({ message }) => noticeBySubject(message),
};

/** The wording of a mail system at the top of the body. Seen: KDDI, Exchange 2003, IMail. */
export const noticeWords: OriginRule = {
  name: 'delivery-notice-words',
  origin: 'bounce',
  find: ({ message }) => noticeByWords(message),
};

/** A null sender that returns a mail (RFC 5321 4.5.5, RFC 3462): notices in other languages. */
export const noticeReturn: OriginRule = {
  name: 'returned-mail',
  origin: 'bounce',
  find: ({ message }) => noticeByReturn(message),
};
