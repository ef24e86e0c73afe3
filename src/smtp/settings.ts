/**
 * What the SMTP door must be told, and the limits it keeps by itself.
 * Holds values only; never opens a connection, never reads a file or the environment (that is
 * the config's work).
 */
import type { AskToken } from '../config/login.ts';

/** The relay that takes our mail; one JSON object "smtp" in the config. */
export interface SmtpSettings {
  host: string;
  port: number;
  /** RFC 8314: TLS from the first byte, STARTTLS that must succeed, or plain text (loopback only). */
  tls: 'implicit' | 'starttls' | 'none';
  /** null: the relay asks for no login. */
  user: string | null;
  /** A password, or a way to a fresh OAuth 2.0 access token, asked at every login (XOAUTH2). */
  password: string | AskToken | null;
  /** RFC 5321 reverse-path; bounces come back to it. */
  envelopeFrom: string;
  maxConnections: number;
  /** PEM text of the only authority that is trusted here; without it those whom Node.js knows. */
  certificateAuthority?: string | null;
  /** Shorter limits; for tests of servers that hang. */
  timeouts?: Partial<SmtpTimeouts>;
}

/** Limits in milliseconds. */
export interface SmtpTimeouts {
  connectMs: number;
  greetingMs: number;
  /** Silence on a command. Long, because a mail given up just before its 250 is sent twice. */
  silenceMs: number;
  /** A connection that had nothing to do is closed by us before the server tires of it. */
  idleMs: number;
  /** For deliveries under way when the program ends. */
  closeMs: number;
}

/** Limits used unless the settings say otherwise; see RFC 5321 4.5.3.2. */
export const SMTP_TIMEOUTS: SmtpTimeouts = {
  connectMs: 15_000,
  greetingMs: 30_000,
  silenceMs: 300_000,
  idleMs: 240_000,
  closeMs: 3_000,
};
