import { describe, expect, it } from 'vitest';
import { attributionAt } from '../../../src/message/quotation/attribution.ts';
import {
  ATTRIBUTION_FORMS,
  ENDING_LENGTH,
} from '../../../src/message/quotation/attribution-forms.ts';
import { bodyLines } from '../../../src/message/quotation/line.ts';

/** Lines that begin or end like an attribution and hold what its patterns look for, over and over. */
const HOSTILE = [
  'a@',
  '@',
  'a@b ',
  '<a@b>',
  'wrote ',
  'wrote (',
  'schrieb@b ',
  'さんは',
  '書きました',
  '(書きました',
  '2026/11/20 10:15 ',
  '+09:00 ',
  '<a',
  '-',
  '- ',
  'On 1 ',
];
const OPENINGS = ['', '2026/11/20 10:15 ', 'On Fri, Nov 20, 2026 ', 'Am 20.11.2026 ', '名前 '];
const ENDINGS = [':', ' wrote:', '書きました:', '>から', 'のメール:', '+0900', '-'];

const filled = (opening: string, piece: string, length: number) =>
  (opening + piece.repeat(length)).slice(0, length);

describe('the forms of an attribution', () => {
  it.each(ATTRIBUTION_FORMS.map((form) => [form.client, form] as const))(
    '%s: begins at one place only, and repeats nothing without a bound',
    (_client, { opening, ending }) => {
      expect(opening.source).toMatch(/^\^/);
      expect(ending.source).toMatch(/\$$/);
      for (const { source } of [opening, ending]) {
        const outsideClasses = source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, 'x');
        expect(outsideClasses).not.toMatch(/[*+]|\{\d+,\}/);
        // an address is not measured from each place: no two long runs around an "@"
        expect(source).not.toMatch(/\{1,100\}@/);
      }
    },
  );

  it('each ending fits into the characters in which it is looked for', () => {
    for (const { ending } of ATTRIBUTION_FORMS) {
      const most = [...ending.source.matchAll(/\{\d+,(\d+)\}/g)].map(([, bound]) => Number(bound));
      expect(most.reduce((sum, bound) => sum + bound, 20)).toBeLessThanOrEqual(ENDING_LENGTH);
    }
  });
});

describe('hostile lines', () => {
  it.each(HOSTILE)('"%s" over and over: no more than four lines are looked at', (piece) => {
    for (const opening of OPENINGS) {
      for (const ending of ENDINGS) {
        const text = `${filled(opening, piece, 90)}${ending}\n`.repeat(40);
        const lines = bodyLines(text);
        let looked = 0;
        const watched = new Proxy(lines, {
          get(target, key, receiver) {
            if (typeof key === 'string' && /^\d+$/.test(key)) looked += 1;
            return Reflect.get(target, key, receiver);
          },
        });
        attributionAt(watched, 3);
        expect(looked).toBeLessThanOrEqual(13);
      }
    }
  });

  it.each(HOSTILE)('"%s" in a line of more than 400 characters is no attribution', (piece) => {
    for (const opening of OPENINGS) {
      for (const ending of ENDINGS) {
        const lines = bodyLines(`${filled(opening, piece, 400)}${ending}`);
        expect(attributionAt(lines, 0)).toBeNull();
      }
    }
  });
});

describe('long names and addresses', () => {
  const at = (line: string) => attributionAt(bodyLines(line), 0)?.form ?? null;
  const address = `${'a'.repeat(64)}@${'b'.repeat(60)}.example.jp`;

  it.each([
    [`2026年11月20日(金) 10:15 ${'名'.repeat(100)} <${address}>:`, 'Gmail (Japanese)'],
    [`${'名'.repeat(60)} <${address}> wrote:`, 'name, address and a verb'],
    [`${'名'.repeat(80)} <${address}>さんが書きました:`, 'Proton (Japanese)'],
    [`${'名'.repeat(120)} <${address}>:`, 'name and address with a colon'],
    [
      `Am 20.11.2026 um 10:15 ${'n'.repeat(200)} <${address}>:`,
      'verb before the name (French, German, Chinese phones)',
    ],
  ])('%s is one', (line, client) => expect(at(line)?.client).toBe(client));

  it.each([
    `${'名'.repeat(63)} <${address}> wrote:`,
    `${'名'.repeat(84)} <${address}>さんが書きました:`,
    `${'名'.repeat(124)} <${address}>:`,
    '参加します。電話はしません。hanako@example.jpさんが書きました:',
    `-${'-'.repeat(389)}:`,
  ])('%s is none that is sure', (line) => expect(at(line)?.strength).not.toBe('sure'));

  it('strokes around an attribution make it sure, strokes alone are none', () => {
    expect(at('---- 名前 さんは書きました ----')?.strength).toBe('sure');
    expect(at('-'.repeat(30))).toBeNull();
    expect(at('='.repeat(390))).toBeNull();
  });
});
