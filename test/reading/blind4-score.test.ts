/**
 * The fourth blind set, in the form of its author, who had seen neither the readers nor the other
 * rows: whole replies with their quotation, requests, expressions and counselors' words. What the
 * readers made of it at first sight stands in test/fixtures/README.md. No time that nobody asked
 * for, no consent that nobody gave, no word that nobody meant; the shares are those reached.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isExpressionRow } from '../../src/commands/score/expression-format.ts';
import { scoreExpressionRows } from '../../src/commands/score/expressions.ts';
import type { RequestRow } from '../../src/commands/score/request-row.ts';
import { scoreRequests } from '../../src/commands/score/requests.ts';
import { exactStarts } from '../../src/domain/wish.ts';
import { splitReply } from '../../src/message/reply-text.ts';
import { readCounselorWord } from '../../src/reading/counselor-word.ts';
import { readReply } from '../../src/reading/reply.ts';
import type { CounselorWord } from '../../src/reading/types.ts';

const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');

function rowsOf(name: string): unknown[] {
  const text = readFileSync(new URL(`../fixtures/blind4-${name}.jsonl`, import.meta.url), 'utf8');
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]));
}

function inTokyo(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo');
}

interface Answer {
  kind: string;
  confirms: boolean;
}
interface ReplyRow {
  id: string;
  received: string;
  text: string;
  booking: { start: string };
  expect: Answer & { accept?: Answer[] };
}

describe('the replies', () => {
  const results = (rowsOf('replies') as ReplyRow[]).map((row) => {
    const { newText, certain } = splitReply(row.text, null);
    const booked = inTokyo(row.booking.start);
    const { intent, wish } = readReply(newText, inTokyo(row.received), { booked, offered: [] });
    const isOther = exactStarts(wish).some((start) => !start.equals(booked));
    const confirms = certain && !isOther && intent.startsWith('confirm');
    const right = [row.expect, ...(row.expect.accept ?? [])].map((answer) => answer.confirms);
    return { row, newText, confirms, right };
  });

  it('confirm nothing that nobody confirmed', () => {
    const wrong = results.filter(({ confirms, right }) => confirms && !right.includes(true));
    expect(wrong.map(({ row, newText }) => `${row.id} ${newText}`)).toEqual([]);
  });

  it('confirm nine of ten plain consents, also where our own mail is not at hand', () => {
    const plain = results.filter(
      ({ row, right }) => row.expect.kind === 'consent' && !right.includes(false),
    );
    const lost = plain.filter(({ confirms }) => !confirms);
    expect(
      lost.length,
      lost.map(({ row, newText }) => `${row.id} ${newText}`).join('\n'),
    ).toBeLessThanOrEqual(plain.length * 0.1);
  });
});

describe('the requests', () => {
  const report = scoreRequests(rowsOf('requests') as RequestRow[]);

  it('book no time that nobody asked for and take no value that is another’s', () => {
    expect(report.lines).toContain('wrong bookings 0, forbidden values 0');
  });

  it.each([
    ['name', 0.93],
    ['seekerNumber', 0.99],
    ['start', 0.94],
    ['phone', 0.99],
    ['topic', 0.88],
    ['missing', 0.88],
  ])('have their %s read', (measure, share) => {
    const line = report.lines.find((one) => one.startsWith(measure)) ?? '';
    const [, right, all] = /(\d+)\/(\d+)/.exec(line) ?? [];
    expect(Number(right) / Number(all), report.lines.join('\n')).toBeGreaterThanOrEqual(share);
  });
});

it('the expressions are read right, and none books a time that nobody asked for', () => {
  const score = scoreExpressionRows(rowsOf('datetime').filter(isExpressionRow));
  expect(score.rows.length).toBeGreaterThan(100);
  expect(score.rows.filter((row) => row.wrongBooking)).toEqual([]);
  expect(score.right).toBeGreaterThanOrEqual(0.97);
  expect(score.ambiguousRecall).toBe(1);
});

interface WordRow {
  id: string;
  text: string;
  expect: {
    word: string;
    start: string | null;
    accept?: string[];
    accept_start?: string;
    also?: { word: string; start: string | null }[];
  };
}

/** The author's names of the words, where they are not ours. */
const NAMES: Partial<Record<CounselorWord['kind'], string>> = {
  next_session: 'next',
  release_mail: 'allow_send',
};

describe("the counselors' words", () => {
  const results = (rowsOf('words') as WordRow[]).map((row) => {
    const { newText, certain } = splitReply(row.text, null);
    const read = certain ? readCounselorWord(newText, reference).words : [];
    // A word whose time is in doubt moves nothing: it is asked back.
    const words = read.filter((one) => !('wish' in one && one.wish.kind === 'ambiguous'));
    const { word, start, accept = [], accept_start, also = [] } = row.expect;
    const meant = [word, ...accept, ...also.map((one) => one.word)];
    const starts = [start, accept_start, ...also.map((one) => one.start)];
    const isMeant = (one: CounselorWord) =>
      meant.includes(NAMES[one.kind] ?? one.kind) &&
      exactStarts('wish' in one ? one.wish : { kind: 'none' }).every((at) =>
        starts.some((right) => right && inTokyo(right).equals(at)),
      );
    return { row, isSilent: words.length === 0, isTrue: words.every(isMeant), meant };
  });

  it('do nothing that was not meant', () => {
    expect(results.filter(({ isTrue }) => !isTrue).map(({ row }) => row.id)).toEqual([]);
  });

  it('are understood', () => {
    const asked = results.filter(({ isSilent, meant }) => isSilent && !meant.includes('none'));
    expect(asked.length, asked.map(({ row }) => row.text).join('\n')).toBeLessThanOrEqual(3);
  });
});
