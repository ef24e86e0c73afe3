/**
 * The calendar entry against RFC 5545, read back by a second library: the rules of its bytes, what
 * the clients of seekers need, and that the same entry gives the same bytes.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarText } from '../../src/message/calendar-entry.ts';
import { at, japan } from '../domain/booking-samples.ts';
import { breachesOfRfc5545, eventOf } from '../support/rfc5545.ts';

const ENTRY: CalendarEntry = {
  uid: 'K7QM-2WXA@office.example.jp',
  sequence: 0,
  status: 'confirmed',
  start: japan('2026-12-03T10:00'),
  stamp: at('2026-11-25T09:00'),
  summary: 'オンライン職業相談（ハローワーク小林）',
  description:
    '時刻になったら、次のリンクを開いてください。\nhttps://zoom.example/j/1?pwd=a.1&omn=2',
  url: 'https://zoom.example/j/1?pwd=a.1&omn=2',
  alarmMinutes: 30,
};

describe('an entry', () => {
  const text = calendarText(ENTRY);

  it('keeps the rules of RFC 5545', () => {
    expect(breachesOfRfc5545(text)).toEqual([]);
  });

  it('says what was given, thirty minutes long, at the right instant', () => {
    const event = eventOf(text);
    expect(event.uid).toBe(ENTRY.uid);
    expect(event.summary).toBe(ENTRY.summary);
    expect(event.description).toBe(ENTRY.description);
    expect(event.location).toBe(ENTRY.url);
    expect(event.component.getFirstPropertyValue('url')).toBe(ENTRY.url);
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-12-03T01:00:00.000Z');
    expect(event.duration.toSeconds()).toBe(1800);
    expect(text).toContain('\r\nDTSTAMP:20261125T000000Z\r\n');
    expect(text).toContain('\r\nSEQUENCE:0\r\n');
    expect(text).toContain('\r\nTRIGGER:-PT30M\r\n');
    expect(text).toContain('\r\nCLASS:PRIVATE\r\n');
  });

  it('gives the same bytes again', () => {
    expect(calendarText(ENTRY)).toBe(text);
  });

  it('has no alarm where the office wishes none', () => {
    expect(calendarText({ ...ENTRY, alarmMinutes: 0 })).not.toContain('VALARM');
  });

  it('once cancelled leaves the time free and rings no more', () => {
    const cancelled = calendarText({ ...ENTRY, status: 'cancelled', sequence: 3 });
    expect(breachesOfRfc5545(cancelled)).toEqual([]);
    expect(cancelled).toContain('\r\nSTATUS:CANCELLED\r\n');
    expect(cancelled).toContain('\r\nTRANSP:TRANSPARENT\r\n');
    expect(cancelled).toContain('\r\nSEQUENCE:3\r\n');
    expect(cancelled).not.toContain('VALARM');
  });

  it.each([
    ['https://zoom.example/j/1?pwd=a,b', 'https://zoom.example/j/1?pwd=a%2Cb'],
    ['https://zoom.example/j/1?pwd=a;b', 'https://zoom.example/j/1?pwd=a%3Bb'],
  ])(
    'writes the link %s as the same link without signs that a client reads as text',
    (url, bare) => {
      const text = calendarText({ ...ENTRY, url });
      expect(breachesOfRfc5545(text)).toEqual([]);
      expect(eventOf(text).component.getFirstPropertyValue('url')).toBe(bare);
      expect(eventOf(text).location).toBe(url);
    },
  );

  it('keeps the rules whatever words it holds', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((text) => text.replace(/\p{Cc}/gu, ''));
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const text = calendarText({
          ...ENTRY,
          summary: `a${summary}`,
          description: `a${description}\nb`,
        });
        expect(breachesOfRfc5545(text)).toEqual([]);
        expect(eventOf(text).description).toBe(`a${description}\nb`);
      }),
      { numRuns: 200 },
    );
  });
});
