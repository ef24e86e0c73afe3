/**
 * The running program as a child process: started like an admin starts it, killed without a
 * warning (SIGKILL), started again on the same files. Keeps what each life logged.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CommitPoint } from './die-at-commit.ts';

const PROGRAM = join(import.meta.dirname, '../../src/uketsuke.js');
const DIE_AT_COMMIT = join(import.meta.dirname, 'die-at-commit.ts');

/** One life of the program, from its start to its end. */
export interface Life {
  number: number;
  /** performance.now() of its start. */
  startedAtMs: number;
  /** The outbox rows whose acceptance by the relay this life has committed, by its own log. */
  accepted: Set<number>;
  /** performance.now() of the SIGKILL; null where it was not killed. */
  killedAtMs: number | null;
  /** The tables of the commit that it was killed at, where it was killed at one. */
  killedOver: string | null;
  /** Whether it ended before anybody ended it, which never should be. */
  gaveUp: boolean;
  /** What it complained of: its standard error and every log line of level "error". */
  complaints: string[];
}

export interface Bot {
  readonly life: Life;
  readonly pid: number;
  /** Resolves when the process has ended, by whatever. */
  readonly gone: Promise<void>;
  /** Resolves at the next log line with this event; also when the program ends. */
  logged(event: string): Promise<void>;
  /** Resolves when `count` log lines with this event have come in this life, or it has ended. */
  counted(event: string, count: number): Promise<void>;
  /** SIGKILL if it still runs; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  end(): Promise<number | null>;
}

export interface Birth {
  number: number;
  config: string;
  /** The mailbox password goes by the environment. */
  password: string;
  /** A commit at which it is killed, if it comes so far. */
  dieAt?: CommitPoint;
}

/** Starts a life. */
export function startBot({ number, config, password, dieAt }: Birth): Bot {
  const fate = dieAt ? ['--import', DIE_AT_COMMIT] : [];
  const command = [...fate, PROGRAM, 'run', '-c', config];
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SECRET: password, ...(dieAt ? { DIE_AT: dieAt } : {}) },
  });
  const life: Life = {
    number,
    startedAtMs: performance.now(),
    accepted: new Set(),
    killedAtMs: null,
    killedOver: null,
    gaveUp: false,
    complaints: [],
  };
  let waiting: { event: string; wake: () => void }[] = [];
  const wake = (isMeant: (event: string) => boolean) => {
    const meant = waiting.filter(({ event }) => isMeant(event));
    waiting = waiting.filter(({ event }) => !isMeant(event));
    for (const each of meant) each.wake();
  };
  let told = false;
  const counts = new Map<string, number>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = readLine(text);
    if (line.event) counts.set(line.event, (counts.get(line.event) ?? 0) + 1);
    if (line.event === 'mail_tried' && line.outcome === 'accepted') life.accepted.add(line.outbox);
    if (line.event === 'killed_at_commit') {
      told = true;
      life.killedAtMs = performance.now();
      life.killedOver = line.wrote.join(' ') || 'nothing';
    }
    if (line.level === 'error') life.complaints.push(text);
    wake((event) => event === line.event);
  });
  createInterface({ input: child.stderr }).on('line', (text) => life.complaints.push(text));
  // A test that ends early must not leave a program behind.
  const last = () => child.kill('SIGKILL');
  process.once('exit', last);
  const ended = endOf(child);
  void ended.then(() => {
    process.removeListener('exit', last);
    life.gaveUp = !told;
    wake(() => true);
  });
  const logged = (event: string): Promise<void> =>
    new Promise((resolve) => waiting.push({ event, wake: resolve }));
  return {
    life,
    pid: child.pid ?? 0,
    gone: ended.then(() => undefined),
    logged,
    counted: async (event, count) => {
      while ((counts.get(event) ?? 0) < count && child.exitCode === null) await logged(event);
    },
    kill: async () => {
      told = true;
      if (child.exitCode === null && child.signalCode === null) {
        life.killedAtMs = performance.now();
        child.kill('SIGKILL');
      }
      await ended;
    },
    end: () => {
      told = true;
      child.kill('SIGTERM');
      return ended;
    },
  };
}

interface LogLine {
  event: string;
  level: string;
  outcome: string;
  outbox: number;
  wrote: string[];
}

/** A line that a kill has cut in the middle is no line. */
function readLine(text: string): Partial<LogLine> & Pick<LogLine, 'outbox' | 'wrote'> {
  const nothing = { outbox: 0, wrote: [] };
  try {
    return { ...nothing, ...(JSON.parse(text) as Partial<LogLine>) };
  } catch {
    return nothing;
  }
}

/** After the last byte of its output, so that no log line is missed. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}
