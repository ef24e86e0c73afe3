/**
 * Courier IMAP for tests, the poor server: no MOVE, no CONDSTORE, and SELECT tells no UIDNEXT. One
 * user with a mailbox in a temporary folder. Its own log-in needs a daemon with fixed paths, so a
 * few lines here take the log-in and hand the connection to Courier's imapd, as its `imaplogin`
 * does.
 */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Connections, listenOnLoopback } from '../../src/demo/loopback.ts';
import type { ImapSettings } from '../../src/imap/settings.ts';
import { libraryPath, unpacked } from './foreign-package.ts';
import { mailboxAt, type TestMailbox } from './test-mailbox.ts';

const IMAPD = unpacked('usr/bin/imapd');
const USER = 'uketsuke';
const PASSWORD = 'himitsu';

export function courierUnpacked(): boolean {
  return IMAPD !== null && unpacked('usr/bin/maildirmake.courier') !== null;
}

export interface TestCourier extends TestMailbox {
  settings(changes?: Partial<ImapSettings>): ImapSettings;
  stop(): Promise<void>;
}

/** Starts a server with an empty mailbox. */
export async function startCourier(): Promise<TestCourier> {
  const home = mkdtempSync(join(tmpdir(), 'uketsuke-courier-'));
  chmodSync(home, 0o755);
  const env = { ...process.env, LD_LIBRARY_PATH: libraryPath() };
  execFileSync(unpacked('usr/bin/maildirmake.courier') ?? '', ['Maildir'], { cwd: home, env });
  const owner = ownerOfMail();
  if (owner !== null) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, home]);
  const sessions = new Connections();
  const server = createServer((socket) => {
    sessions.keep(socket);
    takeLogin(socket, () => startImapd(home, env, owner));
  });
  const port = await listenOnLoopback(server);
  return {
    ...mailboxAt(port, USER, PASSWORD),
    settings: (changes = {}) => ({
      host: '127.0.0.1',
      port,
      tls: 'none',
      user: USER,
      password: PASSWORD,
      folder: 'INBOX',
      filing: { by: 'keyword', handled: 'Uketsuke-Handled', forStaff: 'Uketsuke-ForStaff' },
      ...changes,
    }),
    stop: async () => {
      sessions.dropAll();
      await new Promise<void>((done) => server.close(() => done()));
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

type Imapd = ChildProcessByStdio<Writable, Readable, null>;

/** Courier opens no mail as root; anybody else serves his own. */
function ownerOfMail(): { uid: number; gid: number } | null {
  if (userInfo().uid !== 0) return null;
  const id = (what: string) => Number(execFileSync('id', [what, 'mail'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function startImapd(
  home: string,
  env: NodeJS.ProcessEnv,
  owner: { uid: number; gid: number } | null,
): Imapd {
  return spawn(IMAPD ?? '', ['Maildir'], {
    cwd: home,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...owner,
    env: {
      ...env,
      HOME: home,
      AUTHENTICATED: USER,
      AUTHADDR: USER,
      MAILDIRPATH: 'Maildir',
      IMAP_CAPABILITY: 'IMAP4rev1 UIDPLUS CHILDREN NAMESPACE SORT QUOTA IDLE',
      IMAP_KEYWORDS: '1',
      IMAP_USELOCKS: '1',
      IMAP_UMASK: '022',
      IMAP_ULIMITD: '0',
    },
  });
}

/** Answers CAPABILITY, ID and LOGIN; from then on the connection is imapd's. */
function takeLogin(socket: Socket, start: () => Imapd): void {
  let buffer = '';
  socket.write('* OK ready\r\n');
  const onData = (bytes: Buffer) => {
    buffer += bytes.toString('latin1');
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const [tag = '*', command = '', user = '', password = ''] = buffer.slice(0, end).split(' ');
      buffer = buffer.slice(end + 2);
      if (/^login$/i.test(command)) {
        const bare = (word: string) => word.replace(/^"|"$/g, '');
        if (bare(user) !== USER || bare(password) !== PASSWORD) {
          socket.write(`${tag} NO [AUTHENTICATIONFAILED] Login failed.\r\n`);
          continue;
        }
        socket.off('data', onData);
        handOver(socket, start(), tag);
        return;
      }
      if (/^capability$/i.test(command)) socket.write('* CAPABILITY IMAP4rev1 ID\r\n');
      if (/^id$/i.test(command)) socket.write('* ID NIL\r\n');
      socket.write(`${tag} OK done\r\n`);
      if (/^logout$/i.test(command)) socket.end();
    }
  };
  socket.on('data', onData);
}

/** imapd greets with PREAUTH, which here is the answer to LOGIN. */
function handOver(socket: Socket, imapd: Imapd, tag: string): void {
  let greeting = '';
  const onGreeting = (bytes: Buffer) => {
    greeting += bytes.toString('latin1');
    const end = greeting.search(/^\* PREAUTH.*\r\n/m);
    if (end < 0) return;
    imapd.stdout.off('data', onGreeting);
    socket.write(`${tag} OK LOGIN Ok.\r\n`);
    imapd.stdout.pipe(socket);
    socket.pipe(imapd.stdin);
  };
  imapd.stdout.on('data', onGreeting);
  imapd.stdin.on('error', () => undefined);
  imapd.once('exit', () => socket.end());
  socket.once('close', () => imapd.kill('SIGTERM'));
}
