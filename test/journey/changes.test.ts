/**
 * 変更 by a counselor: what is confirmed stays so and is told the new time; what awaits its reply is
 * asked anew, and an answer to the terms of the old date never confirms the new one (6(3)).
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InHand } from '../../src/demo/people.ts';
import { HANAKO, JUN } from '../../src/demo/people.ts';
import { bookings, events, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });
const jun = (wish: string) => requestForm({ name: '鈴木 潤', number: '45010-10000004', wish });

/** A counselor's words about the first booking, by its code in the subject. */
async function say(words: string): Promise<string> {
  const [booking] = await bookings(played);
  await played.write(COUNSELOR, words, { subject: `予約番号 ${booking?.reference}` });
  return (await lastMailTo(played, COUNSELOR.address)).text;
}

async function inHand(): Promise<InHand> {
  const mail = await played.newestTo(HANAKO.address);
  if (mail === null) throw new Error('nothing was written to her');
  return mail;
}

describe('a confirmed booking', () => {
  beforeEach(async () => {
    await played.write(HANAKO, hanako('12月3日 10:00'));
    await played.answer(HANAKO, 'はい');
  });

  test('moves, stays confirmed, keeps its consent, and the seeker gets one mail with the new time', async () => {
    const before = await onlyBooking(played);
    const answer = await say('変更 12/4 14:00');
    expect(answer).toContain('2025年12月4日（木）14時00分に変更しました。');
    expect(await onlyBooking(played)).toMatchObject({
      state: 'confirmed',
      slot_start_at: '2025-12-04T14:00:00+09:00',
      consented_at: before.consented_at,
      terms_sha256: before.terms_sha256,
    });
    const notice = await lastMailTo(played, HANAKO.address);
    expect(notice.kind).toBe('seeker.notice.rescheduled');
    expect(notice.subject).toContain('12月4日（木）14時00分');
    expect(notice.text).toContain('ミーティングID');
    expect(notice.text).not.toContain('返信してください');
    const told = (await events(played)).at(-1);
    expect(told).toMatchObject({ type: 'rescheduled', actor: 'counselor', article: '6(3)' });
    expect(told?.detail).toContain('12月3日（水）10時00分から2025年12月4日（木）14時00分へ');
  });

  test('its old slot is free at once, and its new one is not', async () => {
    await say('変更 12/4 14:00');
    await played.write(JUN, jun('12月3日 10:00'));
    expect((await bookings(played))[1]?.slot_start_at).toBe('2025-12-03T10:00:00+09:00');
    expect(await say('変更 12/3 10:00')).toContain('もうほかの予約があります');
  });

  test('may move there and back, each time with its mail', async () => {
    await say('変更 12/4 14:00');
    await say('変更 12/3 10:00');
    await say('変更 12/4 14:00');
    expect((await played.kindsTo(HANAKO.address)).slice(2)).toEqual(
      Array(3).fill('seeker.notice.rescheduled'),
    );
  });

  test('may move to a later hour of today: nobody has to answer', async () => {
    await played.at('2025-12-03T09:00');
    await say('変更 12/3 15:00');
    expect((await onlyBooking(played)).slot_start_at).toBe('2025-12-03T15:00:00+09:00');
    await played.at('2025-12-03T10:11');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test.each([
    ['taken', '変更 12/5 15:00', 'もうほかの予約があります'],
    ['a Saturday', '変更 12/6 10:00', '閉庁日'],
    ['in the noon break', '変更 12/4 12:30', 'その時刻には相談を入れられません'],
    ['off the grid', '変更 12/4 10:10', 'その時刻には相談を入れられません'],
    ['in doubt', '変更 12/4 3時', '午前か午後かが分かりません'],
    ['two times', '変更 12/4 10:00か12/5 10:00', '日時を1つに決められません'],
    ['only a day', '変更 12/4', '日時を1つに決められません'],
    ['contradicting its weekday', '変更 12/4（月）10:00', '日付と曜日が合いません'],
    ['past', '変更 11/20 10:00', '過ぎた日付'],
    ['its own', '変更 12/3 10:00', 'もうその日時の予約です'],
  ])('does not move to a slot that is %s, and the answer says so', async (_, words, why) => {
    await played.write(JUN, jun('12月5日 15:00'));
    expect(await say(words)).toContain(why);
    expect((await bookings(played))[0]?.slot_start_at).toBe('2025-12-03T10:00:00+09:00');
    expect(await played.kindsTo(HANAKO.address)).not.toContain('seeker.notice.rescheduled');
  });

  test('is told the nearest free slots where the named one is taken', async () => {
    await played.write(JUN, jun('12月5日 15:00'));
    const answer = await say('変更 12/5 15:00');
    expect(answer).toMatch(/12月5日（金）14時30分\n.*12月5日（金）15時30分/);
  });

  test('that is over does not move', async () => {
    await played.at('2025-12-03T10:30');
    await say('来談');
    expect(await say('変更 12/4 14:00')).toContain('「実施済」なので');
    expect((await onlyBooking(played)).slot_start_at).toBe('2025-12-03T10:00:00+09:00');
  });
});

describe('a booking that awaits its reply', () => {
  beforeEach(() => played.write(HANAKO, hanako('12月3日 10:00')));

  test('gets the terms of the new date, with its deadline, and the reply to them confirms', async () => {
    await say('変更 12/8 14:00');
    const terms = await lastMailTo(played, HANAKO.address);
    expect(terms.kind).toBe('seeker.action.terms');
    expect(terms.text).toContain('返信の期限は、2025年12月7日（日）23時59分です。');
    expect(terms.text).toContain('前のメールではなく、このメールに返信してください。');
    expect(await played.states()).toEqual(['awaiting_reply']);
    await played.at('2025-12-03T09:00');
    expect(await played.states()).toEqual(['awaiting_reply']);
    await played.answer(HANAKO, 'はい');
    expect(await onlyBooking(played)).toMatchObject({
      state: 'confirmed',
      slot_start_at: '2025-12-08T14:00:00+09:00',
    });
  });

  test('is void when the new deadline passes without a reply', async () => {
    await say('変更 12/8 14:00');
    await played.at('2025-12-08T00:02');
    expect(await played.states()).toEqual(['void']);
    expect((await lastMailTo(played, HANAKO.address)).text).toContain('12月8日（月）14時00分');
  });

  test('is not confirmed by a reply to the terms of the old date', async () => {
    const old = await inHand();
    await say('変更 12/8 14:00');
    await played.write(HANAKO, 'はい、よろしくお願いします。', { answers: old });
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toEqual(['reply_unclear']);
    const received = await lastMailTo(played, HANAKO.address);
    expect(received.kind).toBe('seeker.notice.received');
    expect(received.text).toContain('2025年12月8日（月）14時00分からです');
    await played.answer(HANAKO, 'はい');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test.each([
    ['the old subject', '', false],
    ['the new subject', '12月8日（月）14時00分からの', true],
  ])('with no thread but %s: confirmed only by what shows the new date', async (_, date, sure) => {
    await say('変更 12/8 14:00');
    const { reference } = await onlyBooking(played);
    const subject = `Re: 【返信してください】${date || '12月3日（水）10時00分からの'}オンライン職業相談［予約番号 ${reference}］`;
    await played.write(HANAKO, 'はい', { subject });
    expect(await played.states()).toEqual([sure ? 'confirmed' : 'awaiting_reply']);
  });

  test('does not move so near that no time to answer is left; 確定 beside it does', async () => {
    await played.at('2025-12-02T22:30');
    const answer = await say('変更 12/3 14:00');
    expect(answer).toContain('返信する時間がありません');
    expect(answer).toContain('「確定」と理由');
    expect((await onlyBooking(played)).slot_start_at).toBe('2025-12-03T10:00:00+09:00');
    await say('変更 12/3 14:00\n確定 電話で同意を得た');
    expect(await onlyBooking(played)).toMatchObject({
      state: 'confirmed',
      slot_start_at: '2025-12-03T14:00:00+09:00',
    });
    expect(
      (await played.kindsTo(HANAKO.address)).filter((kind) => !kind.endsWith('nudge')),
    ).toEqual(['seeker.action.terms', 'seeker.notice.confirmed']);
  });
});

test('mails about the old slot that have not left are withdrawn', async () => {
  await played.end();
  played = await playOffice({ config: { sendMode: 'hold' } });
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await say('変更 12/8 14:00');
  const toHer = (await outbox(played)).filter(({ to_address }) => to_address === HANAKO.address);
  expect(toHer.map(({ kind, state }) => [kind, state])).toEqual([
    ['seeker.action.terms', 'failed'],
    ['seeker.action.terms', 'held'],
  ]);
  expect(toHer[0]?.response).toContain('withdrawn');
  expect(await played.openReasons()).toEqual([]);
});

test('変更 of a request that has no slot yet takes it up again with the new time', async () => {
  await played.write(JUN, jun('12月3日 10:00'));
  await played.write(HANAKO, hanako('12月3日 10:00'));
  expect(await played.states()).toEqual(['awaiting_reply', 'requested']);
  const second = (await bookings(played))[1];
  await played.write(COUNSELOR, '変更 12/4 14:00', { subject: `予約番号 ${second?.reference}` });
  expect((await bookings(played))[1]).toMatchObject({
    state: 'awaiting_reply',
    slot_start_at: '2025-12-04T14:00:00+09:00',
  });
});
