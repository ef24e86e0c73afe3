/**
 * The desk commands on a database file: what each does and answers, who is kept as its author,
 * what is shown, and that no 相談内容 leaves (Article 8).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Misuse } from '../../src/commands/definition.ts';
import { exportBooking, exportList } from '../../src/commands/desk/export.ts';
import { list } from '../../src/commands/desk/list.ts';
import { settle } from '../../src/commands/desk/settle.ts';
import { show } from '../../src/commands/desk/show.ts';
import { speak, wishedAt } from '../../src/commands/desk/speak.ts';
import type { AttentionReason } from '../../src/domain/attention.ts';
import type { CounselorWord } from '../../src/reading/types.ts';
import { raiseAttention } from '../../src/store/attention.ts';
import { withdrawMails } from '../../src/store/outbox.ts';
import { listedMatters } from '../../src/store/settling.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { fillSampleOffice, NOW, SECRETS, sampleSettings } from '../board/board-samples.ts';
import { japan } from '../domain/booking-samples.ts';

const TERMS = new URL('../../templates/terms/2025-03-11.txt', import.meta.url).pathname;

let folder: string;
let configPath: string;
let store: Store;
let said: string[];
let complaints: string[];
const outlet = {
  out: (line: string) => said.push(line),
  complain: (line: string) => complaints.push(line),
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-desk-'));
  configPath = join(folder, 'config.json');
  const settings = sampleSettings({ database: 'office.sqlite', termsFile: TERMS });
  writeFileSync(configPath, JSON.stringify(settings));
  store = await openStore(join(folder, 'office.sqlite'));
  await fillSampleOffice(store);
  said = [];
  complaints = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** The booking of the week of a person. */
async function bookingOf(name: string) {
  return store.read
    .selectFrom('booking')
    .selectAll()
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
}

async function word(name: string, ...words: [CounselorWord, ...CounselorWord[]]): Promise<number> {
  const { reference } = await bookingOf(name);
  return speak({ configPath, reference, words }, outlet, { now: () => NOW });
}

const lastEvent = () =>
  store.read.selectFrom('event').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
const mailKinds = async () => {
  const rows = await store.read
    .selectFrom('outbox')
    .select('kind')
    .where('state', '=', 'held')
    .execute();
  return rows.map(({ kind }) => kind);
};

