/** What an item reader hands over: the value found, and what has to be asked back. Types only. */
import type { Found, Span } from '../types.ts';

export interface Doubt {
  /** In plain Japanese, for the question to the person or the counselor. */
  reason: string;
  span: Span | null;
}

export interface ItemResult<T> {
  found: Found<T> | null;
  doubt: Doubt | null;
}

export const NOTHING = { found: null, doubt: null } as const;
