/**
 * Mails of a busy Monday that nobody had thought of: several sessions in one mail, answers to an
 * offer that choose none, trouble minutes before the session, words that cannot be taken back.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { bookings, lastMailTo, onlyBooking } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });
const taro = (wish: string) => requestForm({ name: '山田 太郎', number: '45010-10000002', wish });
const toHanako = async () => (await lastMailTo(played, HANAKO.address)).text;
const toCounselor = async () => (await lastMailTo(played, COUNSELOR.address)).text;

test('two sessions in one mail are asked about: the second is not lost in silence', async () => {
  await played.write(HANAKO, hanako('12月10日10時と12月11日10時の2回お願いします'));
  expect((await onlyBooking(played)).state).toBe('requested');
  const asked = await toHanako();
  expect(asked).toContain('1回のお申込みで受けるのは、1つの日時です');
  expect(asked).toContain('・2025年12月10日（水）10時00分\n・2025年12月11日（木）10時00分');
  await played.answer(HANAKO, '12月11日の10時でお願いします');
  expect((await onlyBooking(played)).slot_start_at).toBe('2025-12-11T10:00:00+09:00');
});

test('first and second wish stay what they are, and a second visit is no second session', async () => {
  await played.write(HANAKO, hanako('第一希望12/8 10時 第二希望12/9 13:30 どちらでもお願いします'));
  await played.write(TARO, taro('12月8日 11時（2回目の相談です）'));
  expect((await bookings(played)).map((row) => row.slot_start_at)).toEqual([
    '2025-12-08T10:00:00+09:00',
    '2025-12-08T11:00:00+09:00',
  ]);
});

test('an answer to an offer that chooses none is told again how to choose, and that answer counts', async () => {
  await played.write(TARO, taro('12月3日 10:00'));
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, 'どれでもいいです');
  const received = await toHanako();
  expect(received).toContain(
    '番号を1つだけ書いて、このメールに返信してください。\n1. 2025年12月3日',
  );
  expect(received).toContain('お急ぎのときは、お電話ください。');
  const alert = await toCounselor();
  expect(alert).toContain('日時は、「変更 12月4日 14時」のように返信してください。');
  expect(alert).not.toContain('参加するときは');
  await played.answer(HANAKO, '2');
  expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
});

test('a number beside another time chooses nothing: a person asks which is meant', async () => {
  await played.write(TARO, taro('12月3日 10:00'));
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, '3でお願いしたいのですが、16時はだめですか');
  expect(await played.states()).toEqual(['awaiting_reply', 'requested']);
  expect((await lastMailTo(played, HANAKO.address)).kind).toBe('seeker.notice.received');
  const { offered } = (await bookings(played))[1] ?? { offered: '[]' };
  const third = JSON.parse(offered)[2] ?? '';
  await played.answer(HANAKO, `3番の${third.slice(11, 16)}でお願いします`);
  expect((await bookings(played))[1]?.slot_start_at).toBe(third);
});

test('a seeker without a telephone is booked by the counselor’s word', async () => {
  const form = requestForm({
    name: '小林 花子',
    number: '45010-10000001',
    wish: '12月8日 9時',
    phone: '',
  });
  await played.write(HANAKO, form);
  await played.answer(HANAKO, '電話は持っていません');
  await played.answer(COUNSELOR, '変更 12月8日 9時\n確定 電話なし、窓口で同意を得た');
  expect(await onlyBooking(played)).toMatchObject({
    state: 'confirmed',
    slot_start_at: '2025-12-08T09:00:00+09:00',
  });
});

test('trouble minutes before the session: the counselor is told to phone at once', async () => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, 'はい');
  await played.at('2025-12-02T09:55');
  await played.answer(HANAKO, '録画してあとで見てもいいですか');
  expect(await toCounselor()).not.toContain('すぐに');
  await played.at('2025-12-03T09:55');
  await played.answer(HANAKO, 'リンクが開けません');
  expect(await toCounselor()).toContain('相談の時刻が近いので、すぐにご本人に電話をしてください。');
});

test.each([
  ['所側取消 停電のため', '中止のお詫び'],
  ['変更 12月4日 10時', '日時が変わりました'],
])('%s on the day itself: the counselor is told to phone as well', async (words, subject) => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, 'はい');
  await played.at('2025-12-03T08:20');
  const { reference } = await onlyBooking(played);
  await played.write(COUNSELOR, words, { subject: `予約番号 ${reference}` });
  expect((await lastMailTo(played, HANAKO.address)).subject).toContain(subject);
  expect(await toCounselor()).toContain('相談は今日なので、ご本人に電話でも伝えてください。');
});

test.each([
  ['来談', '来談ではなく不在でした', 'この記録は、元に戻せません。'],
  ['取消 本人から電話', 'さっきの取消は間違いです', 'この予約は、元に戻せません。'],
])('after %s a word that takes it back is told that it cannot', async (word, back, told) => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, 'はい');
  await played.at('2025-12-03T10:15');
  await played.answer(COUNSELOR, word);
  await played.answer(COUNSELOR, back);
  expect(await toCounselor()).toContain(told);
});

test.each([
  ['12月6日 10時', 'その日は、閉庁日です。'],
  ['12月8日 12時15分', '12時00分から13時00分までは休みです。'],
  ['12月8日 18時', '相談の時間は、8時30分から17時15分までです。'],
])('the offer to a wish for %s says why it cannot be had', async (wish, why) => {
  await played.write(HANAKO, hanako(wish));
  expect(await toHanako()).toContain(why);
});

test('変更 with a remark that the seeker agrees moves the booking', async () => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, 'はい');
  const { reference } = await onlyBooking(played);
  await played.write(COUNSELOR, '変更 12/11 16時　※本人了解', { subject: `予約番号 ${reference}` });
  expect((await onlyBooking(played)).slot_start_at).toBe('2025-12-11T16:00:00+09:00');
});
