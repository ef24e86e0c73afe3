/**
 * Faint traces of a program in the headers: mailers of web forms, mailboxes of desks. They
 * only tip the scale of words that already look like an acknowledgement; alone they say
 * nothing, because people write from info@ too. "auto" in a mailbox name is no trace.
 */
import { headerEvidence } from '../header-evidence.ts';
import type { JudgedMail } from './judged-mail.ts';

/** Seen: PHPMailer, WordPress, Movable Type, mailform CGIs, Japanese form services. */
const FORM_MAILER =
  /\b(?:phpmailer|wordpress|contact ?form ?7|wp ?mail|swiftmailer|symfony|laravel|cakephp|ec-?cube|mt::mail|movable ?type|formmail|mailform|form ?mailer|formzu|formrun|acmailer|blayn|cgi|qdmail|jcode|perl|postmail|javamail|sendgrid|zendesk|freshdesk|salesforce|kintone|hubspot|mailwise|re:?lation)\b/iu;

const DESK_MAILBOX =
  /^(?:info|support|contact|inquiry|inquiries|enquiry|toiawase|otoiawase|form|entry|recruit(?:ing)?|saiyo|saiyou|webmaster|customer|customer[-_.]?support|help|helpdesk|cs|order|shop|reserve|reservation|yoyaku|wordpress|www(?:-data)?|apache|httpd|nobody|system|admin|jimukyoku|news|notify|notification|notice|mailform)[-_.\d]{0,3}@/u;

const DESK_NAME =
  /(?:事務局|サポート|お客様|カスタマー|ヘルプデスク|お問い?合わ?せ|受付|窓口|センター|自動|no-?reply|support|help ?desk|customer)/iu;

/** Points (0 to 1) and the traces found. */
export function senderTraces(mail: JudgedMail): { points: number; traces: string[] } {
  const traces = [
    headerEvidence(mail.message, 'x-mailer', FORM_MAILER),
    headerEvidence(mail.message, 'x-php-originating-script', /\S/u),
    headerEvidence(mail.message, 'x-php-script', /\S/u),
    DESK_MAILBOX.test(mail.fromAddress) ? `from: ${mail.fromAddress}` : null,
    DESK_NAME.test(mail.message.from[0]?.name ?? '') ? `from: ${mail.message.from[0]?.name}` : null,
  ].filter((trace) => trace !== null);
  return { points: Math.min(1, traces.length * 0.5), traces };
}
