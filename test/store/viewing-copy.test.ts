/**
 * The copy for looking: the same views with the same answers, nothing in it that a viewer does not
 * need, safe on a share, and replaced whoever looks at it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { raiseAttention } from '../../src/store/attention.ts';
import { insertBooking } from '../../src/store/bookings.ts';
import { addEvent } from '../../src/store/events.ts';
import { recordMail } from '../../src/store/inbox.ts';
import { recordPoll } from '../../src/store/mailbox.ts';
import { addToOutbox } from '../../src/store/outbox.ts';
import { keepTerms } from '../../src/store/terms.ts';
import { replaceCopy, secondName } from '../../src/store/viewing-copy/replace.ts';
import { writeViewingCopy } from '../../src/store/viewing-copy.ts';
import { VIEWS } from '../../src/store/views.ts';
import { at, japan } from '../domain/booking-samples.ts';
import {
  cleanUpAfterEach,
  draft,
  newFolder,
  newPath,
  newStore,
  outgoing,
  received,
} from './store-samples.ts';

cleanUpAfterEach();

const TOPIC = '夜勤明けの秘密の悩み';
const MADE = { madeAt: '2026-11-24T09:05:00+09:00', readableBy: 'owner' } as const;

/** An office with something in every table that a view reads. */
async function office() {
  const path = newPath();
  const store = await newStore(path);
  const now = at('2026-11-24T09:00');
  await store.transact(async (tx) => {
    await keepTerms(tx, { sha256: 'ab'.repeat(32), label: '2025-03-11', text: '規約' }, now);
    const raw = Buffer.from(`Subject: x\r\n\r\n${TOPIC}\r\n`);
    const mail = await recordMail(tx, received({ raw }), 'received');
    const items = { name: '小林 花子', seekerNumber: '45010-1', phone: '0984', topic: TOPIC };
    const slots = ['2026-12-03T10:00', '2026-12-04T10:00'].map((start) => japan(start));
    for (const start of slots) {
      const booking = await insertBooking(tx, draft({ items, slot: { start, lane: 'A' } }));
      await addEvent(tx, {
        bookingId: booking.id,
        at: now,
        recordedAt: now,
        type: 'requested',
        from: null,
        to: 'awaiting_reply',
        article: '6(2)',
        actor: 'seeker',
        inboxId: mail.id,
        detail: null,
      });
      const { message } = outgoing();
      const text = `本文 ${TOPIC}`;
      await addToOutbox(
        tx,
        outgoing({ bookingId: booking.id, message: { ...message, text } }),
        'held',
      );
      const entry = { reason: 'short_notice', inboxId: mail.id, outboxId: null } as const;
      await raiseAttention(tx, { ...entry, bookingId: booking.id, raisedAt: now });
    }
    await recordPoll(tx, { beganAt: now, endedAt: now, mails: 1 });
  });
  return { path, copy: join(newFolder(), '閲覧用.sqlite') };
}

function rowsOf(path: string, view: string): Record<string, unknown>[] {
  const file = new DatabaseSync(path, { readOnly: true });
  try {
    return file.prepare(`select * from "${view}"`).all();
  } finally {
    file.close();
  }
}

