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

const LENGTH = 1_000_000;
const LIMIT_MS = 200;
/** A busy machine takes longer in CPU time, too: caches are shared. */
const BUSY = process.env['CI'] === undefined ? 2 : 1;
const TRIES = 3;

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

/** Repeated up to 1 MB: runs of one sign, and units that begin what the readers look for. */
const UNITS = [
  ...[
    '1',
    '１',
    'a',
    'あ',
    'ｱ',
    'ー',
    '漢',
    '田中',
    '0',
    '-',
    '~',
    '。',
    '、',
    '・',
    '>',
    '=',
    '|',
  ],
  ...[
    '(',
    ')',
    '（',
    '「',
    '【',
    '①',
    ' ',
    '\u3000',
    '\n',
    '\r\n',
    ' \n',
    '\t',
    '\u0000',
    '😀',
    '👍',
  ],
  ...[
    '12/3',
    '12月3日10時',
    '3日か4日、',
    '10時から',
    '第一希望',
    '令和8年',
    '(水)',
    '10:00-',
    'は3日',
  ],
  ...[
    '090-',
    '45010-',
    'a@b.',
    '氏名：',
    '氏名：山田\n',
    'と申します',
    '様より',
    '母の',
    'm(',
    '(^',
    'ww',
  ],
  ...[
    '了解です。',
    '参加します。',
    'ませんが、',
    '変更 12/4\n',
    '取消',
    'メール：a',
    '> 引用\n',
    '\u3000あ',
    'x,',
  ],
];

function bestOf(tries: number, work: () => unknown): number {
  const times = Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe.each(READERS)('1 MB of hostile text in the reader of a $name', ({ read }) => {
  it('is read in no time, whatever its shape', { timeout: 120_000 }, () => {
    const slow = UNITS.flatMap((unit) => {
      const text = unit.repeat(Math.ceil(LENGTH / unit.length));
      const first = bestOf(1, () => read(text));
      const spent = first < LIMIT_MS ? first : bestOf(TRIES, () => read(text));
      return spent < LIMIT_MS * BUSY ? [] : [`${JSON.stringify(unit)} ${Math.round(spent)} ms`];
    });
    expect(slow).toEqual([]);
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
