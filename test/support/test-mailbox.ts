/**
 * Looks into a mailbox of any test server, and puts mail into it, by a plain connection of its
 * own. It is no part of the program under test.
 */
import { imapDateTime, PlainImap } from '../../src/demo/plain-imap.ts';

/** One mail as the server sees it. */
export interface StoredMail {
  uid: number;
  flags: string[];
}

export interface TestMailbox {
  /** Puts a mail into the INBOX as an MTA would; the server's present time if no date is given. */
  append(raw: string, options?: { internalDate?: Temporal.Instant }): Promise<void>;
  /** UIDs and flags in a folder, ascending. */
  look(folder?: string): Promise<StoredMail[]>;
}

export function mailboxAt(port: number, user: string, password: string): TestMailbox {
  const once = async <T>(work: (client: PlainImap) => Promise<T>): Promise<T> => {
    const client = await PlainImap.open(port, user, password);
    try {
      return await work(client);
    } finally {
      client.close();
    }
  };
  return {
    append: (raw, { internalDate } = {}) =>
      once(async (client) => {
        const date = internalDate === undefined ? '' : ` "${imapDateTime(internalDate)}"`;
        await client.command(`APPEND "INBOX"${date}`, Buffer.from(raw.replace(/\r?\n/g, '\r\n')));
      }),
    look: (folder = 'INBOX') =>
      once(async (client) => {
        const mails = await mailsIn(client, folder);
        return mails.map(({ uid, flags }) => ({
          uid,
          flags: flags.filter((flag) => flag !== '\\Deleted'),
        }));
      }),
  };
}

/** UIDs and flags in a folder, ascending, without the server's own \\Recent. */
export async function mailsIn(client: PlainImap, folder: string): Promise<StoredMail[]> {
  await client.command(`EXAMINE "${folder}"`);
  const answer = await client.command('UID FETCH 1:* (UID FLAGS)');
  return [...answer.matchAll(/\((?:UID (\d+) )?FLAGS \(([^)]*)\)(?: UID (\d+))?/g)].map(
    ([, before, flags = '', after]) => ({
      uid: Number(before ?? after),
      flags: flags.split(' ').filter((flag) => flag !== '' && flag !== '\\Recent'),
    }),
  );
}
