/**
 * Phone memos of counselors, in any form and forwarded: a clean one goes straight through and is
 * echoed; what is missing or in doubt is asked of the counselor before anything leaves; a reply to
 * the echo corrects (6(2)).
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { bookings, lastMailTo, onlyBooking } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice } from '../support/world.ts';

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

const MEMO = [
  '電話受付です。',
  '氏名：小林 花子',
  '求職番号：45010-10000001',
  '希望日時：12月3日 10:00',
  '電話：090-0000-0001',
  '相談内容：応募書類の書き方',
].join('\n');

async function memo(text: string, subject = '電話受付'): Promise<string> {
  await played.write(COUNSELOR, text, { subject });
  return (await lastMailTo(played, COUNSELOR.address)).text;
}

/** The counselor's reply to the newest mail of the bot, and its answer. */
async function reply(words: string): Promise<string> {
  await played.answer(COUNSELOR, words);
  return (await lastMailTo(played, COUNSELOR.address)).text;
}

const toHer = () => played.kindsTo(HANAKO.address);

describe('a remark above a forwarded memo', () => {
  const forwarded = (remark: string) =>
    [
      remark,
      '',
      '-----Original Message-----',
      'From: 窓口 受付 <madoguchi@example.go.jp>',
      'Sent: Tuesday, November 24, 2026 8:41 AM',
      'To: 職業相談部門 <soudan@example.go.jp>',
      'Subject: 電話受付',
      '',
      MEMO,
    ].join('\n');

  test.each([
    '時間を10:00→11:00に訂正です。本人了承済。',
    '下の方、先ほど取消の電話がありました。',
  ])('that takes it back leaves the memo to the counselor: %s', async (remark) => {
    const answer = await memo(forwarded(remark), 'FW: 電話受付');
    expect(answer).toContain('転送の上に、訂正や取消のことばがあります。');
    expect(await bookings(played)).toEqual([]);
    expect(await toHer()).toEqual([]);
  });

  test('that only greets lets it through', async () => {
    await memo(forwarded('よろしくお願いします。'), 'FW: 電話受付');
    expect(await toHer()).toEqual(['seeker.action.terms']);
  });
});

describe('a clean memo', () => {
  test('goes straight through, and the echo says so with what was read', async () => {
    const echo = await memo(MEMO);
    expect(await toHer()).toEqual(['seeker.action.terms']);
    expect(await played.kindsTo(COUNSELOR.address)).toEqual(['staff.notice.echo']);
    expect(echo).toContain('ご本人に、規約と日時のメールを送ります。');
    for (const read of ['小林 花子', '45010-10000001', '12月3日（水）10時00分', '090-0000-0001']) {
      expect(echo).toContain(read);
    }
    expect(echo).not.toContain('応募書類');
    expect(echo).toContain('相談内容: 読み取りました');
  });

  test.each([
    [
      'in one line',
      '小林花子さん（45010-10000001）から電話。12/3（水）10時希望。09000000001。応募書類の書き方について相談したいとのこと。',
    ],
    [
      'in full-width and abbreviations',
      '氏名　小林　花子\n求職番号　４５０１０－１０００００１\n日時　１２／３　１０：００～\nＴＥＬ　０９０－００００－０００１\n内容　応募書類の書き方',
    ],
  ])('%s is read as well', async (_, text) => {
    const fixed = text.replace('４５０１０－１０００００１', '４５０１０－１００００００１');
    await memo(fixed);
    expect(await onlyBooking(played)).toMatchObject({
      state: 'awaiting_reply',
      channel: 'phone',
      slot_start_at: '2025-12-03T10:00:00+09:00',
      registered_address: HANAKO.address,
    });
  });

  test('that a colleague wrote and this one forwards books for the person in it', async () => {
    const text = [
      '下記、お願いします。',
      '',
      '-----Original Message-----',
      'From: 相談窓口 <soudan@office.example.jp>',
      'Sent: Tuesday, November 25, 2025 8:50 AM',
      'To: madoguchi@office.example.jp',
      'Subject: 電話メモ',
      '',
      MEMO,
    ].join('\n');
    await memo(text, '転送: 電話メモ');
    expect(await onlyBooking(played)).toMatchObject({
      state: 'awaiting_reply',
      name: '小林 花子',
      registered_address: HANAKO.address,
    });
  });
});