describe('a word at the desk', () => {
  test('confirms: the state moves, a mail waits for the bot, the story keeps reason and person', async () => {
    expect(await word('飯野 四郎', { kind: 'confirm', reason: '電話で同意' })).toBe(0);
    expect((await bookingOf('飯野 四郎')).state).toBe('confirmed');
    expect(await lastEvent()).toMatchObject({
      type: 'counselor_confirmed',
      actor: 'counselor',
      detail: `電話で同意（窓口のコマンド、${userInfo().username}）`,
    });
    expect(await mailKinds()).toEqual(['seeker.notice.confirmed']);
    expect(said).toEqual(['予約を確定し、ご本人にお知らせします。']);
  });

  test.each([
    [
      'cancel',
      '小林 花子',
      { kind: 'cancel', reason: '電話' },
      'cancelled',
      'seeker.notice.cancelled',
    ],
    [
      'cancel --office',
      '小林 花子',
      { kind: 'office_cancel', reason: '停電' },
      'cancelled',
      'seeker.notice.office_cancelled',
    ],
    ['attended', '小林 花子', { kind: 'attended' }, 'attended', undefined],
    ['no-show', '小林 花子', { kind: 'no_show' }, 'no_show', undefined],
  ] as const)('%s', async (_, name, spoken, state, mail) => {
    expect(await word(name, spoken)).toBe(0);
    expect((await bookingOf(name)).state).toBe(state);
    expect(await mailKinds()).toEqual(mail === undefined ? [] : [mail]);
  });

  test('change moves to the slot that was written', async () => {
    const wish = wishedAt('2026-12-10T10:00', NOW);
    expect(await word('霧島 次郎', { kind: 'change', wish })).toBe(0);
    expect((await bookingOf('霧島 次郎')).slot_start_at).toBe('2026-12-10T10:00:00+09:00');
    expect(await mailKinds()).toEqual(['seeker.notice.rescheduled']);
  });

  test('register puts the person into the register, next books a confirmed session', async () => {
    const address = 'hanako@example.jp';
    expect(await word('小林 花子', { kind: 'register' }, { kind: 'address', address })).toBe(0);
    const wish = wishedAt('12月17日 9:30', NOW);
    expect(await word('小林 花子', { kind: 'next_session', wish })).toBe(0);
    const born = await store.read
      .selectFrom('booking')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(born).toMatchObject({
      state: 'confirmed',
      channel: 'session',
      registered_address: address,
    });
    expect((await lastEvent()).detail).toContain(userInfo().username);
  });

  test('what cannot be is told in Japanese with exit code 1, and nothing is moved', async () => {
    expect(await word('高原 三郎', { kind: 'attended' })).toBe(1);
    expect(await word('西諸 一郎', { kind: 'cancel', reason: 'x' })).toBe(1);
    const wish = wishedAt('12月10日の午前', NOW);
    expect(await word('霧島 次郎', { kind: 'change', wish })).toBe(1);
    expect(complaints.join('\n')).toMatch(/まだ記録できません[\s\S]*「実施済」[\s\S]*1つ/);
    expect(said).toEqual([]);
    expect(await mailKinds()).toEqual([]);
    expect((await bookingOf('高原 三郎')).state).toBe('confirmed');
  });

  test('a reference may be typed in small letters without its hyphen; an unknown one is told', async () => {
    const { reference } = await bookingOf('小林 花子');
    const typed = reference.toLowerCase().replace('-', '');
    const at = { now: () => NOW };
    expect(
      await speak({ configPath, reference: typed, words: [{ kind: 'attended' }] }, outlet, at),
    ).toBe(0);
    for (const unknown of ['ZZZZ-ZZZZ', '１', "' or 1=1"]) {
      const words = [{ kind: 'attended' }] as const;
      expect(await speak({ configPath, reference: unknown, words }, outlet, at)).toBe(1);
      expect(complaints.at(-1)).toContain('この予約番号の予約はありません');
    }
  });

  test('an empty reason is no reason', async () => {
    await expect(word('飯野 四郎', { kind: 'confirm', reason: ' ' })).rejects.toThrow(Misuse);
  });
});

test.each([
  ['2026-12-10T10:00', '2026-12-10T10:00'],
  ['2026-12-10 9:30', '2026-12-10T09:30'],
  ['12月10日 10:00', '2026-12-10T10:00'],
  ['１２／１０　１４：３０', '2026-12-10T14:30'],
])('%s is read as %s', (typed, local) => {
  expect(wishedAt(typed, NOW)).toEqual({ kind: 'exact', start: japan(local) });
});

