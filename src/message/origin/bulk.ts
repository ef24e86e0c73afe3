/**
 * Mail to many, and mail to which no answer is wanted: mailing lists, newsletters, notices
 * of services. Relies on the header fields of RFC 2369, 2919, 8058 and on custom. A list
 * that is the office's own mailbox (a shared mailbox run as a group) makes no bulk of it.
 */
import { headerEvidence, headerValues } from './header-evidence.ts';
import type { JudgedMail } from './judged-mail.ts';
import { PERSON_PHRASES } from './person-phrases.ts';
import { phraseScore } from './phrase-score.ts';
import type { OriginRule } from './rule.ts';

/** Data: fields that lists write, by what they come from. */
const LIST_HEADERS: readonly string[] = [
  ...['list-id', 'list-post', 'list-help', 'list-subscribe', 'list-owner', 'list-archive'], // RFC 2369, 2919
  ...['list-unsubscribe-post', 'x-csa-complaints'], // RFC 8058, certified mass senders
  ...['mailing-list', 'x-mailing-list', 'x-mailman-version', 'x-beenthere'], // ezmlm, Mailman
  ...['x-ml-name', 'x-ml-info', 'x-mlserver', 'x-mail-count', 'x-ml-count'], // fml, QuickML
  ...['x-listserver', 'x-listmember', 'x-list', 'x-listname', 'x-google-group-id'],
  ...['x-campaign-id', 'x-campaignid', 'x-mailer-campaign'], // newsletters
];

/** Headers of mailing lists and newsletters. */
export const listHeader: OriginRule = {
  name: 'list-header',
  origin: 'bulk',
  find(mail) {
    if (ownList(mail)) return null;
    for (const name of LIST_HEADERS) {
      const found = headerEvidence(mail.message, name, /\S/u);
      if (found) return found;
    }
    return null;
  },
};

/**
 * List-Unsubscribe alone (RFC 2369 3.2): newsletters, but forwarding services add it too,
 * so a short answer in which a person takes a stand stays a person's.
 */
export const unsubscribeHeader: OriginRule = {
  name: 'unsubscribe-header',
  origin: 'bulk',
  find: (mail) =>
    ownList(mail) || answersBriefly(mail)
      ? null
      : headerEvidence(mail.message, 'list-unsubscribe', /\S/u),
};

/** Precedence: bulk, junk, list (custom, named in RFC 3834 2 and RFC 2076). */
export const precedence: OriginRule = {
  name: 'precedence',
  origin: 'bulk',
  find(mail) {
    if (ownList(mail)) return null;
    return (
      headerEvidence(mail.message, 'precedence', /^(?:bulk|junk|list)\b/iu) ??
      headerEvidence(mail.message, 'x-precedence', /^(?:bulk|junk|list)\b/iu)
    );
  },
};

/** RFC 3834 5: auto-generated, auto-notified (RFC 5435) and any word but "no". Seen: cron, services, Outlook.com. */
export const autoSubmittedOther: OriginRule = {
  name: 'auto-submitted-generated',
  origin: 'bulk',
  find: (mail) => headerEvidence(mail.message, 'auto-submitted', /^(?!no\b)\S/iu),
};

/** Headers by which senders of mass and transactional mail sort complaints and campaigns. */
const SERVICE_HEADERS: readonly { name: string; value: RegExp; seen: string }[] = [
  { name: 'feedback-id', value: /\S/u, seen: 'Gmail feedback loop; SES, SendGrid, Mailchimp' },
  { name: 'x-ses-outgoing', value: /\S/u, seen: 'Amazon SES' },
  { name: 'x-sg-eid', value: /\S/u, seen: 'SendGrid' },
  { name: 'x-mailgun-sid', value: /\S/u, seen: 'Mailgun' },
  { name: 'x-mc-user', value: /\S/u, seen: 'Mailchimp, Mandrill' },
  { name: 'x-mandrill-user', value: /\S/u, seen: 'Mandrill' },
  { name: 'x-pm-message-id', value: /\S/u, seen: 'Postmark' },
  { name: 'x-report-abuse', value: /\S/u, seen: 'mass senders' },
  { name: 'x-cron-env', value: /\S/u, seen: 'Vixie cron' },
  { name: 'x-auto-generated', value: /^(?!\s*(?:no|false|0)\s*$)/iu, seen: 'services' },
  {
    name: 'x-mailer',
    value: /\b(?:mailchimp|acmailer|blastmail|combz|mailpia|cuenote|wisemail|まぐまぐ)/iu,
    seen: 'newsletters',
  },
];

