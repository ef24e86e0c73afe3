/**
 * Days and clocks that trip a calendar: a machine in another time zone, a Date: that lies, the leap
 * day, the turn of the year, hours past midnight (6(1), traps 2, 8 and 18).
 */
import { afterEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN } from '../../src/demo/people.ts';
import { bookings, lastMailTo, onlyBooking } from '../support/look.ts';
import { type Played, playOffice, requestForm } from '../support/world.ts';

const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });
const jun = (wish: string) => requestForm({ name: '鈴木 潤', number: '45010-10000004', wish });

let played: Played;
const zone = process.env['TZ'];
afterEach(async () => {
  await played.end();
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe.each(['America/New_York', 'Pacific/Kiritimati'])('on a machine in %s', (name) => {
  test('days, deadlines and mails are Japan’s', async () => {
    process.env['TZ'] = name;
    played = await playOffice();
    await played.write(HANAKO, hanako('12月3日 8:30'));
    await played.write(JUN, jun('12月3日 9:00'));
    expect((await lastMailTo(played, HANAKO.address)).text).toContain(
      '返信の期限は、2025年12月2日（火）23時59分です。',
    );
    played.clock.set('2025-12-02T23:59:59');
    await played.answer(HANAKO, 'はい');
    played.clock.set('2025-12-03T00:00:00');
    await played.answer(JUN, 'はい');
    await played.at('2025-12-03T00:02');
    expect(await played.states()).toEqual(['confirmed', 'void']);
    const { calendar_content: entry } = await lastMailTo(played, HANAKO.address);
    expect(entry).toContain('20251202T233000Z');
  });
});

test.each([
  ['ahead', 'Fri, 01 Jan 2027 00:00:00 +0900'],
  ['behind, as if it were in time', 'Tue, 02 Dec 2025 12:00:00 +0900'],
  ['no date', 'yesterday evening'],
])('a Date: that lies (%s) makes no late reply early and no early one late', async (_, date) => {
  played = await playOffice();
  const redate = (source: string) => source.replace(/^Date: .*$/m, `Date: ${date}`);
  await played.write(HANAKO, hanako('12月3日 10:00'));
  const hers = (await played.newestTo(HANAKO.address))?.messageId;
  await played.write(JUN, jun('12月3日 10:30'));
  const his = (await played.newestTo(JUN.address))?.messageId;
  const reply = (from: string, id: string | undefined) =>
    played.sendRaw(
      from,
      redate(
        `From: ${from}\r\nDate: x\r\nMessage-ID: <d.${from}>\r\nIn-Reply-To: ${id}\r\n\r\nはい`,
      ),
    );
  played.clock.set('2025-12-02T23:59:59');
  await reply(HANAKO.address, hers);
  played.clock.set('2025-12-03T00:00:00');
  await reply(JUN.address, his);
  await played.at('2025-12-03T00:02');
  expect(await played.states()).toEqual(['confirmed', 'void']);
});

describe('the leap day', () => {
  test('is the last day to answer for the first of March', async () => {
    played = await playOffice({ start: '2028-02-21T09:00' });
    await played.write(HANAKO, hanako('3月1日 10:00'));
    const { text } = await lastMailTo(played, HANAKO.address);
    expect(text).toContain('返信の期限は、2028年2月29日（火）23時59分です。');
    await played.at('2028-02-29T23:59:59');
    expect(await played.states()).toEqual(['awaiting_reply']);
    await played.at('2028-03-01T00:02');
    expect(await played.states()).toEqual(['void']);
  });

  test('can be booked where there is one, and is asked back where there is none', async () => {
    played = await playOffice({ start: '2028-02-21T09:00' });
    await played.write(HANAKO, hanako('2月29日 10:00'));
    expect((await onlyBooking(played)).slot_start_at).toBe('2028-02-29T10:00:00+09:00');
    await played.end();
    played = await playOffice({ start: '2026-02-16T09:00' });
    await played.write(HANAKO, hanako('2月29日 10:00'));
    expect(await onlyBooking(played)).toMatchObject({ state: 'requested', slot_start_at: null });
    expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.action.details']);
  });
});

describe('the turn of the year', () => {
  test('a January day without a year is the coming one, and its day before may be a closed day', async () => {
    played = await playOffice({ start: '2025-12-22T09:00' });
    await played.write(HANAKO, hanako('1月5日 10:00'));
    expect((await onlyBooking(played)).slot_start_at).toBe('2026-01-05T10:00:00+09:00');
    await played.at('2026-01-04T12:00');
    expect((await lastMailTo(played, HANAKO.address)).kind).toBe('seeker.action.nudge');
    await played.answer(HANAKO, 'はい');
    await played.at('2026-01-04T17:00');
    expect((await lastMailTo(played, HANAKO.address)).kind).toBe('seeker.notice.reminder');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('a wish for New Year’s holidays is offered the office days around them', async () => {
    played = await playOffice({ start: '2025-12-22T09:00' });
    await played.write(HANAKO, hanako('12月30日 10:00'));
    const offered: string[] = JSON.parse((await onlyBooking(played)).offered);
    expect(offered).toHaveLength(3);
    for (const start of offered) expect(start).toMatch(/^(?:2025-12-26|2026-01-05)T/);
  });
});

test.each([
  '12月3日 24:00',
  '12月3日 25:00',
  '１２月３日　２４：００',
  '12月3日（月）10:00',
  '13月3日 10:00',
])('「%s」 is asked back, never chosen (trap 8)', async (wish) => {
  played = await playOffice();
  await played.write(HANAKO, hanako(wish));
  expect(await onlyBooking(played)).toMatchObject({ state: 'requested', slot_start_at: null });
  const [kind] = await played.kindsTo(HANAKO.address);
  expect(kind).toMatch(/^seeker\.action\.(?:details|offer)$/);
});

test('where the office closes its deadline earlier, the time to answer is measured to that (trap 18)', async () => {
  played = await playOffice({
    start: '2025-12-02T15:40',
    config: { deadlines: { closing: '17:00' } },
  });
  await played.write(HANAKO, hanako('12月3日 10:00'));
  expect(await played.openReasons()).toEqual(['short_notice']);
  expect((await bookings(played))[0]).toMatchObject({
    state: 'requested',
    slot_start_at: '2025-12-03T10:00:00+09:00',
  });
});
