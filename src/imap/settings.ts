/**
 * What the IMAP door must be told, and the limits it keeps by itself.
 * Holds values only; never opens a connection, never reads a file or the environment (that is
 * the config's work).
 */
import type { AskToken } from '../config/login.ts';

/** The office's mailbox; one JSON object "imap" in the config. */
export interface ImapSettings {
  host: string;
  port: number;
  /** RFC 8314: TLS from the first byte, STARTTLS that must succeed, or plain text (loopback only). */
  tls: 'implicit' | 'starttls' | 'none';
  user: string;
  /** A password, or a way to a fresh OAuth 2.0 access token, asked at every login (XOAUTH2). */
  password: string | AskToken;
  folder: string;
  /** How a mail is marked on the server: an IMAP keyword (RFC 9051 2.3.2) or a folder it is moved to. */
  filing: {
    by: 'keyword' | 'folder';
    handled: string;
    forStaff: string;
  };
  /** PEM text of the only authority that is trusted here; without it those whom Node.js knows. */
  certificateAuthority?: string | null;
  /** Shorter limits; for tests of servers that hang. */
  timeouts?: Partial<ImapTimeouts>;
}

/** Limits in milliseconds; a server that exceeds one is given up and called again. */
export interface ImapTimeouts {
  /** DNS, TCP and TLS together. */
  connectMs: number;
  greetingMs: number;
  /** Silence on a command that is under way; while idling the server is asked NOOP after it. */
  silenceMs: number;
  /** Between two NOOPs on a server without IDLE (RFC 2177). */
  pollMs: number;
  /** For LOGOUT at the end. */
  logoutMs: number;
}

/** Limits used unless the settings say otherwise. */
export const IMAP_TIMEOUTS: ImapTimeouts = {
  connectMs: 15_000,
  greetingMs: 15_000,
  silenceMs: 45_000,
  pollMs: 10_000,
  logoutMs: 1_500,
};
