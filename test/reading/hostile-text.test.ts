/**
 * No text holds a reader up: 1 MB of whatever shape is read in under 200 ms by every public reader
 * of this room. Measured in CPU time of this process, the best of three, so that a busy machine
 * does not fail it; a reader that is not linear takes many seconds and fails all the same.
 */
import { describe, expect, it } from 'vitest';
import { readCounselorWord } from '../../src/reading/counselor-word.ts';
import { readReply } from '../../src/reading/reply.ts';
import { readRequest } from '../../src/reading/request.ts';
import { readWish } from '../../src/reading/wish.ts';
import { heldUpBy } from '../support/hostile-text.ts';

const LENGTH = 1_000_000;
const LIMIT_MS = 200;

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');
const offered = [reference.add({ days: 9 }), reference.add({ days: 10 })];
const READERS: readonly { name: string; read: (text: string) => unknown }[] = [
  { name: 'reply', read: (text) => readReply(text, reference, { booked: reference, offered: [] }) },
  { name: 'choice', read: (text) => readReply(text, reference, { booked: null, offered }) },
  { name: 'wish', read: (text) => readWish(text, reference) },
  { name: 'request', read: (text) => readRequest(mailOf(text, 'a@example.jp'), reference) },
  { name: 'memo', read: (text) => readRequest(mailOf(text, null), reference) },
  { name: 'counselor', read: (text) => readCounselorWord(text, reference) },
];

function mailOf(text: string, address: string | null) {
  const sender = address === null ? null : { name: 'x', address };
  return { subject: text.slice(0, 500), text, sender };
}

describe.each(READERS)('1 MB of hostile text in the reader of a $name', ({ read }) => {
  it('is read in no time, whatever its shape', { timeout: 120_000 }, () => {
    expect(heldUpBy(read, { length: LENGTH, limitMs: LIMIT_MS })).toEqual([]);
  });
});

describe('text that is too long to be read whole', () => {
  it('is asked about, since its end may take the wish back', () => {
    const text = `氏名：山田太郎\n希望日時：12月3日10時\n${'あ'.repeat(LENGTH)}`;
    const { items, unclear } = readRequest(mailOf(text, 'a@example.jp'), reference);
    expect(items.name?.value).toBe('山田太郎');
    expect(items.wish?.value.kind).toBe('ambiguous');
    expect(unclear.map(({ item }) => item)).toContain('datetime');
    expect(readWish(`12月3日10時${'あ'.repeat(LENGTH)}`, reference).wish.kind).not.toBe('exact');
  });
});
