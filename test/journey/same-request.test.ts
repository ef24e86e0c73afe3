/**
 * The same request twice (trap 20): by mail and by telephone, forwarded twice, unfinished the first
 * time. It is one booking, and what the second one adds is not lost.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, MISAKI, TARO } from '../../src/demo/people.ts';
import { bookings, lastMailTo, onlyBooking } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const hanako = (wish: string, items: { phone?: string; topic?: string } = {}) =>
  requestForm({ name: '小林 花子', number: '45010-10000001', wish, ...items });
const memo = (text: string) => played.write(COUNSELOR, text, { subject: '電話受付' });
const toHer = () => played.kindsTo(HANAKO.address);

test('complete by mail and by phone, and forwarded twice, is one booking and one terms mail', async () => {
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await memo(hanako('12月3日 10:00'));
  await memo(hanako('12月3日 10：00～'));
  await played.write(HANAKO, hanako('12/3 10時'));
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await toHer()).toEqual(['seeker.action.terms']);
});

describe('a request by mail that cannot go on', () => {
  const finished = { channel: 'mail', phone: '090-0000-0001', state: 'awaiting_reply' };

  test.each([
    ['lacks the telephone number', hanako('12月3日 15:00', { phone: '' })],
    ['lacks the date', hanako('')],
    ['names a day only', hanako('12月3日')],
    ['leaves morning or afternoon open', hanako('12月3日 3時')],
  ])(
    '%s: a complete memo finishes it, and the reply confirms that one booking',
    async (_, first) => {
      await played.write(HANAKO, first);
      expect(await played.states()).toEqual(['requested']);
      await memo(hanako('12月3日 15:00'));
      expect(await onlyBooking(played)).toMatchObject({
        ...finished,
        slot_start_at: '2025-12-03T15:00:00+09:00',
      });
      const echo = await lastMailTo(played, COUNSELOR.address);
      expect(echo.kind).toBe('staff.notice.echo');
      expect(echo.text).toContain('ご本人に、規約と日時のメールを送ります。');
      await played.answer(HANAKO, 'はい');
      expect(await played.states()).toEqual(['confirmed']);
    },
  );

  test('because its time was taken: the time that was agreed by telephone finishes it', async () => {
    const taro = { name: '山田 太郎', number: '45010-10000002', wish: '12月3日 10:00' };
    await played.write(TARO, requestForm(taro));
    await played.write(HANAKO, hanako('12月3日 10:00'));
    expect(await toHer()).toEqual(['seeker.action.offer']);
    await memo(hanako('12月5日 14:00'));
    expect((await bookings(played)).slice(1)).toEqual([
      expect.objectContaining({ ...finished, slot_start_at: '2025-12-05T14:00:00+09:00' }),
    ]);
  });

  test('and a memo for another time are two requests: nobody knows whether one replaces the other', async () => {
    await played.write(HANAKO, hanako('12月3日 10:00', { phone: '' }));
    await memo(hanako('12月5日 14:00'));
    expect(await played.states()).toEqual(['requested', 'awaiting_reply']);
  });

  test('and a memo that lacks the same: one booking, and the counselor is asked for it, too', async () => {
    await played.write(HANAKO, hanako('12月3日 10:00', { phone: '' }));
    await memo(hanako('12月3日 10:00', { phone: '' }));
    expect(await played.states()).toEqual(['requested']);
    expect(await toHer()).toEqual(['seeker.action.details']);
    const alert = await lastMailTo(played, COUNSELOR.address);
    expect(alert.text).toContain('確かめること: 連絡先の電話番号');
    await played.answer(COUNSELOR, '電話番号: 090-0000-0001');
    expect(await played.states()).toEqual(['awaiting_reply']);
  });

  test('of somebody else with the same number is not touched by it', async () => {
    await played.end();
    played = await playOffice({ config: { registration: 'sender' } });
    const first = { name: '小林 次郎', number: '45010-77777777', wish: '12月3日 10:00', phone: '' };
    await played.write(MISAKI, requestForm(first));
    await played.write(TARO, requestForm({ ...first, name: '山田 太郎', phone: '090-0000-0002' }));
    expect((await bookings(played))[0]).toMatchObject({ name: '小林 次郎', phone: null });
  });
});

describe('a memo that lacks something', () => {
  test('and the same memo once more are one booking', async () => {
    await memo(hanako('12月3日 10:00', { phone: '' }));
    await memo(hanako('12月3日 10:00', { phone: '' }));
    expect(await played.states()).toEqual(['requested']);
    expect(await played.openReasons()).toEqual(['items_still_missing']);
  });

  test('is finished by the seeker’s own mail, and nothing waits for the counselor any more', async () => {
    await memo(hanako('12月3日 10:00', { phone: '' }));
    await played.write(HANAKO, hanako('12月3日 10:00'));
    expect(await onlyBooking(played)).toMatchObject({ state: 'awaiting_reply', channel: 'phone' });
    expect(await played.openReasons()).toEqual([]);
    expect(await toHer()).toEqual(['seeker.action.terms']);
  });

  test('and its twin from another address fills only what was open', async () => {
    await memo(hanako('12月3日 10:00', { topic: '' }));
    await played.write(
      TARO,
      hanako('12月3日 10:00', { phone: '090-9999-9999', topic: '面接の練習' }),
    );
    expect(await onlyBooking(played)).toMatchObject({
      state: 'awaiting_reply',
      phone: '090-0000-0001',
      topic: '面接の練習',
    });
    expect(await played.kindsTo(TARO.address)).toEqual([]);
  });
});
