import { describe, expect, it } from 'vitest';
import { notYetSeen, repliesFirst, startingPoint } from '../../src/imap/cursor.ts';

describe('where reading starts', () => {
  it('answers no old mail on the first start', () => {
    expect(startingPoint(null, { uidValidity: '7', uidNext: 501 })).toEqual({
      kind: 'first_start',
      afterUid: 500,
    });
    expect(startingPoint(null, { uidValidity: '7', uidNext: null })).toEqual({
      kind: 'first_start',
      afterUid: 0,
    });
  });

  it('goes on after the low-water mark', () => {
    const known = { uidValidity: '7', lowWater: 42 };
    expect(startingPoint(known, { uidValidity: '7', uidNext: 50 })).toEqual({
      kind: 'go_on',
      afterUid: 42,
    });
  });

  it('begins anew when the server has renumbered', () => {
    const known = { uidValidity: '7', lowWater: 42 };
    expect(startingPoint(known, { uidValidity: '8', uidNext: 50 })).toEqual({
      kind: 'renumbered',
      afterUid: 0,
    });
  });
});

describe('which mails are new', () => {
  const announced = [5, 3, 4, 3, 1, 9].map((uid) => ({ uid }));

  it('leaves out what the ledger has, and names each mail once, in order of arrival', () => {
    const fresh = notYetSeen(announced, { lowWater: 3, seen: new Set([5]) });
    expect(fresh).toEqual([{ uid: 4 }, { uid: 9 }]);
  });

  it('looks at replies to our own mail first and keeps the order of arrival otherwise', () => {
    const order = repliesFirst([1, 2, 3, 4, 5, 6], (uid) => uid % 3 === 0);
    expect(order).toEqual([3, 6, 1, 2, 4, 5]);
  });
});
