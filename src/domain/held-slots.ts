/**
 * Which sessions are held in which lane, and whether another one fits beside them. Pure. Two
 * sessions of a lane never overlap, also where the grid is finer than a session is long.
 */
import { SESSION_MINUTES } from './session.ts';

/** By lane: when its held sessions begin, in epoch milliseconds. */
export type HeldSlots = ReadonlyMap<string, readonly number[]>;

/** A session's beginning and lane; of the beginning only this is asked. */
export interface Held {
  start: { epochMilliseconds: number };
  lane: string;
}

/** Gathers held sessions by lane. */
export function heldSlots(slots: Iterable<Held>): HeldSlots {
  const held = new Map<string, number[]>();
  for (const { start, lane } of slots) {
    const starts = held.get(lane) ?? [];
    held.set(lane, starts);
    starts.push(start.epochMilliseconds);
  }
  return held;
}

/** Whether a session of thirty minutes (6(1)) overlaps none that is held in its lane. */
export function isFree({ start, lane }: Held, held: HeldSlots): boolean {
  const begins = start.epochMilliseconds;
  const sessionMs = SESSION_MINUTES * 60_000;
  return (held.get(lane) ?? []).every((other) => Math.abs(other - begins) >= sessionMs);
}
