/**
 * What the rest of the program sees of a mailbox: announced mails, fetched mails, and one session
 * on one folder. Types only.
 */
/** What is known of a mail before its body is fetched. */
export interface Announced {
  uid: number;
  /** RFC822.SIZE in bytes. */
  sizeBytes: number;
  /** INTERNALDATE: when the server took the mail in; it alone decides about deadlines. */
  internalDate: Temporal.Instant;
  messageId: string | null;
  inReplyTo: string | null;
  references: string | null;
  /** The raw field value. */
  from: string | null;
  /** Encoded-words decoded as far as possible. */
  subject: string;
}

/** A mail as it lies on the server, byte for byte. */
export interface FetchedMail {
  uid: number;
  internalDate: Temporal.Instant;
  source: Buffer;
}

/** One selected folder on one connection. Every method throws MailboxTrouble, and nothing else. */
export interface MailboxSession {
  /** As text, as of SELECT. */
  readonly uidValidity: string;
  /** The server's next UID as of SELECT; null if it did not say. */
  readonly uidNext: number | null;
  /** Every mail with a UID above `afterUid`, ascending. */
  list(afterUid: number): Promise<Announced[]>;
  /**
   * The mails with these UIDs, in their order within pieces that are read completely before they
   * are handed out: other commands may run inside the loop. UIDs that are gone are left out; those
   * that are still there but are not handed out are told by a `MailWithheld` after all others.
   */
  fetch(uids: readonly number[]): AsyncIterable<FetchedMail>;
  /** Marks or moves the batch, one command per 500 mails; doing it twice does no harm. */
  file(uids: readonly number[], as: 'handled' | 'for_staff'): Promise<void>;
  /** 'news' at once if the server announced mail since the last list(); 'timeout' also on abort. */
  waitForNews(options: { timeoutMs: number; signal: AbortSignal }): Promise<'news' | 'timeout'>;
  /** LOGOUT with a short limit, then the socket is closed; safe to call twice, never throws. */
  close(): Promise<void>;
}