export const serviceHeader: OriginRule = {
  name: 'service-header',
  origin: 'bulk',
  find(mail) {
    for (const { name, value } of SERVICE_HEADERS) {
      const found = headerEvidence(mail.message, name, value);
      if (found) return found;
    }
    return null;
  },
};

/** The mailbox itself says that nobody reads answers: no-reply@, owner-…@, …-bounces@. */
const NO_REPLY_MAILBOX =
  /^(?:[\w.+-]{0,30}[-_.+])?(?:no[-_.]?reply|non[-_.]?reply|not[-_.]?reply|do[-_.]?not[-_.]?reply|dont[-_.]?reply|noresponse|no[-_.]?response|unattended|henshin[-_.]?(?:fuka|fuyou?))(?:[-_.+\d][\w.+-]{0,30})?@/u;
const LIST_MAILBOX =
  /^(?:owner-[\w.-]{1,60}|[\w.-]{1,60}-(?:bounces?|owner|request|errors))(?:\+[\w.=-]{0,80})?@/u;

export const noReplyMailbox: OriginRule = {
  name: 'no-reply-mailbox',
  origin: 'bulk',
  find(mail) {
    const { message, fromAddress } = mail;
    if (NO_REPLY_MAILBOX.test(fromAddress)) return `from: ${fromAddress}`;
    const replyTo = message.replyTo.find(({ address }) =>
      NO_REPLY_MAILBOX.test(address.toLowerCase()),
    );
    if (replyTo) return `reply-to: ${replyTo.address}`;
    const sender = (message.sender?.address ?? '').toLowerCase();
    return LIST_MAILBOX.test(sender) && !ownList(mail) ? `sender: ${sender}` : null;
  },
};

/** Footers of newsletters. */
const NEWSLETTER_FOOTER =
  /(?:配信(?:の)?(?:停止|解除|中止)|メルマガ(?:の)?(?:解除|停止)|購読(?:の)?(?:解除|停止)|退会)(?:を|の|は|手続き|をご希望|ご希望|用)?[^。]{0,30}(?:こちら|url|https?:|リンク|クリック|下記|以下|ページ|アドレス)/iu;
const UNSUBSCRIBE =
  /\bunsubscribe\b.{0,40}(?:here|click|https?:|link|from (?:this|our|these))|(?:click here|https?:\S{1,200}|to) .{0,20}\bunsubscribe\b/u;

export const newsletterFooter: OriginRule = {
  name: 'newsletter-footer',
  origin: 'bulk',
  find: (mail) =>
    NEWSLETTER_FOOTER.exec(mail.written.squeezed)?.[0] ??
    UNSUBSCRIBE.exec(mail.written.words)?.[0] ??
    null,
};

/** The list is our own address (Google Workspace group, shared mailbox run as a list). */
function ownList(mail: JudgedMail): boolean {
  const own = mail.context.ownAddresses.map((address) => address.toLowerCase());
  const names = [
    ...headerValues(mail.message, 'list-id'),
    ...headerValues(mail.message, 'list-post'),
    ...headerValues(mail.message, 'mailing-list'),
  ];
  return names.some((value) => {
    const list = value.toLowerCase();
    return own.some(
      (address) => list.includes(address) || list.includes(address.replace('@', '.')),
    );
  });
}

const BRIEF_CHARACTERS = 200;

function answersBriefly({ written }: JudgedMail): boolean {
  if (written.squeezed.length > BRIEF_CHARACTERS) return false;
  return phraseScore(written, PERSON_PHRASES).points > 0;
}
