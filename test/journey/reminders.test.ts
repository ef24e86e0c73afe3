/**
 * What the office says by itself on the day before: the nudge, the reminder, each once, and none
 * that has been overtaken, also where it had been written already (requirements, section 3).
 */
import { afterEach, describe, expect, test } from 'vitest';
import { HANAKO } from '../../src/demo/people.ts';
import { releaseHeld } from '../../src/store/outbox.ts';
import { lastMailTo, outbox } from '../support/look.ts';
import { type PlayedRelay, startPlayedRelay } from '../support/relay.ts';
import { COUNSELOR, OFFICE, type Played, playOffice, requestForm } from '../support/world.ts';

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
});
const NUDGE = 'seeker.action.nudge';
const REMINDER = 'seeker.notice.reminder';

let played: Played;
let relay: PlayedRelay | null = null;
afterEach(async () => {
  await played.end();
  await relay?.stop();
  relay = null;
});

const play = async (config: Record<string, unknown> = {}, start?: string) => {
  played = await playOffice({ config, ...(start ? { start } : {}) });
};
const playOnRelay = async () => {
  played = await playOffice({
    config: async (servers) => {
      relay = await startPlayedRelay(servers);
      return { smtp: { host: '127.0.0.1', port: relay.port, tls: 'none', from: OFFICE } };
    },
  });
};
const count = async (kind: string) =>
  (await outbox(played)).filter((mail) => mail.kind === kind).length;
const sent = async (kind: string) =>
  (await outbox(played)).filter((mail) => mail.kind === kind && mail.state === 'sent').length;
/** A counselor's word about the booking, by an answer to the newest mail about it. */
const counselorSays = async (words: string) => {
  const [first] = await outbox(played);
  const mail = await played.newestTo(HANAKO.address);
  if (!first || !mail) throw new Error('no mail about the booking');
  await played.write(COUNSELOR, words, { answers: mail });
};

