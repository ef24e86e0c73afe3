/**
 * The work on one selected folder over one connection: list and fetch without setting `\Seen`,
 * file by keyword or folder, wait for news. Knows the commands it needs by its own small
 * interface, not the package behind it. Never reads flags and never decides about a mail.
 */
import type { FetchQuery, FetchRow, ImapCommands } from './commands.ts';
import { ensureFolder } from './filing.ts';
import { ANNOUNCED_FIELDS, readAnnouncedFields } from './headers.ts';
import { NewsBell } from './news.ts';
import type { ImapSettings, ImapTimeouts } from './settings.ts';
import { folderTrouble, MailboxTrouble, MailWithheld, troubleFrom } from './trouble.ts';
import type { Announced, FetchedMail, MailboxSession } from './types.ts';
import { piecesOf, uidSet } from './uid-set.ts';

/** What SELECT told, and whether the wished filing is possible. */
export interface Selected {
  uidValidity: string;
  uidNext: number | null;
}

/** How much is held in memory at once while fetching. */
const FETCH_PIECE = { count: 50, bytes: 8_000_000 };
/** UIDs in one STORE or MOVE; keeps the command line under the usual 8 kB. */
const FILE_PIECE = { count: 500, bytes: Number.POSITIVE_INFINITY };

/** A mailbox session over given commands; `ring` and `lose` are called by who hears the events. */
export class ImapSession implements MailboxSession {
  readonly uidValidity: string;
  readonly uidNext: number | null;
  readonly #client: ImapCommands;
  readonly #settings: ImapSettings;
  readonly #timeouts: ImapTimeouts;
  readonly #bell: NewsBell;
  /** Sizes from the last list(), to cut fetches into pieces. */
  #sizes = new Map<number, number>();
  #lost: MailboxTrouble | null = null;
  #closing = false;

