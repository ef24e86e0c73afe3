/**
 * The counselors' morning: one list at a quarter past eight of every office day, with what is
 * today, what waits, what failed; and the warning that the known holidays end.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, MISAKI, TARO } from '../../src/demo/people.ts';
import { lastMailTo, outbox } from '../support/look.ts';
import { type PlayedRelay, startPlayedRelay } from '../support/relay.ts';
import { COUNSELOR, OFFICE, type Played, playOffice, requestForm } from '../support/world.ts';

const LIST = 'staff.notice.morning';
let played: Played;
let relay: PlayedRelay | null = null;
afterEach(async () => {
  await played.end();
  await relay?.stop();
  relay = null;
});

const lists = async () => (await outbox(played)).filter(({ kind }) => kind === LIST);
const ask = (person: typeof HANAKO, number: string, wish: string) =>
  played.write(person, requestForm({ name: person.name, number, wish, topic: '印の相談内容' }));

describe('the list', () => {
  test('comes at 8:15 of office days, once, and says so where there is nothing', async () => {
    played = await playOffice({ start: '2025-11-27T09:00' });
    await played.at('2025-11-28T08:14:59');
    expect(await lists()).toEqual([]);
    await played.at('2025-11-28T08:15');
    await played.restart();
    await played.at('2025-11-28T09:00');
    expect(await lists()).toHaveLength(1);
    expect((await lists())[0]?.text).toContain('今日の相談はありません。');
    await played.at('2025-11-29T08:15');
    await played.at('2025-11-30T08:15');
    expect(await lists()).toHaveLength(1);
    await played.at('2025-12-01T13:00');
    expect(await lists()).toHaveLength(2);
    await played.at('2025-12-02T17:15');
    expect(await lists()).toHaveLength(2);
  });

  test('an empty one is left out where the office wishes so, and does not come later in the day', async () => {
    const reminders = { morningListWhenEmpty: 'skip' };
    played = await playOffice({ start: '2025-11-27T09:00', config: { reminders } });
    await played.at('2025-11-28T08:15');
    await ask(HANAKO, '45010-99999999', '12月3日 10:00');
    await played.at('2025-11-28T09:00');
    expect(await lists()).toEqual([]);
    await played.at('2025-12-01T08:15');
    expect(await lists()).toHaveLength(1);
  });

  test('is not written for the day on which the program is first started', async () => {
    played = await playOffice();
    await played.at('2025-11-25T10:00');
    expect(await lists()).toEqual([]);
  });

  test('holds sessions, matters, attendance and failures, and no 相談内容', async () => {
    played = await playOffice({
      config: async (servers) => {
        relay = await startPlayedRelay(servers);
        return { smtp: { host: '127.0.0.1', port: relay.port, tls: 'none', from: OFFICE } };
      },
    });
    await ask(HANAKO, '45010-10000001', '12月2日 10:00');
    await played.answer(HANAKO, 'はい');
    await ask(MISAKI, '45010-10000003', '12月4日 10:00');
    await played.answer(MISAKI, '承知しました。当日は通訳が同席します。');
    await played.at('2025-12-02T10:10');
    await played.at('2025-12-03T08:15');
    relay?.failAt('rcpt', { replyCode: 550, text: '5.1.1 unknown user' }, JUN.address);
    await ask(JUN, '45010-10000004', '12月9日 10:00');
    await ask(TARO, '45010-99999999', '12月8日 10:00');
    await played.at('2025-12-04T08:15');
    const { subject, text } = await lastMailTo(played, COUNSELOR.address);
    expect(subject).toBe('【朝の一覧】2025年12月4日（木）の相談は1件です');
    expect(text).not.toContain('印の相談内容');
    const places = [
      '■ 今日の相談\n・10時00分 佐藤 美咲 様\n  担当: 職業相談部門 1番窓口\n  電話: 090-0000-0001\n  同席: 通訳\n',
      '■ 判断を待っているもの',
      '名簿にない求職番号での申込みです。\n  氏名: 山田 太郎\n',
      '■ 届かなかったメール',
      '規約と日時のメールが届きませんでした。\n  氏名: 鈴木 潤\n',
      '■ 出欠未入力',
      '・2025年12月2日（火）10時00分 小林 花子 様\n',
    ].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('repeats an open decision until it is made, and what is only to be read once', async () => {
    played = await playOffice({ start: '2025-11-25T09:00' });
    await ask(TARO, '45010-99999999', '12月8日 10:00');
    await ask(HANAKO, '45010-10000001', '12月8日 11:00');
    await played.answer(HANAKO, '不在です。', { headers: ['Auto-Submitted: auto-replied'] });
    const held = async (day: string) => {
      await played.at(`${day}T08:15`);
      const { text } = await lastMailTo(played, COUNSELOR.address);
      return [text.includes('名簿にない求職番号'), text.includes('自動で送られたメール')];
    };
    expect(await held('2025-11-26')).toEqual([true, true]);
    expect(await held('2025-11-27')).toEqual([true, false]);
    const alert = (await outbox(played)).find(({ kind }) => kind === 'staff.action.decide');
    if (!alert) throw new Error('no alert');
    const answers = { messageId: alert.message_id, subject: alert.subject, text: alert.text };
    await played.write(COUNSELOR, '取消 登録がない', { answers });
    expect(await held('2025-11-28')).toEqual([false, false]);
  });

  test('one that could not leave on its day is not sent on the next', async () => {
    played = await playOffice({
      config: async (servers) => {
        relay = await startPlayedRelay(servers);
        return { smtp: { host: '127.0.0.1', port: relay.port, tls: 'none', from: OFFICE } };
      },
    });
    relay?.failAt('connect', 'drop');
    await played.at('2025-11-26T08:15');
    relay?.heal();
    await played.at('2025-11-27T08:15');
    expect((await lists()).map(({ state }) => state)).toEqual(['failed', 'sent']);
  });
});

describe('the end of the known holidays (23 November 2050)', () => {
  const warnings = async () =>
    (await outbox(played)).filter(({ kind }) => kind === 'staff.notice.holidays');

  test('is told ninety days before, once, and repeated in the list', async () => {
    played = await playOffice({ start: '2050-08-24T12:00' });
    await played.service.settle();
    expect(await warnings()).toEqual([]);
    await played.at('2050-08-25T09:00');
    await played.at('2050-08-26T09:00');
    await played.restart();
    await played.service.settle();
    expect(await warnings()).toHaveLength(1);
    expect((await warnings())[0]).toMatchObject({ to_address: COUNSELOR.address, state: 'sent' });
    expect((await lists()).at(-1)?.text).toContain(
      '祝日のデータは、2050年11月23日（水）で終わります。',
    );
  });

  test('the days are a setting', async () => {
    played = await playOffice({
      start: '2050-11-12T12:00',
      config: { reminders: { holidayWarningDays: 10 } },
    });
    await played.service.settle();
    expect(await warnings()).toEqual([]);
    await played.at('2050-11-13T12:00');
    expect(await warnings()).toHaveLength(1);
  });
});
