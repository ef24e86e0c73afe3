/**
 * Refusing later use (6(6), 12(1)): only ever a counselor's act with a reason that is kept, never
 * the program's, however often somebody did not come; and how it is taken back.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO } from '../../src/demo/people.ts';
import { seekerByNumber } from '../../src/store/seekers.ts';
import { bookings, events, lastMailTo, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const NUMBER = '45010-10000001';
let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const ask = (wish: string) =>
  played.write(HANAKO, requestForm({ name: '小林 花子', number: NUMBER, wish }));
const refusedReason = async () =>
  (await seekerByNumber(played.office.store.read, NUMBER))?.refusedReason;

/** A counselor's word about the newest booking, and the answer to it. */
async function say(words: string): Promise<string> {
  const newest = (await bookings(played)).at(-1);
  await played.write(COUNSELOR, words, { subject: `予約番号 ${newest?.reference}` });
  return (await lastMailTo(played, COUNSELOR.address)).text;
}

test('five no-shows refuse nobody: the sixth request is sent the terms, and the count is shown', {
  timeout: 60_000,
}, async () => {
  for (const day of [1, 2, 3, 4, 5]) {
    await ask(`12月${day}日 10:00`);
    await played.answer(HANAKO, 'はい');
    await played.at(`2025-12-0${day}T10:10`);
    await say('不在');
  }
  expect(await played.states()).toEqual(Array(5).fill('no_show'));
  expect(await refusedReason()).toBeNull();
  await ask('12月8日 10:00');
  expect(await played.states()).toEqual([...Array(5).fill('no_show'), 'awaiting_reply']);
  await played.answer(HANAKO, 'はい');
  await played.at('2025-12-08T10:10');
  const question = (await outbox(played)).findLast(
    ({ kind }) => kind === 'staff.action.attendance',
  );
  expect(question?.text).toContain('■ この方のこれまでの無断キャンセル\n5回です。');
});

describe('お断り', () => {
  beforeEach(() => ask('12月3日 10:00'));

  test('with a reason is kept in the register and in the story, and keeps later requests from terms and offers', async () => {
    expect(await say('お断り 暴力行為のため')).toContain('利用お断りを記録しました。');
    expect(await refusedReason()).toBe('暴力行為のため');
    expect((await events(played)).at(-1)).toMatchObject({
      type: 'refused',
      article: '12(1)',
      actor: 'counselor',
      detail: '暴力行為のため',
    });
    expect(await played.states()).toEqual(['awaiting_reply']);
    await ask('12月8日 9:00');
    expect(await played.states()).toEqual(['awaiting_reply', 'requested']);
    expect(await played.openReasons()).toEqual(['refused_seeker']);
    const toHer = (await outbox(played)).filter(({ to_address }) => to_address === HANAKO.address);
    expect(toHer.map(({ kind }) => kind)).toEqual(['seeker.action.terms', 'seeker.notice.receipt']);
    expect(toHer.map(({ text }) => text).join()).not.toContain('暴力行為');
  });

  test.each(['お断り', 'お断りします。'])(
    '「%s」 without a reason refuses nobody and is asked for one',
    async (words) => {
      expect(await say(words)).toContain('「お断り」の後に理由を書いてください。');
      expect(await refusedReason()).toBeNull();
      await ask('12月8日 9:00');
      expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
    },
  );

  test('settles no decision that waits about the booking', async () => {
    await played.answer(HANAKO, '今回は遠慮します。');
    await say('お断り 暴力行為のため');
    expect(await played.openReasons()).toEqual(['reply_declines']);
  });

  test('is lifted by お断り解除 with a reason, which is kept, and the request goes on', async () => {
    await say('お断り 暴力行為のため');
    await ask('12月8日 9:00');
    expect(await say('お断り解除')).toContain('「お断り解除」の後に理由を書いてください。');
    expect(await refusedReason()).toBe('暴力行為のため');
    await say('お断り解除 謝罪があったため\n登録確認');
    expect(await refusedReason()).toBeNull();
    expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
    const story = await events(played, 2);
    expect(story.find(({ type }) => type === 'refusal_lifted')).toMatchObject({
      actor: 'counselor',
      detail: '謝罪があったため',
    });
    expect(await played.openReasons()).toEqual([]);
  });

  test('that was never recorded cannot be lifted, and the answer says so', async () => {
    expect(await say('お断り解除 誤りのため')).toContain('記録されていません。');
  });
});
