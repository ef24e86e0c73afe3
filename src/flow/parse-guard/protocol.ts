/**
 * What the parse guard and its worker thread say to each other. Types only; everything in them
 * can be cloned between threads.
 */
import type { InboundMessage, OriginVerdict } from '../../message/types.ts';

/** What the worker must know of the office; given once, when it starts. */
export interface WorkerData {
  /** RFC 8601 id of the office's own server; null: no server is trusted to authenticate. */
  authservId: string | null;
  /** Addresses of the office's mailbox. */
  ownAddresses: string[];
  /** Signs our Message-IDs; null where it is not known, then no Message-ID is ours. */
  messageIdKey: Uint8Array | null;
}

/** To the worker: first the bytes of a mail, then, where it answers one of ours, that text. */
export type Question =
  | { kind: 'parse'; source: Uint8Array }
  /** About the mail that was parsed last. */
  | { kind: 'judge'; ourText: string };

/** From the worker: once that it is ready, then one answer a question. */
export type Answer =
  | { kind: 'ready' }
  /** The verdict is that of a mail which answers none of ours. */
  | { kind: 'parsed'; message: InboundMessage; verdict: OriginVerdict }
  | { kind: 'judged'; verdict: OriginVerdict }
  | { kind: 'unreadable'; reason: string }
  /** Parser or judge threw what they should not: a bug, told and survived. */
  | { kind: 'failed'; why: string };
