/**
 * Ten minutes after the start (6(6)): the counselor is asked, and only the counselor's word makes
 * a no-show; without a word the booking stays confirmed and is listed.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { lastMailTo, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const QUESTION = 'staff.action.attendance';
let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const questions = async () => (await outbox(played)).filter(({ kind }) => kind === QUESTION);
const book = async (wish: string) => {
  await played.write(HANAKO, requestForm({ name: '小林 花子', number: '45010-10000001', wish }));
  await played.answer(HANAKO, 'はい');
};

test('10:09:59 nothing, 10:10:00 the question, once', async () => {
  await book('12月3日 10:00');
  await played.at('2025-12-03T10:09:59');
  expect(await questions()).toEqual([]);
  await played.at('2025-12-03T10:10:00');
  await played.at('2025-12-03T10:11:00');
  await played.restart();
  await played.at('2025-12-03T11:00:00');
  const [mail, another] = await questions();
  expect(another).toBeUndefined();
  expect(mail).toMatchObject({ to_address: COUNSELOR.address, state: 'sent' });
  expect(mail?.text).toContain('ありません。');
  expect(mail?.text).not.toContain('応募書類');
  expect(await played.states()).toEqual(['confirmed']);
});

test.each([
  ['来談', 'attended'],
  ['不在', 'no_show'],
])('the answer %s makes it %s', async (word, state) => {
  await book('12月3日 10:00');
  await played.at('2025-12-03T10:10:00');
  await played.answer(COUNSELOR, word);
  expect(await played.states()).toEqual([state]);
});

test('no word: still confirmed days later, and 出欠未入力 in the morning list', async () => {
  await book('12月3日 10:00');
  await played.at('2025-12-03T10:10:00');
  await played.at('2025-12-05T08:15:00');
  expect(await played.states()).toEqual(['confirmed']);
  const { kind, text } = await lastMailTo(played, COUNSELOR.address);
  expect(kind).toBe('staff.notice.morning');
  expect(text).toContain('■ 出欠未入力');
  expect(text).toContain('・2025年12月3日（水）10時00分 小林 花子 様');
});

test('the second time it says how often the seeker did not come before', async () => {
  await book('12月3日 10:00');
  await played.at('2025-12-03T10:10:00');
  await played.answer(COUNSELOR, '不在');
  await book('12月4日 10:00');
  await played.at('2025-12-04T10:10:00');
  expect((await questions()).at(-1)?.text).toContain(
    '■ この方のこれまでの無断キャンセル\n1回です。',
  );
});

test('nobody is asked about a session that was not confirmed, or whose word came first', async () => {
  await played.write(
    TARO,
    requestForm({ name: '山田 太郎', number: '45010-10000002', wish: '12月3日 11:00' }),
  );
  await book('12月3日 10:00');
  const answers = await played.newestTo(HANAKO.address);
  await played.at('2025-12-03T10:05:00');
  await played.write(COUNSELOR, '来談', answers ? { answers } : {});
  await played.at('2025-12-03T11:30:00');
  expect(await played.states()).toEqual(['void', 'attended']);
  expect(await questions()).toEqual([]);
});

test('a program that was down asks when it comes up, and not after a week', async () => {
  await book('12月3日 10:00');
  await book('12月12日 10:00');
  await played.pause();
  played.clock.set('2025-12-12T15:00');
  await played.resume();
  await played.service.settle();
  const asked = (await questions()).map(({ subject }) => subject);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('12月12日（金）10時00分');
});
