/**
 * A mail to be sent, complete and final: the outbox stores it, the relay door sends it,
 * and a retry is byte for byte the same mail (trap 11). Types and one mark only.
 */

/** How the kept answer begins of a mail that was given up before the relay was asked. */
export const WITHDRAWN = 'withdrawn';

/** One mail to one recipient (Article 8: never CC or BCC). */
export interface OutboundMessage {
  /** RFC 5322 Message-ID with angle brackets, fixed when the row is written. */
  messageId: string;
  /** The Date header; fixed with the row. */
  date: Temporal.Instant;
  from: OutboundAddress;
  replyTo: OutboundAddress;
  /** The only recipient; header and envelope both come from it. */
  to: OutboundAddress;
  subject: string;
  /** text/plain, UTF-8, lines end in "\n". */
  text: string;
  /** Message-IDs with angle brackets. */
  inReplyTo: string | null;
  references: string[];
  /** RFC 3834: `auto-replied` where a mail is answered, otherwise `auto-generated`. */
  autoSubmitted: 'auto-generated' | 'auto-replied';
  /** A calendar entry (METHOD:PUBLISH) beside the text, only after confirmation (trap 12). */
  calendar: { fileName: string; content: string } | null;
}

export interface OutboundAddress {
  name: string;
  /** As registered: carrier addresses outside the RFC ("a..b.@docomo.ne.jp") included. */
  address: string;
}
