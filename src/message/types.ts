/**
 * The typed message: what the rest of the program knows of a mail once `message/` has
 * parsed it. Types only; names follow RFC 5322, 8601 and 3464.
 */

/** RFC 5322 mailbox. `address` is as written, unquoted local part, domain in lower case. */
export interface Mailbox {
  name: string;
  address: string;
}

/** RFC 8601 results, taken only from the configured authserv-id; null: the server said nothing. */
export interface Authentication {
  dmarc: AuthenticationResult | null;
  dkim: AuthenticationResult | null;
  spf: AuthenticationResult | null;
  /** The domains for which DKIM or SPF passed, as far as the server names them; lower case. */
  passedFor: readonly string[];
}
export type AuthenticationResult = 'pass' | 'fail' | 'neutral' | 'none' | 'temperror' | 'permerror';

/** A MIME leaf. Text leaves are decoded; other leaves keep only their description. */
export interface Part {
  contentType: string;
  fileName: string | null;
  sizeBytes: number;
  /** Decoded text for text/* and message/* leaves, otherwise null. */
  text: string | null;
}

export interface InboundMessage {
  /** With angle brackets, or null where the mail has none. */
  messageId: string | null;
  inReplyTo: string[];
  /** In the order of the header: the oldest first. */
  references: string[];
  from: Mailbox[];
  sender: Mailbox | null;
  replyTo: Mailbox[];
  to: Mailbox[];
  cc: Mailbox[];
  /** Null: no Return-Path header; '' : the null reverse-path `<>`. */
  returnPath: string | null;
  subject: string;
  /** Every header, name in lower case, unfolded and decoded, in order of appearance. */
  headers: { name: string; value: string }[];
  /** Top level media type in lower case ("multipart/report") and its parameters. */
  contentType: { type: string; parameters: Record<string, string> };
  authentication: Authentication;
  /** The readable body: text/plain, or HTML turned to text with quotation marked by "> ". */
  text: string;
  /** The HTML body where there is one. */
  html: string | null;
  parts: Part[];
  /** Attached messages (message/rfc822), parsed to the same shape. */
  attached: InboundMessage[];
  /** What could not be decoded surely; each entry a short English phrase. */
  doubts: string[];
}

/** What sent the mail. Anything but `person` confirms nothing. */
export type Origin =
  | 'person'
  | 'own' // our own mail came back
  | 'read_receipt' // MDN, RFC 8098
  | 'calendar_reply' // iMIP, RFC 6047
  | 'vacation' // RFC 3834, 5230
  | 'bounce' // DSN, RFC 3464, and its older forms
  | 'feedback_report' // ARF, RFC 5965
  | 'bulk' // mailing list, newsletter, no-reply
  | 'acknowledgement' // 自動返信 of a form or desk
  | 'challenge'; // challenge-response

/** The verdict of machine-or-person, with what it relied on. */
export interface OriginVerdict {
  origin: Origin;
  /** Name of the rule that spoke, e.g. "auto-submitted"; null where none did. */
  rule: string | null;
  /** The header line or the words relied on. */
  evidence: string;
}

export type BounceAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown';

/**
 * What a delivery notice says about a mail of ours (RFC 3464; `unknown` where the text does not
 * tell).
 */
export interface BounceReport {
  action: BounceAction;
  permanence: 'permanent' | 'transient' | 'unknown';
  finalRecipient: string | null;
  /** RFC 3463, "5.1.1". */
  enhancedStatusCode: string | null;
  replyCode: number | null;
  diagnostic: string;
  /** Message-ID of the mail that was returned, with angle brackets. */
  originalMessageId: string | null;
}
