/**
 * One Zoom meeting a booking, from the request to the end, with a stand-in for Zoom on loopback:
 * made before the terms mail, changed and removed with the booking, waited for when Zoom is down,
 * and never there twice.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { SEEKERS } from '../../src/demo/people.ts';
import { bookings, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';
import { startZoom, type ZoomStandIn } from '../support/zoom-stand-in.ts';

const [HANAKO] = SEEKERS;
if (HANAKO === undefined) throw new Error('the demo has a seeker');

let zoom: ZoomStandIn;
let office: Played;
afterEach(async () => {
  await office.end();
  await zoom.stop();
});

async function open(): Promise<void> {
  zoom = await startZoom();
  const lane = (id: string, zoomUser: string) => ({ id, counselor: `${id}番窓口`, zoomUser });
  office = await playOffice({
    config: {
      zoom: zoom.config,
      lanes: [lane('A', 'soudan1@office.example.jp'), lane('B', 'soudan2@office.example.jp')],
    },
  });
}

const ask = () =>
  office.write(
    HANAKO,
    requestForm({
      name: HANAKO.name,
      number: HANAKO.seekerNumber,
      wish: '12月3日（水）10時',
      topic: '面接のひみつの相談',
    }),
  );

/** The rows about meetings at Zoom that are not gone. */
const live = async () =>
  (await office.office.store.read.selectFrom('meeting').selectAll().orderBy('id').execute()).filter(
    ({ state }) => state !== 'gone',
  );

describe('a meeting for each booking', () => {
  test('is made before the terms mail, which tells of it, and nothing personal is told to Zoom', async () => {
    await open();
    await ask();
    expect(zoom.asked()).toEqual(['POST /users/soudan1%40office.example.jp/meetings']);
    const [meeting] = zoom.meetings.values();
    const booking = await onlyBooking(office);
    expect(meeting?.topic).toBe(`オンライン職業相談 ${booking.reference}`);
    expect(booking.zoom_meeting_id).toBe('812 3456 7891');
    const mail = await lastMailTo(office, HANAKO.address);
    expect(mail.kind).toBe('seeker.action.terms');
    expect(mail.state).toBe('sent');
    expect(mail.text).toContain('ミーティングID 812 3456 7891');
    expect(mail.text).toContain(`パスコード ${meeting?.password}`);
    expect(mail.text).toContain(`https://zoom.example/j/81234567891?pwd=q.${meeting?.password}`);
    expect(mail.in_reply_to).not.toBeNull();
    const told = JSON.stringify(zoom.standIn.requests);
    for (const personal of [HANAKO.name, HANAKO.seekerNumber, HANAKO.address, 'ひみつ']) {
      expect(told).not.toContain(personal);
    }
  });

  test('stays the same through the confirmation, and goes with a cancellation', async () => {
    await open();
    await ask();
    await office.answer(HANAKO, 'はい');
    expect(await office.states()).toEqual(['confirmed']);
    expect((await lastMailTo(office, HANAKO.address)).text).toContain('812 3456 7891');
    const booking = await onlyBooking(office);
    await office.write(COUNSELOR, '取消 電話で連絡あり', {
      subject: `Re: 予約［予約番号 ${booking.reference}］`,
    });
    expect(await office.states()).toEqual(['cancelled']);
    expect(zoom.meetings.size).toBe(0);
    expect(zoom.asked().at(-1)).toBe('DELETE /meetings/81234567891');
    expect(await live()).toEqual([]);
    expect((await onlyBooking(office)).zoom_meeting_id).toBeNull();
  });

  test('follows the booking to another time, and to the other lane’s user', async () => {
    await open();
    await ask();
    await office.answer(HANAKO, 'はい');
    const booking = await onlyBooking(office);
    await office.write(COUNSELOR, '変更 12月4日 10時', {
      subject: `Re: 予約［予約番号 ${booking.reference}］`,
    });
    expect([...zoom.meetings.values()].map(({ id, start_time }) => [id, start_time])).toEqual([
      [81_234_567_891, '2025-12-04T10:00:00'],
    ]);
    expect((await lastMailTo(office, HANAKO.address)).text).toContain('812 3456 7891');
    await office.office.store.transact((tx) =>
      tx.updateTable('booking').set({ lane: 'B' }).execute(),
    );
    await office.at('2025-11-25T09:30');
    await office.at('2025-11-25T09:31');
    expect([...zoom.meetings.values()].map(({ id, user }) => [id, user])).toEqual([
      [81_234_567_892, 'soudan2@office.example.jp'],
    ]);
    expect((await onlyBooking(office)).zoom_meeting_id).toBe('812 3456 7892');
  });

  test('goes with a booking that is void, and a revived one gets another', async () => {
    await open();
    await ask();
    await office.at('2025-12-03T00:05');
    expect(await office.states()).toEqual(['void']);
    expect(zoom.meetings.size).toBe(0);
    const booking = await onlyBooking(office);
    await office.write(COUNSELOR, '確定 電話で本人に確認', {
      subject: `Re: 予約［予約番号 ${booking.reference}］`,
    });
    expect(await office.states()).toEqual(['confirmed']);
    expect([...zoom.meetings.keys()]).toEqual([81_234_567_892]);
    const mail = await lastMailTo(office, HANAKO.address);
    expect([mail.kind, mail.state]).toEqual(['seeker.notice.confirmed', 'sent']);
    expect(mail.text).toContain('812 3456 7892');
  });
});

