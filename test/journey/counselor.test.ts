/**
 * What a counselor's words do, by answer to our mails and by the code in the subject
 * (6(1), 6(6), 9, 12(1)), and whose words count.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, MISAKI, type Person, TARO } from '../../src/demo/people.ts';
import { seekerByNumber } from '../../src/store/seekers.ts';
import { noShowsOf } from '../../src/store/sessions.ts';
import { bookingCounts } from '../../src/store/statistics.ts';
import { bookings, events, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
});

/** A counselor's word about the first booking, by its code in the subject. */
async function say(words: string, from: Person = COUNSELOR): Promise<void> {
  const [booking] = await bookings(played);
  await played.write(from, words, { subject: `予約番号 ${booking?.reference}` });
}

async function confirmHanako(): Promise<void> {
  await played.write(HANAKO, HANAKO_ASKS);
  await played.answer(HANAKO, 'はい');
}

describe('attendance', () => {
  test('cannot be recorded before the session, and can after it began', async () => {
    await confirmHanako();
    await say('来談');
    expect(await played.states()).toEqual(['confirmed']);
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('時刻になっていない');
    await played.at('2025-12-03T10:31');
    await say('来談');
    expect(await played.states()).toEqual(['attended']);
  });

  test('an absence cannot be recorded before ten minutes have passed', async () => {
    await confirmHanako();
    await played.at('2025-12-03T10:09:59');
    await say('不在');
    expect(await played.states()).toEqual(['confirmed']);
    await played.at('2025-12-03T10:10');
    await say('不在');
    expect(await played.states()).toEqual(['no_show']);
    expect((await events(played)).at(-1)).toMatchObject({ article: '6(6)', actor: 'counselor' });
    expect((await played.kindsTo(HANAKO.address)).at(-1)).toBe('seeker.notice.confirmed');
  });
});

describe('cancelling', () => {
  test('取消 with a reason keeps the reason and tells the seeker, who never reads it', async () => {
    await confirmHanako();
    await say('取消 本人から電話、就職が決まったため');
    expect(await played.states()).toEqual(['cancelled']);
    expect((await events(played)).at(-1)).toMatchObject({
      type: 'counselor_cancelled',
      detail: '本人から電話、就職が決まったため',
    });
    const notice = await lastMailTo(played, HANAKO.address);
    expect(notice.kind).toBe('seeker.notice.cancelled');
    expect(notice.text).not.toContain('就職が決まった');
  });

  test('所側取消 of a session apologises and is no no-show (Article 9)', async () => {
    await confirmHanako();
    await say('所側取消 停電のため');
    expect(await onlyBooking(played)).toMatchObject({ state: 'cancelled' });
    const apology = await lastMailTo(played, HANAKO.address);
    expect(apology.kind).toBe('seeker.notice.office_cancelled');
    expect(apology.text).toMatch(/お詫び|申し訳/);
    expect(apology.text).not.toContain('停電');
    expect((await events(played)).at(-1)).toMatchObject({ article: '9', detail: '停電のため' });
    const { read } = played.office.store;
    expect(await noShowsOf(read, '45010-10000001')).toBe(0);
    expect((await bookingCounts(read)).map(({ outcome }) => outcome)).toEqual(['office_cancelled']);
  });

  test('所側取消 of a request that has no time yet cancels it, and the counselor is told to phone', async () => {
    await played.write(
      MISAKI,
      requestForm({
        name: '佐藤 美咲',
        number: '45010-10000003',
        wish: '12月8日 13:30',
        phone: '',
      }),
    );
    await say('所側取消 機器の故障');
    expect(await played.states()).toEqual(['cancelled']);
    expect(await played.kindsTo(MISAKI.address)).toEqual(['seeker.action.details']);
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('電話で伝えてください');
  });

  test('a reply to what was cancelled revives nothing and is shown', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    const terms = await played.newestTo(HANAKO.address);
    await say('取消 本人の希望');
    await played.write(HANAKO, 'はい', terms ? { answers: terms } : {});
    expect(await played.states()).toEqual(['cancelled']);
    expect(await played.openReasons()).toEqual(['reply_to_closed']);
  });
});

