/**
 * The second, blind set of labelled replies: written by somebody who had not seen the
 * readers. First sight: 4 of 200 read as a consent nobody gave, 13 of 79 plain consents
 * left to a counselor. Later rounds, each written after the mending before it, at their first
 * sight: bl2- 1 of 156 and 14 of 59; bl3- (only traps that must not confirm) 15 of 91; bl4-
 * (only plain consents) 5 of 116 lost; bl5- and bl6- (only traps) 9 of 53
 * and 8 of 35. Asserted is what holds after the
 * general faults were mended, so the next unseen traps will still find some.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../src/reading/reply.ts';

interface Row {
  id: string;
  text: string;
  booked?: string;
  offered?: string[];
  expect: { intent: string; accept?: string[]; choice?: number; flags?: string[] };
}

const file = new URL('../fixtures/blind-replies.jsonl', import.meta.url);
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row);
const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');

const results = rows.map((row) => {
  const booked = row.booked === undefined ? null : inTokyo(row.booked);
  const offered = (row.offered ?? []).map(inTokyo);
  const reading = readReply(row.text, reference, { booked, offered });
  const right = [row.expect.intent, ...(row.expect.accept ?? [])];
  return { row, reading, right, isRight: right.includes(reading.intent) };
});

function inTokyo(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo');
}

function isConfirming(intent: string): boolean {
  return intent === 'confirm' || intent === 'confirm_with_question';
}

function told(some: typeof results): string[] {
  return some.map(({ row, reading }) => `${row.id} read as ${reading.intent}: ${row.text}`);
}

describe('the score on the blind replies', () => {
  it('has 651 replies to score', () => {
    expect(rows).toHaveLength(651);
  });

  it('reads no decline, change, lone question or doubt as a confirmation', () => {
    const wrong = results.filter(
      ({ reading, right }) => isConfirming(reading.intent) && !right.some(isConfirming),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('takes no offered slot but the one that was named', () => {
    const confirmed = results.filter(
      ({ row, reading }) => row.offered && isConfirming(reading.intent),
    );
    const wrong = confirmed.filter(
      ({ row, reading }) => reading.choice !== (row.expect.choice ?? null),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('sends at most 2 % of the plain confirmations to a counselor', () => {
    const plain = results.filter(({ row }) => row.expect.intent === 'confirm');
    const lost = plain.filter(({ isRight }) => !isRight);
    expect(lost.length / plain.length, told(lost).join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('reads at least 97 % of all as labelled', () => {
    const wrong = results.filter(({ isRight }) => !isRight);
    expect(wrong.length / results.length, told(wrong).join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('flags nine of ten helpers, interpreters and relatives who write', () => {
    const flagged = results.filter(({ row }) => (row.expect.flags ?? []).length > 0);
    const missed = flagged.filter(({ row, reading }) =>
      (row.expect.flags ?? []).some((flag) => !reading.flags.some((found) => found === flag)),
    );
    expect(missed.length / flagged.length, told(missed).join('\n')).toBeLessThanOrEqual(0.1);
  });
});
