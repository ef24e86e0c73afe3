/**
 * Charts: drawn as SVG that a page under `default-src 'none'` may show, and numbers that agree
 * with what is drawn.
 */
import { describe, expect, test } from 'vitest';
import { drawFigure } from '../../src/board/chart.ts';
import type { BoardFacts } from '../../src/board/facts.ts';
import { figuresOf } from '../../src/board/months.ts';
import { NOW } from './board-samples.ts';

const facts = {
  now: NOW.toZonedDateTimeISO('Asia/Tokyo'),
  firstMonth: Temporal.PlainYearMonth.from('2026-10'),
  counts: [
    { month: '2026-10', channel: 'mail', state: 'attended', count: 4 },
    { month: '2026-10', channel: 'phone', state: 'void', count: 2 },
    { month: '2026-10', channel: 'phone', state: 'confirmed', count: 1 },
    { month: '2026-12', channel: 'site', state: 'no_show', count: 3 },
  ],
  waits: [{ month: '2026-10', medianHours: 1.5, mostHours: 24 }],
} as unknown as BoardFacts;

describe('the figures', () => {
  const [channels, outcomes, waits] = figuresOf(facts);
  const valuesOf = (figure: typeof channels, name: string) =>
    figure?.series.find((series) => series.name === name)?.values;

  test('have every month from the first to this one, empty ones too', () => {
    expect(channels?.longMonths).toEqual(['2026年10月', '2026年11月', '2026年12月']);
    expect(valuesOf(channels, 'メール')).toEqual([4, 0, 0]);
    expect(valuesOf(channels, '電話')).toEqual([3, 0, 0]);
    expect(valuesOf(channels, '予約サイト')).toEqual([0, 0, 3]);
  });

  test('count each request once by its state, and void is no no-show (6(4))', () => {
    expect(valuesOf(outcomes, '確定・実施')).toEqual([5, 0, 0]);
    expect(valuesOf(outcomes, '無効')).toEqual([2, 0, 0]);
    expect(valuesOf(outcomes, '無断キャンセル')).toEqual([0, 0, 3]);
  });

  test('give waits in hours and leave a gap where nobody answered', () => {
    expect(valuesOf(waits, '半数の方')).toEqual([1.5, null, null]);
    expect(valuesOf(waits, '9割の方')).toEqual([24, null, null]);
  });
});

describe('a drawing', () => {
  const svgs = figuresOf(facts).map(drawFigure);

  test('is an SVG without script, style, link, event or colour of its own', () => {
    for (const svg of svgs) {
      expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
      expect(svg).not.toMatch(/<script|<style|style=|href| on\w+=|class=|url\((?!#zr)/);
      expect(svg).not.toMatch(/#[0-9a-f]{6}/i);
      expect(svg).toContain('var(--chart-1)');
    }
  });

  test('names every month and every series', () => {
    for (const [i, figure] of figuresOf(facts).entries()) {
      for (const word of [...figure.months, ...figure.series.map(({ name }) => name)]) {
        expect(svgs[i]).toContain(`>${word}</text>`);
      }
    }
  });

  test('is as tall as its number says', () => {
    const heightOf = (place: number) =>
      Number(
        new RegExp(`l0 -([\\d.]+)l\\S+ 0Z" fill="var\\(--chart-${place}\\)"`).exec(
          svgs[0] ?? '',
        )?.[1],
      );
    // 4 requests by mail, 3 by telephone
    expect(heightOf(1) / heightOf(2)).toBeCloseTo(4 / 3, 1);
  });
});