describe('uketsuke list', () => {
  const run = (filter = {}, json = false) =>
    list({ configPath, json, clock: { now: () => NOW }, ...filter }, outlet);

  test('shows what is under way in the order of the sessions', async () => {
    await run();
    expect(said).toHaveLength(7);
    expect(said[0]).toMatch(/^12月3日（木）9時30分 +確定 +\S{9} +小林 花子 +090-0000-0001$/);
  });

  test('says the year where a session is of another year than this', async () => {
    const nextYear = { now: () => NOW.add({ hours: 24 * 60 }) };
    await list({ configPath, json: false, clock: nextYear }, outlet);
    expect(said[0]).toMatch(/^2026年12月3日（木）9時30分 +確定 /);
  });

  test.each(['無断キャンセル', 'no_show'])(
    'takes the state in both languages: %s',
    async (state) => {
      await run({ state, from: '2026-12-01' });
      expect(said.map((line) => line.split(/ {2,}/)[1])).toEqual(['無断キャンセル']);
    },
  );

  test('filters by state and by days, the last one included', async () => {
    await run({ from: '2026-12-07', to: '2026-12-08' });
    expect(said.map((line) => line.split(/ {2,}/)[3])).toEqual(['高原 三郎', '飯野 四郎']);
    said = [];
    await run({ state: 'no_show', from: '2026-12-01' });
    expect(said).toHaveLength(1);
  });

  test('as JSON it has codes and ISO times, without 相談内容 and address', async () => {
    await run({ state: 'awaiting_reply' }, true);
    const [first] = JSON.parse(said.join('\n'));
    expect(first).toMatchObject({
      state: 'awaiting_reply',
      start: '2026-12-08T15:00:00+09:00',
      lane: 'A',
    });
    expect(said.join()).not.toContain(SECRETS.topic);
    expect(said.join()).not.toContain(SECRETS.address);
  });

  test.each(['2026-13-01', '3.12.', 'morgen', '2026-02-30'])('%s is no day', async (from) => {
    await expect(run({ from })).rejects.toThrow(Misuse);
  });
});

describe('uketsuke show', () => {
  test('tells the story in sentences with article, reason and person', async () => {
    await word('飯野 四郎', { kind: 'confirm', reason: '電話で同意' });
    said = [];
    const { reference } = await bookingOf('飯野 四郎');
    expect(await show({ configPath, reference, json: false }, outlet)).toBe(0);
    const text = said.join('\n');
    expect(text).toMatch(
      /2026年12月3日（木）10時05分 担当者が予約を確定しました（第6条\(1\)） 電話で同意（窓口のコマンド、/,
    );
    expect(text).toContain('予約確定のお知らせ：送信の許可を待っています');
    expect(text).not.toContain(SECRETS.topic);
  });

  test('a mail that was withdrawn is no failure, one that the relay refused is', async () => {
    await word('飯野 四郎', { kind: 'confirm', reason: '電話で同意' });
    const { id, reference } = await bookingOf('飯野 四郎');
    await store.transact((tx) => withdrawMails(tx, id));
    said = [];
    await show({ configPath, reference, json: false }, outlet);
    expect(said.join('\n')).toContain('予約確定のお知らせ：内容が古くなったので、送りませんでした');
    const refused = { state: 'failed', response: '550 5.1.1 no such user' } as const;
    await store.transact((tx) =>
      tx.updateTable('outbox').set(refused).where('booking_id', '=', id).execute(),
    );
    said = [];
    await show({ configPath, reference, json: false }, outlet);
    expect(said.join('\n')).toContain('予約確定のお知らせ：送れませんでした');
  });

  test('as JSON', async () => {
    const { reference } = await bookingOf('真幸 五郎');
    await show({ configPath, reference, json: true }, outlet);
    const record = JSON.parse(said.join('\n'));
    expect(record).toMatchObject({
      reference,
      state: 'awaiting_reply',
      events: [],
      mails: [{ state: 'failed' }],
    });
    expect(said.join()).not.toContain(SECRETS.topic);
  });
});

