/**
 * Whose reply counts: thread, address, sender authentication (6(3), trap 6).
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, MISAKI, TARO } from '../../src/demo/people.ts';
import { putSeeker } from '../../src/store/seekers.ts';
import { inbox, lastMailTo } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
});
const SECOND = requestForm({ name: '小林 花子', number: '45010-10000001', wish: '12月8日 14:00' });
/** A brother of Hanako's who writes from her address. */
const BROTHER = requestForm({ name: '小林 次郎', number: '45010-10000009', wish: '12月4日 9:00' });

async function registerBrother(): Promise<void> {
  const known = { name: '小林 次郎', address: HANAKO.address, phone: null, refusedReason: null };
  await played.office.store.transact((tx) =>
    putSeeker(tx, { seekerNumber: '45010-10000009', ...known }, played.clock.now()),
  );
}

test('a consent from another address in the thread confirms nothing and goes to a counselor', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  const terms = await played.newestTo(HANAKO.address);
  if (terms === null) throw new Error('no terms mail');
  await played.write(MISAKI, 'はい、参加します。', { answers: terms });
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await played.openReasons()).toEqual(['other_sender']);
  expect(await played.kindsTo(MISAKI.address)).toEqual([]);
  const alert = await lastMailTo(played, COUNSELOR.address);
  expect(alert.text).toContain(MISAKI.address);
  await played.answer(COUNSELOR, '確定 電話で本人に確認済み');
  expect(await played.states()).toEqual(['confirmed']);
});

test('a reply of the registered address without a thread confirms the only open booking', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.write(HANAKO, 'はい、参加します。', { subject: '相談の件' });
  expect(await played.states()).toEqual(['confirmed']);
});

test.each([
  '求職番号45010-10000001の小林花子です。\n12月3日10時の予約、承知しました。よろしくお願いします。',
  '小林花子（45010-10000001）です。12月3日に参加します。',
  '求職番号45010-10000001の小林花子です。参加します。',
])('a consent in a mail of its own that names the person again confirms: %s', async (words) => {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-11-26T09:00');
  await played.write(HANAKO, words, { subject: '予約の件' });
  expect(await played.states()).toEqual(['confirmed']);
});

test.each([
  '求職番号45010-10000001の小林花子です。\n12月10日10時の予約をお願いします。',
  '求職番号45010-10000001の小林花子です。\n12月10日の予約、よろしくお願いします。',
])('a mail of its own that names another day is no consent: %s', async (words) => {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-11-26T09:00');
  await played.write(HANAKO, words, { subject: '予約の件' });
  expect((await played.states())[0]).toBe('awaiting_reply');
});

test('the same form once more, after the terms were sent, is no consent', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-11-26T09:00');
  await played.write(HANAKO, HANAKO_ASKS);
  expect(await played.states()).toEqual(['awaiting_reply']);
});

test('with two open bookings a reply without a thread goes to a counselor', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.write(HANAKO, SECOND);
  await played.write(HANAKO, 'はい、参加します。', { subject: '相談の件' });
  expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
  expect(await played.openReasons()).toEqual(['several_bookings']);
});

test('with two open bookings a reply in a thread confirms the one of the thread only', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  const first = await played.newestTo(HANAKO.address);
  if (first === null) throw new Error('no terms mail');
  await played.write(HANAKO, SECOND);
  await played.write(HANAKO, 'はい', { answers: first });
  expect(await played.states()).toEqual(['confirmed', 'awaiting_reply']);
});

test('the reference code in the subject is thread enough where a client drops the headers', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.write(HANAKO, SECOND);
  const second = await played.newestTo(HANAKO.address);
  await played.write(HANAKO, 'はい', { subject: `Re: ${second?.subject}` });
  expect(await played.states()).toEqual(['awaiting_reply', 'confirmed']);
});

