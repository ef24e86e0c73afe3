/**
 * A mail can only answer what had been written when it was: no consent to terms, no choice among
 * slots and no lapse before that (6(3), 6(4)).
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { bookings, onlyBooking } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const request = (wish: string) =>
  requestForm({ name: '小林 花子', number: '45010-10000001', wish });

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

/** Taro has the slot that Hanako wishes, so that she is offered others. */
async function offerHanako() {
  await played.write(
    TARO,
    requestForm({ name: '山田 太郎', number: '45010-10000002', wish: '12月3日 10:00' }),
  );
  await played.write(HANAKO, request('12月3日 10:00'));
  const offer = await played.newestTo(HANAKO.address);
  if (offer === null) throw new Error('no offer was written');
  return offer;
}

test('a word of thanks sent after the request, but before the terms were written, consents to nothing', async () => {
  await played.pause();
  await played.drop(HANAKO, request('12月3日 10:00'));
  played.clock.set('2025-11-25T09:05');
  await played.drop(HANAKO, '小林花子です。よろしくお願いします。', { subject: '先ほどの件' });
  played.clock.set('2025-11-25T09:30');
  await played.resume();
  await played.service.settle();
  expect(await onlyBooking(played)).toMatchObject({ state: 'awaiting_reply', consented_at: null });
  expect(await played.openReasons()).toEqual(['reply_unclear']);
  await played.answer(HANAKO, 'はい');
  expect(await played.states()).toEqual(['confirmed']);
});

test('a consent while the terms still wait for their release is no consent', async () => {
  await played.end();
  played = await playOffice({ config: { sendMode: 'hold' } });
  await played.write(HANAKO, request('12月3日 10:00'));
  await played.at('2025-11-26T09:00');
  await played.write(HANAKO, 'よろしくお願いします。', { subject: '先日の件' });
  expect(await played.states()).toEqual(['requested']);
  expect(await played.openReasons()).toEqual(['reply_unclear']);
});

test('an answer to the offer consents to the offer, not to the terms that were sent meanwhile', async () => {
  const offer = await offerHanako();
  await played.write(HANAKO, '1', { answers: offer });
  await played.write(HANAKO, 'よろしくお願いします。', { answers: offer });
  expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
  await played.answer(HANAKO, 'はい');
  expect(await played.states()).toEqual(['awaiting_reply', 'confirmed']);
});

test('a number in answer to an older offer books nothing of the newer one', async () => {
  const older = await offerHanako();
  await played.answer(HANAKO, '12月10日の午後でお願いします。');
  await played.write(HANAKO, '1でお願いします', { answers: older });
  expect((await bookings(played))[1]).toMatchObject({ state: 'requested', slot_start_at: null });
  expect(await played.openReasons()).toEqual(['reply_unclear']);
  await played.answer(COUNSELOR, '希望日時: 12月10日 13:00');
  expect((await bookings(played))[1]).toMatchObject({
    slot_start_at: '2025-12-10T13:00:00+09:00',
  });
});

test('a number after a question about the date books nothing of the offer before it', async () => {
  await offerHanako();
  await played.answer(HANAKO, '12月5日の3時でお願いします。');
  await played.answer(HANAKO, '2');
  expect((await bookings(played))[1]).toMatchObject({ state: 'requested', slot_start_at: null });
  expect(await played.openReasons()).toEqual(['reply_unclear']);
});

test('what is missing of a request that was read weeks late is asked, and does not lapse before', async () => {
  await played.pause();
  await played.drop(
    HANAKO,
    requestForm({
      name: '小林 花子',
      number: '45010-10000001',
      wish: '12月24日 10:00',
      phone: '',
    }),
  );
  played.clock.set('2025-12-10T09:30');
  await played.resume();
  await played.service.settle();
  expect(await played.states()).toEqual(['requested']);
  await played.answer(HANAKO, '電話番号 090-0000-0001');
  expect(await played.states()).toEqual(['awaiting_reply']);
});
