/**
 * The marks that the reading of replies must hold on every labelled set. The own replies were
 * labelled independently; the blind ones and the first fresh round were written before their author
 * had seen the readers, the others each after the mending before it. What each round found at first
 * sight stands in test/fixtures/README.md; asserted is what holds after the general faults were
 * mended.
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

const SETS = [
  { name: 'own', rows: rowsOf('own-replies.jsonl'), flagged: 0.8 },
  { name: 'blind', rows: rowsOf('blind-replies.jsonl'), flagged: 0.9 },
  { name: 'fresh', rows: rowsOf('fresh-replies.jsonl'), flagged: 0.8 },
];
const FEWEST = 300;
const reference = Temporal.ZonedDateTime.from('2026-11-24T09:00:00+09:00[Asia/Tokyo]');

function rowsOf(file: string): Row[] {
  const text = readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

function inTokyo(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo');
}

function isConfirming(intent: string): boolean {
  return intent === 'confirm' || intent === 'confirm_with_question';
}

function scoreOf(row: Row) {
  const booked = row.booked === undefined ? null : inTokyo(row.booked);
  const offered = (row.offered ?? []).map(inTokyo);
  const reading = readReply(row.text, reference, { booked, offered });
  const right = [row.expect.intent, ...(row.expect.accept ?? [])];
  return { row, reading, right, isRight: right.includes(reading.intent) };
}

describe.each(SETS)('the score on the $name replies', ({ rows, flagged }) => {
  const results = rows.map(scoreOf);
  const told = (some: typeof results) =>
    some.map(({ row, reading }) => `${row.id} read as ${reading.intent}: ${row.text}`);

  it('counts enough replies', () => {
    expect(rows.length).toBeGreaterThanOrEqual(FEWEST);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('reads no decline, change, lone question or doubt as a confirmation', () => {
    const wrong = results.filter(
      ({ reading, right }) => isConfirming(reading.intent) && !right.some(isConfirming),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('sends at most 2 % of the plain confirmations to a counselor', () => {
    const plain = results.filter(({ row }) => row.expect.intent === 'confirm');
    const lost = plain.filter(({ isRight }) => !isRight);
    expect(lost.length / plain.length, told(lost).join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('reads at least 97 % of all as labelled or as accepted', () => {
    const wrong = results.filter(({ isRight }) => !isRight);
    expect(wrong.length / results.length, told(wrong).join('\n')).toBeLessThanOrEqual(0.03);
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

  it('finds at least 95 % of the slots that were named', () => {
    const chosen = results.filter(({ row }) => row.expect.choice !== undefined);
    const missed = chosen.filter(({ row, reading }) => reading.choice !== row.expect.choice);
    expect(missed.length, told(missed).join('\n')).toBeLessThanOrEqual(0.05 * chosen.length);
  });

  it('flags the helpers, interpreters and relatives who are announced', () => {
    const announced = results.filter(({ row }) => (row.expect.flags ?? []).length > 0);
    const missed = announced.filter(({ row, reading }) =>
      (row.expect.flags ?? []).some((flag) => !reading.flags.some((found) => found === flag)),
    );
    const most = (1 - flagged) * announced.length;
    expect(missed.length, told(missed).join('\n')).toBeLessThanOrEqual(most);
  });
});
