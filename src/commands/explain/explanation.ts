/**
 * What the bot reads in one mail, with the text that every value points into. It asks the same
 * questions as the bot (`flow/arrival/understand.ts`), without the store: nothing is looked up,
 * written or sent, and what depends on a booking is told as such.
 */
import type { Config } from '../../config.ts';
import { isRequest } from '../../flow/arrival/is-request.ts';
import {
  type CounselorMail,
  type MailInHand,
  type ReadText,
  type ReplyWords,
  readCounselorMail,
  readMemo,
  readReplyWords,
  readSeekerRequest,
  readSupplement,
  type Speaker,
  whoSpeaks,
} from '../../flow/arrival/understand.ts';
import { onlySettles } from '../../flow/handle/handle-settle.ts';
import { readSiteNotice, type SiteNotice } from '../../flow/handle/site-notice.ts';
import { authenticationFailed } from '../../message/authentication.ts';
import { forwardedPart } from '../../message/forwarded.ts';
import { type ReplyText, replyText } from '../../message/reply-text.ts';
import type { Authentication } from '../../message/types.ts';
import type { RequestReading } from '../../reading/types.ts';
import { bookedStart } from './booked-start.ts';
import { type MailClass, machinesMail, personsMail, threadSign } from './kind.ts';

export interface Explanation {
  kind: MailClass;
  speaker: Speaker;
  mail: MailInHand;
  /** True or false as the office's server says; null where it said nothing. */
  authenticated: boolean | null;
  /** What shows that the mail answers another, in words; null where nothing does. */
  threadSign: string | null;
  written: ReplyText;
  /** The items, as a request, a memo or an answer to a question; null in a machine's mail. */
  items: ReadText<RequestReading> | null;
  /** Whether a booking could begin with the items. */
  isRequest: boolean;
  reply: ReplyWords | null;
  counselor: CounselorMail | null;
  /** A forward that nobody reads as a memo, since its sender is not known as staff. */
  isStrangersForward: boolean;
  /** A notice of a booking site that the config knows; null for every other mail. */
  site: SiteNotice | null;
}

/**
 * Reads one mail; `isStaff` is asked with the canonical address of the author, `sites` are the
 * configured formats of booking sites.
 */
export function explanationOf(
  mail: MailInHand,
  isStaff: (sender: string) => boolean,
  sites: Config['bookingSite'] = [],
): Explanation {
  const notice = readSiteNotice(sites, mail);
  const speaker = whoSpeaks(mail, isStaff, () => notice !== null);
  switch (speaker) {
    case 'site':
      return ofSite(mail, notice);
    case 'own':
    case 'bounce':
    case 'machine':
      return ofMachine(mail, speaker);
    case 'counselor':
      return ofCounselor(mail);
    default:
      return ofPerson(mail, speaker);
  }
}

function blank(mail: MailInHand, speaker: Speaker, written: ReplyText) {
  return {
    speaker,
    mail,
    authenticated: authenticatedOf(mail.message.authentication),
    threadSign: threadSign(mail.message),
    written,
    items: null,
    isRequest: false,
    reply: null,
    counselor: null,
    isStrangersForward: false,
    site: null,
  };
}

function ofSite(mail: MailInHand, notice: SiteNotice | null): Explanation {
  return {
    ...blank(mail, 'site', replyText(mail.message, null)),
    kind: 'site_notice',
    items: notice,
    site: notice,
  };
}

function ofMachine(mail: MailInHand, speaker: Speaker): Explanation {
  const written = replyText(mail.message, null);
  const notice = readMemo(mail, written, null);
  const kind = machinesMail({ speaker, origin: mail.verdict.origin }, notice.reading);
  return {
    ...blank(mail, speaker, written),
    kind,
    items: kind === 'site_notice' ? notice : null,
  };
}

function ofCounselor(mail: MailInHand): Explanation {
  const answers = threadSign(mail.message) !== null;
  const counselor = readCounselorMail(mail, answers ? { ourText: null } : null);
  const { written, words, forwarded } = counselor;
  const items = answers
    ? readSupplement(mail, written, 'counselor')
    : readMemo(mail, written, forwarded);
  const isMemo = onlySettles(words.words) && isRequest(items.reading);
  const speaks = words.words.length > 0 && !isMemo;
  return {
    ...blank(mail, 'counselor', written),
    kind: 'counselor',
    items: speaks ? null : items,
    isRequest: !speaks && isRequest(items.reading),
    counselor,
  };
}

function ofPerson(mail: MailInHand, speaker: Speaker): Explanation {
  const written = replyText(mail.message, null);
  const asRequest = readSeekerRequest(mail, written);
  const start = isRequest(asRequest.reading);
  const base = blank(mail, speaker, written);
  const kind = personsMail(asRequest.reading, {
    isRequest: start,
    answers: base.threadSign !== null,
  });
  const booked = bookedStart(mail.message.subject, written, mail.arrivedAt);
  return {
    ...base,
    kind,
    items: kind === 'reply' ? readSupplement(mail, written, 'seeker') : asRequest,
    isRequest: start,
    reply: kind === 'reply' ? readReplyWords(mail, written, { booked, offered: [] }) : null,
    isStrangersForward: kind === 'other' && forwardedPart(mail.message) !== null,
  };
}

/** RFC 8601, in one word: one method that passes is enough where DMARC does not object. */
function authenticatedOf(authentication: Authentication): boolean | null {
  if (authenticationFailed(authentication)) return false;
  const { dmarc, dkim, spf } = authentication;
  return [dmarc, dkim, spf].includes('pass') ? true : null;
}
