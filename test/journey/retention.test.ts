/**
 * What is forgotten, and when: Article 8. After its time no word of a person is left in any byte
 * of the database's files, only counts stay, and no old mail is answered a second time.
 */
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { JUN, type Person } from '../../src/demo/people.ts';
import { bookingCounts } from '../../src/store/statistics.ts';
import { bookings, inbox, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
afterEach(() => played.end());

const AKARI: Person = { name: '星野 あかり', address: JUN.address };
const NUMBER = '45010-70000007';
const PHONE = '090-7000-0007';
const TOPIC = '夜勤明けの秘密の悩み';
const REPLY = '別の日にできませんでしょうか、その次の週はいかがでしょうか';
const LOOSE = '見学会のご案内をお送りくださいませ';
const REASON = '本人と電話で話した理由書き';

/** Which of the words stand in any byte of the database's files. */
function found(words: readonly string[]): string[] {
  const files = [played.database, `${played.database}-wal`, `${played.database}-shm`];
  const bytes = files.filter((file) => existsSync(file)).map((file) => readFileSync(file));
  return words.filter((word) => bytes.some((file) => file.includes(word)));
}

test('words go 90 days after the session, the person a year after it, and counts stay', {
  timeout: 90_000,
}, async () => {
  played = await playOffice({ config: { registration: 'sender' } });
  // The register is the office's own list and is not what is forgotten here.
  await played.office.store.transact((tx) => tx.deleteFrom('seeker').execute());
  const form = { name: AKARI.name, number: NUMBER, phone: PHONE, topic: TOPIC };
  await played.write(AKARI, requestForm({ ...form, wish: '12月3日 10:00' }));
  await played.answer(AKARI, REPLY);
  await played.write(COUNSELOR, `確定 ${REASON}`, {
    subject: `予約番号 ${(await bookings(played))[0]?.reference}`,
  });
  await played.write({ name: '', address: 'someone@else.example.com' }, LOOSE, {
    subject: 'お願い',
  });
  await played.at('2025-12-03T10:20');
  await played.write(COUNSELOR, '来談', {
    subject: `予約番号 ${(await bookings(played))[0]?.reference}`,
  });
  expect(await played.states()).toEqual(['attended']);
  const words = [
    TOPIC,
    REASON,
    AKARI.name,
    AKARI.address,
    NUMBER,
    PHONE,
    'someone@else.example.com',
  ];
  expect(found(words)).toEqual(words);

  await played.at('2026-03-03T09:59');
  expect((await bookings(played))[0]?.topic).toBe(TOPIC);
  await played.at('2026-03-03T10:01');
  expect((await bookings(played))[0]).toMatchObject({ topic: null, name: AKARI.name });
  expect(found([TOPIC, 'someone@else.example.com', 'Message-ID', '<demo-'])).toEqual([]);
  expect(
    (await inbox(played)).every(({ raw, evidence }) => raw === null && evidence === null),
  ).toBe(true);
  const old = (await outbox(played)).filter(({ date }) => date < '2025-12-02');
  expect(old.map(({ text, to_address }) => text + to_address).join('')).toBe('');

  await played.at('2026-12-03T10:01');
  expect(await bookings(played)).toEqual([]);
  expect(found(words)).toEqual([]);
  expect(await bookingCounts(played.office.store.read)).toEqual([
    { month: '2025-11', channel: 'mail', outcome: 'attended', bookings: 1 },
  ]);

  // The mails still lie in the mailbox, and a fresh start answers none of them.
  await played.restart();
  await played.at('2026-12-03T11:00');
  expect(await bookings(played)).toEqual([]);
  const kinds = (await outbox(played)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.startsWith('seeker.'))).toEqual([]);
});

test('a request that never had a session counts from its closing, by a word or because its time is over', {
  timeout: 90_000,
}, async () => {
  played = await playOffice();
  const ask = (number: string) =>
    requestForm({ name: AKARI.name, number, phone: PHONE, topic: TOPIC, wish: '12月3日 10:00' });
  await played.write(AKARI, ask('45010-70000007'));
  await played.write({ ...AKARI, address: 'another@phone.example.jp' }, ask('45010-70000008'));
  const [first] = await bookings(played);
  await played.at('2025-11-27T09:00');
  await played.write(COUNSELOR, '取消 登録なし', { subject: `予約番号 ${first?.reference}` });
  await played.at('2025-12-03T09:59');
  expect(await played.states()).toEqual(['cancelled', 'requested']);
  await played.at('2025-12-03T10:02');
  expect(await played.states()).toEqual(['cancelled', 'void']);
  await played.at('2026-02-25T09:01');
  expect((await bookings(played)).map(({ topic }) => topic)).toEqual([null, TOPIC]);
  await played.at('2026-03-03T11:01');
  expect((await bookings(played)).map(({ topic }) => topic)).toEqual([null, null]);
  await played.at('2026-12-03T11:01');
  expect(await bookings(played)).toEqual([]);
});
