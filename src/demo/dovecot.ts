/**
 * Debian's Dovecot 2.3 as a private mail server: config and mail in a temporary folder, random
 * ports on loopback, ended by its own process id. For the demo's `--dovecot` and for the tests.
 * Never touches the machine's own Dovecot, its config or its mail.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCertificate } from './certificate.ts';
import { dovecotConfig } from './dovecot-config.ts';
import { freePort, greetingOf } from './loopback.ts';

const DOVECOT = '/usr/sbin/dovecot';

/** Whether Dovecot 2.3 can be started here (Debian 12: `apt-get install dovecot-imapd`). */
export function dovecotInstalled(): boolean {
  // Dovecot 2.4 reads another config language.
  return (
    spawnSync(DOVECOT, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('2.3.') ?? false
  );
}

/** What may differ from an ordinary server. */
export interface DovecotOptions {
  /** Login name → password; one of its own is made if missing. */
  users?: Record<string, string>;
  /** The whole IMAP capability line, e.g. without IDLE or MOVE; missing: Dovecot's own. */
  capability?: string;
  /** Further lines for the config. */
  extra?: string;
}

/** A running Dovecot. */
export interface Dovecot {
  readonly host: '127.0.0.1';
  /** Plain text and STARTTLS. */
  readonly port: number;
  /** TLS from the first byte. */
  readonly tlsPort: number;
  readonly users: Readonly<Record<string, string>>;
  readonly folder: string;
  /** PEM of the self-signed certificate (127.0.0.1, 0.0.0.0, localhost). */
  readonly certificate: string;
  /** Ends all sessions by force but keeps serving, as a server that is restarted. */
  dropSessions(): void;
  /** Stops the server's processes, so that connections stay open but nothing answers. */
  freeze(): void;
  thaw(): void;
  /** What the server wrote to its log so far. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** A port that was free may be somebody else's a moment later; then others are tried. */
const STARTS = 3;

/** Starts a server and waits until it answers. Throws when it does not within ten seconds. */
export async function startDovecotServer(options: DovecotOptions = {}): Promise<Dovecot> {
  for (let start = 1; ; start += 1) {
    try {
      return await startOnFreePorts(options);
    } catch (error) {
      if (start === STARTS || !String(error).includes('Address already in use')) throw error;
    }
  }
}

async function startOnFreePorts(options: DovecotOptions): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'uketsuke-dovecot-'));
  const [port, tlsPort] = [await freePort(), await freePort()];
  const users = options.users ?? { uketsuke: 'himitsu' };
  await chmod(folder, 0o755);
  const accounts = accountsHere();
  await mkdir(join(folder, 'mail'));
  if (userInfo().uid === 0) await chown(join(folder, 'mail'), accounts.uid, accounts.gid);
  const { key, cert } = makeCertificate();
  await writeFile(join(folder, 'key.pem'), key);
  await writeFile(join(folder, 'cert.pem'), cert);
  await writeFile(join(folder, 'users'), passwordFile(users, folder, accounts));
  const config = join(folder, 'dovecot.conf');
  await writeFile(config, dovecotConfig({ folder, port, tlsPort, accounts, ...options }));
  const child = spawn(DOVECOT, ['-F', '-c', config], { stdio: 'ignore' });
  // A test or demo that ends without stop() must not leave a server behind.
  const last = () => child.kill('SIGTERM');
  process.once('exit', last);
  child.once('exit', () => process.removeListener('exit', last));
  try {
    await untilItGreets(port, child);
  } catch (error) {
    const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
    await end(child, folder);
    throw new Error(`Dovecot did not start: ${String(error)}\n${log}`);
  }
  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    users,
    folder,
    certificate: cert,
    dropSessions: () => signalImapChildren(child, 'SIGKILL'),
    freeze: () => signalImapChildren(child, 'SIGSTOP'),
    thaw: () => signalImapChildren(child, 'SIGCONT'),
    log: () => readFile(join(folder, 'log'), 'utf8'),
    stop: () => end(child, folder),
  };
}

/** The system accounts that the server's processes run as. */
interface Accounts {
  internal: string;
  internalGroup: string;
  login: string;
  /** Owner of the mail; Dovecot never opens mail as root. */
  uid: number;
  gid: number;
}

/** Root must hand over to Debian's accounts; anybody else runs all of it as himself. */
function accountsHere(): Accounts {
  const me = userInfo();
  const id = (...what: string[]) => execFileSync('id', what, { encoding: 'utf8' }).trim();
  if (me.uid !== 0) {
    const { username, uid, gid } = me;
    return { internal: username, internalGroup: id('-gn'), login: username, uid, gid };
  }
  const [uid, gid] = [Number(id('-u', 'mail')), Number(id('-g', 'mail'))];
  return { internal: 'dovecot', internalGroup: 'dovecot', login: 'dovenull', uid, gid };
}

function passwordFile(
  users: Record<string, string>,
  folder: string,
  { uid, gid }: Accounts,
): string {
  return Object.entries(users)
    .map(
      ([name, password]) => `${name}:{PLAIN}${password}:${uid}:${gid}::${folder}/mail/${name}::\n`,
    )
    .join('');
}

async function untilItGreets(port: number, child: ChildProcess): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`exit code ${child.exitCode}`);
    if ((await greetingOf(port, 5_000)) !== null) return;
    await sleep(50);
  }
  throw new Error('no greeting within twenty seconds');
}

/** Sends a signal to the `imap` and `imap-login` processes below this server, and to no other. */
function signalImapChildren(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  const ps = spawnSync('ps', ['-o', 'pid=,comm=', '--ppid', String(child.pid)], {
    encoding: 'utf8',
  });
  for (const [, pid] of ps.stdout.matchAll(/^\s*(\d+)\s+imap(?:-login)?\s*$/gm)) {
    try {
      process.kill(Number(pid), signal);
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

async function end(child: ChildProcess, folder: string): Promise<void> {
  signalImapChildren(child, 'SIGCONT');
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await gone;
    clearTimeout(forced);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
