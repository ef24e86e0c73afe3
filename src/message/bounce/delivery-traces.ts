/**
 * Header traces of a mail system that speaks about delivery. The rules for vacation ask
 * them to leave delivery notices alone (Postfix and Exim write Auto-Submitted: auto-replied
 * in both), the rules for bounces ask them as their first evidence. They never read prose.
 */

import { headerEvidence, headerValues } from '../header-evidence.ts';
import type { InboundMessage } from '../types.ts';

/**
 * RFC 6522 report of delivery: the top-level parameter, or a leaf that a broken top level still
 * carries.
 */
export function deliveryReport(message: InboundMessage): string | null {
  const { type, parameters } = message.contentType;
  if (/^delivery-status$/iu.test(parameters['report-type'] ?? '')) {
    return `content-type: ${type}; report-type=delivery-status`;
  }
  const part = [type, ...message.parts.map((leaf) => leaf.contentType)].find((contentType) =>
    /^message\/(?:global-)?delivery-status\b/iu.test(contentType),
  );
  return part ? `content-type: ${part}` : null;
}

/** X-Failed-Recipients. Seen: Exim, Gmail, Mail.ru. */
export function failedRecipients(message: InboundMessage): string | null {
  return headerEvidence(message, 'x-failed-recipients', /@/u);
}

const DAEMON_ADDRESS =
  /^(?:mailer[-_]?daemon|mail-daemon|maildaemon|mdaemon|mail_delivery|bounce-daemon)(?:[+@]|$)/iu;
const DAEMON_NAME =
  /^"?(?:mail deliver(?:y|er) (?:sub)?system|mailer-daemon|mail administrator \(automatic\)|メール配信(?:サブ)?システム)/iu;

/** RFC 5321 4.5.5 and custom: the author is the mail system itself. Never a person. */
export function mailerDaemon(message: InboundMessage): string | null {
  const author = message.from[0];
  const named = headerValues(message, 'from').find(
    (value) => DAEMON_ADDRESS.test(value) || DAEMON_NAME.test(value),
  );
  if (author && (DAEMON_ADDRESS.test(author.address) || DAEMON_NAME.test(author.name))) {
    return `from: ${author.name} <${author.address}>`;
  }
  return named ? `from: ${named}` : null;
}

/** RFC 5321 4.5.5: the null reverse-path, also as relays and gateways write it down. */
export function nullReversePath(message: InboundMessage): string | null {
  if (message.returnPath === '') return 'return-path: <>';
  return (
    headerEvidence(message, 'return-path', /^(?:<>|<null>|null|<?mailer-daemon\b.*)$/iu) ??
    headerEvidence(message, 'x-envelope-from', /^<>$/u)
  );
}

/** postmaster@ writes as a machine and, rarely, as a person (RFC 2142 5). */
export function fromPostmaster(message: InboundMessage): string | null {
  const address = message.from[0]?.address ?? '';
  return /^(?:postmaster|mail-?admin(?:istrator)?)(?:@|$)/iu.test(address)
    ? `from: ${address}`
    : null;
}

/** RFC 5322 wants an author; gateways of mail systems write `From: <>`. Seen: m-FILTER, DragonFly. */
export function noAuthor(message: InboundMessage): string | null {
  const address = message.from[0]?.address ?? '';
  return address === '' || address === '<>' ? 'from: <>' : null;
}
