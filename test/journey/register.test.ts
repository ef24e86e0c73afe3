/**
 * Who may book and where the terms go: Article 2(1), 6(3), trap 1.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { HANAKO, type Person, TARO } from '../../src/demo/people.ts';
import { putSeeker, seekerByNumber } from '../../src/store/seekers.ts';
import { addressesWrittenTo, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import {
  COUNSELOR,
  type Played,
  type PlayedOptions,
  playOffice,
  requestForm,
} from '../support/world.ts';

let played: Played;
const play = async (options: PlayedOptions = {}) => {
  played = await playOffice(options);
};
afterEach(() => played.end());

const STRANGER: Person = { name: '見知らぬ 人', address: 'jun@example.com' };
const UNKNOWN_NUMBER = '45010-99999999';
const ask = (name: string, number: string, wish = '12月3日 10:00') =>
  requestForm({ name, number, wish, topic: '面接の練習について' });

describe('a number that is not in the register', () => {
  test('brings the writer a neutral receipt and the counselor one mail, and no terms leave', async () => {
    await play();
    await played.write(STRANGER, ask('見知 良人', UNKNOWN_NUMBER));
    expect(await played.states()).toEqual(['requested']);
    expect(await played.kindsTo(STRANGER.address)).toEqual(['seeker.notice.receipt']);
    expect(await played.kindsTo(COUNSELOR.address)).toEqual(['staff.action.decide']);
    const receipt = await lastMailTo(played, STRANGER.address);
    for (const personal of [UNKNOWN_NUMBER, '12月3日', '面接の練習', '000 1111 2222', '123456']) {
      expect(receipt.text).not.toContain(personal);
      expect(receipt.subject).not.toContain(personal);
    }
  });

  test('goes on after 登録確認 with the address, and the terms go to that address only', async () => {
    await play();
    await played.write(STRANGER, ask('見知 良人', UNKNOWN_NUMBER));
    await played.answer(COUNSELOR, `登録確認\nメール: ${TARO.address}`);
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.kindsTo(TARO.address)).toEqual(['seeker.action.terms']);
    expect(await played.kindsTo(STRANGER.address)).toEqual(['seeker.notice.receipt']);
    expect(await played.openReasons()).toEqual([]);
    await played.answer(TARO, 'はい');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('takes the address that stands alone below 登録確認, but never a counselor’s own', async () => {
    await play();
    await played.write(STRANGER, ask('見知 良人', UNKNOWN_NUMBER));
    await played.answer(COUNSELOR, `登録確認\n${COUNSELOR.address}`);
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('窓口のアドレスなので');
    expect(await seekerByNumber(played.office.store.read, UNKNOWN_NUMBER)).toBeNull();
    await played.answer(COUNSELOR, `登録確認\n${TARO.address}`);
    expect(await played.kindsTo(TARO.address)).toEqual(['seeker.action.terms']);
  });

  test('stays where it is after 登録確認 without an address, and the counselor is told', async () => {
    await play();
    await played.write(STRANGER, ask('見知 良人', UNKNOWN_NUMBER));
    await played.answer(COUNSELOR, '登録確認');
    expect(await played.states()).toEqual(['requested']);
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('メール: アドレス');
    expect(await played.openReasons()).toEqual(['unknown_seeker']);
  });
});

test('a name that disagrees with the register goes to a counselor, whose 登録確認 settles it', async () => {
  await play();
  await played.write(HANAKO, ask('大森 花子', '45010-10000001'));
  expect(await played.states()).toEqual(['requested']);
  expect(await played.openReasons()).toEqual(['seeker_disagrees']);
  expect(await played.kindsTo(HANAKO.address)).not.toContain('seeker.action.terms');
  await played.answer(COUNSELOR, '登録確認');
  expect(await played.states()).toEqual(['awaiting_reply']);
  const known = await seekerByNumber(played.office.store.read, '45010-10000001');
  expect(known).toMatchObject({ name: '大森 花子', address: HANAKO.address });
});

test('a refused seeker gets no offer, and the counselor is told', async () => {
  await play();
  await played.office.store.transact((tx) =>
    putSeeker(
      tx,
      {
        seekerNumber: '45010-10000001',
        name: '小林 花子',
        address: HANAKO.address,
        phone: null,
        refusedReason: '暴言のため',
      },
      played.clock.now(),
    ),
  );
  await played.write(HANAKO, ask('小林 花子', '45010-10000001'));
  expect(await played.states()).toEqual(['requested']);
  expect(await played.openReasons()).toEqual(['refused_seeker']);
  const toHer = (await outbox(played)).filter(({ to_address }) => to_address === HANAKO.address);
  expect(toHer.map(({ kind }) => kind)).toEqual(['seeker.notice.receipt']);
  expect(toHer.map(({ text }) => text).join()).not.toContain('暴言');
  expect((await onlyBooking(played)).slot_start_at).toBeNull();
});

test('登録確認 for a refused seeker says that the request still waits, and forgets no telephone number', async () => {
  await play();
  const known = { seekerNumber: '45010-10000001', name: '小林 花子', address: HANAKO.address };
  await played.office.store.transact((tx) =>
    putSeeker(
      tx,
      { ...known, phone: '090-0000-0001', refusedReason: '暴言のため' },
      played.clock.now(),
    ),
  );
  const phoneless = {
    name: '小林 花子',
    number: '45010-10000001',
    wish: '12月3日 10:00',
    phone: '',
  };
  await played.write(HANAKO, requestForm(phoneless));
  await played.answer(COUNSELOR, '登録確認');
  const answer = await lastMailTo(played, COUNSELOR.address);
  expect(answer.kind).toBe('staff.notice.done');
  expect(answer.text).toContain('まだ担当者の判断を待っています');
  const kept = await seekerByNumber(played.office.store.read, '45010-10000001');
  expect(kept).toMatchObject({ phone: '090-0000-0001', refusedReason: '暴言のため' });
});

describe('a request from another address than the registered one', () => {
  test('sends the terms to the registered address and nothing to the writer', async () => {
    await play();
    await played.write(STRANGER, ask('小林 花子', '45010-10000001'));
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await addressesWrittenTo(played)).toEqual([HANAKO.address]);
    await played.answer(HANAKO, '');
    expect(await played.states()).toEqual(['confirmed']);
    expect(await addressesWrittenTo(played)).toEqual([HANAKO.address]);
  });

  test('learns no address from a メール: line that the writer adds', async () => {
    await play();
    const text = `${ask('小林 花子', '45010-10000001')}メール：${STRANGER.address}\n`;
    await played.write(STRANGER, text);
    expect(await addressesWrittenTo(played)).toEqual([HANAKO.address]);
  });

  test('of an unknown number learns no address from a メール: line either', async () => {
    await play();
    const text = `${ask('見知 良人', UNKNOWN_NUMBER)}メール：${STRANGER.address}\n`;
    await played.write(STRANGER, text);
    expect(await played.states()).toEqual(['requested']);
    expect(await played.kindsTo(STRANGER.address)).toEqual(['seeker.notice.receipt']);
  });
});

describe('where the office keeps no register', () => {
  test('the sender’s address is trusted, and refused numbers are still minded', async () => {
    await play({ config: { registration: 'sender' } });
    await played.write(STRANGER, ask('見知 良人', UNKNOWN_NUMBER));
    expect(await played.kindsTo(STRANGER.address)).toEqual(['seeker.action.terms']);
    await played.answer(STRANGER, '参加します');
    expect(await played.states()).toEqual(['confirmed']);
    expect((await onlyBooking(played)).unverified).toBe(1);
  });

  test('such a booking is 未照合 in every mail about it, until a counselor’s 登録確認', async () => {
    await play({ config: { registration: 'sender' } });
    await played.write(STRANGER, ask('見知 良人', UNKNOWN_NUMBER));
    await played.answer(STRANGER, '録画してもいいですか');
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('名簿との照合: 未照合');
    await played.answer(COUNSELOR, `登録確認\nメール: ${STRANGER.address}`);
    expect((await onlyBooking(played)).unverified).toBe(0);
    expect((await lastMailTo(played, COUNSELOR.address)).text).not.toContain('未照合');
  });

  test('whom the register knows after all is checked against it', async () => {
    await play({ config: { registration: 'sender' } });
    await played.write(STRANGER, ask('小林 花子', '45010-10000001'));
    expect(await addressesWrittenTo(played)).toEqual([HANAKO.address]);
    expect((await onlyBooking(played)).unverified).toBe(0);
  });

  test.each([
    ['メール:', `メール: ${TARO.address}`],
    ['the bare address, as the question says,', TARO.address],
  ])('a memo without an address waits for %s and then goes there', async (_, words) => {
    await play({ config: { registration: 'sender' } });
    await played.write(COUNSELOR, ask('見知 良人', UNKNOWN_NUMBER));
    expect(await played.openReasons()).toEqual(['no_address']);
    const question = await lastMailTo(played, COUNSELOR.address);
    expect(question.text).toContain('アドレスだけを1行で書いてもかまいません。');
    await played.answer(COUNSELOR, words);
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.kindsTo(TARO.address)).toEqual(['seeker.action.terms']);
  });
});
