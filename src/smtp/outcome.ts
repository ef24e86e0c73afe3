/**
 * What became of one try to send a mail, read from the relay's reply or from the way the
 * connection failed (RFC 5321 4.2, RFC 3463). Pure; never decides about retries and never sends.
 */

import { distrustOf } from '../config/distrust.ts';
import type { TokenTrouble } from '../config/login.ts';

/** Outcome of one try. Texts are the relay's own words in one line, bounded, for staff and log. */
export type DeliveryOutcome =
  /** 2yz after the final dot: the relay has taken the responsibility (RFC 5321 6.1). */
  | { kind: 'accepted'; replyCode: number; response: string }
  /** 4yz for this mail: try the same mail again later. */
  | { kind: 'deferred'; replyCode: number; enhancedStatusCode: string | null; response: string }
  /** 5yz, or an address that cannot be written (replyCode null): a person must look. */
  | {
      kind: 'refused';
      replyCode: number | null;
      enhancedStatusCode: string | null;
      response: string;
      /** Whom it concerns: this address, this mail, or every mail over this relay. */
      scope: 'recipient' | 'message' | 'connection';
    }
  /** The mail was on the wire and no reply came: it may or may not have been taken. */
  | { kind: 'unknown'; reason: string }
  /** Not a byte of the mail was sent; no mail goes out over this relay now. */
  | { kind: 'unreachable'; reason: string; setting: string }
  /** The relay refused our login; no mail goes out until it is mended. */
  | { kind: 'login'; reason: string; setting: string };

/** What is known of a failed try; the package's error reduced to facts. */
export interface SmtpFailure {
  /** Error code of the SMTP package, e.g. "EENVELOPE", "ECONNECTION". */
  code: string;
  /** The command under way, e.g. "RCPT TO", "CONN". */
  command: string;
  replyCode: number | null;
  response: string;
  message: string;
  /** Whether a byte of the mail itself had been handed to the connection. */
  bodyBegun: boolean;
  /** Why there was no access token to log in with (OAuth 2.0). */
  token?: TokenTrouble | null;
}

/** Reads a failed try. A failure of unknown form counts as temporary, never as accepted. */
export function outcomeOf(failure: SmtpFailure): DeliveryOutcome {
  const said = oneLine(failure.response || failure.message);
  if (failure.token) {
    const kind = failure.token.kind === 'refused' ? 'login' : 'unreachable';
    return { kind, reason: oneLine(failure.token.message), setting: failure.token.setting };
  }
  if (LOGIN_CODES.has(failure.code))
    return { kind: 'login', reason: said, setting: 'smtp.password' };
  if (failure.replyCode !== null) return fromReply(failure, failure.replyCode, said);
  if (failure.bodyBegun) return { kind: 'unknown', reason: said };
  if (failure.code === 'EENVELOPE') return refusedHere('recipient', said);
  if (failure.code === 'EMESSAGE') return refusedHere('message', said);
  return { kind: 'unreachable', reason: said, setting: settingOf(failure) };
}

/** A refusal that was made on our side, before anything was sent. */
export function refusedHere(scope: 'recipient' | 'message', reason: string): DeliveryOutcome {
  return { kind: 'refused', replyCode: null, enhancedStatusCode: null, response: reason, scope };
}

const LOGIN_CODES = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);

/** Which setting to look at when the relay cannot be reached, by the package's error code. */
const SETTINGS: Readonly<Record<string, string>> = {
  EDNS: 'smtp.host',
  ETLS: 'smtp.tls',
  ESOCKET: 'smtp.port',
  ECONNECTION: 'smtp.port',
  ETIMEDOUT: 'smtp.port',
};

function settingOf({ message, code }: SmtpFailure): string {
  const distrust = distrustOf(message, { server: 'smtp', where: '' });
  return distrust?.setting ?? SETTINGS[code] ?? 'smtp.host';
}

function fromReply(failure: SmtpFailure, replyCode: number, said: string): DeliveryOutcome {
  const { command } = failure;
  const ofTheMail = command === 'RCPT TO' || command === 'DATA' || command === 'MAIL FROM';
  // 421 closes the channel whatever was asked (RFC 5321 3.8); so does any refusal of the session.
  if (!failure.bodyBegun && (replyCode === 421 || !ofTheMail)) {
    const setting = failure.code === 'ETLS' ? 'smtp.tls' : 'smtp.host';
    return { kind: 'unreachable', reason: said, setting };
  }
  const enhancedStatusCode = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? null;
  // 503 says that the session was out of step, not that the mail is unwanted.
  if (replyCode < 500 || replyCode === 503) {
    return { kind: 'deferred', replyCode, enhancedStatusCode, response: said };
  }
  return {
    kind: 'refused',
    replyCode,
    enhancedStatusCode,
    response: said,
    scope: scopeOf(command, replyCode),
  };
}

function scopeOf(command: string, replyCode: number): 'recipient' | 'message' | 'connection' {
  // 530, 534, 535, 538: authentication (RFC 4954); they concern whatever we send.
  if ([530, 534, 535, 538].includes(replyCode)) return 'connection';
  if (command === 'RCPT TO') return 'recipient';
  if (command === 'MAIL FROM' && replyCode !== 552) return 'connection';
  return 'message';
}

/** One line of at most 300 characters. */
export function oneLine(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .trim()
    .slice(0, 300);
}
