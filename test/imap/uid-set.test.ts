import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf, uidSet } from '../../src/imap/uid-set.ts';

it.each([
  [[], ''],
  [[7], '7'],
  [[7, 8], '7:8'],
  [[9, 3, 5, 4, 9], '3:5,9'],
])('writes %j as "%s"', (uids, text) => {
  expect(uidSet(uids)).toBe(text);
});

it('never names a UID that was not asked for', () => {
  const uids = fc.uniqueArray(fc.integer({ min: 1, max: 300 }));
  fc.assert(
    fc.property(uids, (asked) => {
      const named = uidSet(asked)
        .split(',')
        .filter((part) => part !== '')
        .flatMap((part) => {
          const [from = 0, to = from] = part.split(':').map(Number);
          return Array.from({ length: to - from + 1 }, (_, index) => from + index);
        });
      expect(named).toEqual([...asked].sort((a, b) => a - b));
    }),
  );
});

it('cuts into pieces by count and by bytes, and gives a giant a piece of its own', () => {
  const limit = { count: 3, bytes: 100 };
  expect(piecesOf([1, 2, 3, 4], () => 1, limit)).toEqual([[1, 2, 3], [4]]);
  expect(piecesOf([1, 2, 3], (uid) => (uid === 2 ? 500 : 60), limit)).toEqual([[1], [2], [3]]);
  expect(piecesOf([1, 2], () => undefined, limit)).toEqual([[1], [2]]);
  expect(piecesOf([], () => 1, limit)).toEqual([]);
});
