/**
 * Notices of a booking site (6(2) ただし, 6(3) ただし, 6(6)): confirmed at receipt, the slot held, no
 * reply asked; a cancellation frees the slot; what cannot be read or clashes is a counselor's
 * matter.
 */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, type Person } from '../../src/demo/people.ts';
import { bookings, events, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const example = new URL('../../config.example.json', import.meta.url);
const { bookingSite } = JSON.parse(readFileSync(example, 'utf8'));

const SITE: Person = { name: '予約サイト', address: 'yoyaku@site.example.jp' };
const OTHER_SITE: Person = { name: '予約受付', address: 'no-reply@reserve.example.com' };
const NOT_A_PERSON = ['Auto-Submitted: auto-generated', 'Precedence: bulk'];

let played: Played;
beforeEach(async () => {
  played = await playOffice({ config: { bookingSite } });
});
afterEach(() => played.end());

interface Notice {
  name?: string;
  number?: string;
  when?: string;
  reference?: string;
}

const HERS = { name: '小林 花子', number: '45010-10000001' };
const HIS = { name: '鈴木 潤', number: '45010-10000004' };
const WHEN = '2025年12月3日（水）10：00～10：30';

/** The first format of config.example.json. */
function notice(heading: string, { name, number, when = WHEN, reference = 'A-1001' }: Notice) {
  return [
    `${name} 様`,
    '',
    `このたびはご利用ありがとうございます。${heading}いたしました。`,
    '',
    `予約番号：${reference}`,
    `予約日時：${when}`,
    'メニュー：オンライン職業相談（30分）',
    `お名前：${name ? `${name} 様` : ''}`,
    `求職番号：${number}`,
    '電話番号：090-0000-0001',
    'ご相談内容：応募書類の書き方について',
    '',
    '----------',
    'このメールは送信専用です。ご返信いただいてもお答えできません。',
    '予約の変更とキャンセルは、マイページから行ってください。',
  ].join('\n');
}

const booked = (told: Notice = HERS) =>
  played.write(SITE, notice('ご予約を承り', { ...HERS, ...told }), {
    subject: '【予約完了】オンライン職業相談のご予約',
    headers: NOT_A_PERSON,
  });
const cancelled = (told: Notice = HERS) =>
  played.write(SITE, notice('ご予約の取り消しを承り', { ...HERS, ...told }), {
    subject: '【予約キャンセル】オンライン職業相談のご予約',
    headers: NOT_A_PERSON,
  });
const hers = (wish = '12月3日 10:00') => requestForm({ ...HERS, wish });
const his = (wish = '12月3日 10:00') => requestForm({ ...HIS, wish });

describe('a notice of a booking', () => {
  test('is a confirmed booking at once, with its five items, and we write to nobody', async () => {
    await booked();
    expect(await onlyBooking(played)).toMatchObject({
      state: 'confirmed',
      channel: 'site',
      name: '小林 花子',
      seeker_number: '45010-10000001',
      phone: '090-0000-0001',
      topic: '応募書類の書き方について',
      slot_start_at: '2025-12-03T10:00:00+09:00',
      registered_address: HANAKO.address,
      reply_by: null,
    });
    expect(await events(played)).toEqual([
      expect.objectContaining({ type: 'site_booked', article: '6(3)', from_state: null }),
    ]);
    expect(await played.kindsTo(HANAKO.address)).toEqual([]);
    expect(await played.kindsTo(SITE.address)).toEqual([]);
    expect(await played.kindsTo(COUNSELOR.address)).toEqual([]);
  });

  test('is never void: no reply is asked', async () => {
    await booked();
    for (const time of ['02T12:00', '03T00:02', '03T10:11']) await played.at(`2025-12-${time}`);
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('is reminded of the day before at the registered address, and of whom the register does not know nobody is', async () => {
    await booked();
    await booked({
      number: '45010-99999999',
      name: '見知 良人',
      when: '2025年12月3日（水）11：00～11：30',
      reference: 'A-1002',
    });
    await played.at('2025-12-02T16:59');
    expect(await played.kindsTo(HANAKO.address)).toEqual([]);
    await played.at('2025-12-02T17:00');
    await played.at('2025-12-02T17:30');
    expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.notice.reminder']);
    const seekers = (await outbox(played)).filter(({ kind }) => kind.startsWith('seeker.'));
    expect(seekers).toHaveLength(1);
    expect(await played.states()).toEqual(['confirmed', 'confirmed']);
  });

  test('holds its slot against a request by mail', async () => {
    await booked();
    await played.write(JUN, his());
    expect(await played.kindsTo(JUN.address)).toEqual(['seeker.action.offer']);
  });

  test('that comes twice is one booking', async () => {
    await booked();
    await played.at('2025-11-25T10:00');
    await booked();
    await played.at('2025-11-25T11:00');
    await booked({ reference: '' });
    expect(await played.states()).toEqual(['confirmed']);
    expect(await played.openReasons()).toEqual([]);
  });

  test('of a second format is read as well, with its values below their labels', async () => {
    const text = [
      '新しい予約が入りました。',
      '',
      '■ 受付No',
      '20251125-77',
      '■ 日時',
      '2025/12/03(水) 10:00 - 10:30',
      '■ 氏名',
      '鈴木 潤（スズキ ジュン）',
      '■ 求職番号',
      '45010-10000004',
      '■ 電話',
      '09000000004',
      '■ 相談内容',
      '警備の仕事を探しています。',
      '夜勤でもかまいません。',
      '',
      '(c) 予約受付システム',
    ].join('\n');
    await played.write(OTHER_SITE, text, { subject: '新規予約のお知らせ', headers: NOT_A_PERSON });
    expect(await onlyBooking(played)).toMatchObject({
      state: 'confirmed',
      channel: 'site',
      seeker_number: '45010-10000004',
      phone: '090-0000-0004',
      slot_start_at: '2025-12-03T10:00:00+09:00',
      topic: '警備の仕事を探しています。\n夜勤でもかまいません。',
    });
  });

  test('for what the same person asked by mail confirms that booking', async () => {
    await played.write(HANAKO, hers());
    expect(await played.states()).toEqual(['awaiting_reply']);
    await booked();
    expect(await onlyBooking(played)).toMatchObject({ state: 'confirmed', channel: 'mail' });
    await cancelled();
    expect(await played.states()).toEqual(['cancelled']);
  });

  test.each([
    ['an unknown number', { number: '45010-99999999' }, '名簿にない求職番号です。'],
    ['another name', { name: '別所 一郎' }, '名簿の氏名と合いません。'],
    ['a Saturday', { when: '2025年12月6日（土）10：00～10：30' }, '相談を入れない日時の予約です。'],
    ['no name', { name: '' }, '氏名を読み取れません。'],
  ])('with %s stands, and a counselor has it to check', async (_, told, why) => {
    await booked(told);
    expect(await played.states()).toEqual(['confirmed']);
    expect(await played.openReasons()).toEqual(['site_check']);
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain(why);
  });

  test.each([
    ['no date', 'マイページでご確認ください'],
    ['a date in doubt', '2025年12月3日（金）10：00～'],
    ['a day alone', '2025年12月3日'],
    ['a past date', '2025年11月20日（木）10：00～10：30'],
  ])('with %s is no booking but a counselor’s matter', async (_, when) => {
    await booked({ when });
    expect(await played.states()).toEqual([]);
    expect(await played.openReasons()).toEqual(['site_unreadable']);
  });
});

describe('a clash', () => {
  test('goes to a counselor at once with both named, and the site’s booking stays in sight', async () => {
    await played.write(JUN, his());
    await booked();
    const [mails, sites] = await bookings(played);
    expect(mails).toMatchObject({ state: 'awaiting_reply', channel: 'mail' });
    expect(sites).toMatchObject({ state: 'requested', channel: 'site', slot_start_at: null });
    expect(await played.openReasons()).toEqual(['site_clash']);
    const { text } = await lastMailTo(played, COUNSELOR.address);
    for (const named of [mails?.reference, '鈴木 潤', '小林 花子', '090-0000-0001']) {
      expect(text).toContain(named);
    }
    await played.at('2025-12-03T00:02');
    expect((await played.states())[1]).toBe('requested');
  });

  test('ends by 変更 of the one and 確定 of the other', async () => {
    await played.write(JUN, his());
    await booked();
    const [mails, sites] = await bookings(played);
    const say = (words: string, reference = '') =>
      played.write(COUNSELOR, words, { subject: `予約番号 ${reference}` });
    await say('確定 電話で確認', sites?.reference);
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain(
      'もうほかの予約があります',
    );
    await say('変更 12/4 10:00', mails?.reference);
    await say('確定 電話で確認', sites?.reference);
    expect((await bookings(played))[1]).toMatchObject({
      state: 'confirmed',
      slot_start_at: '2025-12-03T10:00:00+09:00',
    });
    expect(await played.kindsTo(HANAKO.address)).toEqual([]);
    expect(await played.openReasons()).toEqual([]);
  });

  test('is over when the site cancels', async () => {
    await played.write(JUN, his());
    await booked();
    await cancelled();
    expect(await played.states()).toEqual(['awaiting_reply', 'cancelled']);
    expect(await played.openReasons()).toEqual([]);
  });
});

describe('a cancellation on the site', () => {
  test('frees the slot, by the site’s number or by person and session', async () => {
    await booked();
    await cancelled({ when: '' });
    expect(await played.states()).toEqual(['cancelled']);
    expect((await events(played)).at(-1)).toMatchObject({
      type: 'site_cancelled',
      article: '6(6)',
    });
    await played.write(JUN, his());
    expect((await bookings(played))[1]?.slot_start_at).toBe('2025-12-03T10:00:00+09:00');
    await booked({ when: '2025年12月4日（木）10：00～10：30', reference: 'A-2' });
    await cancelled({ when: '2025年12月4日（木）10：00～10：30', reference: '' });
    expect((await played.states())[2]).toBe('cancelled');
    expect(await played.openReasons()).toEqual([]);
  });

  test('and a booking again under the same number is shown to a counselor, not passed over', async () => {
    await booked();
    await cancelled();
    await played.at('2025-11-25T10:00');
    await booked();
    expect(await played.states()).toEqual(['cancelled']);
    expect(await played.openReasons()).toEqual(['site_check']);
  });

  test('after the session began is no cancellation: a counselor looks', async () => {
    await booked();
    await played.at('2025-12-03T10:05');
    await cancelled();
    expect(await played.states()).toEqual(['confirmed']);
    expect(await played.openReasons()).toEqual(['site_check']);
  });

  test('of what nobody knows is shown', async () => {
    await cancelled();
    expect(await played.openReasons()).toEqual(['site_unreadable']);
  });
});

describe('only the site speaks as the site', () => {
  const subject = '【予約完了】オンライン職業相談のご予約';

  test('a notice that fails authentication books nothing and is reported', async () => {
    await played.end();
    played = await playOffice({ config: { bookingSite, authservId: 'mx.other.example.jp' } });
    const headers = ['Authentication-Results: mx.other.example.jp; dmarc=fail'];
    await played.write(SITE, notice('ご予約を承り', HERS), { subject, headers });
    expect(await played.states()).toEqual([]);
    expect(await played.openReasons()).toEqual(['authentication_failed']);
  });

  test('the same words from another machine book nothing', async () => {
    const from = { name: '予約サイト', address: 'yoyaku@site.example.net' };
    const headers = NOT_A_PERSON;
    await played.write(from, notice('ご予約を承り', HERS), { subject, headers });
    expect(await played.states()).toEqual([]);
    expect(await played.openReasons()).toEqual(['machine_mail']);
  });

  test('another mail of the site is no notice', async () => {
    await played.write(SITE, 'メンテナンスのお知らせ', {
      subject: 'メンテナンスのお知らせ',
      headers: NOT_A_PERSON,
    });
    expect(await played.openReasons()).toEqual(['machine_mail']);
  });
});
