/**
 * Sets of UIDs on the wire: RFC 9051 `sequence-set`, written short, and cut into pieces
 * that a server's line limit and our memory can bear. Pure; never widens a range over
 * a UID that was not asked for.
 */

/** Sorted sequence-set text such as "3:5,9"; only truly consecutive UIDs share a range. */
export function uidSet(uids: readonly number[]): string {
  const sorted = [...new Set(uids)].sort((a, b) => a - b);
  const ranges: string[] = [];
  let first: number | null = null;
  let last = 0;
  for (const uid of sorted) {
    if (first !== null && uid === last + 1) {
      last = uid;
      continue;
    }
    if (first !== null) ranges.push(first === last ? `${first}` : `${first}:${last}`);
    first = uid;
    last = uid;
  }
  if (first !== null) ranges.push(first === last ? `${first}` : `${first}:${last}`);
  return ranges.join(',');
}

/** Bounds of one piece: how many mails, and how many bytes together. */
export interface PieceLimit {
  count: number;
  bytes: number;
}

/**
 * Cuts `uids`, order kept, into pieces within `limit`; a single mail over the byte limit is a
 * piece of its own. A size that is not known counts as one megabyte.
 */
export function piecesOf(
  uids: readonly number[],
  sizeOf: (uid: number) => number | undefined,
  limit: PieceLimit,
): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  let bytes = 0;
  for (const uid of uids) {
    const size = sizeOf(uid) ?? 1_000_000;
    if (piece.length > 0 && (piece.length >= limit.count || bytes + size > limit.bytes)) {
      pieces.push(piece);
      piece = [];
      bytes = 0;
    }
    piece.push(uid);
    bytes += size;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}