describe('uketsuke export', () => {
  test('writes a CSV that Excel reads: BOM, CRLF, a formula made harmless', async () => {
    await store.transact((tx) =>
      tx
        .updateTable('booking')
        .set({ name: '=HYPERLINK("x")' })
        .where('name', '=', '小林 花子')
        .execute(),
    );
    const out = join(folder, 'all.csv');
    expect(await exportList({ configPath, out }, outlet)).toBe(0);
    const text = readFileSync(out, 'utf8');
    const { n } = await store.read
      .selectFrom('booking')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(text.startsWith('\uFEFF予約番号,状態,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(n + 1);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain(',2026-12-03 10:30,');
    for (const secret of [SECRETS.topic, SECRETS.address]) expect(text).not.toContain(secret);
    expect(statSync(out).mode & 0o077).toBe(0);
  });

  test('writes one booking’s file: story, data and its mails as they left', async () => {
    await word('飯野 四郎', { kind: 'confirm', reason: '電話で同意' });
    const { reference } = await bookingOf('飯野 四郎');
    const out = join(folder, 'file');
    expect(await exportBooking({ configPath, out, reference }, outlet)).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['01-送信.eml', '予約.json', '経過.txt']);
    const mail = readFileSync(join(out, '01-送信.eml'), 'latin1');
    expect(mail).toMatch(/^Auto-Submitted: auto-generated\r\n/m);
    expect(mail).toContain(`<${SECRETS.address}>`);
    expect(readFileSync(join(out, '経過.txt'), 'utf8')).toContain('担当者が予約を確定しました');
  });

  test('writes over nothing', async () => {
    const out = join(folder, 'all.csv');
    writeFileSync(out, 'precious');
    expect(await exportList({ configPath, out }, outlet)).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('precious');
    expect(complaints[0]).toContain('もうあります');
  });
});

describe('settle', () => {
  const settles = (given: { ids?: string[]; booking?: string; list?: boolean; json?: boolean }) =>
    settle({ configPath, ids: [], list: false, json: false, ...given }, outlet, { now: () => NOW });
  const raise = (reason: AttentionReason, bookingId: number | null) =>
    store.transact((tx) =>
      raiseAttention(tx, { reason, bookingId, inboxId: null, outboxId: null, raisedAt: NOW }),
    );
  const open = async () =>
    (await listedMatters(store.read, { by: 'all' })).filter(({ raisedAt }) => raisedAt.equals(NOW));

  beforeEach(async () => {
    const { id } = await bookingOf('飯野 四郎');
    await raise('machine_mail', null);
    await raise('question_beside_consent', id);
    await raise('reply_unclear', id);
  });

  test('lists what is open with its number, and what waits for a decision', async () => {
    expect(await settles({ list: true })).toBe(0);
    const [machine] = await open();
    const { reference } = await bookingOf('飯野 四郎');
    expect(said.find((line) => line.includes(` ${machine?.id} `))).toContain(
      '自動で送られたメール',
    );
    expect(said.at(-1)).toMatch(new RegExp(`${reference}  .*（判断が要ります）$`));
    said = [];
    expect(await settles({ list: true, json: true })).toBe(0);
    expect(JSON.parse(said.join('')).at(-1)).toMatchObject({ reference, decisionDue: true });
  });

  test('strikes off by number, and says of a decision which word makes it', async () => {
    const ids = (await open()).map(({ id }) => String(id));
    expect(await settles({ ids: ids.slice(0, 1) })).toBe(0);
    expect(said[0]).toBe('1件を済みにしました。');
    expect(await settles({ ids: [...ids, '999999'] })).toBe(1);
    expect((await open()).map(({ reason }) => reason)).toEqual(['reply_unclear']);
    expect(complaints.join('\n')).toContain(
      'ボットからのメールに「確定」と理由を返信してください。',
    );
    expect(complaints.at(-1)).toBe('999999：済んでいないものに、この番号はありません。');
  });

  test('strikes off by booking, and moves no booking', async () => {
    const { reference, state } = await bookingOf('飯野 四郎');
    expect(await settles({ booking: reference })).toBe(1);
    expect((await open()).map(({ reason }) => reason)).toEqual(['machine_mail', 'reply_unclear']);
    expect((await bookingOf('飯野 四郎')).state).toBe(state);
  });

  test.each([[{}], [{ ids: ['1'], list: true }], [{ ids: ['1'], json: true }], [{ ids: ['一'] }]])(
    'refuses %j with the way to write it',
    async (given) => {
      await expect(settles(given)).rejects.toThrow(Misuse);
    },
  );
});