test('a counselor’s words from an address off the list do nothing', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await say('取消 都合により', JUN);
  await say('確定 電話で確認', TARO);
  await say('お断り 迷惑', MISAKI);
  expect(await played.states()).toEqual(['awaiting_reply']);
  const known = await seekerByNumber(played.office.store.read, '45010-10000001');
  expect(known?.refusedReason).toBeNull();
  expect(await played.openReasons()).toEqual(['other_sender', 'other_sender', 'other_sender']);
});

test('a word that is not understood moves nothing and is answered with the words there are', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await say('よしなに処理しておいてください');
  expect(await played.states()).toEqual(['awaiting_reply']);
  const answer = await lastMailTo(played, COUNSELOR.address);
  expect(answer.text).toContain('「取消」か「所側取消」と理由');
});

describe('memos', () => {
  test('a forwarded mail books for the person in it, never for the counselor', async () => {
    const text = [
      'よろしくお願いします。',
      '職業相談部門　担当 東',
      '電話 0984-00-0000',
      '',
      '-----Original Message-----',
      'From: 鈴木 潤 <jun@example.com>',
      'Sent: Tuesday, November 25, 2025 8:50 AM',
      'To: soudan@office.example.jp',
      'Subject: オンライン相談',
      '',
      '氏名：鈴木 潤',
      '求職番号：45010-10000004',
      '希望日時：12月5日 15:00',
      '電話番号：090-0000-0004',
      '相談内容：警備の仕事',
    ].join('\n');
    await played.write(COUNSELOR, text, { subject: 'FW: オンライン相談' });
    expect(await onlyBooking(played)).toMatchObject({
      state: 'awaiting_reply',
      channel: 'phone',
      name: '鈴木 潤',
      registered_address: JUN.address,
    });
    expect(await played.kindsTo(JUN.address)).toEqual(['seeker.action.terms']);
    expect(await played.kindsTo(COUNSELOR.address)).toEqual(['staff.notice.echo']);
  });

  test('a memo that lacks something is completed by the counselor’s answer', async () => {
    await played.write(
      COUNSELOR,
      requestForm({
        name: '山田 太郎',
        number: '45010-10000002',
        wish: '12月4日 14:00',
        phone: '',
      }),
      { subject: '電話受付' },
    );
    expect(await played.openReasons()).toEqual(['items_still_missing']);
    expect(await played.kindsTo(TARO.address)).toEqual([]);
    await played.answer(COUNSELOR, '電話番号: 090-0000-0002');
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.kindsTo(TARO.address)).toEqual(['seeker.action.terms']);
    expect(await played.openReasons()).toEqual([]);
  });

  test('an alert about a mail that is no request is answered with the items, and books', async () => {
    await played.write(JUN, '12日ごろ空いていますか', { subject: 'お尋ね' });
    const before = await bookings(played);
    expect(before).toEqual([]);
    await played.answer(
      COUNSELOR,
      requestForm({ name: '鈴木 潤', number: '45010-10000004', wish: '12月12日 15:00' }),
    );
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.kindsTo(JUN.address)).toEqual(['seeker.action.terms']);
  });
});

test('a word twice is done once, and the second is answered that it cannot be', async () => {
  await played.write(HANAKO, HANAKO_ASKS);
  await say('取消 本人の希望');
  await say('取消 本人の希望');
  expect(await played.states()).toEqual(['cancelled']);
  const toHer = (await outbox(played)).filter(({ to_address }) => to_address === HANAKO.address);
  expect(toHer.map(({ kind }) => kind)).toEqual(['seeker.action.terms', 'seeker.notice.cancelled']);
  expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('キャンセル');
});
