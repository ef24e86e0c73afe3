import { expect, it } from 'vitest';
import type { ImapCommands } from '../../src/imap/commands.ts';
import { ImapSession } from '../../src/imap/session.ts';
import { IMAP_TIMEOUTS } from '../../src/imap/settings.ts';
import { MailWithheld } from '../../src/imap/trouble.ts';

/** Commands of a server that answers FETCH from the rows given, and knows nothing else. */
function commands(rows: Awaited<ReturnType<ImapCommands['fetchAll']>>): ImapCommands {
  const asked = (uids: string) => {
    const wanted = new Set(uids.split(',').map(Number));
    return rows.filter(({ uid }) => wanted.has(uid));
  };
  return {
    capabilities: new Map(),
    fetch: async function* (uids) {
      yield* asked(uids);
    },
    fetchAll: async (uids, query) =>
      asked(uids).filter((row) => query.source !== true || row.size !== 0),
    messageFlagsAdd: async () => false,
    status: async () => false,
    mailboxCreate: async () => undefined,
    messageMove: async () => false,
    messageCopy: async () => false,
    idle: async () => undefined,
    noop: async () => undefined,
    logout: async () => undefined,
    close: () => undefined,
  };
}

function session(rows: Parameters<typeof commands>[0]): ImapSession {
  return new ImapSession(commands(rows), {
    settings: {
      host: 'localhost',
      port: 143,
      tls: 'none',
      user: 'u',
      password: 'p',
      folder: 'INBOX',
      filing: { by: 'keyword', handled: '$A', forStaff: '$B' },
    },
    timeouts: IMAP_TIMEOUTS,
    selected: { uidValidity: '1', uidNext: 1 },
  });
}

const at = new Date('2026-11-24T00:00:00Z');
const good = (uid: number) => ({ uid, internalDate: at, source: Buffer.from(`mail ${uid}`) });

async function fetched(rows: Parameters<typeof commands>[0], uids: number[]) {
  const got: number[] = [];
  let trouble: unknown = null;
  try {
    for await (const { uid } of session(rows).fetch(uids)) got.push(uid);
  } catch (error) {
    trouble = error;
  }
  return { got, trouble };
}

it('leaves out a mail that was deleted meanwhile', async () => {
  expect(await fetched([good(1), good(9)], [1, 5, 9])).toEqual({ got: [1, 9], trouble: null });
});

it.each([
  ['comes without its source', { uid: 5, internalDate: at }],
  ['is dropped from the answer', { ...good(5), size: 0 }],
])('hands out all others, then tells of a mail that %s but is still there', async (_how, bad) => {
  const { got, trouble } = await fetched([good(1), bad, good(9)], [1, 5, 9]);
  expect(got).toEqual([1, 9]);
  expect(trouble).toBeInstanceOf(MailWithheld);
  expect(trouble).toMatchObject({ uids: [5], message: expect.stringContaining('UID 5') });
});

it('takes a row about changed flags for no mail', async () => {
  const rows = [good(1), { uid: 1 }];
  expect(await fetched(rows, [1])).toEqual({ got: [1], trouble: null });
});

it('does not take a mail without INTERNALDATE for one that came now', async () => {
  const { trouble } = await fetched([{ uid: 1, source: Buffer.from('x') }], [1]);
  expect(trouble).toMatchObject({ kind: 'protocol' });
});

it('reports a refused filing with its setting', async () => {
  await expect(session([]).file([1], 'for_staff')).rejects.toMatchObject({
    kind: 'folder',
    setting: 'imap.filing.forStaff',
  });
});