describe('the nudge', () => {
  test('comes once, at noon of the day before, and its answer confirms', async () => {
    await play();
    await played.write(HANAKO, HANAKO_ASKS);
    await played.at('2025-12-02T11:59:59');
    expect(await count(NUDGE)).toBe(0);
    await played.at('2025-12-02T12:00');
    await played.at('2025-12-02T12:01');
    await played.restart();
    await played.at('2025-12-02T15:00');
    expect(await sent(NUDGE)).toBe(1);
    const mail = await lastMailTo(played, HANAKO.address);
    expect(mail.text).toContain('返信の期限は、2025年12月2日（火）23時59分です。');
    await played.answer(HANAKO, 'はい');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('is not for a terms mail that left less than twelve hours before', async () => {
    await play({}, '2025-12-02T00:30');
    await played.write(HANAKO, HANAKO_ASKS);
    await played.at('2025-12-02T12:00');
    await played.at('2025-12-02T20:00');
    expect(await count(NUDGE)).toBe(0);
  });

  test('is not for whom has answered, though a counselor has yet to read it', async () => {
    await play();
    await played.write(HANAKO, HANAKO_ASKS);
    await played.answer(HANAKO, '今回は遠慮します。');
    expect(await played.states()).toEqual(['awaiting_reply']);
    await played.at('2025-12-02T12:00');
    expect(await count(NUDGE)).toBe(0);
  });

  test('is not for an answer that arrived while the program was down', async () => {
    await play();
    await played.write(HANAKO, HANAKO_ASKS);
    const answers = await played.newestTo(HANAKO.address);
    await played.pause();
    played.clock.set('2025-12-02T11:00');
    if (answers) await played.drop(HANAKO, 'はい', { answers });
    played.clock.set('2025-12-02T13:00');
    await played.resume();
    await played.at('2025-12-02T13:01');
    expect(await played.states()).toEqual(['confirmed']);
    expect(await count(NUDGE)).toBe(0);
  });

  test('that waited for a relay is withdrawn once the answer is there', async () => {
    await playOnRelay();
    await played.write(HANAKO, HANAKO_ASKS);
    const answers = await played.newestTo(HANAKO.address);
    relay?.failAt('connect', 'drop');
    await played.at('2025-12-02T12:00');
    expect(await count(NUDGE)).toBe(1);
    if (answers) await played.write(HANAKO, 'はい', { answers });
    relay?.heal();
    await played.at('2025-12-02T16:00');
    expect(await played.states()).toEqual(['confirmed']);
    expect(await sent(NUDGE)).toBe(0);
    expect(await sent('seeker.notice.confirmed')).toBe(1);
    expect(await played.openReasons()).toEqual([]);
  });
});

describe('the reminder', () => {
  const confirm = async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.answer(HANAKO, 'はい');
    expect(await played.states()).toEqual(['confirmed']);
  };

  test('comes once, at five of the day before, with Zoom ID and check list', async () => {
    await play();
    await confirm();
    await played.at('2025-12-02T16:59:59');
    expect(await count(REMINDER)).toBe(0);
    await played.at('2025-12-02T17:00');
    await played.at('2025-12-02T17:01');
    await played.restart();
    await played.at('2025-12-03T09:00');
    expect(await sent(REMINDER)).toBe(1);
    expect(await count(NUDGE)).toBe(0);
    const { text } = await lastMailTo(played, HANAKO.address);
    expect(text).toContain('2025年12月3日（水）10時00分から30分間です。');
    expect(text).toContain('ミーティングID 000 1111 2222\nパスコード 123456\n');
    for (const point of [
      'Zoomのアプリ',
      '通信が安定',
      'OSのサポート',
      'ファイアウォール',
      'ブラウザ',
    ]) {
      expect(text).toContain(point);
    }
    expect(text).not.toContain('応募書類');
  });

  test('is not for whom is not confirmed', async () => {
    await play();
    await played.write(HANAKO, HANAKO_ASKS);
    await played.at('2025-12-02T17:00');
    expect(await count(REMINDER)).toBe(0);
  });

  test('is not for whom was confirmed after five and has just been told all of it', async () => {
    await play();
    await played.write(HANAKO, HANAKO_ASKS);
    await played.at('2025-12-02T17:30');
    await played.answer(HANAKO, 'はい');
    await played.at('2025-12-02T18:00');
    expect(await count(REMINDER)).toBe(0);
  });

  test.each([
    ['2025-12-02T20:00', 1],
    ['2025-12-03T09:59:59', 1],
    ['2025-12-03T10:00', 0],
    ['2025-12-03T10:05', 0],
  ])('by a program that was down at five and comes up at %s: %d', async (comesUp, expected) => {
    await play();
    await confirm();
    await played.pause();
    played.clock.set(comesUp);
    await played.resume();
    await played.service.settle();
    expect(await sent(REMINDER)).toBe(expected);
  });

  test.each<[string, (() => Promise<void>) | null, string]>([
    ['the booking was cancelled', () => counselorSays('取消 電話連絡'), '2025-12-02T18:00'],
    ['the session has begun', null, '2025-12-03T10:00'],
  ])('that waited for a relay is withdrawn where %s', async (_, happens, healedAt) => {
    await playOnRelay();
    await confirm();
    relay?.failAt('connect', 'drop');
    await played.at('2025-12-02T17:00');
    expect(await count(REMINDER)).toBe(1);
    await happens?.();
    relay?.heal();
    await played.at(healedAt);
    await played.at('2025-12-03T10:20');
    expect(await sent(REMINDER)).toBe(0);
    expect(await count(REMINDER)).toBe(1);
  });

  test('follows a booking that was moved to its new day', async () => {
    await play();
    await confirm();
    await counselorSays('変更 12/5 14:00');
    await played.at('2025-12-02T17:00');
    expect(await count(REMINDER)).toBe(0);
    await played.at('2025-12-04T17:00');
    expect(await sent(REMINDER)).toBe(1);
    const { text } = await lastMailTo(played, HANAKO.address);
    expect(text).toContain('2025年12月5日（金）14時00分から30分間です。');
  });

  test('is not repeated for a booking that was moved within its day after it', async () => {
    await play();
    await confirm();
    await played.at('2025-12-02T17:00');
    await counselorSays('変更 12/3 15:00');
    await played.at('2025-12-02T18:00');
    expect((await lastMailTo(played, HANAKO.address)).kind).toBe('seeker.notice.rescheduled');
    expect(await count(REMINDER)).toBe(1);
  });

  test('that waited for an admin’s release is withdrawn where the session has begun', async () => {
    await play({ sendMode: 'hold' });
    await played.write(HANAKO, HANAKO_ASKS);
    const release = () => played.office.store.transact((tx) => releaseHeld(tx, null));
    await release();
    await played.at('2025-11-25T10:00');
    await played.answer(HANAKO, 'はい');
    await release();
    await played.at('2025-12-02T17:00');
    expect(await count(REMINDER)).toBe(1);
    played.clock.set('2025-12-03T10:01');
    await release();
    await played.service.settle();
    expect(await sent(REMINDER)).toBe(0);
    expect(await sent('seeker.notice.confirmed')).toBe(1);
  });
});

test('the times are settings, and null keeps a mail from being written', async () => {
  await play({ reminders: { nudgeAt: '09:30', dayBeforeAt: null } });
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-12-02T09:30');
  expect(await sent(NUDGE)).toBe(1);
  await played.answer(HANAKO, 'はい');
  await played.at('2025-12-02T17:00');
  expect(await count(REMINDER)).toBe(0);
});