describe('Zoom in trouble', () => {
  test('the terms mail waits, a counselor is told after a while, and it leaves when the meeting is there', async () => {
    await open();
    zoom.fault = ({ path }) =>
      path.startsWith('/v2') ? { when: 'before', answer: { status: 503 } } : null;
    await ask();
    expect(await office.kindsTo(HANAKO.address)).toEqual([]);
    const booking = await onlyBooking(office);
    expect([booking.state, booking.slot_start_at]).toEqual([
      'requested',
      '2025-12-03T10:00:00+09:00',
    ]);
    await office.at('2025-11-25T09:14');
    expect(await office.openReasons()).toEqual([]);
    await office.at('2025-11-25T09:16');
    expect(await office.openReasons()).toEqual(['meeting_waits']);
    expect((await lastMailTo(office, COUNSELOR.address)).subject).toContain('Zoom');
    expect(await office.kindsTo(HANAKO.address)).toEqual(['seeker.notice.receipt']);
    await office.at('2025-11-25T09:40');
    expect(await office.openReasons()).toEqual(['meeting_waits']);
    zoom.fault = null;
    await office.at('2025-11-25T10:30');
    expect(await office.openReasons()).toEqual([]);
    const mail = await lastMailTo(office, HANAKO.address);
    expect([mail.kind, mail.state]).toEqual(['seeker.action.terms', 'sent']);
    expect(mail.in_reply_to).not.toBeNull();
    await office.answer(HANAKO, 'はい');
    expect(await office.states()).toEqual(['confirmed']);
  });

  test('a confirmation that waited for it past five takes the reminder’s place', async () => {
    await open();
    zoom.fault = ({ path }) =>
      path.startsWith('/v2') ? { when: 'before', answer: { status: 503 } } : null;
    await office.at('2025-12-01T10:00');
    await ask();
    const { reference } = await onlyBooking(office);
    await office.write(COUNSELOR, '確定 電話で規約の同意を得た', {
      subject: `予約番号 ${reference}`,
    });
    expect(await office.states()).toEqual(['confirmed']);
    await office.at('2025-12-02T17:05');
    expect(await office.kindsTo(HANAKO.address)).toEqual([]);
    zoom.fault = null;
    await office.at('2025-12-02T19:00');
    await office.at('2025-12-02T20:00');
    expect(await office.kindsTo(HANAKO.address)).toEqual(['seeker.notice.confirmed']);
    const mail = await lastMailTo(office, HANAKO.address);
    expect(mail.text).toContain('ミーティングID 812 3456 7891');
    expect(mail.text).toContain('・Zoomのアプリが使えること。');
    await office.at('2025-12-03T09:30');
    expect(await office.kindsTo(HANAKO.address)).toEqual(['seeker.notice.confirmed']);
  });

  test('Zoom’s patience is minded', async () => {
    await open();
    const patience = { status: 429, headers: { 'retry-after': '600' } };
    zoom.fault = ({ path }) =>
      path.startsWith('/v2') ? { when: 'before', answer: patience } : null;
    await ask();
    await office.at('2025-11-25T09:09');
    expect(zoom.asked()).toHaveLength(1);
    zoom.fault = null;
    await office.at('2025-11-25T09:11');
    expect(zoom.meetings.size).toBe(1);
  });

  test('a try whose answer was lost leaves no second meeting', async () => {
    await open();
    zoom.fault = ({ method, path }) =>
      method === 'POST' && path.startsWith('/v2') ? { when: 'after', answer: 'drop' } : null;
    await ask();
    expect(zoom.meetings.size).toBe(1);
    expect(await office.kindsTo(HANAKO.address)).toEqual([]);
    await office.restart();
    zoom.fault = null;
    await office.at('2025-11-25T09:05');
    expect(zoom.meetings.size).toBe(1);
    expect((await onlyBooking(office)).zoom_meeting_id).toBe('812 3456 7891');
    expect(await office.kindsTo(HANAKO.address)).toEqual(['seeker.action.terms']);
  });

  test('a booking that is cancelled after a lost answer leaves no meeting at all', async () => {
    await open();
    zoom.fault = ({ method, path }) =>
      method === 'POST' && path.startsWith('/v2') ? { when: 'after', answer: 'drop' } : null;
    await ask();
    const booking = await onlyBooking(office);
    zoom.fault = ({ path }) =>
      path.startsWith('/v2') ? { when: 'before', answer: { status: 503 } } : null;
    await office.write(COUNSELOR, '取消 電話で連絡あり', {
      subject: `Re: 予約［予約番号 ${booking.reference}］`,
    });
    expect(zoom.meetings.size).toBe(1);
    zoom.fault = null;
    await office.at('2025-11-25T09:30');
    expect(zoom.meetings.size).toBe(0);
    expect((await outbox(office)).map(({ kind }) => kind)).not.toContain('seeker.action.terms');
  });

  test('a meeting that somebody took away at Zoom is made anew and a person is told', async () => {
    await open();
    await ask();
    await office.answer(HANAKO, 'はい');
    zoom.meetings.clear();
    const { store } = office.office;
    await store.transact(async (tx) => {
      await tx.updateTable('booking').set({ slot_start_at: '2025-12-03T11:00:00+09:00' }).execute();
    });
    await office.at('2025-11-25T09:30');
    await office.at('2025-11-25T09:31');
    expect([...zoom.meetings.values()].map(({ start_time }) => start_time)).toEqual([
      '2025-12-03T11:00:00',
    ]);
    expect(await office.openReasons()).toEqual(['meeting_replaced']);
    expect((await bookings(office))[0]?.zoom_meeting_id).toBe('812 3456 7892');
  });
});
