/**
 * Article 8 over a whole booking: 相談内容 is in the database and in the mail that asks a counselor
 * for a decision, and nowhere else; no subject holds a 求職番号.
 */
import { afterEach, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { createLog } from '../../src/log.ts';
import { bookings, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const MARKER = '夜勤明けの秘密の悩み';
let played: Played;
afterEach(() => played.end());

test('the topic and the numbers stay where they belong, from the request to the absence', async () => {
  const lines: string[] = [];
  const clock = { now: () => played.clock.now() };
  played = await playOffice({
    log: createLog(
      { now: () => (played ? clock.now() : Temporal.Instant.fromEpochMilliseconds(0)) },
      (line) => lines.push(line),
    ),
  });
  const items = { topic: MARKER, wish: '12月3日 10:00' };
  await played.write(
    HANAKO,
    requestForm({ ...items, name: '小林 花子', number: '45010-10000001' }),
  );
  await played.answer(HANAKO, 'スマホでもいいですか？');
  await played.answer(COUNSELOR, '確定 電話で確認');
  await played.write(
    COUNSELOR,
    requestForm({ ...items, name: '山田 太郎', number: '45010-10000002', wish: '12月4日 14:00' }),
    { subject: `電話受付 45010-10000002 ${MARKER}` },
  );
  await played.write(
    TARO,
    requestForm({
      ...items,
      name: '山田 太郎',
      number: '45010-10000002',
      wish: '12月5日 14:00',
      phone: '',
    }),
  );
  await played.answer(TARO, '電話番号は090-0000-0002です。');
  const [booking] = await bookings(played);
  await played.at('2025-12-03T10:40');
  await played.write(COUNSELOR, '不在', { subject: `予約番号 ${booking?.reference}` });
  expect(await played.states()).toEqual(['no_show', 'awaiting_reply', 'awaiting_reply']);

  expect((await bookings(played)).map(({ topic }) => topic)).toEqual([MARKER, MARKER, MARKER]);
  const mails = await outbox(played);
  const holding = mails.filter(({ text }) => text.includes(MARKER));
  expect(holding.length).toBeGreaterThan(0);
  expect([...new Set(holding.map(({ kind, to_address }) => `${kind} ${to_address}`))]).toEqual([
    `staff.action.decide ${COUNSELOR.address}`,
  ]);
  for (const { subject } of mails) {
    expect(subject).not.toContain(MARKER);
    expect(subject).not.toMatch(/45010|10000001|10000002/);
  }
  const log = lines.join('\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const personal of [MARKER, '45010', '小林 花子', '090-0000', HANAKO.address, TARO.address]) {
    expect(log).not.toContain(personal);
  }
});
