/**
 * Finds the recipient in a notice that is not an RFC 3464 report: by the header fields and
 * the places where mail systems print him, in the order of their reliability.
 */
import { headerValues } from '../header-evidence.ts';
import type { InboundMessage } from '../types.ts';
import { addressOf } from './delivery-status.ts';

const ADDRESS = String.raw`[^\s<>()[\]:;,"']{1,64}@[a-z\d](?:[a-z\d.-]{0,253}[a-z\d])?`;

/** Where the recipient stands; data, the most reliable place first. */
const PLACES: readonly RegExp[] = [
  new RegExp(String.raw`^[ \t]{0,20}[<"](${ADDRESS})[>"]:`, 'imu'), // qmail, Postfix, Yahoo!, GMX
  new RegExp(
    String.raw`(?:recipient(?: address)?|final-recipient|original-recipient|user|to address)\s{0,20}:\s{0,20}(?:rfc822;\s{0,20})?<?(${ADDRESS})`,
    'iu',
  ), // Oracle
  new RegExp(
    String.raw`(?:could not be delivered to|unable to deliver (?:message )?to|not delivered to|error delivering your mail to|delivery failed \d{1,3} attempts|undeliverable to|unknown user|returned permanent errors|failed to deliver to)\s{0,20}:?\s{0,20}['"<]?(${ADDRESS})`,
    'iu',
  ), // KDDI, IMail, DragonFly, Domino
  new RegExp(
    String.raw`(?:following (?:address|recipient|user)(?:es|s|\(s\)|\(es\))?|アドレス|宛先|あて先|送信先)[^\n]{0,80}\n(?:[^\n]{0,200}\n){0,2}?\s{0,20}[<"'>]{0,4}\s{0,20}(${ADDRESS})`,
    'iu',
  ), // Exim, Gmail, sendmail, m-FILTER, biglobe
  new RegExp(String.raw`rcpt to:\s{0,20}<?(${ADDRESS})`, 'iu'), // transcripts
];

/** The recipient the notice is about, or null. `notice` is the mail system's words. */
export function failedRecipient(message: InboundMessage, notice: string): string | null {
  const named = headerValues(message, 'x-failed-recipients')[0]?.split(',')[0];
  const fromHeader = named ? addressOf(named) : null;
  if (fromHeader) return fromHeader;
  const text = notice.slice(0, 10_000);
  for (const place of PLACES) {
    const found = place.exec(text)?.[1];
    const address = found ? addressOf(found) : null;
    if (address && !isParty(message, address)) return address;
  }
  return anyAddress(message, text);
}

/** The first address of the text that is not the mail system, its helpers or the reader. */
function anyAddress(message: InboundMessage, text: string): string | null {
  for (const line of text.split('\n')) {
    if (/postmaster|mailer-daemon|please|contact|support|help|https?:|お問|連絡|詳し/iu.test(line))
      continue;
    for (const [found] of line.slice(0, 1_000).matchAll(new RegExp(ADDRESS, 'giu'))) {
      const address = addressOf(found);
      if (address && !isParty(message, address)) return address;
    }
  }
  return null;
}

function isParty(message: InboundMessage, address: string): boolean {
  const parties = [...message.to, ...message.from].map((mailbox) => mailbox.address.toLowerCase());
  return parties.includes(address.toLowerCase());
}
