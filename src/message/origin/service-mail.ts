/**
 * Notices that services and programs send without being asked: Auto-Submitted other than
 * an answer (RFC 3834 5), and the fields of services that send mass and transactional mail.
 */
import { headerEvidence } from '../header-evidence.ts';
import type { OriginRule } from './rule.ts';

/**
 * RFC 3834 5: auto-generated, auto-notified (RFC 5435) and any word but "no". Seen: cron, services,
 * Outlook.com.
 */
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
