/**
 * Machine or person: who sent a mail, by an ordered table of small rules, of which the
 * first that finds its evidence decides (RFC 3834, 3464, 8098, 6047, 5965, 2369 and custom).
 * Anything but `person` confirms nothing and goes to the list for staff; nothing is dropped
 * here, and the thread (In-Reply-To, References) is never asked: robots carry it too.
 */

import {
  deliveryStatusReport,
  mailSystemAuthor,
  noticeReturn,
  noticeSubject,
  noticeWords,
} from './origin/bounce-notice.ts';
import { calendarAnswer, exchangeMeetingAnswer } from './origin/calendar-reply.ts';
import { challengeHeader, challengeText } from './origin/challenge.ts';
import { complaintHeader, feedbackReport } from './origin/feedback-report.ts';
import { judgedMail, type OriginContext } from './origin/judged-mail.ts';
import { listHeader, precedence, unsubscribeHeader } from './origin/mailing-list.ts';
import { newsletterFooter } from './origin/newsletter.ts';
import { noReplyMailbox } from './origin/no-reply.ts';
import { nullSender } from './origin/null-sender.ts';
import { ownAddress, ownMessageId } from './origin/own-mail.ts';
import { dispositionNotification, receiptText } from './origin/read-receipt.ts';
import type { OriginRule } from './origin/rule.ts';
import { autoSubmittedOther, serviceHeader } from './origin/service-mail.ts';
import { acknowledgementText, gatewayText, vacationText } from './origin/text-evidence.ts';
import { autoReplied, autoresponderHeader, inboxRulesLoop } from './origin/vacation-header.ts';
import { vacationSubject } from './origin/vacation-subject.ts';
import type { InboundMessage, OriginVerdict } from './types.ts';

/** THE TABLE. The order is the policy: see the headers of the files for what each relies on. */
const RULES: readonly OriginRule[] = [
  // our own mail, or a loop
  ownMessageId,
  ownAddress,
  // read receipt, calendar answer
  dispositionNotification,
  receiptText,
  calendarAnswer,
  exchangeMeetingAnswer,
  // challenge: says most exactly what an automatic answer is
  challengeHeader,
  challengeText,
  // absence reply: before the bounces, 4 of 10 have a null Return-Path
  autoReplied,
  autoresponderHeader,
  inboxRulesLoop,
  vacationSubject,
  // bounce, delay notice, feedback report
  feedbackReport,
  deliveryStatusReport,
  mailSystemAuthor,
  noticeSubject,
  noticeWords,
  noticeReturn,
  complaintHeader,
  // words of an absence, of a desk
  vacationText,
  gatewayText,
  acknowledgementText,
  // mail to many, or that wants no answer
  listHeader,
  unsubscribeHeader,
  precedence,
  autoSubmittedOther,
  noReplyMailbox,
  serviceHeader,
  newsletterFooter,
  nullSender,
];

/** Judges who sent the mail; `person` with rule null where no rule found anything. Never throws. */
export function judgeOrigin(message: InboundMessage, context: OriginContext): OriginVerdict {
  const mail = judgedMail(message, context);
  for (const { name, origin, find } of RULES) {
    const evidence = find(mail);
    if (evidence !== null) return { origin, rule: name, evidence };
  }
  return { origin: 'person', rule: null, evidence: '' };
}
