/** Stand-in until wish.ts exists; to be deleted. */
import type { Wish } from '../../domain/wish.ts';
import type { Span } from '../types.ts';
export function readWish(
  _t: string,
  _r: Temporal.ZonedDateTime,
): { wish: Wish; span: Span | null; because: string } {
  return { wish: { kind: 'none' }, span: null, because: '' };
}
