/**
 * Postfix for tests: a relay on a random loopback port with its own config, queue and log in a
 * temporary folder, ended by its own process id. It hands everything on to the port given. Needs
 * root, as Postfix does.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, greetingOf } from '../../src/demo/loopback.ts';
import { libraryPath, unpacked } from './foreign-package.ts';

const MASTER = unpacked('usr/lib/postfix/sbin/master');

export function postfixUnpacked(): boolean {
  return MASTER !== null && userInfo().uid === 0;
}

export interface TestPostfix {
  readonly port: number;
  /** What it wrote to its log so far. */
  log(): string;
  stop(): Promise<void>;
}

const OWNED = 'active bounce corrupt defer deferred flush hold incoming private saved trace'.split(
  ' ',
);
/** Accounts of every Debian; Postfix wants three that have nothing in common. */
const ACCOUNTS = { mail_owner: 'mail', setgid_group: 'games', default_privs: 'nobody' };

/** Starts a relay before `nextPort`; waits until it greets. */
export async function startPostfix(nextPort: number): Promise<TestPostfix> {
  if (MASTER === null) throw new Error('Postfix is not unpacked');
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-postfix-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  layOut(folder, { port, nextPort, sbin: dirname(MASTER) });
  const config = join(folder, 'conf');
  const env = { ...process.env, MAIL_CONFIG: config, LD_LIBRARY_PATH: libraryPath() };
  const master = spawn(MASTER, ['-d', '-c', config], { stdio: 'ignore', env });
  const ended = new Promise((resolve) => master.once('exit', resolve));
  const last = () => master.kill('SIGTERM');
  process.once('exit', last);
  const log = () => {
    try {
      return readFileSync(join(folder, 'log'), 'utf8');
    } catch {
      return '';
    }
  };
  const stop = async () => {
    process.removeListener('exit', last);
    master.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const giveUpAt = performance.now() + 20_000;
  while (!(await greetingOf(port, 2_000))?.startsWith('220')) {
    if (performance.now() > giveUpAt || master.exitCode !== null) {
      const said = log();
      await stop();
      throw new Error(`Postfix did not start:\n${said}`);
    }
    await sleep(100);
  }
  return { port, log, stop };
}

function layOut(
  folder: string,
  { port, nextPort, sbin }: { port: number; nextPort: number; sbin: string },
): void {
  const queue = join(folder, 'queue');
  mkdirSync(queue);
  for (const name of [...OWNED, 'maildrop', 'public', 'pid']) {
    mkdirSync(join(queue, name), { mode: 0o700 });
  }
  mkdirSync(join(folder, 'data'));
  mkdirSync(join(folder, 'conf'));
  const owned = [...OWNED, 'maildrop', 'public'].map((name) => join(queue, name));
  const { mail_owner, setgid_group } = ACCOUNTS;
  execFileSync('chown', [mail_owner, ...owned, join(folder, 'data')]);
  const shared = [join(queue, 'maildrop'), join(queue, 'public')];
  execFileSync('chgrp', [setgid_group, ...shared]);
  execFileSync('chmod', ['730', ...shared]);
  const settings = {
    ...ACCOUNTS,
    compatibility_level: '3.6',
    queue_directory: queue,
    data_directory: join(folder, 'data'),
    daemon_directory: sbin,
    shlib_directory: dirname(sbin),
    myhostname: 'relay.office.example.jp',
    mydestination: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    relayhost: `[127.0.0.1]:${nextPort}`,
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    mynetworks: '127.0.0.0/8',
    smtp_host_lookup: 'native',
    alias_maps: '',
    local_recipient_maps: '',
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    import_environment: 'MAIL_CONFIG LD_LIBRARY_PATH MAIL_LOGTAG TZ',
    queue_run_delay: '1s',
    minimal_backoff_time: '1s',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(join(folder, 'conf/main.cf'), lines.join(''));
  writeFileSync(join(folder, 'conf/master.cf'), masterConfig(port));
}

function masterConfig(port: number): string {
  const unix = (name: string, rest: string) => `${name} unix - - n ${rest}\n`;
  return [
    `127.0.0.1:${port} inet n - n - - smtpd\n`,
    'cleanup unix n - n - 0 cleanup\n',
    'qmgr unix n - n 1 1 qmgr\n',
    unix('rewrite', '- - trivial-rewrite'),
    ...['bounce', 'defer', 'trace'].map((name) => unix(name, '- 0 bounce')),
    unix('proxymap', '- - proxymap'),
    ...['smtp', 'relay'].map((name) => unix(name, '- - smtp')),
    ...['error', 'retry'].map((name) => unix(name, '- - error')),
    unix('anvil', '- 1 anvil'),
    unix('scache', '- 1 scache'),
    'postlog unix-dgram n - n - 1 postlogd\n',
  ].join('');
}
