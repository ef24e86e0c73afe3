/**
 * The IMAP commands that a session needs, in our own words: the IMAP package fits this shape, and
 * so does a few lines of test. Types only.
 */

/** One row of a FETCH answer; a row that only tells changed flags lacks the rest. */
export interface FetchRow {
  uid: number;
  size?: number | undefined;
  internalDate?: Date | string | undefined;
  headers?: Buffer | undefined;
  source?: Buffer | undefined;
}

/** The items asked for (RFC 9051 6.4.5). */
export interface FetchQuery {
  uid: true;
  internalDate?: true;
  size?: true;
  source?: true;
  headers?: string[];
}

/** The commands of a logged-in connection that the session needs; `idle` ends when another breaks it. */
export interface ImapCommands {
  readonly capabilities: ReadonlyMap<string, unknown>;
  fetch(uids: string, query: FetchQuery, options: { uid: true }): AsyncIterable<FetchRow>;
  fetchAll(uids: string, query: FetchQuery, options: { uid: true }): Promise<FetchRow[]>;
  messageFlagsAdd(
    uids: string,
    flags: string[],
    options: { uid: true; silent: true },
  ): Promise<boolean>;
  messageMove(uids: string, folder: string, options: { uid: true }): Promise<unknown>;
  status(folder: string, query: { messages: true }): Promise<unknown>;
  mailboxCreate(folder: string): Promise<unknown>;
  messageCopy(uids: string, folder: string, options: { uid: true }): Promise<unknown>;
  idle(): Promise<boolean | undefined>;
  noop(): Promise<unknown>;
  logout(): Promise<unknown>;
  close(): void;
}
