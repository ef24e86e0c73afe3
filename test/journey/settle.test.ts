/**
 * 済: how a counselor strikes off the staff's list what was only to be read or done, whether it
 * belongs to a booking or not, and that it never takes the place of a decision.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import { lastMailTo, onlyBooking, outbox } from '../support/look.ts';
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
const MACHINE = { headers: ['Auto-Submitted: auto-replied'], subject: '自動返信' };
const said = async () => (await lastMailTo(played, COUNSELOR.address)).text;

/** An answer to the newest mail of ours of a kind. */
async function answerTo(kind: string, words: string): Promise<void> {
  const mail = (await outbox(played)).findLast((row) => row.kind === kind);
  if (mail === undefined) throw new Error(`no ${kind} was written`);
  const { message_id: messageId, subject, text } = mail;
  const quoted = text.replaceAll(/^/gm, '> ');
  await played.write(COUNSELOR, `${words}\n\n${quoted}`, { answers: { messageId, subject, text } });
}

describe('about no booking', () => {
  test('済 in answer to an alert settles what it told of, and only that', async () => {
    await played.write(HANAKO, '駐車場はありますか。');
    await answerTo('staff.action.decide', '済');
    expect(await played.openReasons()).toEqual([]);
    expect(await said()).toContain(
      '1件を済みにしました。\n・申込みと読み取れないメールが届きました。',
    );
    await played.write(HANAKO, '駐車場はどこですか。');
    await played.write(TARO, '何時に閉まりますか。');
    await answerTo('staff.action.decide', 'お疲れさまです。\n対応済みです。本人に電話しました。');
    expect(await played.openReasons()).toEqual(['not_a_request']);
  });

  test('a memo in answer to an alert settles it, too', async () => {
    await played.write(HANAKO, '担当の方はいらっしゃいますか。');
    expect(await played.openReasons()).toEqual(['not_a_request']);
    await answerTo('staff.action.decide', HANAKO_ASKS);
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toEqual([]);
  });

  test('a word about a booking named in the subject settles the alert that it answers', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.write(TARO, '小林花子の予約をキャンセルします。');
    expect(await played.openReasons()).toEqual(['change_or_cancel']);
    const { reference } = await onlyBooking(played);
    const told = await lastMailTo(played, COUNSELOR.address);
    await played.write(COUNSELOR, '取消 本人に電話で確認', {
      subject: `Re: 予約番号 ${reference}`,
      answers: { messageId: told.message_id, subject: told.subject, text: told.text },
    });
    expect(await played.states()).toEqual(['cancelled']);
    expect(await played.openReasons()).toEqual([]);
  });

  test('済 once more says that nothing is open, and 済 to nothing asks what is meant', async () => {
    await played.write(HANAKO, '駐車場はありますか。');
    await answerTo('staff.action.decide', '済');
    await answerTo('staff.action.decide', '済み');
    expect(await said()).toContain('済みにするものはありません。');
    await played.write(COUNSELOR, '済', { subject: '先ほどの件' });
    expect(await said()).toContain('どのお知らせのことか分かりません。');
  });

  test('済 in answer to the morning list settles what it held to be read, and no later matter', async () => {
    await played.write(HANAKO, '駐車場はありますか。');
    await played.write(TARO, 'ただいま外出しています。', MACHINE);
    await played.at('2025-11-26T08:15');
    expect(await said()).toContain('「済」と返信してください。');
    await played.at('2025-11-26T09:00');
    await played.write(HANAKO, '休みをいただいています。', MACHINE);
    expect(await played.openReasons()).toEqual(['not_a_request', 'machine_mail', 'machine_mail']);
    await answerTo('staff.notice.morning', '済');
    expect(await played.openReasons()).toEqual(['not_a_request', 'machine_mail']);
    expect(await said()).toContain('1件を済みにしました。');
  });
});

describe('about a booking', () => {
  test('済 settles what was to be read; the booking stays as it is', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.answer(HANAKO, 'はい。通訳が同席します。');
    expect(await played.openReasons()).toEqual(['attendant_announced']);
    await answerTo('staff.action.decide', '確認済み');
    expect(await played.openReasons()).toEqual([]);
    expect(await played.states()).toEqual(['confirmed']);
    expect(await said()).toContain('・同席する方の知らせが返信にありました。');
  });

  test('済 takes no decision: what waits for one stays, and the answer names the word', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    const terms = await played.newestTo(HANAKO.address);
    const answers = terms ? { answers: terms } : {};
    await played.write(HANAKO, '不在です。', { ...answers, ...MACHINE });
    await played.write(HANAKO, '母が入院しました。', answers);
    expect(await played.openReasons()).toEqual(['machine_mail', 'reply_declines']);
    await answerTo('staff.action.decide', '済');
    expect(await played.openReasons()).toEqual(['reply_declines']);
    expect(await said()).toContain('判断が要るものは、済みにしていません。');
    expect(await said()).toContain('「確定」と理由を返信してください。');
    // The silence that follows is none: there was an answer in time (trap 5).
    await played.at('2025-12-03T00:30');
    expect(await played.states()).toEqual(['awaiting_reply']);
    await answerTo('staff.action.decide', '確定 電話で参加を確認');
    expect(await played.openReasons()).toEqual([]);
  });

  test('済 tells where the deadline takes its course again', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    const terms = await played.newestTo(HANAKO.address);
    await played.write(TARO, '参加します', terms ? { answers: terms } : {});
    expect(await played.openReasons()).toEqual(['other_sender']);
    await answerTo('staff.action.decide', '済');
    expect(await played.openReasons()).toEqual([]);
    expect(await said()).toContain('2025年12月2日（火）23時59分');
    await played.at('2025-12-03T00:30');
    expect(await played.states()).toEqual(['void']);
  });

  test('済 beside an item that is put right does not swallow it', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.answer(HANAKO, 'はい。通訳が同席します。');
    await answerTo('staff.action.decide', '電話番号: 090-1111-2222\n確認済み');
    expect((await onlyBooking(played)).phone).toBe('090-1111-2222');
  });

  test('済 about a request that still lacks something leaves it to be asked', async () => {
    const form = { name: '小林 花子', number: '45010-10000001', wish: '' };
    await played.write(HANAKO, requestForm({ ...form, phone: '' }));
    const { reference } = await onlyBooking(played);
    await played.write(COUNSELOR, '済', { subject: `予約番号 ${reference}` });
    expect(await onlyBooking(played)).toMatchObject({ state: 'requested', slot_start_at: null });
    expect(await said()).toContain('済みにするものはありません。');
  });
});
