/**
 * A wish for today: 6(1) wants it confirmed by the day before, which the offer says in a sentence;
 * a counselor who has spoken with the person may book it all the same (6(1) 原則として).
 */
import { afterEach, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { events, lastMailTo, onlyBooking } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
afterEach(() => played.end());

const RULE = '予約は、相談の日の前の日までに確定する決まりです。';
const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });
const taro = (wish: string) => requestForm({ name: '山田 太郎', number: '45010-10000002', wish });

test.each([
  ['a time of today', '本日 15時', true],
  ['an afternoon of today', '今日の午後', true],
  ['a time of tomorrow that is taken', '11月26日 10:00', false],
])('%s: the offer says the rule where it is the reason', async (_, wish, isSaid) => {
  played = await playOffice();
  await played.write(COUNSELOR, taro('11月26日 10:00'));
  await played.write(HANAKO, hanako(wish));
  const offer = await lastMailTo(played, HANAKO.address);
  expect(offer.kind).toBe('seeker.action.offer');
  expect(offer.text.includes(RULE)).toBe(isSaid);
});

test('an earlier closing time is told as it is', async () => {
  played = await playOffice({ config: { deadlines: { closing: '17:00' } } });
  await played.write(HANAKO, hanako('本日 15時'));
  expect((await lastMailTo(played, HANAKO.address)).text).toContain(
    '予約は、相談の日の前の日の17時00分までに確定する決まりです。',
  );
});

test('the counselor’s echo says what to write, and that books it with the terms in the same mail', async () => {
  played = await playOffice();
  await played.write(COUNSELOR, taro('本日 16:00'));
  const echo = (await lastMailTo(played, COUNSELOR.address)).text;
  expect(echo).toContain('前の日までに確定できない日時です。');
  await played.answer(COUNSELOR, '確定 電話で規約の同意を得た');
  expect((await lastMailTo(played, COUNSELOR.address)).text).toContain(
    '日時と一緒に決めるときは、「変更」と日時を書き、次の行に「確定」と理由を書いて返信してください。',
  );
  await played.answer(COUNSELOR, '変更 本日 16時\n確定 電話で規約の同意を得た');
  expect(await onlyBooking(played)).toMatchObject({
    state: 'confirmed',
    slot_start_at: '2025-11-25T16:00:00+09:00',
    terms_sha256: played.office.terms[0].sha256,
    offered: '[]',
  });
  expect(await played.kindsTo(TARO.address)).toEqual([
    'seeker.action.offer',
    'seeker.notice.confirmed',
  ]);
  expect((await lastMailTo(played, TARO.address)).text).toContain('第6条');
  expect((await events(played)).at(-1)).toMatchObject({
    type: 'counselor_confirmed',
    detail: expect.stringContaining('電話で規約の同意を得た'),
  });
});

test('of whom the register does not know nothing is booked that way', async () => {
  played = await playOffice();
  const unknown = { name: '見知 良人', number: '45010-99999999', wish: '本日 16:00' };
  await played.write(COUNSELOR, requestForm(unknown));
  await played.answer(COUNSELOR, '変更 本日 16時\n確定 電話で規約の同意を得た');
  expect(await onlyBooking(played)).toMatchObject({ state: 'requested', slot_start_at: null });
  expect(await played.openReasons()).toContain('unknown_seeker');
});
