/**
 * Every way in which the mailbox can fail, as one error class with one clear line:
 * what failed, with which value, and what to do. Turns the errors of the IMAP package,
 * of TLS and of the socket into it. Never connects, never retries, never prints secrets.
 */
import { distrustOf } from '../config/distrust.ts';
import type { ImapSettings } from './settings.ts';
import { uidSet } from './uid-set.ts';

/**
 * Kind of trouble: `refused_login`, `certificate`, `folder` stay until somebody changes a setting
 * or the server; `unreachable`, `lost`, `protocol` are worth another try after a pause.
 */
export type MailboxTroubleKind =
  | 'refused_login'
  | 'unreachable'
  | 'certificate'
  | 'folder'
  | 'protocol'
  | 'lost';

/** The mailbox cannot be used now; `setting` is the JSON path to look at, e.g. "imap.password". */
export class MailboxTrouble extends Error {
  override readonly name = 'MailboxTrouble';
  readonly kind: MailboxTroubleKind;
  readonly setting: string;

  constructor(
    kind: MailboxTroubleKind,
    setting: string,
    { message, cause }: { message: string; cause?: unknown },
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.setting = setting;
  }
}

/** Mails that the server lists and does not hand out; all others of the same call were. */
export class MailWithheld extends MailboxTrouble {
  readonly uids: readonly number[];

  constructor(uids: readonly number[]) {
    super('protocol', 'imap.folder', {
      message: `imap.folder: the server does not hand out the mail with UID ${uidSet(uids)}. Look at it with a mail client, and move it away if it is damaged.`,
    });
    this.uids = uids;
  }
}

/** What is read of a foreign error; every field may be missing. */
interface ForeignError {
  code?: unknown;
  message?: unknown;
  authenticationFailed?: unknown;
  serverResponseCode?: unknown;
  responseText?: unknown;
  response?: unknown;
  reason?: unknown;
  tlsFailed?: unknown;
}

/** Response codes of RFC 5530 and 9051 by which a refused login is the server's state, not ours. */
const TEMPORARY_LOGIN_CODES = new Set([
  'UNAVAILABLE',
  'INUSE',
  'LIMIT',
  'SERVERBUG',
  'CONTACTADMIN',
]);

const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENODATA']);
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EACCES',
  'CONNECT_TIMEOUT',
]);
const LOST = new Set([
  'NoConnection',
  'EConnectionClosed',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ETIMEOUT',
  'StateLogout',
]);
const NOT_TLS = /^(?:EPROTO$|ERR_SSL_|UPGRADE_TIMEOUT$|STARTTLS_INJECTION$|ClosedAfterConnect)/;

/** Words for an error met while opening the mailbox or working in it. */
export function troubleFrom(error: unknown, settings: ImapSettings): MailboxTrouble {
  if (error instanceof MailboxTrouble) return error;
  const foreign: ForeignError = typeof error === 'object' && error !== null ? error : {};
  const code = typeof foreign.code === 'string' ? foreign.code : '';
  const where = `${settings.host}:${settings.port}`;
  const make = (kind: MailboxTroubleKind, setting: string, message: string): MailboxTrouble =>
    new MailboxTrouble(kind, `imap.${setting}`, { message, cause: error });

  if (foreign.authenticationFailed === true) return refusedLogin(foreign, settings, make);
  const distrust = distrustOf(code, { server: 'imap', where });
  if (distrust !== null) {
    const { setting, message } = distrust;
    return new MailboxTrouble('certificate', setting, { message, cause: error });
  }
  if (UNKNOWN_HOST.has(code)) {
    return make(
      'unreachable',
      'host',
      `imap.host: no server named "${settings.host}" was found (${code}). Check the spelling and the network.`,
    );
  }
  if (code === 'GREETING_TIMEOUT' || NOT_TLS.test(code) || foreign.tlsFailed === true) {
    return make(
      code === 'GREETING_TIMEOUT' ? 'unreachable' : 'protocol',
      'tls',
      `imap.tls: ${where} does not speak IMAP with tls "${settings.tls}" (${code || words(foreign)}). Usual are port 993 with "implicit" and port 143 with "starttls".`,
    );
  }
  if (UNREACHABLE.has(code)) {
    return make(
      'unreachable',
      'port',
      `imap.port: no IMAP server answers at ${where} (${code}). Check imap.host, imap.port, the firewall, and whether the server runs.`,
    );
  }
  if (LOST.has(code)) {
    return make(
      'lost',
      'host',
      `imap.host: the connection to ${where} was lost (${words(foreign)}). It will be opened anew.`,
    );
  }
  return make(
    'protocol',
    'host',
    `imap.host: ${where} gave an unexpected answer (${words(foreign)}).`,
  );
}

/** Words for a folder that cannot be opened; `setting` is the path below "imap". */
export function folderTrouble(setting: string, folder: string, error: unknown): MailboxTrouble {
  const foreign: ForeignError = typeof error === 'object' && error !== null ? error : {};
  return new MailboxTrouble('folder', `imap.${setting}`, {
    message: `imap.${setting}: the folder "${folder}" cannot be used (${words(foreign)}). Make it on the server, or name another one.`,
    cause: error,
  });
}

function refusedLogin(
  foreign: ForeignError,
  settings: ImapSettings,
  make: (kind: MailboxTroubleKind, setting: string, message: string) => MailboxTrouble,
): MailboxTrouble {
  const code = typeof foreign.serverResponseCode === 'string' ? foreign.serverResponseCode : '';
  if (TEMPORARY_LOGIN_CODES.has(code.toUpperCase())) {
    return make(
      'unreachable',
      'host',
      `imap.host: ${settings.host} takes no logins at the moment (${code}). It will be tried again.`,
    );
  }
  const setting = typeof settings.password === 'string' ? 'password' : 'auth';
  return make(
    'refused_login',
    setting,
    `imap.${setting}: ${settings.host} refused the login of "${settings.user}" (${words(foreign)}). Check imap.user and imap.${setting}.`,
  );
}

/** The server's own words if there are any, in one line and bounded. */
function words(foreign: ForeignError): string {
  const candidates = [
    foreign.responseText,
    foreign.response,
    foreign.reason,
    foreign.message,
    foreign.code,
  ];
  const said = candidates.find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  return (said ?? 'no reason given').replace(/[\r\n\t]+/g, ' ').slice(0, 200);
}