describe('a memo in doubt', () => {
  test('is asked back before anything goes to the seeker, and the answer completes it', async () => {
    const asked = await memo(MEMO.replace('10:00', '3時').replace(/電話：.*\n/, ''));
    expect(await toHer()).toEqual([]);
    expect(asked).toContain('午前か午後かが分かりません');
    expect(asked).toContain('確かめること: 連絡先の電話番号');
    expect(asked).toContain('小林 花子');
    const echo = await reply('希望日時: 12/3 15:00\n電話: 090-0000-0001');
    expect(await toHer()).toEqual(['seeker.action.terms']);
    expect(echo).toContain('12月3日（水）15時00分');
  });

  test('about two people is no booking: one mail each', async () => {
    const text = `${MEMO}\n山田太郎さん（45010-10000002）も2名一緒に同じ日時で希望。`;
    const asked = await memo(text);
    if ((await bookings(played)).length === 0) expect(asked).toContain('1人ずつ');
    expect(await played.kindsTo(TARO.address)).toEqual([]);
  });

  test('whose answer says nothing of use moves nothing and writes nothing to the seeker', async () => {
    await memo(MEMO.replace(/電話：.*\n/, ''));
    await reply('確認します。');
    expect(await toHer()).toEqual([]);
    expect(await played.openReasons()).toEqual(['items_still_missing', 'not_understood']);
  });

  test('with a number that is not in the register is completed by 登録確認 and メール beside an item', async () => {
    const text = MEMO.replace('45010-10000001', '45010-77777777').replace(/電話：.*\n/, '');
    await memo(text);
    await reply('電話: 090-0000-0001\n登録確認\nメール: kobayashi@example.org');
    expect(await onlyBooking(played)).toMatchObject({
      phone: '090-0000-0001',
      registered_address: 'kobayashi@example.org',
    });
    expect(await played.kindsTo('kobayashi@example.org')).toEqual(['seeker.action.terms']);
  });
});

test('a メール: line in a memo is where the mail goes, in an office without a register', async () => {
  await played.end();
  played = await playOffice({ config: { registration: 'sender' } });
  const text = MEMO.replace('45010-10000001', '45010-88888888');
  await memo(`${text}\nメール: someone@example.org`);
  expect(await played.kindsTo('someone@example.org')).toEqual(['seeker.action.terms']);
});

describe('a reply to the echo', () => {
  beforeEach(async () => {
    await memo(MEMO);
  });

  test('corrects an item after the terms have left, and no mail goes to the seeker', async () => {
    const answer = await reply('電話は090-1111-2222です');
    expect(answer).toContain('電話番号を直しました。');
    expect(answer).toContain('電話: 090-1111-2222');
    expect(await onlyBooking(played)).toMatchObject({
      phone: '090-1111-2222',
      state: 'awaiting_reply',
    });
    expect(await toHer()).toEqual(['seeker.action.terms']);
  });

  test.each([['日時は12/4 14:00です'], ['希望日時: 12月4日 14時'], ['変更 12/4 14:00']])(
    '「%s」 acts as 変更: new terms with the new deadline',
    async (words) => {
      const answer = await reply(words);
      expect(answer).toContain('2025年12月4日（木）14時00分に変更しました。');
      expect((await onlyBooking(played)).slot_start_at).toBe('2025-12-04T14:00:00+09:00');
      expect(await toHer()).toEqual(['seeker.action.terms', 'seeker.action.terms']);
    },
  );

  test('corrects both at once', async () => {
    await reply('電話: 090-1111-2222\n希望日時: 12/4 14:00');
    expect(await onlyBooking(played)).toMatchObject({
      phone: '090-1111-2222',
      slot_start_at: '2025-12-04T14:00:00+09:00',
    });
  });

  test('does not turn the booking into another person’s', async () => {
    const answer = await reply('求職番号: 45010-10000002');
    expect(answer).toContain('送り先が変わります');
    expect((await onlyBooking(played)).seeker_number).toBe('45010-10000001');
  });

  test.each([['12/4 14:00に電話しました。折り返しは090-1111-2222とのこと。'], ['承知しました。']])(
    '「%s」 corrects nothing',
    async (words) => {
      await reply(words);
      expect(await onlyBooking(played)).toMatchObject({
        phone: '090-0000-0001',
        slot_start_at: '2025-12-03T10:00:00+09:00',
      });
      expect(await toHer()).toEqual(['seeker.action.terms']);
      expect(await played.openReasons()).toEqual(['not_understood']);
    },
  );

  test('records an interpreter for a confirmed booking', async () => {
    await played.answer(HANAKO, 'はい');
    const { reference } = await onlyBooking(played);
    await played.write(COUNSELOR, '通訳が同席します。', { subject: `予約番号 ${reference}` });
    expect(await onlyBooking(played)).toMatchObject({ interpreter: 1, state: 'confirmed' });
  });
});
