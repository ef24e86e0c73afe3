/**
 * The marks that the reading of replies must hold on the independently labelled replies
 * of `test/fixtures/own-replies.jsonl` (never written or tuned row by row from here).
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

const file = new URL('../fixtures/own-replies.jsonl', import.meta.url);
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

function ids(some: typeof results): string[] {
  return some.map(({ row, reading }) => `${row.id} read as ${reading.intent}: ${row.text}`);
}

describe('the score on our own labelled replies', () => {
  it('has at least 200 replies to score', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
  });

  it('reads no decline, change, question alone or doubt as a confirmation', () => {
    const wrong = results.filter(
      ({ reading, right }) => isConfirming(reading.intent) && !right.some(isConfirming),
    );
    expect(ids(wrong)).toEqual([]);
  });

  it('sends at most 2 % of the plain confirmations to a counselor', () => {
    const plain = results.filter(({ row }) => row.expect.intent === 'confirm');
    const lost = plain.filter(({ isRight }) => !isRight);
    expect(lost.length / plain.length, ids(lost).join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('reads at least 97 % of all replies as labelled or as accepted', () => {
    const wrong = results.filter(({ isRight }) => !isRight);
    expect(1 - wrong.length / results.length, ids(wrong).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('chooses no slot that was not chosen, and at least 95 % of those that were', () => {
    const wrong = results.filter(
      ({ row, reading }) =>
        reading.choice !== null && reading.choice !== (row.expect.choice ?? null),
    );
    expect(ids(wrong)).toEqual([]);
    const chosen = results.filter(({ row }) => row.expect.choice !== undefined);
    const found = chosen.filter(({ row, reading }) => reading.choice === row.expect.choice);
    expect(found.length / chosen.length).toBeGreaterThanOrEqual(0.95);
  });

  it('flags at least 80 % of the interpreters and attendants that are announced', () => {
    const flagged = results.filter(({ row }) => (row.expect.flags ?? []).length > 0);
    const found = flagged.filter(({ row, reading }) =>
      (row.expect.flags ?? []).every((flag) => reading.flags.some((mine) => mine === flag)),
    );
    expect(found.length / flagged.length).toBeGreaterThanOrEqual(0.8);
  });
});
