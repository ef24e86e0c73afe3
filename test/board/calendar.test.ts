/**
 * The week as a calendar: office hours as rows, closed days, the noon break, what is at its time
 * in its lane.
 */
import { describe, expect, test } from 'vitest';
import { type Scene, weekOf } from '../../src/board/calendar.ts';
import { boardSettings } from '../../src/commands/board.ts';
import type { BoardSession } from '../../src/store/board.ts';
import { at, japan } from '../domain/booking-samples.ts';
import { NOW, sampleConfig } from './board-samples.ts';

const MONDAY = Temporal.PlainDate.from('2026-11-30');

function session(local: string, changes: Partial<BoardSession> = {}): BoardSession {
  return {
    reference: 'K7QM-2WXA',
    name: '架空 太郎',
    state: 'confirmed',
    start: japan(local),
    lane: 'A',
    interpreter: false,
    attendant: false,
    unverified: false,
    ...changes,
  };
}

function week(sessions: BoardSession[], changes: Record<string, unknown> = {}, now = NOW) {
  const settings = boardSettings(sampleConfig(changes));
  const scene: Scene = { now: now.toZonedDateTimeISO('Asia/Tokyo'), sessions, settings };
  return weekOf(MONDAY, { id: 'week', title: '今週' }, scene);
}

const rowAt = (time: string, shown: ReturnType<typeof week>) =>
  shown.rows.find((row) => row.time === time);

describe('the rows', () => {
  test('are the starts of the office’s hours, with the noon break told once', () => {
    const { rows } = week([]);
    expect(rows.map(({ time }) => time)).toEqual(
      '8時30分 9時00分 9時30分 10時00分 10時30分 11時00分 11時30分 13時00分 13時30分 14時00分 14時30分 15時00分 15時30分 16時00分 16時30分'.split(
        ' ',
      ),
    );
    const paused = rows.filter(({ pause }) => pause !== null);
    expect(paused.map(({ time, pause }) => [time, pause])).toEqual([
      ['13時00分', '昼休み 12時00分から13時00分まで'],
    ]);
  });

  test('hold a session outside of the grid in a row of its own', () => {
    const shown = week([session('2026-12-02T17:45')]);
    expect(shown.rows.at(-1)?.time).toBe('17時45分');
    expect(shown.rows.at(-1)?.cells[2]?.entries).toHaveLength(1);
  });
});

describe('the days', () => {
  test('are seven; today is marked, and closed days are told: the extra one and the weekend', () => {
    const { days } = week([]);
    expect(days.map(({ short }) => short)[3]).toBe('12月3日（木）');
    expect(days.map(({ today }) => today).indexOf(true)).toBe(3);
    expect(days.map(({ closed }) => closed)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  test('a closed day that holds a session is not made narrow', () => {
    const { days } = week([session('2026-12-04T10:00')]);
    expect(days.map(({ narrow }) => narrow)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('an entry', () => {
  test('stands at its day and time, one a lane, and what is free beside it is told', () => {
    const shown = week([session('2026-12-03T14:00'), session('2026-12-01T14:00')]);
    const cells = rowAt('14時00分', shown)?.cells ?? [];
    expect(cells.map(({ entries }) => entries.length)).toEqual([0, 1, 0, 1, 0, 0, 0]);
    expect(cells[3]).toMatchObject({ free: '空き1', entries: [{ desk: '1番窓口' }] });
    expect(cells[1]?.free).toBeNull();
    const both = week([session('2026-12-03T14:00'), session('2026-12-03T14:00', { lane: 'B' })]);
    expect(rowAt('14時00分', both)?.cells[3]).toMatchObject({
      free: null,
      entries: [{ desk: '1番窓口' }, { desk: '2番窓口' }],
    });
  });

  test('ten minutes after the start a missing word about attendance is told, not before (6(6))', () => {
    const notes = (now: string) =>
      rowAt('10時00分', week([session('2026-12-03T10:00')], {}, at(now)))?.cells[3]?.entries[0]
        ?.notes;
    expect(notes('2026-12-03T10:09:59')).toEqual([]);
    expect(notes('2026-12-03T10:10:00')).toEqual(['出欠未入力']);
  });

  test('tells what to mind', () => {
    const minded = { interpreter: true, attendant: true, unverified: true };
    const entry = rowAt('14時00分', week([session('2026-12-03T14:00', minded)]))?.cells[3]
      ?.entries[0];
    expect(entry?.notes).toEqual(['通訳', '介助者など', '未照合']);
  });
});
