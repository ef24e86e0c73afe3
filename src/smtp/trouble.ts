/**
 * How the relay fails as a whole, as one error class with one clear line, and the reduction of the
 * SMTP package's errors to the facts that outcome.ts judges. Never connects, never prints secrets.
 */
import { distrustOf } from '../config/distrust.ts';
import type { TokenTrouble } from '../config/login.ts';
import { outcomeOf, type SmtpFailure } from './outcome.ts';
import type { SmtpSettings } from './settings.ts';

export type RelayTroubleKind = 'login' | 'certificate' | 'unreachable';

/** The relay cannot be used now; `setting` is the JSON path to look at, e.g. "smtp.password". */
export class RelayTrouble extends Error {
  override readonly name = 'RelayTrouble';
  readonly kind: RelayTroubleKind;
  readonly setting: string;

  constructor(kind: RelayTroubleKind, setting: string, message: string) {
    super(message);
    this.kind = kind;
    this.setting = setting;
  }
}

/** Words for a relay that could not be connected to or logged in at. */
export function troubleOf(failure: SmtpFailure, settings: SmtpSettings): RelayTrouble {
  const { host, port, user, tls, password } = settings;
  const outcome = outcomeOf(failure);
  const why = 'reason' in outcome ? outcome.reason : outcome.response;
  if (failure.token) {
    return new RelayTrouble(
      outcome.kind === 'login' ? 'login' : 'unreachable',
      failure.token.setting,
      why,
    );
  }
  if (outcome.kind === 'login') {
    const setting = typeof password === 'function' ? 'smtp.auth' : 'smtp.password';
    return new RelayTrouble(
      'login',
      setting,
      `${setting}: ${host} refused the login of "${user ?? ''}" (${why}). Check smtp.user and ${setting}.`,
    );
  }
  const distrust = distrustOf(failure.message, { server: 'smtp', where: `${host}:${port}` });
  if (distrust !== null) return new RelayTrouble('certificate', distrust.setting, distrust.message);
  const setting = outcome.kind === 'unreachable' ? outcome.setting : 'smtp.host';
  return new RelayTrouble(
    'unreachable',
    setting,
    `${setting}: the relay ${host}:${port} with tls "${tls}" cannot be used (${why}). Check smtp.host, smtp.port and smtp.tls.`,
  );
}

/** There is no access token to log in with; handed through the SMTP package as an error. */
export class NoToken extends Error {
  readonly trouble: TokenTrouble;
  constructor(trouble: TokenTrouble) {
    super(trouble.message);
    this.trouble = trouble;
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
    token: error instanceof NoToken ? error.trouble : null,
  };
}
