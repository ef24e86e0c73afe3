/**
 * 「オンライン相談を申し込みたいです。」: who asks for a booking in so many words is asked for what is
 * missing (6(2)), by one neutral mail back to the writer; what is no request is shown to a person.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO, KEN, type Person } from '../../src/demo/people.ts';
import { bookings, inbox, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

/** Nobody's registered address but Ken's, who is somebody else. */
const TAKAHASHI: Person = { name: '', address: KEN.address };
const BARE = 'オンライン相談を申し込みたいです。高橋です。';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

test('is asked for exactly what is missing, and goes on with the answer', async () => {
  await played.write(TAKAHASHI, BARE, { subject: '' });
  const [asked, ...others] = await outbox(played);
  expect(others).toEqual([]);
  expect(asked).toMatchObject({ kind: 'seeker.action.details', to_address: TAKAHASHI.address });
  const points = [...(asked?.text ?? '').matchAll(/^・(.+)$/gm)].map(([, point]) => point);
  expect(points).toEqual([
    '求職番号（数字5けた、ハイフン、数字）',
    '希望日時（何月何日の何時から）',
    '連絡先の電話番号',
    '相談したい内容',
  ]);
  expect(await played.openReasons()).toEqual([]);
  await played.answer(TAKAHASHI, '45010-10000009\n12月4日 10時\n090-1111-2222\n履歴書の書き方');
  expect(await onlyBooking(played)).toMatchObject({
    name: '高橋',
    seeker_number: '45010-10000009',
  });
  expect(await played.openReasons()).toEqual(['unknown_seeker']);
});

test('holds nothing of the person whose address it is', async () => {
  await played.write(TAKAHASHI, 'オンライン相談をお願いします', { subject: '' });
  const { text, subject } = await lastMailTo(played, TAKAHASHI.address);
  for (const personal of ['渡辺', '45010-1', '090-0000-0005', 'Zoom', 'http']) {
    expect(text + subject).not.toContain(personal);
  }
});

test.each([
  ['thanks', '先日はありがとうございました。また機会がありましたらよろしくお願いします。'],
  ['a question', 'オンライン相談は土日もできますか？'],
  ['advertising', '弊社の採用支援サービスについて、オンライン面談をお願いしたくご連絡しました。'],
  ['a wish that was given up', 'オンライン相談を申し込みたいと思っていましたが、やめます。'],
])('%s is shown to a counselor, and its writer is asked nothing', async (_, words) => {
  await played.write(TAKAHASHI, words, { subject: 'こんにちは' });
  expect(await bookings(played)).toEqual([]);
  expect(await played.kindsTo(TAKAHASHI.address)).toEqual([]);
  expect((await inbox(played)).map(({ state }) => state)).toEqual(['for_staff']);
});

test('in a counselor’s memo the counselor is asked', async () => {
  await played.write(COUNSELOR, '高橋様から電話。オンライン相談を申し込みたいとのこと。', {
    subject: '電話受付',
  });
  expect(await played.openReasons()).toEqual(['items_still_missing']);
  expect(await played.kindsTo(TAKAHASHI.address)).toEqual([]);
});

test('in answer to a booking that is cancelled, only the date is asked', async () => {
  const wish = '12月3日 10:00';
  await played.write(HANAKO, requestForm({ name: '小林 花子', number: '45010-10000001', wish }));
  const [booking] = await bookings(played);
  const subject = `予約番号 ${booking?.reference}`;
  await played.write(COUNSELOR, '取消 本人から電話', { subject });
  await played.answer(HANAKO, 'もう一度、相談の予約をお願いします。');
  expect(await played.states()).toEqual(['cancelled', 'requested']);
  const { text } = await lastMailTo(played, HANAKO.address);
  expect(text.match(/^・.+$/gm)).toEqual(['・希望日時（何月何日の何時から）']);
});
