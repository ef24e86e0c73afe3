/**
 * The moves that the lifecycle table allows, for tests that hold other lists against it.
 */
import { LIFECYCLE } from '../../src/domain/lifecycle.ts';

/** Every pair of different states that some row leads through, "from>to", sorted. */
export function legalMoves(): string[] {
  const moves = LIFECYCLE.flatMap((row) =>
    row.to === 'same' ? [] : row.from.map((from) => `${from}>${row.to}`),
  );
  return [...new Set(moves)].sort();
}