  constructor(
    client: ImapCommands,
    given: { settings: ImapSettings; timeouts: ImapTimeouts; selected: Selected },
  ) {
    this.#client = client;
    this.#settings = given.settings;
    this.#timeouts = given.timeouts;
    this.uidValidity = given.selected.uidValidity;
    this.uidNext = given.selected.uidNext;
    this.#bell = new NewsBell({
      canIdle: () => client.capabilities.has('IDLE'),
      idle: () => client.idle(),
      noop: () => client.noop(),
      pollMs: given.timeouts.pollMs,
    });
  }

  /** The server announced mail. */
  ring(): void {
    this.#bell.ring();
  }

  /** Notes that the connection is gone; the trouble to tell, or null if it was known or wished. */
  lose(reason: unknown): MailboxTrouble | null {
    if (this.#lost !== null) return null;
    const trouble = troubleFrom(reason, this.#settings);
    this.#lost = trouble;
    this.#bell.lose(trouble);
    return this.#closing ? null : trouble;
  }

  async list(afterUid: number): Promise<Announced[]> {
    this.#bell.silence();
    const found = new Map<number, Announced>();
    await this.#guarded(async () => {
      // FETCH alone may answer from the server's last look at the folder; NOOP makes it look
      // again, so that what arrived before this call is surely in the list.
      await this.#client.noop();
      const query: FetchQuery = {
        uid: true,
        size: true,
        internalDate: true,
        headers: [...ANNOUNCED_FIELDS],
      };
      for await (const mail of this.#client.fetch(`${afterUid + 1}:*`, query, { uid: true })) {
        // "n:*" names the last mail even if its UID is below n; a row without a size is the
        // server telling of changed flags.
        if (mail.uid <= afterUid || mail.size === undefined) continue;
        found.set(mail.uid, {
          uid: mail.uid,
          sizeBytes: mail.size,
          internalDate: instantOf(mail.internalDate),
          ...readAnnouncedFields(mail.headers ?? Buffer.alloc(0)),
        });
      }
    });
    const announced = [...found.values()].sort((a, b) => a.uid - b.uid);
    this.#sizes = new Map(announced.map((mail) => [mail.uid, mail.sizeBytes]));
    return announced;
  }

  async *fetch(uids: readonly number[]): AsyncIterable<FetchedMail> {
    const unread: number[] = [];
    for (const piece of piecesOf(uids, (uid) => this.#sizes.get(uid), FETCH_PIECE)) {
      const mails = await this.#rows(piece, { uid: true, internalDate: true, source: true });
      for (const uid of piece) {
        const mail = mails.get(uid);
        if (mail?.source)
          yield { uid, internalDate: instantOf(mail.internalDate), source: mail.source };
        else unread.push(uid);
      }
    }
    await this.#assertGone(unread);
  }

  async file(uids: readonly number[], as: 'handled' | 'for_staff'): Promise<void> {
    const { filing } = this.#settings;
    const key = as === 'handled' ? 'handled' : 'forStaff';
    for (const piece of piecesOf(uids, () => 0, FILE_PIECE)) {
      const done = await this.#guarded(() =>
        filing.by === 'keyword'
          ? this.#client.messageFlagsAdd(uidSet(piece), [filing[key]], { uid: true, silent: true })
          : this.#moveInto(uidSet(piece), { folder: filing[key], setting: `filing.${key}` }),
      );
      if (!done)
        throw (
          this.#lost ??
          folderTrouble(
            `filing.${key}`,
            filing[key],
            new Error('the server refused to file mail there'),
          )
        );
    }
  }

  waitForNews(options: { timeoutMs: number; signal: AbortSignal }): Promise<'news' | 'timeout'> {
    return this.#bell.wait(options);
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    const timer = setTimeout(() => this.#client.close(), this.#timeouts.logoutMs);
    await this.#client.logout().catch(() => undefined);
    clearTimeout(timer);
    this.#client.close();
  }

  /** The rows by UID; of several for one mail the one with the source counts. */
  async #rows(uids: readonly number[], query: FetchQuery): Promise<Map<number, FetchRow>> {
    const rows = await this.#guarded(() =>
      this.#client.fetchAll(uidSet(uids), query, { uid: true }),
    );
    rows.sort((a, b) => Number(Boolean(a.source)) - Number(Boolean(b.source)));
    return new Map(rows.map((row) => [row.uid, row]));
  }

  /** A mail that did not come must have been deleted; one that is still there must not be lost. */
  async #assertGone(uids: readonly number[]): Promise<void> {
    if (uids.length === 0) return;
    const still = await this.#rows(uids, { uid: true });
    const kept = uids.filter((uid) => still.has(uid));
    if (kept.length === 0) return;
    throw new MailWithheld(kept);
  }

  /** A folder that somebody took away meanwhile is made again. */
  async #moveInto(uids: string, to: { folder: string; setting: string }): Promise<boolean> {
    if (await this.#move(uids, to.folder)) return true;
    await ensureFolder(this.#client, to.setting, to.folder);
    return this.#move(uids, to.folder);
  }

  /** MOVE (RFC 6851); without it COPY, then `\Deleted`, and EXPUNGE only of our own UIDs (RFC 4315). */
  async #move(uids: string, folder: string): Promise<boolean> {
    const { capabilities } = this.#client;
    if (capabilities.has('MOVE') || capabilities.has('UIDPLUS')) {
      return Boolean(await this.#client.messageMove(uids, folder, { uid: true }));
    }
    if (!(await this.#client.messageCopy(uids, folder, { uid: true }))) return false;
    return this.#client.messageFlagsAdd(uids, ['\\Deleted'], { uid: true, silent: true });
  }

  /** Runs commands so that nothing but MailboxTrouble comes out. */
  async #guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#lost !== null) throw this.#lost;
    try {
      return await work();
    } catch (error) {
      throw this.#lost ?? troubleFrom(error, this.#settings);
    }
  }
}

function instantOf(internalDate: Date | string | undefined): Temporal.Instant {
  const millis = new Date(internalDate ?? Number.NaN).getTime();
  if (Number.isNaN(millis)) {
    throw new MailboxTrouble('protocol', 'imap.host', {
      message: `imap.host: the server gave a mail without a usable INTERNALDATE (${String(internalDate)}).`,
    });
  }
  return Temporal.Instant.fromEpochMilliseconds(millis);
}
