/**
 * What officials read in the file without SQL: each view opens in Debian's sqlite3, says dates,
 * states and next steps in words, and asks an index where the tables grow without end.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ATTENTION_REASONS } from '../../src/domain/attention.ts';
import { BOOKING_STATES } from '../../src/domain/booking.ts';
import { LIFECYCLE_EVENTS } from '../../src/domain/lifecycle.ts';
import { MAIL_KINDS } from '../../src/domain/mail-kind.ts';
import { raiseAttention } from '../../src/store/attention.ts';
import { insertBooking, moveBooking } from '../../src/store/bookings.ts';
import { addEvent } from '../../src/store/events.ts';
import { SCHEMA_VERSION } from '../../src/store/migrate.ts';
import { addToOutbox, recordTry } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { keepTerms } from '../../src/store/terms.ts';
import { writeViewingCopy } from '../../src/store/viewing-copy.ts';
import { VIEWS } from '../../src/store/views.ts';
import { at, japan } from '../domain/booking-samples.ts';
import { beside, cleanUpAfterEach, draft, newPath, newStore, outgoing } from './store-samples.ts';

cleanUpAfterEach();

type Rows = Record<string, string | number | null>[];

/** A view as the admin's own tool shows it, in a zone that is not Japan's. */
function view(path: string, name: string, now = '2026-12-02 23:30:00'): Rows {
  const query = `select * from "${name}"`;
  const clock = spawnSync('faketime', ['--version']).error ? [] : ['faketime', '-f', `@${now}`];
  const [program = '', ...args] = [...clock, 'sqlite3', '-readonly', '-json', path, query];
  const env = { ...process.env, TZ: 'UTC' };
  const json = execFileSync(program, args, { env, encoding: 'utf8' });
  return json.trim() === '' ? [] : (JSON.parse(json) as Rows);
}

const hasSqlite = spawnSync('sqlite3', ['--version']).error === undefined;
const hasClock = spawnSync('faketime', ['--version']).error === undefined;

const TEN = { start: japan('2026-12-03T10:00'), lane: 'A' };
const TOPIC = '夜勤明けの秘密の悩み';

async function confirmedBooking(store: Store, changes: Parameters<typeof draft>[0] = {}) {
  return store.transact(async (tx) => {
    const seen = { at: at('2026-11-20T10:12'), recordedAt: at('2026-11-20T10:12:05') };
    const items = { name: '小林 花子', seekerNumber: '45010-1', phone: '0984', topic: TOPIC };
    const booking = await insertBooking(
      tx,
      draft({ state: 'awaiting_reply', slot: TEN, items, ...changes }),
    );
    const event = { bookingId: booking.id, actor: 'seeker', inboxId: null, detail: null } as const;
    await moveBooking(tx, booking.id, {
      from: 'awaiting_reply',
      to: 'confirmed',
      voidReason: null,
      change: { consentedAt: seen.at },
    });
    await addEvent(tx, {
      ...event,
      ...seen,
      type: 'reply_confirmed',
      from: 'awaiting_reply',
      to: 'confirmed',
      article: '6(3)',
    });
    return booking;
  });
}

