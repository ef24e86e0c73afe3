/**
 * Dovecot for tests: starts the private server of src/demo/dovecot.ts, gives the settings for the
 * door under test, appends mail and looks at the mailbox by a plain connection of its own.
 */
import {
  type Dovecot,
  type DovecotOptions,
  dovecotInstalled,
  startDovecotServer,
} from '../../src/demo/dovecot.ts';
import { imapDateTime, PlainImap } from '../../src/demo/plain-imap.ts';
import type { ImapSettings } from '../../src/imap/settings.ts';
import { mailsIn, type StoredMail } from './test-mailbox.ts';

export { dovecotInstalled };

/** To be said where a test is skipped. */
export const WITHOUT_DOVECOT =
  'Dovecot 2.3 is not installed (Debian 12: apt-get install dovecot-imapd)';

/** Capability lines for servers that lack something. */
export const CAPABILITIES = {
  withoutCondstore: 'IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE UIDPLUS MOVE NAMESPACE',
  withoutIdle: 'IMAP4rev1 SASL-IR LITERAL+ ID ENABLE UIDPLUS MOVE NAMESPACE',
  withoutMove: 'IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE UIDPLUS NAMESPACE',
  withoutMoveAndUidplus: 'IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE NAMESPACE',
} as const;

/** A running test server with one user, "uketsuke" unless others were asked for. */
export interface TestDovecot extends Dovecot {
  /**
   * Settings of the first user over plain text; filing by the keywords $UketsukeDone and
   * $UketsukeStaff.
   */
  settings(changes?: Partial<ImapSettings>): ImapSettings;
  /** Puts a mail into a mailbox as an MTA would; the server's present time if no date is given. */
  append(
    raw: string | Buffer,
    options?: { internalDate?: Temporal.Instant; folder?: string; user?: string },
  ): Promise<void>;
  /** UIDs and flags in a folder, ascending. */
  look(folder?: string, user?: string): Promise<StoredMail[]>;
  folders(user?: string): Promise<string[]>;
  /** Any further command by the plain connection. */
  plain(user?: string): Promise<PlainImap>;
}

/** Starts a server; to be stopped by `stop()`. */
export async function startDovecot(options: DovecotOptions = {}): Promise<TestDovecot> {
  const server = await startDovecotServer(options);
  const [firstUser = ''] = Object.keys(server.users);
  const connections = new Map<string, PlainImap>();
  const plain = async (user = firstUser): Promise<PlainImap> => {
    const known = connections.get(user);
    // That `dropSessions` has ended it may not have been heard yet: it is asked.
    const lives = await known?.command('NOOP').then(
      () => true,
      () => false,
    );
    if (known !== undefined && lives) return known;
    const opened = await PlainImap.open(server.port, user, server.users[user] ?? '');
    connections.set(user, opened);
    return opened;
  };
  return {
    ...server,
    plain,
    settings: (changes = {}) => ({
      host: server.host,
      port: server.port,
      tls: 'none',
      user: firstUser,
      password: server.users[firstUser] ?? '',
      folder: 'INBOX',
      filing: { by: 'keyword', handled: '$UketsukeDone', forStaff: '$UketsukeStaff' },
      ...changes,
    }),
    append: async (raw, { internalDate, folder = 'INBOX', user } = {}) => {
      const source = Buffer.from(typeof raw === 'string' ? raw.replace(/\r?\n/g, '\r\n') : raw);
      const date = internalDate === undefined ? '' : ` "${imapDateTime(internalDate)}"`;
      await (await plain(user)).command(`APPEND "${folder}"${date}`, source);
    },
    look: async (folder = 'INBOX', user = firstUser) => {
      const client = await PlainImap.open(server.port, user, server.users[user] ?? '');
      try {
        return await mailsIn(client, folder);
      } finally {
        client.close();
      }
    },
    folders: async (user) => {
      const answer = await (await plain(user)).command('LIST "" "*"');
      return [...answer.matchAll(/^\* LIST \([^)]*\) "\/" "?([^"\r]+)"?\r$/gm)].map(
        ([, name]) => name ?? '',
      );
    },
    stop: async () => {
      for (const client of connections.values()) client.close();
      await server.stop();
    },
  };
}
