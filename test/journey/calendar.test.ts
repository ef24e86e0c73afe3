/**
 * The session in the seeker's calendar (trap 12): only after confirmation, published and never an
 * invitation, renewed by 変更 and taken back by a cancellation, as a part that clients know.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO } from '../../src/demo/people.ts';
import { lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { breachesOfRfc5545, eventOf } from '../support/rfc5545.ts';
import { COUNSELOR, OFFICE, type Played, playOffice, requestForm } from '../support/world.ts';

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
  topic: '印の相談内容',
});

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const say = async (words: string) => {
  const answers = await played.newestTo(HANAKO.address);
  await played.write(COUNSELOR, words, answers ? { answers } : {});
};
const entries = async () =>
  (await outbox(played)).flatMap(({ kind, calendar_content: text }) =>
    text === null ? [] : [{ kind, text, event: eventOf(text) }],
  );
/** The raw newest mail to the seeker, as it went over the wire. */
const rawMail = () =>
  played.servers.delivered
    .findLast(
      ({ recipient, mailFrom }) => recipient === HANAKO.address && mailFrom === OFFICE.address,
    )
    ?.source.toString('latin1') ?? '';

test('the confirmation carries an entry, and no mail before it', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  expect(await entries()).toEqual([]);
  await played.answer(HANAKO, 'はい');
  const [entry, another] = await entries();
  if (entry === undefined) throw new Error('no entry');
  expect(another).toBeUndefined();
  expect(entry.kind).toBe('seeker.notice.confirmed');
  expect(breachesOfRfc5545(entry.text)).toEqual([]);
  const { reference } = await onlyBooking(played);
  expect(entry.event.uid).toBe(`${reference}@office.example.jp`);
  expect(entry.event.startDate.toJSDate().toISOString()).toBe('2025-12-03T01:00:00.000Z');
  expect(entry.event.description).toContain('https://zoom.example/j/00011112222?pwd=abc.1&omn=2');
  const unfolded = entry.text.replace(/\r\n /g, '');
  for (const secret of ['印の相談内容', '45010', '花子', 'hanako', '090-0000']) {
    expect(unfolded).not.toContain(secret);
  }
});

test('it travels as text/calendar with its method, charset and file name', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.answer(HANAKO, 'はい');
  const raw = rawMail().replace(/\r\n[ \t]+/g, ' ');
  const [head, body] = (
    raw.split(/--[-\w]+\r\n/).find((part) => part.includes('text/calendar')) ?? ''
  ).split('\r\n\r\n');
  expect(head).toMatch(
    /^Content-Type: text\/calendar;(?=.*charset=utf-8)(?=.*method=PUBLISH)(?=.*name=yoyaku\.ics)/m,
  );
  expect(head).toMatch(/^Content-Disposition: attachment; filename=yoyaku\.ics/m);
  expect(head).toMatch(/^Content-Transfer-Encoding: base64/m);
  const sent = Buffer.from((body ?? '').replace(/--.*/s, ''), 'base64').toString('utf8');
  expect(sent).toBe((await entries())[0]?.text);
});

describe('what follows', () => {
  beforeEach(async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.answer(HANAKO, 'はい');
  });

  test('変更 renews the same entry with a higher SEQUENCE', async () => {
    await say('変更 12/4 14:00');
    await say('変更 12/4 15:00');
    const all = await entries();
    expect(all.map(({ kind }) => kind)).toEqual([
      'seeker.notice.confirmed',
      'seeker.notice.rescheduled',
      'seeker.notice.rescheduled',
    ]);
    expect(new Set(all.map(({ event }) => event.uid)).size).toBe(1);
    expect(all.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
    expect(all.at(-1)?.event.startDate.toJSDate().toISOString()).toBe('2025-12-04T06:00:00.000Z');
    for (const { text } of all) expect(breachesOfRfc5545(text)).toEqual([]);
  });

  test.each([
    ['取消 電話連絡', 'seeker.notice.cancelled'],
    ['所側取消 停電', 'seeker.notice.office_cancelled'],
  ])('%s takes it back with a higher SEQUENCE', async (words, kind) => {
    await say('変更 12/4 14:00');
    await say(words);
    const last = (await entries()).at(-1);
    if (last === undefined) throw new Error('no entry');
    expect(last.kind).toBe(kind);
    expect(last.event.sequence).toBe(2);
    expect(last.text).toContain('STATUS:CANCELLED');
    expect(last.text).toContain('METHOD:PUBLISH');
    expect(breachesOfRfc5545(last.text)).toEqual([]);
  });

  test('a next session has an entry of its own', async () => {
    await say('次回 12/10 10:00');
    const all = await entries();
    expect(all.map(({ kind }) => kind)).toEqual([
      'seeker.notice.confirmed',
      'seeker.notice.session_booked',
    ]);
    expect(new Set(all.map(({ event }) => event.uid)).size).toBe(2);
  });
});

test('a booking that was never confirmed has nothing to take back', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await say('取消 電話連絡');
  expect((await lastMailTo(played, HANAKO.address)).kind).toBe('seeker.notice.cancelled');
  expect(await entries()).toEqual([]);
});

test('a mail program that accepts the entry by itself confirms and cancels nothing', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.answer(HANAKO, 'はい');
  const before = await onlyBooking(played);
  await played.answer(HANAKO, '', {
    subject: 'Accepted: オンライン職業相談',
    headers: ['Auto-Submitted: auto-generated'],
  });
  expect(await onlyBooking(played)).toEqual(before);
});