describe.runIf(hasSqlite)('a view', () => {
  it.each(VIEWS.map(({ name }) => name))('%s opens in the tool of the admins', async (name) => {
    const path = newPath();
    await newStore(path);
    expect(view(path, name)).toBeInstanceOf(Array);
  });

  it('of void bookings says when they became void, not when a late reply came', async () => {
    const path = newPath();
    const store = await newStore(path);
    await store.transact(async (tx) => {
      const { id } = await insertBooking(tx, draft({ state: 'awaiting_reply', slot: TEN }));
      const move = {
        from: 'awaiting_reply',
        to: 'void',
        voidReason: 'no_reply',
        change: {},
      } as const;
      await moveBooking(tx, id, move);
      const event = { bookingId: id, inboxId: null, detail: null, article: '6(4)' } as const;
      const [ended, late] = [at('2026-12-03T00:02'), at('2026-12-03T08:50')];
      const silence = {
        type: 'deadline_passed',
        actor: 'clock',
        at: ended,
        recordedAt: ended,
      } as const;
      await addEvent(tx, { ...event, ...silence, from: 'awaiting_reply', to: 'void' });
      const reply = { type: 'reply_late', actor: 'seeker', at: late, recordedAt: late } as const;
      await addEvent(tx, { ...event, ...reply, from: 'void', to: 'void' });
    });
    expect(view(path, '50_無効')).toMatchObject([{ 無効の日時: '2026-12-03 00:02（木）' }]);
  });

  it('of the story says what happened in a sentence with its article', async () => {
    const path = newPath();
    const store = await newStore(path);
    const { reference } = await confirmedBooking(store);
    expect(view(path, '81_経過')).toEqual([
      expect.objectContaining({
        予約番号: reference,
        できごと: '11月20日 10:12 返信を受け取り、予約が確定しました（第6条(3)）',
        だれの行いか: '求職者',
        日時: '2026-11-20 10:12（金）',
      }),
    ]);
  });

  it('of decisions says what to do, and shows the topic only while the request is open', async () => {
    const path = newPath();
    const store = await newStore(path);
    const open = await store.transact((tx) => {
      const items = { name: '山田 太郎', seekerNumber: '45010-2', phone: '0985', topic: TOPIC };
      return insertBooking(tx, draft({ state: 'requested', slot: null, items }));
    });
    const done = await confirmedBooking(store);
    for (const { id } of [open, done]) {
      const raisedAt = at('2026-11-24T09:00');
      const entry = { reason: 'short_notice', inboxId: null, outboxId: null, raisedAt } as const;
      await store.transact((tx) => raiseAttention(tx, { ...entry, bookingId: id }));
    }
    const [first, second] = view(path, '10_要確認');
    expect(first).toMatchObject({
      出た日時: '2026-11-24 09:00（火）',
      何があったか: '返信の期限まで時間がない申込みです。',
      予約の状態: '申込',
      相談内容: TOPIC,
    });
    expect(first?.次にすること).toContain('ボットからのメールに「確定」と理由を返信');
    expect(second).toMatchObject({ 予約の状態: '確定', 相談内容: null });
  });

  it('of the months holds nothing that tells who somebody is', async () => {
    const path = newPath();
    await confirmedBooking(await newStore(path));
    const [month] = view(path, '90_統計_月別');
    expect(JSON.stringify(month)).not.toMatch(/小林|45010|0984|@|[A-Z0-9]{4}-[A-Z0-9]{4}/);
    expect(month).toMatchObject({ 申込み: 1, '確定（相談はこれから）': 1, 無効: 0 });
  });

  it('of the months waits for no reply to a session booking, whose consent is older than itself', async () => {
    const path = newPath();
    const fixed = { channel: 'session', appliedAt: at('2026-11-27T10:30') } as const;
    await confirmedBooking(await newStore(path), fixed);
    const [month] = view(path, '90_統計_月別');
    expect(month).toMatchObject({ 相談の場: 1, '申込みから確定まで（平均、時間）': null });
  });

  it('of mails says what to do with a held and with a refused one', async () => {
    const path = newPath();
    const store = await newStore(path);
    await store.transact((tx) => addToOutbox(tx, outgoing(), 'held'));
    expect(view(path, '80_メール')).toEqual([
      expect.objectContaining({
        種類: '予約確定のお知らせ',
        状態: '送信の許可を待っています',
        次にすること: '管理者に uketsuke release を実行してもらってください。',
      }),
    ]);
  });

  it('of the terms counts who was sent which text', async () => {
    const path = newPath();
    const store = await newStore(path);
    const text = { sha256: 'ab'.repeat(32), label: '2025-03-11', text: '規約' };
    await store.transact((tx) => keepTerms(tx, text, at('2026-11-01T09:00')));
    await confirmedBooking(store, { termsSha256: text.sha256 });
    expect(view(path, '95_規約の版')).toEqual([
      expect.objectContaining({ '版（末尾の日付）': '2025-03-11', 送った予約の数: 1 }),
    ]);
  });

  it('of the terms counts who was told that they change, and the story names the version only', async () => {
    const path = newPath();
    const store = await newStore(path);
    const next = { sha256: 'cd'.repeat(32), label: '2026-01-05', text: '規約' };
    const { id } = await confirmedBooking(store);
    const told = {
      bookingId: id,
      type: 'terms_announced',
      actor: 'office',
      article: '13',
    } as const;
    await store.transact(async (tx) => {
      await keepTerms(tx, next, at('2026-11-20T10:12'));
      await addEvent(tx, {
        ...told,
        ...{ from: 'confirmed', to: 'confirmed', inboxId: null },
        ...{ at: at('2026-11-21T09:00'), recordedAt: at('2026-11-21T09:00') },
        detail: `${next.label} sha256:${next.sha256}`,
      });
    });
    expect(view(path, '95_規約の版')).toEqual([
      expect.objectContaining({
        送った予約の数: 0,
        そのうち続いている予約: 0,
        変わると知らせた予約の数: 1,
      }),
    ]);
    expect(view(path, '81_経過').at(-1)?.理由など).toBe('2026-01-05 の版');
  });

  it('of mails knows whom a refused one was for, and what was withdrawn', async () => {
    const path = newPath();
    const store = await newStore(path);
    const mails = [
      'seeker.notice.confirmed',
      'staff.notice.morning',
      'staff.notice.holidays',
    ] as const;
    const responses = ['550 no such user', '550 no such user', 'withdrawn: what it says is over'];
    for (const [i, kind] of mails.entries()) {
      const at1 = at('2026-11-24T09:00');
      const failed = {
        state: 'failed',
        replyCode: null,
        response: responses[i] ?? '',
        at: at1,
      } as const;
      await store.transact(async (tx) => {
        const mailId = await addToOutbox(tx, { ...outgoing(), kind, occasion: kind }, 'queued');
        await recordTry(tx, mailId ?? 0, failed);
      });
    }
    const rows = view(path, '80_メール').toReversed();
    expect(rows.map(({ 次にすること: todo }) => todo)).toEqual([
      'ご本人に電話で伝え、アドレスを確かめてください。',
      '窓口のアドレスと送信サーバーを、管理者に確かめてもらってください。',
      '',
    ]);
    expect(rows[2]?.状態).toBe('内容が古くなったので、送りませんでした');
  });

  it.runIf(hasClock)('of today means the day in Japan, wherever the machine stands', async () => {
    const path = newPath();
    const { reference } = await confirmedBooking(await newStore(path));
    const today = (now: string) => view(path, '30_今日', now).map((row) => row.予約番号);
    const tomorrow = (now: string) => view(path, '31_明日', now).map((row) => row.予約番号);
    // Midnight in Japan is 15:00 in UTC of the day before.
    expect([today('2026-12-02 14:59:59'), tomorrow('2026-12-02 14:59:59')]).toEqual([
      [],
      [reference],
    ]);
    expect([today('2026-12-02 15:00:01'), tomorrow('2026-12-02 15:00:01')]).toEqual([
      [reference],
      [],
    ]);
    expect(view(path, '30_今日', '2026-12-03 01:00:00')[0]).toMatchObject({
      時刻: '10:00',
      状態: '確定',
      次にすること: '件名に予約番号を書いたメールで「来談」か「不在」と送ってください。',
    });
  });

  it.runIf(hasClock)('of today shows the meeting that a booking has of its own', async () => {
    const path = newPath();
    const store = await newStore(path);
    await confirmedBooking(store);
    const shown = () => view(path, '30_今日', '2026-12-03 01:00:00')[0];
    expect(shown()).toMatchObject({ ZoomのミーティングID: null, パスコード: null });
    await store.transact((tx) =>
      tx
        .updateTable('booking')
        .set({ zoom_meeting_id: '812 3456 7890', zoom_passcode: '246810' })
        .execute(),
    );
    expect(shown()).toMatchObject({
      ZoomのミーティングID: '812 3456 7890',
      パスコード: '246810',
    });
    const copy = newPath();
    writeViewingCopy(path, copy, { madeAt: '2026-12-03T09:00:00+09:00', readableBy: 'owner' });
    expect(readFileSync(copy).includes('246810')).toBe(false);
    expect(view(copy, '30_今日', '2026-12-03 01:00:00')[0]).toMatchObject({
      ZoomのミーティングID: '812 3456 7890',
      パスコード: '（写しにはありません）',
    });
  });
});

