/**
 * How the relay fails as a whole, as one error class with one clear line, and the reduction of the
 * SMTP package's errors to the facts that outcome.ts judges. Never connects, never prints secrets.
 */
import type { SmtpFailure } from './outcome.ts';

/** The relay cannot be used now; `setting` is the JSON path to look at, e.g. "smtp.password". */
export class RelayTrouble extends Error {
  override readonly name = 'RelayTrouble';
  readonly kind: 'login' | 'unreachable';
  readonly setting: string;

  constructor(kind: 'login' | 'unreachable', setting: string, message: string) {
    super(message);
    this.kind = kind;
    this.setting = setting;
  }
}

/** The facts of a foreign error; every field may be missing. */
export function failureOf(error: unknown, bodyBegun: boolean): SmtpFailure {
  const foreign: Partial<
    Record<'code' | 'command' | 'responseCode' | 'response' | 'message', unknown>
  > = typeof error === 'object' && error !== null ? error : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    code: text(foreign.code),
    command: text(foreign.command),
    replyCode: typeof foreign.responseCode === 'number' ? foreign.responseCode : null,
    response: text(foreign.response),
    message: text(foreign.message) || String(error),
    bodyBegun,
  };
}
