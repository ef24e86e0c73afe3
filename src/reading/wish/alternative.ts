/**
 * One alternative of a wish on its way to the answer. Types only.
 */
import type { SingleWish, WishDoubt } from '../../domain/wish.ts';

export interface Alternative {
  /** Null only where a doubt leaves no single reading. */
  wish: SingleWish | null;
  doubt: WishDoubt | null;
  readings: SingleWish[];
  /** The clock time where the day is missing. */
  time: Temporal.PlainTime | null;
  /** Before the reference, and meant so. */
  past: boolean;
}