describe('a family that shares one address', () => {
  test('has a booking each, and each reply confirms the one of its thread', async () => {
    await registerBrother();
    await played.write(HANAKO, HANAKO_ASKS);
    await played.write(HANAKO, BROTHER);
    expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
    await played.answer(HANAKO, '次郎です。参加します。');
    expect(await played.states()).toEqual(['awaiting_reply', 'confirmed']);
  });

  test('gets no guess where a reply names no thread', async () => {
    await registerBrother();
    await played.write(HANAKO, HANAKO_ASKS);
    await played.write(HANAKO, BROTHER);
    await played.write(HANAKO, '参加します。', { subject: '相談' });
    expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
    expect(await played.openReasons()).toEqual(['several_bookings']);
  });
});

describe('sender authentication', () => {
  const raw = (fields: string[], messageId: string, text: string) =>
    [
      ...fields,
      `From: ${HANAKO.address}`,
      'To: online@office.example.jp',
      'Subject: Re: =?UTF-8?B?55u46KuH?=',
      'Message-ID: <forged-1@example.ne.jp>',
      `In-Reply-To: ${messageId}`,
      'Content-Type: text/plain; charset=UTF-8',
      '',
      text,
    ].join('\r\n');

  test('that failed at our own server sends the reply to a counselor, and the booking stays', async () => {
    await played.end();
    played = await playOffice({ config: { authservId: 'mx.other.example.jp' } });
    await played.write(HANAKO, HANAKO_ASKS);
    const terms = await played.newestTo(HANAKO.address);
    const failed = 'Authentication-Results: mx.other.example.jp; dmarc=fail header.from=x.example';
    await played.sendRaw(HANAKO.address, raw([failed], terms?.messageId ?? '', 'はい'));
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toEqual(['authentication_failed']);
    const [, mail] = await inbox(played);
    expect(mail).toMatchObject({ state: 'for_staff', booking_id: 1 });
  });

  test('under a foreign name counts for nothing, neither as a failure …', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    const terms = await played.newestTo(HANAKO.address);
    const foreign = 'Authentication-Results: mx.evil.example; dmarc=fail header.from=x.example';
    await played.sendRaw(HANAKO.address, raw([foreign], terms?.messageId ?? '', 'はい'));
    expect(await played.states()).toEqual(['confirmed']);
  });

  test.each([
    [
      '… nor as a pass for a counselor’s word that failed here',
      [
        'Authentication-Results: mx.other.example.jp; dmarc=fail header.from=office.example.jp',
        'Authentication-Results: mx.evil.example; dmarc=pass header.from=office.example.jp',
      ],
    ],
    [
      'that passed for another domain than the counselor’s does nothing',
      [
        'Authentication-Results: mx.other.example.jp; dmarc=none; spf=pass smtp.mailfrom=evil@example.com',
      ],
    ],
  ])('%s', async (_name, results) => {
    await played.end();
    played = await playOffice({ config: { authservId: 'mx.other.example.jp' } });
    await played.write(HANAKO, HANAKO_ASKS);
    const terms = await played.newestTo(HANAKO.address);
    const mail = raw(results, terms?.messageId ?? '', '取消 都合により');
    const asStaff = mail.replace(`From: ${HANAKO.address}`, `From: ${COUNSELOR.address}`);
    await played.sendRaw('evil@example.com', asStaff);
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toEqual(['authentication_failed']);
  });
});

test('letters in another case in the address are the same person', async () => {
  await played.write(
    TARO,
    requestForm({ name: '山田 太郎', number: '45010-10000002', wish: '12月4日 14:00' }),
  );
  const terms = await played.newestTo(TARO.address);
  if (terms === null) throw new Error('no terms mail');
  await played.write({ ...TARO, address: 'taro@Example.COM' }, 'はい', { answers: terms });
  expect(await played.states()).toEqual(['confirmed']);
});

test('a stranger’s mail that is no request is shown to a counselor and answered by nobody', async () => {
  await played.write(JUN, '求人について教えてください。', { subject: '質問' });
  expect(await played.states()).toEqual([]);
  expect(await played.openReasons()).toEqual(['not_a_request']);
  expect(await played.kindsTo(JUN.address)).toEqual([]);
});
