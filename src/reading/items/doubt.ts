/**
 * What an item reader hands over: the value found, or what has to be asked back about it.
 * Types and the empty answer; it reads nothing.
 */
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
