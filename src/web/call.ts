/**
 * The door to the web: the only file that calls `fetch`. One request over HTTPS (plain HTTP to this
 * machine only), one answer or one line about why there was none. It follows no redirect, keeps
 * no cookie, reads a bounded answer, and decides nothing about trying again.
 */
import { isLoopback } from '../config/fields.ts';

export interface WebRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

export type WebAnswer =
  | {
      kind: 'answer';
      status: number;
      body: string;
      /** What Retry-After asks for (RFC 9110 10.2.3), in milliseconds; null where it is not said. */
      retryAfterMs: number | null;
      /** The server's own time, by its Date header. */
      date: Temporal.Instant | null;
    }
  | { kind: 'unreachable'; reason: string };

const LIMIT_MS = 15_000;
const MAX_ANSWER_BYTES = 2_000_000;

/** Asks once. Never throws for what the network or the server does. */
export async function call(request: WebRequest, limitMs = LIMIT_MS): Promise<WebAnswer> {
  const url = new URL(request.url);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new Error(`${url.origin} would be asked in clear; the config must not let this happen`);
  }
  try {
    const response = await fetch(url, {
      method: request.method,
      headers: { accept: 'application/json', ...request.headers },
      body: request.body ?? null,
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    });
    const date = instantOf(response.headers.get('date'));
    return {
      kind: 'answer',
      status: response.status,
      body: await boundedText(response),
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), date),
      date,
    };
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) };
  }
}

/** The fields of a JSON object, or null where the text is none. */
export function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Seconds, or a date measured against the server's own clock. */
function retryAfterMs(value: string | null, date: Temporal.Instant | null): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const until = instantOf(value);
  return until && date ? Math.max(0, date.until(until).total('milliseconds')) : null;
}

function instantOf(value: string | null): Temporal.Instant | null {
  const millis = Date.parse(value ?? '');
  return Number.isNaN(millis) ? null : Temporal.Instant.fromEpochMilliseconds(millis);
}

/** fetch says "fetch failed"; what happened is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? `${String(cause.code)}` : cause.message;
}
