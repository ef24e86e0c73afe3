/** What systemd hears of the program, and that the unit beside it lets the program do little else. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemdSupervisor } from '../../src/host/systemd.ts';

const UNIT = join(import.meta.dirname, '../../src/host/uketsuke.service');
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

describe('the watchdog', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function supervised(env: Record<string, string>) {
    const told: string[] = [];
    const troubles: string[] = [];
    const supervisor = systemdSupervisor({
      env,
      onTrouble: (why) => troubles.push(why),
      send: (assignment) => told.push(assignment),
    });
    return { supervisor, told, troubles };
  }

  it('is fed twice in its time, and only while the work goes on', () => {
    const env = { NOTIFY_SOCKET: '/run/notify', WATCHDOG_USEC: '120000000' };
    const { supervisor, told, troubles } = supervised(env);
    let alive = true;
    supervisor.watch(() => alive);
    vi.advanceTimersByTime(120_000);
    expect(told).toEqual(['WATCHDOG=1', 'WATCHDOG=1']);
    alive = false;
    vi.advanceTimersByTime(120_000);
    expect(told).toHaveLength(2);
    expect(troubles).toHaveLength(2);
  });

  it('and start and end are nobody’s business outside systemd', () => {
    const { supervisor, told } = supervised({ WATCHDOG_USEC: '120000000' });
    supervisor.ready();
    supervisor.watch(() => true);
    vi.advanceTimersByTime(600_000);
    supervisor.stopping();
    expect(told).toEqual([]);
  });
});

describe.runIf(has('systemd-notify') && has('python3'))('over the real socket', () => {
  it('systemd hears that the program is ready and that it ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'uketsuke-notify-'));
    const socket = join(folder, 'notify');
    const ear = spawn('python3', [
      '-uc',
      `import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); print('bound')
while True: print(s.recv(4096).decode().strip().replace(chr(10), ' '))`,
      socket,
    ]);
    const heard: string[] = [];
    await once(ear.stdout, 'data');
    ear.stdout.on('data', (words: Buffer) => heard.push(...words.toString().trim().split('\n')));
    vi.stubEnv('NOTIFY_SOCKET', socket);
    const supervisor = systemdSupervisor({ env: process.env, onTrouble: (why) => heard.push(why) });
    supervisor.ready();
    await vi.waitFor(() => expect(heard.join('\n')).toContain('READY=1'), 5000);
    supervisor.stopping();
    await vi.waitFor(() => expect(heard.join('\n')).toContain('STOPPING=1'), 5000);
    vi.unstubAllEnvs();
    ear.kill();
    await once(ear, 'exit');
    rmSync(folder, { recursive: true });
  });
});

describe('the unit', () => {
  it.runIf(has('systemd-analyze'))(
    'is exposed less than 3.0 of 10, as systemd itself counts',
    () => {
      const args = ['security', '--offline=true', '--threshold=30', UNIT];
      const { status, stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
      expect(stdout).toContain('Overall exposure level');
      expect(status).toBe(0);
    },
  );

  it('waits for the first sign of life longer than the program needs for one', () => {
    const unit = readFileSync(UNIT, 'utf8');
    expect(unit).toMatch(/^Type=notify$/m);
    expect(unit).toMatch(/^NotifyAccess=all$/m);
    expect(unit).toMatch(/^WatchdogSec=\d+$/m);
    expect(unit).toMatch(/^RestrictAddressFamilies=.*AF_UNIX/m);
  });
});
