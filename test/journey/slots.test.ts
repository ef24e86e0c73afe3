/**
 * Late requests, two people for one slot, too many bookings, requests that nobody completes
 * (traps 18 and 19).
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, MISAKI, TARO } from '../../src/demo/people.ts';
import { bookings, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });
const jun = (wish: string) => requestForm({ name: '鈴木 潤', number: '45010-10000004', wish });
const misaki = (wish: string) => requestForm({ name: '佐藤 美咲', number: '45010-10000003', wish });

test('a request at 23:40 of the evening before waits for a counselor, with the slot kept', async () => {
  await played.at('2025-12-02T23:40');
  await played.write(HANAKO, hanako('12月3日 10:00'));
  expect(await played.states()).toEqual(['requested']);
  expect(await played.openReasons()).toEqual(['short_notice']);
  expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.notice.receipt']);
  expect((await onlyBooking(played)).slot_start_at).toBe('2025-12-03T10:00:00+09:00');
  await played.at('2025-12-03T00:05');
  expect(await played.states()).toEqual(['requested']);
});

test('確定 of a late request confirms it and sends the terms along', async () => {
  await played.at('2025-12-02T23:40');
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.at('2025-12-03T08:35');
  await played.answer(COUNSELOR, '確定 電話で規約の同意を得た');
  expect(await played.states()).toEqual(['confirmed']);
  const notice = await lastMailTo(played, HANAKO.address);
  expect(notice.kind).toBe('seeker.notice.confirmed');
  expect(notice.text).toContain('第6条');
  expect((await onlyBooking(played)).terms_sha256).toBe(played.office.terms[0].sha256);
});

test('送信許可 of a late request lets the terms leave, and the reply before midnight confirms', async () => {
  await played.at('2025-12-02T23:40');
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(COUNSELOR, '送信許可');
  expect(await played.states()).toEqual(['awaiting_reply']);
  played.clock.set('2025-12-02T23:59');
  await played.answer(HANAKO, 'はい');
  await played.at('2025-12-03T00:05');
  expect(await played.states()).toEqual(['confirmed']);
});

test('送信許可 after the deadline does not send a question that nobody can answer in time', async () => {
  await played.at('2025-12-02T23:40');
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.at('2025-12-03T08:35');
  await played.answer(COUNSELOR, '送信許可');
  expect(await played.kindsTo(HANAKO.address)).not.toContain('seeker.action.terms');
  expect(await played.states()).toEqual(['requested']);
  expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('期限');
});

test('a slot kept for a decision that nobody makes is let go when its session begins, and the counselor is told', async () => {
  await played.at('2025-12-02T23:40');
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.at('2025-12-03T09:59');
  expect(await played.states()).toEqual(['requested']);
  await played.at('2025-12-03T10:02');
  expect(await onlyBooking(played)).toMatchObject({ state: 'void', void_reason: 'incomplete' });
  expect((await played.openReasons()).at(-1)).toBe('never_decided');
  const alert = await lastMailTo(played, COUNSELOR.address);
  expect(alert.text).toContain('090-0000-0001');
  await played.at('2025-12-03T10:10');
  expect((await played.openReasons()).filter((reason) => reason === 'never_decided')).toHaveLength(
    1,
  );
});

describe('a request that nobody decides and for which no slot is kept', () => {
  const unknown = { name: '見知 良人', number: '45010-99999999' };

  test('is void as ineligible when its time is over, and the counselor is told to phone', async () => {
    await played.write(TARO, requestForm({ ...unknown, wish: '12月3日 10:00' }));
    await played.at('2025-12-03T09:59');
    expect(await played.states()).toEqual(['requested']);
    await played.at('2025-12-03T10:02');
    expect(await onlyBooking(played)).toMatchObject({ state: 'void', void_reason: 'ineligible' });
    const alert = (await outbox(played)).findLast(({ kind }) => kind === 'staff.action.decide');
    expect(alert?.text).toContain('希望の日時を過ぎました');
    expect(alert?.text).toContain('090-0000-0001');
    expect(await played.kindsTo(TARO.address)).toEqual(['seeker.notice.receipt']);
  });

  test('stays open for the days that an unfinished request has, also where its time is sooner over', async () => {
    await played.write(TARO, requestForm({ ...unknown, wish: '11月26日 10:00' }));
    await played.at('2025-12-02T08:59');
    expect(await played.states()).toEqual(['requested']);
    await played.at('2025-12-02T09:02');
    expect(await played.states()).toEqual(['void']);
  });
});

test('two requests for one slot in one poll: the first has it, the other gets other times', async () => {
  await played.drop(HANAKO, hanako('12月3日 10:00'));
  await played.drop(JUN, jun('12月3日 10:00'));
  await played.at('2025-11-25T09:01');
  const [first, second] = await bookings(played);
  expect(first).toMatchObject({
    state: 'awaiting_reply',
    slot_start_at: '2025-12-03T10:00:00+09:00',
  });
  expect(second).toMatchObject({ state: 'requested', slot_start_at: null });
  expect(await played.kindsTo(JUN.address)).toEqual(['seeker.action.offer']);
});

test('an offered slot that somebody else took meanwhile is not given twice', async () => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.write(JUN, jun('12月3日 10:00'));
  await played.write(MISAKI, misaki('12月3日 10:30'));
  const before = await bookings(played);
  const offered: string[] = JSON.parse(before[1]?.offered ?? '[]');
  const choice = offered.findIndex((start) => start.includes('T10:30')) + 1;
  expect(choice).toBeGreaterThan(0);
  await played.answer(JUN, `${choice}番でお願いします`);
  const slots = (await bookings(played)).map(({ slot_start_at }) => slot_start_at);
  expect(slots.filter((slot) => slot === '2025-12-03T10:30:00+09:00')).toHaveLength(1);
  expect(await played.kindsTo(JUN.address)).toEqual(['seeker.action.offer', 'seeker.action.offer']);
});

test('an awaiting booking holds its slot until it is cancelled, and then it is free', async () => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.write(JUN, jun('12月3日 10:00'));
  expect((await bookings(played))[1]?.slot_start_at).toBeNull();
  const { reference } = (await bookings(played))[0] ?? { reference: '' };
  await played.write(COUNSELOR, '取消 本人から電話', { subject: `予約番号 ${reference}` });
  expect((await played.states())[0]).toBe('cancelled');
  const taro = { name: '山田 太郎', number: '45010-10000002', wish: '12月3日 10:00' };
  await played.write(TARO, requestForm(taro));
  expect((await bookings(played))[2]?.slot_start_at).toBe('2025-12-03T10:00:00+09:00');
});

test('a void request can be made anew by answering the notice with another date', async () => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.at('2025-12-03T00:02');
  expect(await played.states()).toEqual(['void']);
  await played.at('2025-12-03T09:00');
  await played.answer(HANAKO, '返信を忘れていました。12月8日の14時に予約をお願いします。');
  expect(await played.states()).toEqual(['void', 'awaiting_reply']);
  expect((await bookings(played))[1]?.slot_start_at).toBe('2025-12-08T14:00:00+09:00');
});

test('a third future booking of one person waits for a counselor', async () => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.write(HANAKO, hanako('12月4日 10:00'));
  await played.write(HANAKO, hanako('12月5日 10:00'));
  expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply', 'requested']);
  expect(await played.openReasons()).toEqual(['too_many_bookings']);
});

test('an incomplete request that nobody completes lapses after the set days, with a notice', async () => {
  const text = requestForm({
    name: '佐藤 美咲',
    number: '45010-10000003',
    wish: '12月18日 13:30',
    phone: '',
  });
  await played.write(MISAKI, text);
  await played.at('2025-12-01T09:00');
  expect(await played.states()).toEqual(['requested']);
  await played.at('2025-12-02T09:02');
  expect(await onlyBooking(played)).toMatchObject({ state: 'void', void_reason: 'incomplete' });
  expect((await played.kindsTo(MISAKI.address)).at(-1)).toBe('seeker.notice.lapsed');
});

test('what is still missing after two questions is a counselor’s matter', async () => {
  const text = requestForm({
    name: '佐藤 美咲',
    number: '45010-10000003',
    wish: '12月18日 13:30',
    phone: '',
    topic: '',
  });
  await played.write(MISAKI, text);
  await played.answer(MISAKI, '求職番号は45010-10000003、希望は12月18日 14:00です。');
  await played.answer(MISAKI, '希望日時：12月18日 14:30');
  expect(
    (await played.kindsTo(MISAKI.address)).filter((kind) => kind.endsWith('details')),
  ).toHaveLength(2);
  expect(await played.openReasons()).toEqual(['items_still_missing']);
});

test('with two lanes two people have the same time, and the third is offered other times', async () => {
  await played.end();
  const room = (id: string) => ({
    id,
    counselor: `${id}番窓口`,
    zoom: { meetingId: '000 1111 2222', passcode: '123456', url: 'https://zoom.example/j/1' },
  });
  played = await playOffice({ config: { lanes: [room('1'), room('2')] } });
  await played.drop(HANAKO, hanako('12月3日 10:00'));
  await played.drop(JUN, jun('12月3日 10:00'));
  await played.drop(MISAKI, misaki('12月3日 10:00'));
  await played.at('2025-11-25T09:05');
  const rows = await bookings(played);
  expect(rows.map(({ slot_start_at, lane }) => slot_start_at && lane)).toEqual(['1', '2', null]);
  expect(await played.kindsTo(MISAKI.address)).toEqual(['seeker.action.offer']);
});

test('a slot is nobody else’s while its terms mail still waits for the admin’s release', async () => {
  await played.end();
  played = await playOffice({ config: { sendMode: 'hold' } });
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.write(JUN, jun('12月3日 10:00'));
  const [hers, his] = await bookings(played);
  expect(hers).toMatchObject({ state: 'requested', slot_start_at: '2025-12-03T10:00:00+09:00' });
  expect(his).toMatchObject({ state: 'requested', slot_start_at: null });
});
