/**
 * A mail that says that somebody cannot come is 連絡 (6(6)): it cancels nothing by itself, is answered
 * with the telephone number, and whoever wrote it is no no-show, whatever word slips out later.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO, JUN, TARO } from '../../src/demo/people.ts';
import { bookings, lastMailTo, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, 'はい');
});
afterEach(() => played.end());

const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });

/** A counselor's word about the first booking, and the answer to it. */
async function say(words: string): Promise<string> {
  const [booking] = await bookings(played);
  await played.write(COUNSELOR, words, { subject: `予約番号 ${booking?.reference}` });
  return (await lastMailTo(played, COUNSELOR.address)).text;
}

test.each([
  ['a cancellation', '急用ができたのでキャンセルします。'],
  ['a wish for another day', 'すみません、12月5日の10時に変更できますか。'],
  ['words that are not understood', '熱が出てしまい、申し訳ありません。'],
])('%s in time: the question tells of it, and 不在 is not taken for it', async (_, words) => {
  await played.at('2025-12-03T09:50');
  await played.answer(HANAKO, words);
  expect(await played.states()).toEqual(['confirmed']);
  expect((await lastMailTo(played, HANAKO.address)).text).toContain('0984-00-0000');
  await played.at('2025-12-03T10:10');
  const question = await lastMailTo(played, COUNSELOR.address);
  expect(question.kind).toBe('staff.action.attendance');
  expect(question.text).toContain('2025年12月3日（水）9時50分に届いたメール');
  const answer = await say('不在');
  expect(answer).toContain('無断キャンセルになりません');
  expect(await played.states()).toEqual(['confirmed']);
  await say('取消 当日の朝にメールで連絡あり');
  expect(await played.states()).toEqual(['cancelled']);
});

test('a mail of a stranger in the thread counts as well, until a counselor has judged it', async () => {
  const answers = await played.newestTo(HANAKO.address);
  await played.write(TARO, '花子の家族です。本人は急病です。', answers ? { answers } : {});
  await played.at('2025-12-03T10:10');
  await say('不在');
  expect(await played.states()).toEqual(['confirmed']);
  await say('済');
  await say('不在');
  expect(await played.states()).toEqual(['no_show']);
});

test('what comes only after the ten minutes is no word beforehand: 不在 counts', async () => {
  await played.at('2025-12-03T10:10');
  expect((await lastMailTo(played, COUNSELOR.address)).text).not.toContain('届いているメール');
  await played.at('2025-12-03T10:30');
  await played.answer(HANAKO, 'すみません、行けませんでした。');
  await say('不在');
  expect(await played.states()).toEqual(['no_show']);
});

test('a cancellation that does not say which of two bookings is meant is answered and shown, too', async () => {
  await played.write(HANAKO, hanako('12月5日 10:00'));
  await played.write(HANAKO, '予約をキャンセルしたいです。', { subject: 'キャンセル' });
  expect(await played.states()).toEqual(['confirmed', 'awaiting_reply']);
  expect(await played.openReasons()).toEqual(['several_bookings']);
  const answer = await lastMailTo(played, HANAKO.address);
  expect(answer.kind).toBe('seeker.notice.call_us');
  expect(answer.text).toContain('0984-00-0000');
});

test('a cancellation of one of two bookings holds 不在 up at each, until somebody has judged it', async () => {
  await played.write(HANAKO, hanako('12月5日 10:00'));
  await played.write(HANAKO, '予約をキャンセルしたいです。', { subject: 'キャンセル' });
  const loose = await lastMailTo(played, COUNSELOR.address);
  for (const booking of await bookings(played)) expect(loose.text).toContain(booking.reference);
  await played.at('2025-12-03T10:10');
  const question = (await outbox(played)).find(({ kind }) => kind === 'staff.action.attendance');
  expect(question?.text).toContain('どの予約のことかは、書かれていません。');
  const refused = await say('不在');
  expect(refused).toContain('「どの予約のことか分からないメールです。」のお知らせに');
  expect(await played.states()).toEqual(['confirmed', 'awaiting_reply']);
  const answers = { messageId: loose.message_id, subject: loose.subject, text: loose.text };
  await played.write(COUNSELOR, '済', { answers });
  await say('不在');
  expect(await played.states()).toEqual(['no_show', 'awaiting_reply']);
});

test('a loose mail of somebody else, or from before the booking was asked for, holds nothing up', async () => {
  await played.write(JUN, '予約をキャンセルします。', { subject: 'キャンセル' });
  await played.at('2025-12-03T10:10');
  await say('不在');
  expect(await played.states()).toEqual(['no_show']);
});

test('a mail that fails authentication may have been the word beforehand', async () => {
  await played.end();
  played = await playOffice({ config: { authservId: 'mx.other.example.jp' } });
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, 'はい');
  const failed = 'Authentication-Results: mx.other.example.jp; dmarc=fail header.from=x.example';
  await played.at('2025-12-03T08:00');
  await played.write(HANAKO, '今日は行けません。', { headers: [failed], subject: '本日の相談' });
  expect(await played.openReasons()).toEqual(['authentication_failed']);
  await played.at('2025-12-03T10:10');
  expect(await say('不在')).toContain('「差出人を確かめられないメールが届きました。」のお知らせに');
  expect(await played.states()).toEqual(['confirmed']);
});

test('a cancellation from an address that nobody knows is answered with nothing but the number to phone', async () => {
  await played.write(JUN, '小林花子の予約をキャンセルします。', { subject: 'キャンセル' });
  expect(await played.states()).toEqual(['confirmed']);
  expect(await played.openReasons()).toEqual(['change_or_cancel']);
  const answer = await lastMailTo(played, JUN.address);
  expect(answer.text).toContain('0984-00-0000');
  for (const personal of ['花子', '12月3日', '45010', 'Zoom', '000 1111 2222']) {
    expect(answer.text + answer.subject).not.toContain(personal);
  }
});
