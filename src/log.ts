/**
 * One JSON line an event, to standard error or wherever the caller points it.
 * It takes ids, counts and codes only: no name, address, number or text of a person (Article 8).
 */
import type { Clock } from './clock.ts';

export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Record<string, string | number | boolean | null>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** A log that hands each event to `write` as one line of JSON without a line end. */
export function createLog(clock: Clock, write: (line: string) => void): Log {
  const emit =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void =>
      write(JSON.stringify({ at: clock.now().toString(), level, event, ...fields }));
  return { info: emit('info'), warn: emit('warn'), error: emit('error') };
}

/** A log that forgets, for tests and one-shot commands. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** What a failure says, for a log line. */
export function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
