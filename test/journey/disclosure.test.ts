/**
 * What is handed out under law (Article 7(2)): everything that is held about a person, in plain
 * Japanese, also what no booking holds; nothing about anybody else; and a row that says so.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disclose } from '../../src/commands/disclose.ts';
import { HANAKO, JUN, TARO } from '../../src/demo/people.ts';
import { putSeeker } from '../../src/store/seekers.ts';
import { bookings } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const NUMBER = '45010-10000001';
const HERS = { name: '小林 花子', number: NUMBER, wish: '12月3日 10:00' };
const HIS = { name: '山田 太郎', number: '45010-10000002', wish: '12月3日 14:00' };
const ORDER = { law: '刑事訴訟法第197条第2項', to: '小林警察署', by: '所長 見本' };

let played: Played;
let said: string[] = [];
const outlet = { out: (l: string) => said.push(l), complain: (l: string) => said.push(l) };
beforeEach(async () => {
  said = [];
  played = await playOffice();
});
afterEach(() => played.end());

interface Handed {
  届いたメール: Record<string, string | null>[];
  送ったメール: Record<string, string | null>[];
  担当者への知らせ: Record<string, string | null>[];
  これまでの開示: Record<string, string | null>[];
}

let files = 0;
async function handOut(about: { seeker: string } | { booking: string }) {
  const file = join(dirname(played.database), `kaiji-${++files}.json`);
  const configPath = join(dirname(played.database), 'config.json');
  expect(
    await disclose({ configPath, clock: played.clock, file, ...ORDER, ...about }, outlet),
  ).toBe(0);
  const text = readFileSync(file, 'utf8');
  return { text, record: JSON.parse(text) as Handed };
}

test('of a person comes out what no booking holds, and what only the story or the list ties to one', async () => {
  await played.write(HANAKO, '見学会はいつですか。', { subject: 'お尋ね' });
  await played.write(COUNSELOR, `求職番号${NUMBER}の方から、あとで電話があります。`, {
    subject: '伝言',
  });
  await played.write(HANAKO, requestForm(HERS));
  const answers = await played.newestTo(HANAKO.address);
  await played.write({ name: '母', address: 'mother@phone.example.jp' }, '娘は行けると思います。', {
    ...(answers ? { answers } : {}),
  });
  const { record, text } = await handOut({ seeker: NUMBER });
  const words = record.届いたメール.map(({ 本文: body }) => body?.split('\n')[0]);
  expect(words).toEqual([
    '見学会はいつですか。',
    `求職番号${NUMBER}の方から、あとで電話があります。`,
    expect.stringContaining('小林 花子'),
    '娘は行けると思います。',
  ]);
  expect(record.担当者への知らせ.map(({ わけ: why }) => why)).toContain(
    '登録と違うアドレスからご返信がありました。',
  );
  expect(record.送ったメール.map(({ 種類: kind }) => kind)).toContain(
    '規約と日時の案内（返信で確定）',
  );
  // Names and values are words, not the codes of the tables.
  expect(text).toContain('"状態": "返信待ち"');
  expect(text).toContain('"申込みの日時": "2025年11月25日（火）9時00分"');
  expect(text).not.toMatch(/awaiting_reply|seeker_number|"other_sender"|terms_sent/);
});

test('of others nothing comes out: a mail that names them is listed without its words', async () => {
  await played.write(HANAKO, requestForm(HERS));
  await played.answer(HANAKO, 'はい');
  await played.write(TARO, requestForm(HIS));
  await played.answer(TARO, 'はい');
  const [hers] = await bookings(played);
  await played.write(COUNSELOR, '次の方は山田太郎さん（45010-10000002）です。', {
    subject: `予約番号 ${hers?.reference}`,
  });
  // The list of the morning names both.
  await played.at('2025-12-03T08:15');
  const { record, text } = await handOut({ seeker: NUMBER });
  for (const other of [
    '太郎',
    '45010-10000002',
    TARO.address,
    Buffer.from('山田太郎').toString('base64'),
  ]) {
    expect(text).not.toContain(other);
  }
  const withheld = [...record.届いたメール, ...record.送ったメール].filter(
    (mail) => mail['載せていないわけ'] === 'ほかの方のことも書いてあるため',
  );
  expect(withheld.map(({ 種類: kind }) => kind)).toContain('朝の一覧');
  expect(withheld.length).toBeGreaterThanOrEqual(2);
  expect(said.join('\n')).toContain('ほかの方のことも書いてあるか');
});

describe('an address that a family shares', () => {
  beforeEach(() =>
    played.office.store.transact((tx) =>
      putSeeker(
        tx,
        {
          seekerNumber: '45010-10000009',
          name: '小林 次郎',
          address: HANAKO.address,
          phone: null,
          refusedReason: null,
        },
        played.clock.now(),
      ),
    ),
  );

  test('does not make one’s mail the other’s', async () => {
    await played.write(HANAKO, '面接の服装について教えてください。', { subject: '質問' });
    await played.write(HANAKO, `小林花子です。${NUMBER}です。駐車場はありますか。`);
    const { record, text } = await handOut({ seeker: NUMBER });
    expect(text).not.toContain('面接の服装');
    expect(text).toContain('駐車場はありますか');
    expect(record.届いたメール[0]?.['載せていないわけ']).toContain('同じ氏名かアドレス');
  });
});

test('of one booking comes out that booking and no loose mail; the next record tells of this one', async () => {
  await played.write(HANAKO, '見学会はいつですか。', { subject: 'お尋ね' });
  await played.write(HANAKO, requestForm(HERS));
  await played.write(
    JUN,
    requestForm({ name: '鈴木 潤', number: '45010-10000004', wish: '12月4日 9:00' }),
  );
  const [hers] = await bookings(played);
  const { record } = await handOut({
    booking: `${hers?.reference}`.toLowerCase().replace('-', ''),
  });
  expect(record.届いたメール).toHaveLength(1);
  expect(record.これまでの開示).toEqual([]);
  const again = await handOut({ seeker: NUMBER });
  expect(again.record.これまでの開示).toMatchObject([{ 相手: ORDER.to, 根拠の法令: ORDER.law }]);
});

test('what is past its time is told to be gone, with the day', async () => {
  await played.write(HANAKO, requestForm(HERS));
  await played.answer(HANAKO, 'はい');
  await played.at('2025-12-03T10:20');
  await played.at('2026-03-10T09:00');
  const { record, text } = await handOut({ seeker: NUMBER });
  expect(text).not.toContain('応募書類');
  expect(record.届いたメール[0]).toMatchObject({
    本文: null,
    保存の期間を過ぎた内容を消した日時: '2026年3月10日（火）9時00分',
  });
});
