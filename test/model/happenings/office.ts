/**
 * What the office's own people do: memos, words about bookings, a new list for the register, the
 * notice that the terms change; and the same words by somebody who is no counselor.
 */
import fc from 'fast-check';
import { COUNSELOR } from '../../../src/demo/people.ts';
import { NEW_LIST, NEWCOMER } from '../house.ts';
import { Happening } from './happening.ts';
import { formOf, STRANGER, seeker, WISHES } from './seekers.ts';

const WORDS = [
  '来談',
  '来談',
  '不在',
  '不在',
  '取消 本人から電話',
  '所側取消 停電のため',
  '確定 電話で確認しました',
  '確定 電話で確認しました',
  '送信許可',
  'お断り 暴言のため',
  'お断り解除 話し合いのため',
  '変更 12月4日 14:00',
  '変更 12月3日 10:00',
  '次回 12月10日 10:00',
  '済',
  `登録確認\nメール: ${NEWCOMER.address}`,
  'よくわかりません',
] as const;

export const memo = fc.tuple(seeker, fc.constantFrom(...WISHES)).map(
  ([who, wish]) =>
    new Happening(`a memo: ${who.name} asks for ${wish}`, (outside) =>
      outside.write({
        kind: 'memo',
        from: COUNSELOR,
        subject: '電話受付',
        text: formOf(who, wish),
      }),
    ),
);

export const word = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom(0, 0, 0, 1, 2, 5), fc.nat(9))
  .map(
    ([text, index, dice]) =>
      new Happening(
        `${dice > 1 ? 'a counselor' : 'a stranger'} says "${text}" (${index})`,
        (outside) => {
          const reference = outside.referenceKnownToStaff(index);
          if (reference === null) return;
          const from = dice > 1 ? COUNSELOR : STRANGER;
          const kind = dice > 1 ? 'word' : 'doubt';
          outside.write({ kind, from, subject: `予約番号 ${reference}`, text, reference });
        },
      ),
  );

/** The answer to the newest question whether somebody came (6(6)). */
export const attendance = fc.constantFrom('来談', '不在').map(
  (text) =>
    new Happening(`a counselor answers the newest question: ${text}`, (outside) => {
      const hand = outside.inHand(COUNSELOR, /来談か不在か/);
      const reference = /予約番号 ([^］]+)］/.exec(hand?.subject ?? '')?.[1];
      if (hand === null || reference === undefined) return;
      const subject = `Re: ${hand.subject}`;
      outside.write({ kind: 'word', from: COUNSELOR, subject, text, answers: hand, reference });
    }),
);

export const list = fc.constant(
  new Happening('the office takes in a new list', async (outside, real) => {
    await real.takeList(NEW_LIST);
    for (const { seekerNumber, address } of NEW_LIST) outside.tellAddress(seekerNumber, address);
  }),
);

export const announcement = fc.constant(
  new Happening('the office says that the terms change', async (outside, real) => {
    await real.announceTerms();
    outside.announcements += 1;
  }),
);
