import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isExpressionRow } from '../../../src/commands/score/expression-format.ts';
import { scoreExpressionRows } from '../../../src/commands/score/expressions.ts';

const SHARED = new URL('../../../../shared/fixtures/ja-datetime.jsonl', import.meta.url);
const OURS = ['own-datetime.jsonl', 'blind-datetime.jsonl', 'fresh-datetime.jsonl'];

function scoreFile(file: URL) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const rows: unknown[] = lines.map((line) => JSON.parse(line));
  const expressions = rows.filter(isExpressionRow);
  expect(expressions.length, 'every line is a labelled expression').toBe(rows.length);
  return scoreExpressionRows(expressions);
}

describe.skipIf(!existsSync(SHARED))(
  'the shared expressions (skipped where ../shared is absent)',
  () => {
    const score = existsSync(SHARED) ? scoreFile(SHARED) : null;

    test('no time is booked that nobody asked for', () => {
      const wrong = score?.rows.filter((row) => row.wrongBooking).map((row) => row.row.text);
      expect(wrong).toEqual([]);
    });

    test('at least 97 % are read right', () => {
      expect(score?.right).toBeGreaterThanOrEqual(0.97);
    });

    test('at least 97 % of what must be asked is asked', () => {
      expect(score?.ambiguousRecall).toBeGreaterThanOrEqual(0.97);
    });
  },
);

describe.each(OURS)('the expressions written for this project, %s', (name) => {
  const score = scoreFile(new URL(`../../fixtures/${name}`, import.meta.url));

  test('no time is booked that nobody asked for', () => {
    expect(score.rows.filter((row) => row.wrongBooking).map((row) => row.row.text)).toEqual([]);
  });

  test('at least 97 % are read right', () => {
    expect(score.right).toBeGreaterThanOrEqual(0.97);
  });

  test('at least 97 % of what must be asked is asked', () => {
    expect(score.ambiguousRecall).toBeGreaterThanOrEqual(0.97);
  });
});
