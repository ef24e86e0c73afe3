import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/commands/score/expression-format.ts';
import { isSame } from '../../src/commands/score/expressions.ts';
import { isWrongBooking } from '../../src/commands/score/wrong-booking.ts';
import { score } from '../../src/commands/score.ts';

const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const REFERENCE = '2026-11-24T09:00:00+09:00';
const right = {
  id: 'a',
  text: '12月3日10時',
  reference: REFERENCE,
  expect: { kind: 'exact', start: '2026-12-03T10:00:00+09:00' },
};
const wrong = { ...right, id: 'b', expect: { kind: 'exact', start: '2026-12-04T10:00:00+09:00' } };

async function run(rows: unknown[], predictions = false) {
  const file = join(folder, `${Math.random()}.jsonl`);
  writeFileSync(
    file,
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
  );
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await score(
    { file, predictions },
    { out: (line) => lines.push(line), complain: (line) => complaints.push(line) },
  );
  return { code, lines, complaints };
}

describe('uketsuke score', () => {
  test('a file that is read right exits with 0 and says so', async () => {
    const { code, lines } = await run([right]);
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain('wrong bookings    0');
  });

  test('a wrong booking fails and shows its row', async () => {
    const { code, lines } = await run([right, wrong]);
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain('WRONG BOOKING  b');
  });

  test('predictions are one JSON object a line in the form of expect', async () => {
    const { code, lines } = await run([right], true);
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: 'a', prediction: { kind: 'exact', start: '2026-12-03T10:00:00+09:00' } },
    ]);
  });

  test('a line of neither format is named by its number', async () => {
    const { code, complaints } = await run([right, '{"id": 1}']);
    expect(code).toBe(2);
    expect(complaints[0]).toContain(':2:');
  });

  test('predicts rows without labels, with fields left out or unknown, and with CRLF', async () => {
    const { code, lines, complaints } = await run(
      [
        '\uFEFF{"id":"a","text":"12月3日10時","reference":"2026-11-24T09:00:00+09:00"}\r',
        '{"id":"b","text":"","expect":{"kind":"none"},"extra":{"x":1},"accept":[]}\r',
        '{"id":3,"text":"明日10時"}\r',
        '{"id":"d","received":"2026-11-24T09:00:00+09:00","text":"山田太郎です。12月3日10時\\r\\n"}\r',
        '{"id":"e","subject":null,"from":null,"text":null,"expect":{}}\r',
        '\r',
        '{"id":"g","text":"12月3日","reference":"2026-11-24T00:00:00Z","expect":{"kind":"strange"}}',
        '{"text":"12月3日","reference":"bad"}',
      ],
      true,
    );
    expect(complaints).toEqual([]);
    expect(code).toBe(0);
    const read = lines.map((line) => JSON.parse(line) as { id: unknown; prediction: unknown });
    expect(read.map(({ id }) => id)).toEqual(['a', 'b', 3, 'd', 'e', 'g', '8']);
    expect(read.every((row) => Object.keys(row).join() === 'id,prediction')).toBe(true);
    expect(read[2]?.prediction).toEqual({ kind: 'exact', start: '2026-11-25T10:00:00+09:00' });
    expect(read[3]?.prediction).toMatchObject({ name: '山田太郎', missing: expect.any(Array) });
    expect(Object.keys(read[4]?.prediction ?? {})).toEqual([
      'name',
      'seekerNumber',
      'start',
      'phone',
      'topic',
      'missing',
      'unclear',
      'intent',
      'flags',
    ]);
  });

  test('a row without labels is named, and the others are scored', async () => {
    const { code, lines, complaints } = await run([right, { ...right, expect: undefined }]);
    expect(code).toBe(2);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(':2:');
    expect(lines.join('\n')).toContain('of 1');
  });

  test('a label with a date that does not exist is named instead of ending the run', async () => {
    const odd = { ...right, expect: { kind: 'date_only', start: '2026-13-40' } };
    const { code, complaints } = await run([odd]);
    expect(code).toBe(2);
    expect(complaints[0]).toContain(':1:');
  });

  test('a file that is not there exits with 2', async () => {
    const lines: string[] = [];
    const complain = (line: string) => lines.push(line);
    const out = () => expect.unreachable('nothing is printed as a result');
    const code = await score({ file: join(folder, 'no'), predictions: false }, { out, complain });
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
  });
});

const at = (time: string): string => `2026-12-03T${time}:00+09:00`;
const exact = (time: string): Answer => ({ kind: 'exact', start: at(time) });
const morning: Answer = { kind: 'range', date: '2026-12-03', part: 'morning', soft: true };
const day: Answer = { kind: 'date_only', start: '2026-12-03' };
const open: Answer = { kind: 'range', start: at('14:00'), end: null, date: '2026-12-03' };

describe('the judge of wrong bookings', () => {
  test.each<[string, Answer, Answer[], boolean]>([
    ['another time', exact('10:00'), [exact('11:00')], true],
    ['the same time', exact('10:00'), [exact('10:00')], false],
    ['a time within an accepted day', exact('10:00'), [day], false],
    ['a time within an accepted part of the day', exact('10:00'), [morning], false],
    ['a time outside an accepted part of the day', exact('13:00'), [morning], true],
    ['a time where nothing was wished', exact('10:00'), [{ kind: 'none' }], true],
    [
      'a time that was only one reading of a doubt',
      exact('15:00'),
      [{ kind: 'ambiguous', reason: 'am_pm', choices: [at('15:00')] }],
      true,
    ],
    ['a part of the day where a time was written', morning, [exact('10:00')], true],
    ['an open range where a time was written', open, [exact('14:00')], true],
    ['the bound of an open range', exact('14:00'), [open], false],
    [
      'a choice too many',
      { kind: 'choices', choices: [at('10:00'), at('11:00')] },
      [exact('10:00')],
      true,
    ],
    ['a day only', day, [{ kind: 'none' }], false],
    ['a question', { kind: 'ambiguous', reason: 'vague' }, [exact('10:00')], false],
  ])('%s', (_name, answer, accepted, expected) => {
    expect(isWrongBooking(answer, accepted)).toBe(expected);
  });
});

describe('what counts as right', () => {
  test.each<[string, Answer, Answer, boolean]>([
    [
      'the same instant in another offset',
      exact('10:00'),
      { kind: 'exact', start: '2026-12-03T01:00:00Z' },
      true,
    ],
    ['an end that was not written', { ...exact('10:00'), end: at('10:30') }, exact('10:00'), false],
    [
      'a question with another reason',
      { kind: 'ambiguous', reason: 'past' },
      { kind: 'ambiguous', reason: 'vague' },
      false,
    ],
    [
      'a question where any reason is accepted',
      { kind: 'ambiguous', reason: 'past' },
      { kind: 'ambiguous' },
      true,
    ],
    [
      'choices in another order',
      { kind: 'choices', choices: ['a', 'b'] },
      { kind: 'choices', choices: ['b', 'a'] },
      false,
    ],
  ])('%s', (_name, answer, accepted, expected) => {
    expect(isSame(answer, accepted)).toBe(expected);
  });
});
