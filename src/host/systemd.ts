/**
 * What systemd is told (sd_notify): that the start is over, that the program ends, and, as long as
 * its work goes on, that it lives. Node cannot send the datagram that this takes, so systemd's own
 * `systemd-notify` does (hence `NotifyAccess=all` in the unit). Outside systemd nothing happens.
 */
import { execFile } from 'node:child_process';

export interface Supervisor {
  /** The first poll came to its end. */
  ready(): void;
  /** Begins to feed the watchdog while `alive` says so. */
  watch(alive: () => boolean): void;
  stopping(): void;
}

export interface SupervisorSettings {
  env: Record<string, string | undefined>;
  /** Told where systemd could not be reached; the work goes on. */
  onTrouble: (why: string) => void;
  /** Sends one assignment; the tests listen here. */
  send?: (assignment: string, onTrouble: (why: string) => void) => void;
}

/** A supervisor that speaks only where systemd started the program with a socket to speak to. */
export function systemdSupervisor(settings: SupervisorSettings): Supervisor {
  const { env, onTrouble, send = sendBySystemdNotify } = settings;
  const supervised = env.NOTIFY_SOCKET !== undefined;
  const tell = (assignment: string): void => {
    if (supervised) send(assignment, onTrouble);
  };
  return {
    ready: () => tell('READY=1'),
    stopping: () => tell('STOPPING=1'),
    watch: (alive) => {
      const limitMs = Number(env.WATCHDOG_USEC ?? 0) / 1000;
      if (!supervised || !(limitMs > 0)) return;
      setInterval(() => {
        if (alive()) tell('WATCHDOG=1');
        else onTrouble('the work stands still; the watchdog is not fed');
      }, limitMs / 2).unref();
    },
  };
}

function sendBySystemdNotify(assignment: string, onTrouble: (why: string) => void): void {
  execFile('systemd-notify', [assignment], { timeout: 10_000 }, (error) => {
    if (error) onTrouble(error.message);
  });
}
