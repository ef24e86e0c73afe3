/**
 * Article 8 over a whole booking: 相談内容 is in the database and in the mail that asks a counselor
 * for a decision, and nowhere else; no subject holds a 求職番号.
 */
import { afterEach, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { createLog } from '../../src/log.ts';
import { bookings, inbox, outbox } from '../support/look.ts';
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
  const wished = { topic: MARKER, wish: '12月3日 10:00' };
  await played.write(
    HANAKO,
    requestForm({ ...wished, name: '小林 花子', number: '45010-10000001' }),
  );
  await played.answer(HANAKO, 'スマホでもいいですか？');
  await played.answer(COUNSELOR, '確定 電話で確認');
  await played.write(
    COUNSELOR,
    requestForm({ ...wished, name: '山田 太郎', number: '45010-10000002', wish: '12月4日 14:00' }),
    { subject: `電話受付 45010-10000002 ${MARKER}` },
  );
  await played.write(
    TARO,
    requestForm({
      ...wished,
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
  const items = await personalItems(played);
  expect(items.length).toBeGreaterThan(100);
  expect(items.filter((item) => log.includes(item))).toEqual([]);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({
      at: expect.stringMatching(/Z$/),
      level: expect.stringMatching(/^(info|warn|error)$/),
      event: expect.stringMatching(/^[a-z_]+$/),
    });
  }
});

/** All that the database knows of people, and every line of every mail that came or went. */
async function personalItems(played: Played): Promise<string[]> {
  const { read } = played.office.store;
  const people = [
    ...(await read
      .selectFrom('booking')
      .select(['name', 'seeker_number', 'phone', 'topic', 'registered_address'])
      .execute()),
    ...(await read.selectFrom('seeker').select(['name', 'address', 'phone']).execute()),
    ...(await read
      .selectFrom('outbox')
      .select(['to_name', 'to_address', 'subject', 'message_id'])
      .execute()),
    ...(await read.selectFrom('inbox').select('message_id').execute()),
  ].flatMap((row) => Object.values<string | null>(row));
  const mails = [
    ...(await read.selectFrom('outbox').select('text').execute()).map(({ text }) => text),
    ...(await inbox(played)).map(({ raw }) => Buffer.from(raw ?? '').toString('utf8')),
  ];
  const words = [...people, ...mails.flatMap((text) => text.split(/\r?\n/))];
  return [...new Set(words.map((word) => word?.trim() ?? ''))].filter((word) => word.length >= 4);
}
