/**
 * Carriers and gateways that say in words of their own, without a delivery report, that they
 * stopped a mail of ours: the counselor is told to phone, nothing is moved, nothing goes round.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO, type Person } from '../../src/demo/people.ts';
import { inbox, lastMailTo } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const CARRIER: Person = { name: 'メール管理', address: 'mail-info@carrier.example.ne.jp' };
const STOPPED =
  'あなたが送信したメールは、受信者の設定によりお届けできませんでした。\nこのメールに返信しても、お答えできません。\n';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

test('about a mail to a seeker: the counselor is told to phone, with the number', async () => {
  await played.write(
    HANAKO,
    requestForm({ name: '小林 花子', number: '45010-10000001', wish: '12月3日 10:00' }),
  );
  const answers = await played.newestTo(HANAKO.address);
  if (!answers) throw new Error('no terms mail');
  await played.write(CARRIER, STOPPED, { answers, subject: 'メール受信拒否のお知らせ' });
  expect((await inbox(played)).at(-1)).toMatchObject({ state: 'for_staff', booking_id: 1 });
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await played.openReasons()).toEqual(['delivery_failed']);
  const { subject, text } = await lastMailTo(played, COUNSELOR.address);
  expect(subject).toContain('メールを届けられませんでした');
  expect(text).toContain('ご本人に電話で伝えてください。');
  expect(text).toContain('電話: 090-0000-0001');
  expect(text).not.toContain('応募書類');
  expect(await played.kindsTo(CARRIER.address)).toEqual([]);
});

test('about a mail to the counselor: it is listed, and no mail about it goes the same way', async () => {
  await played.write(HANAKO, '求人について教えてください。', { subject: '質問' });
  const before = await played.kindsTo(COUNSELOR.address);
  const answers = await played.newestTo(COUNSELOR.address);
  if (!answers) throw new Error('no alert');
  await played.write(CARRIER, STOPPED, { answers, subject: 'メール受信拒否のお知らせ' });
  expect(await played.kindsTo(COUNSELOR.address)).toEqual(before);
  expect(await played.openReasons()).toContain('delivery_failed');
});
