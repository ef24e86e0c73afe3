/**
 * Interpreters and helpers are announced beforehand (12(3)): in the request, in an answer to a
 * question, in the reply to the terms, by telephone. It is kept, and the counselor reads it before
 * the session.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO } from '../../src/demo/people.ts';
import { onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const form = (items: { phone?: string } = {}) =>
  requestForm({ name: '小林 花子', number: '45010-10000001', wish: '12月3日 10:00', ...items });
const SIGNS = '手話通訳の方が同席します。';

test.each<[string, () => Promise<void>]>([
  ['the request', () => played.write(HANAKO, `${form()}\n${SIGNS}`)],
  [
    'the answer to a question of ours',
    async () => {
      await played.write(HANAKO, form({ phone: '' }));
      await played.answer(HANAKO, `電話番号は090-0000-0001です。${SIGNS}`);
    },
  ],
  [
    'an answer that says nothing else',
    async () => {
      await played.write(HANAKO, form({ phone: '' }));
      await played.answer(HANAKO, SIGNS);
      await played.answer(HANAKO, '電話番号は090-0000-0001です。');
    },
  ],
  [
    'the reply to the terms',
    async () => {
      await played.write(HANAKO, form());
      await played.answer(HANAKO, `参加します。${SIGNS}`);
    },
  ],
  ['a memo', () => played.write(COUNSELOR, `${form()}\n${SIGNS}`, { subject: '電話受付' })],
])(
  'announced in %s: kept with the booking, and in the list of the morning',
  async (_, announce) => {
    await announce();
    if ((await played.states())[0] !== 'confirmed') await played.answer(HANAKO, 'はい');
    expect(await onlyBooking(played)).toMatchObject({ state: 'confirmed', interpreter: 1 });
    await played.at('2025-12-03T08:15');
    const list = (await outbox(played)).findLast(({ kind }) => kind === 'staff.notice.morning');
    expect(list?.text).toMatch(/10時00分 小林 花子 様\n.*\n.*\n {2}同席: 通訳/);
  },
);