describe('the copy for looking', () => {
  it.each(VIEWS.map(({ name }) => name))('answers %s like the live file', async (view) => {
    const { path, copy } = await office();
    writeViewingCopy(path, copy, MADE);
    const live = rowsOf(path, view).map((row) =>
      '相談内容' in row ? { ...row, 相談内容: null } : row,
    );
    expect(rowsOf(copy, view)).toEqual(live);
    expect(live.length > 0 || /^(30|31|40|50|60|70)_/.test(view)).toBe(true);
  });

  it('holds no 相談内容, no text of a mail, no raw mail and no Message-ID', async () => {
    const { path, copy } = await office();
    writeViewingCopy(path, copy, MADE);
    const bytes = readFileSync(copy).toString('utf8');
    expect(bytes).toContain('小林 花子');
    expect(bytes).not.toMatch(new RegExp(`${TOPIC}|本文 |one@mail.example.jp|office.example.jp>`));
  });

  it('says of when it is', async () => {
    const { path, copy } = await office();
    writeViewingCopy(path, copy, MADE);
    const [row] = rowsOf(copy, '01_この写し');
    expect(row?.作った日時).toMatch(/^2026-11-24 09:05（火）　/);
  });

  it('needs no file beside it, and can be written by nobody', async () => {
    const { path, copy } = await office();
    writeViewingCopy(path, copy, MADE);
    // File format versions 1 and 1: no WAL (sqlite.org/fileformat2.html, offsets 18 and 19).
    expect([...readFileSync(copy).subarray(18, 20)]).toEqual([1, 1]);
    expect(statSync(copy).mode & 0o777).toBe(0o400);
    expect(
      [`${copy}-wal`, `${copy}-shm`, `${copy}-journal`].filter((name) => existsSync(name)),
    ).toEqual([]);
  });

  it.each([
    ['owner', 0o400],
    ['group', 0o440],
    ['everyone', 0o444],
  ] as const)('is read by whom the office lets read it: %s', async (readableBy, mode) => {
    const { path, copy } = await office();
    writeViewingCopy(path, copy, { ...MADE, readableBy });
    expect(statSync(copy).mode & 0o777).toBe(mode);
  });

  it('says of every column what it holds', async () => {
    const { path, copy } = await office();
    writeViewingCopy(path, copy, MADE);
    const file = new DatabaseSync(copy, { readOnly: true });
    const tables = file.prepare("select sql from sqlite_schema where type = 'table'").all();
    file.close();
    const lines = tables.flatMap(({ sql }) => String(sql).split('\n').slice(0, -1));
    expect(lines.length).toBeGreaterThan(80);
    expect(lines.filter((line) => !/ -- .*[ぁ-んァ-ヶ一-龠]/.test(line))).toEqual([]);
  });

  it('refuses an edit in plain words, also where the file system would let it through', async () => {
    const { path, copy } = await office();
    writeViewingCopy(path, copy, MADE);
    const own = join(dirname(copy), 'own.sqlite');
    writeFileSync(own, readFileSync(copy));
    const file = new DatabaseSync(own);
    for (const edit of [
      "update booking set name = 'x'",
      'delete from event',
      'insert into poll values (9, 9)',
    ]) {
      expect(() => file.exec(edit)).toThrow(
        '見るための写しです。ここで直しても、予約は変わりません。',
      );
    }
    file.close();
  });

  it('is replaced while another process reads it, and that one reads on undisturbed', async () => {
    const { path, copy } = await office();
    writeViewingCopy(path, copy, MADE);
    const script = `
      const file = new (require('node:sqlite').DatabaseSync)(process.argv[1], { readOnly: true });
      file.exec('begin');
      process.stdin.on('data', (query) => {
        process.stdout.write(String(Object.values(file.prepare(String(query)).get())[0]));
      });
      process.stdin.on('end', () => file.close());`;
    const viewer = spawn(process.execPath, ['-e', script, copy], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const answer = async (query: string) => {
      viewer.stdin.write(query);
      const [words] = (await once(viewer.stdout, 'data')) as [Buffer];
      return words.toString().trim();
    };
    expect(await answer('select count(*) from booking')).toBe('2');
    writeViewingCopy(path, `${copy}.part`, {
      ...MADE,
      madeAt: '2026-11-24T09:10:00+09:00',
    });
    expect(replaceCopy(`${copy}.part`, copy)).toBe('in_place');
    expect(await answer('select made_at from viewing_copy')).toBe(MADE.madeAt);
    viewer.stdin.end();
    await once(viewer, 'exit');
    expect(rowsOf(copy, '01_この写し')[0]?.作った日時).toMatch(/09:10/);
  });
});

describe('where a viewer keeps the file from being replaced, as Windows does', () => {
  const refusing =
    (...held: string[]) =>
    (from: string, to: string): void => {
      if (held.includes(to)) throw Object.assign(new Error('held'), { code: 'EPERM' });
      writeFileSync(to, readFileSync(from));
    };

  function files() {
    const file = join(newFolder(), '閲覧用.sqlite');
    writeFileSync(file, 'old');
    writeFileSync(`${file}.part`, 'new');
    return { file, part: `${file}.part`, second: secondName(file) };
  }

  it('the fresh copy goes beside it, until the first name is free again', () => {
    const { file, part, second } = files();
    expect(replaceCopy(part, file, refusing(file))).toBe('beside');
    expect([readFileSync(file, 'utf8'), readFileSync(second, 'utf8')]).toEqual(['old', 'new']);
    writeFileSync(part, 'newer');
    expect(replaceCopy(part, file)).toBe('in_place');
    expect(readFileSync(file, 'utf8')).toBe('newer');
    expect(existsSync(second)).toBe(false);
  });

  it('and both are held, the next round tries again, and nothing is left lying about', () => {
    const { file, part, second } = files();
    expect(replaceCopy(part, file, refusing(file, second))).toBe('busy');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect([part, second].filter((name) => existsSync(name))).toEqual([]);
  });
});