describe('the views', () => {
  it('have words for every event, reason, state and kind of mail', () => {
    const all = VIEWS.map(({ select }) => select).join('\n');
    const codes = [...LIFECYCLE_EVENTS, ...ATTENTION_REASONS, ...BOOKING_STATES, ...MAIL_KINDS];
    expect(codes.filter((code) => !all.includes(`when '${code}' then '`))).toEqual([]);
  });

  it('are made anew as a set where one was changed or is missing, and not touched otherwise', async () => {
    const path = newPath();
    const store = await newStore(path);
    await store.close();
    const file = beside(path);
    const ddl = () => file.prepare("select sql from sqlite_schema where type = 'view'").all();
    const before = ddl();
    const version = () => file.pragma('schema_version', { simple: true });
    const untouched = version();
    await (await openStore(path)).close();
    expect(version()).toBe(untouched);
    file.exec('drop view "30_今日"; create view "10_古い" as select 1');
    file.exec('create view "係の控え" as select 1');
    await (await openStore(path)).close();
    file.exec('drop view "係の控え"');
    expect(ddl()).toEqual(before);
  });

  it('and the number of the newest migration are in the file', async () => {
    const path = newPath();
    await newStore(path);
    expect(beside(path).pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  });

  it('that an office looks at all day ask an index, not the whole table', async () => {
    const path = newPath();
    await newStore(path);
    const plan = (name: string) =>
      new Sqlite(path)
        .prepare<[], { detail: string }>(`explain query plan select * from "${name}"`)
        .all()
        .map(({ detail }) => detail)
        .filter((step) => /^(SCAN|SEARCH)/.test(step));
    expect(plan('30_今日')).toEqual([
      'SEARCH b USING INDEX booking_slot_once (slot_start_at>? AND slot_start_at<?)',
    ]);
    expect(plan('20_返信待ち')).toEqual([
      'SEARCH b USING INDEX booking_reply_due (state=? AND reply_by>?)',
      'SEARCH o USING INDEX outbox_once (booking_id=? AND kind=?)',
      'SEARCH a USING INDEX attention_by_booking (booking_id=?)',
    ]);
    expect(plan('10_要確認')).toEqual([
      'SCAN a USING INDEX attention_open',
      'SEARCH b USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
    ]);
    expect(plan('70_次回予約')).toEqual([
      'SCAN b USING INDEX booking_next_session',
      'SEARCH o USING INDEX outbox_once (booking_id=?)',
    ]);
    // These two indexes hold only what the view lists.
    const scans = VIEWS.filter(({ name }) => /^[1-7]/.test(name))
      .flatMap(({ name }) => plan(name))
      .filter((step) => /^SCAN/.test(step));
    expect([...new Set(scans)]).toEqual([
      'SCAN a USING INDEX attention_open',
      'SCAN b USING INDEX booking_next_session',
    ]);
  });
});

describe('a hand in the file', () => {
  it.each([
    ['confirms', "update booking set state = 'confirmed'", '予約の状態や日時は'],
    ['cancels', "update booking set state = 'cancelled'", '予約の状態や日時は'],
    ['moves', "update booking set slot_start_at = '2026-12-03T11:00:00+09:00'", '予約の状態や'],
    ['removes a booking', 'delete from booking', '予約は、この画面では消せません'],
    ['copies a booking', 'insert into booking select * from booking', 'この画面では作れません'],
    [
      'replaces a booking',
      'insert or replace into booking select * from booking',
      'この画面では作れません',
    ],
    ['adds to a story', 'insert into event select * from event', '書き足せません'],
    ['marks itself as the program for good', 'insert into writing values (2)', 'CHECK'],
  ])('that %s is refused in plain words', async (_name, statement, words) => {
    const path = newPath();
    await confirmedBooking(await newStore(path));
    expect(() => beside(path).exec(statement)).toThrow(words);
  });

  it('never sees the mark by which the program is known', async () => {
    const path = newPath();
    const store = await newStore(path);
    await confirmedBooking(store);
    expect(await store.read.selectFrom('writing').selectAll().execute()).toEqual([]);
  });
});
