/**
 * Offers (6(2)): where the wish cannot be had the three nearest free slots are offered, nothing is
 * held, and the answer goes on from there; further wishes are tried in their order first.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, MISAKI, TARO } from '../../src/demo/people.ts';
import { bookings, lastMailTo } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
  await played.write(HANAKO, hanako('12月3日 10:00'));
});
afterEach(() => played.end());

const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });
const jun = (wish: string) => requestForm({ name: '鈴木 潤', number: '45010-10000004', wish });
const taro = (wish: string) => requestForm({ name: '山田 太郎', number: '45010-10000002', wish });
const misaki = (wish: string) => requestForm({ name: '佐藤 美咲', number: '45010-10000003', wish });

/** His booking as it is; he asks second. */
const his = async () => (await bookings(played))[1];
const offered = async () => JSON.parse((await his())?.offered ?? '[]') as string[];

describe('an answer to an offer', () => {
  beforeEach(() => played.write(JUN, jun('12月3日 10:00')));

  test.each([
    ['1', 0],
    ['２', 1],
    ['②', 1],
    ['3番', 2],
    ['2番でお願いします', 1],
    ['10時は無理なので2番でお願いします', 1],
    ['2番でお願いします。午後は仕事なので。', 1],
    ['お世話になっております。鈴木です。\n③の日時でお願いいたします。', 2],
  ])('「%s」 takes the slot of that number', async (words, index) => {
    const slots = await offered();
    expect(slots).toHaveLength(3);
    await played.answer(JUN, words);
    expect(await his()).toMatchObject({ state: 'awaiting_reply', slot_start_at: slots[index] });
    expect((await played.kindsTo(JUN.address)).at(-1)).toBe('seeker.action.terms');
  });

  test('with a question beside the number takes the slot, and a counselor is shown the question', async () => {
    const slots = await offered();
    await played.answer(JUN, '2番でお願いします。駐車場はありますか？');
    expect(await his()).toMatchObject({ state: 'awaiting_reply', slot_start_at: slots[1] });
    expect(await played.openReasons()).toEqual(['question_beside_choice']);
    const alert = await lastMailTo(played, COUNSELOR.address);
    expect(alert.text).toContain('駐車場はありますか');
    await played.answer(COUNSELOR, '済');
    expect(await played.openReasons()).toEqual([]);
    expect(await his()).toMatchObject({ state: 'awaiting_reply', slot_start_at: slots[1] });
  });

  test('with another date goes on with that date', async () => {
    await played.answer(JUN, '12月9日の午前9時からはいかがでしょうか。');
    expect(await his()).toMatchObject({
      state: 'awaiting_reply',
      slot_start_at: '2025-12-09T09:00:00+09:00',
    });
  });

  test('with a number that was not offered books nothing', async () => {
    await played.answer(JUN, '5番');
    expect(await his()).toMatchObject({ state: 'requested', slot_start_at: null });
  });

  test('for a slot that is gone meanwhile gets a fresh offer without it', async () => {
    const [, second = ''] = await offered();
    const wish = Temporal.Instant.from(second).toZonedDateTimeISO('Asia/Tokyo');
    const day = `${wish.month}月${wish.day}日 ${wish.hour}:${String(wish.minute).padStart(2, '0')}`;
    await played.write(TARO, taro(day));
    await played.answer(JUN, '2');
    expect(await played.kindsTo(JUN.address)).toEqual([
      'seeker.action.offer',
      'seeker.action.offer',
    ]);
    const fresh = await offered();
    expect(fresh).toHaveLength(3);
    expect(fresh).not.toContain(second);
    await played.answer(JUN, '1');
    expect((await his())?.slot_start_at).toBe(fresh[0]);
  });

  test('holds nothing until it comes', async () => {
    const [first = ''] = await offered();
    const holders = (await bookings(played)).filter(({ slot_start_at }) => slot_start_at === first);
    expect(holders).toEqual([]);
  });
});

test('the second wish is taken where the first is held, and the third where both are', async () => {
  await played.write(
    JUN,
    jun('第一希望 12月3日 10:00、第二希望 12月4日 10:00、第三希望 12月5日 10:00'),
  );
  expect((await his())?.slot_start_at).toBe('2025-12-04T10:00:00+09:00');
  await played.write(
    MISAKI,
    misaki('第一希望 12月3日 10:00、第二希望 12月4日 10:00、第三希望 12月5日 10:00'),
  );
  expect((await bookings(played))[2]?.slot_start_at).toBe('2025-12-05T10:00:00+09:00');
});

test.each([
  ['only a day', '12月4日', /12月4日/],
  ['a morning', '12月4日の午前中', /12月4日（木）(?:8|9|10|11)時/],
  ['a closed day', '12月6日 10:00', /12月(?:5|8)日/],
  ['outside the hours', '12月4日 18:00', /12月4日（木）16時30分/],
  ['off the grid', '12月4日 10:10', /12月4日（木）10時00分/],
])('a wish for %s gets free slots in it or nearest to it', async (_, wish, near) => {
  await played.write(JUN, jun(wish));
  const offer = await lastMailTo(played, JUN.address);
  expect(offer.kind).toBe('seeker.action.offer');
  const slots = offer.text.match(/^[123]\. .*$/gm) ?? [];
  expect(slots).toHaveLength(3);
  expect(slots.join('\n')).toMatch(near);
});
