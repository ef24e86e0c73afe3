/**
 * 次回 by a counselor: a booking that was fixed during a session is born confirmed, told once, and
 * needs no reply (6(2) なお, 6(5)).
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN } from '../../src/demo/people.ts';
import { bookings, events, lastMailTo } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
  await played.write(HANAKO, hanako('12月3日 10:00'));
  await played.answer(HANAKO, 'はい');
  await played.at('2025-12-03T10:31');
});
afterEach(() => played.end());

const hanako = (wish: string) => requestForm({ name: '小林 花子', number: '45010-10000001', wish });

/** A counselor's words about the first booking, and the answer to them. */
async function say(words: string): Promise<string> {
  const [booking] = await bookings(played);
  await played.write(COUNSELOR, words, { subject: `予約番号 ${booking?.reference}` });
  return (await lastMailTo(played, COUNSELOR.address)).text;
}

test('books the next session at once: confirmed, one notice, no reply asked', async () => {
  const answer = await say('来談\n次回 12/17 10:00');
  const [first, next] = await bookings(played);
  expect(first?.state).toBe('attended');
  expect(next).toMatchObject({
    state: 'confirmed',
    channel: 'session',
    slot_start_at: '2025-12-17T10:00:00+09:00',
    name: '小林 花子',
    registered_address: HANAKO.address,
    reply_by: null,
    consented_at: first?.consented_at,
    terms_sha256: first?.terms_sha256,
  });
  expect(answer).toContain('来談を記録しました。');
  expect(answer).toContain('2025年12月17日（水）10時00分');
  expect(answer).toContain(`次回の予約番号は、${next?.reference}です。`);
  const notice = await lastMailTo(played, HANAKO.address);
  expect(notice.kind).toBe('seeker.notice.session_booked');
  expect(notice.text).toContain('2025年12月17日（水）10時00分から30分間です。');
  expect(notice.text).toContain('ミーティングID');
  expect(notice.text).toContain('このメールへの返信は、必要ありません。');
  expect(await events(played, next?.id)).toEqual([
    expect.objectContaining({ type: 'session_booked', article: '6(5)', actor: 'counselor' }),
  ]);
});

test('silence changes nothing, and the notice is sent once', async () => {
  await say('次回 12/17 10:00');
  for (const time of ['12-16T12:00', '12-16T23:59:59', '12-17T00:05', '12-17T10:11']) {
    await played.at(`2025-${time}`);
  }
  expect((await played.states())[1]).toBe('confirmed');
  const kinds = await played.kindsTo(HANAKO.address);
  expect(kinds.filter((kind) => kind === 'seeker.notice.session_booked')).toHaveLength(1);
  expect(kinds).not.toContain('seeker.notice.void');
});

test('the word sent twice books once, and the second time says so', async () => {
  await say('次回 12/17 10:00');
  expect(await say('次回 12/17 10:00')).toContain('同じ日時の予約が、もうあります');
  expect(await played.states()).toEqual(['confirmed', 'confirmed']);
});

test('terms that are new since the consent go along with the notice', async () => {
  const { office } = played;
  const { terms } = office;
  const text = '第1条 新しい規約\n';
  const since = { effectiveFrom: null, sendFrom: null };
  office.terms = [{ sha256: 'f'.repeat(64), label: '2026-04-01', text, ...since }];
  await say('次回 12/17 10:00');
  office.terms = terms;
  const notice = await lastMailTo(played, HANAKO.address);
  expect(notice.text.endsWith('第1条 新しい規約\n')).toBe(true);
  expect((await bookings(played))[1]).toMatchObject({
    terms_sha256: 'f'.repeat(64),
    consented_at: null,
  });
});

describe('nothing is booked', () => {
  test.each([
    ['a taken slot', '次回 12/17 15:00', 'もうほかの予約があります'],
    ['a public holiday', '次回 1/12 10:00', '閉庁日'],
    ['the past', '次回 12/1 10:00', '過ぎた'],
    ['an evening', '次回 12/17 18:00', 'その時刻には相談を入れられません'],
    ['a day without a time', '次回 12/17', '日時を1つに決められません'],
  ])('for %s, and the answer says why', async (_, words, why) => {
    const jun = { name: '鈴木 潤', number: '45010-10000004', wish: '12月17日 15:00' };
    await played.write(JUN, requestForm(jun));
    const answer = await say(words);
    expect(answer).toContain(why);
    expect(answer).toContain('次回の予約は作っていません。');
    expect(await played.states()).toEqual(['confirmed', 'awaiting_reply']);
    expect(await played.kindsTo(HANAKO.address)).not.toContain('seeker.notice.session_booked');
  });

  test('for somebody who is refused', async () => {
    await say('お断り 暴言のため');
    expect(await say('次回 12/17 10:00')).toContain('お断りしている方');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('after a cancellation', async () => {
    await say('取消 本人から電話');
    expect(await say('次回 12/17 10:00')).toContain('「キャンセル」なので');
    expect(await played.states()).toEqual(['cancelled']);
  });
});
