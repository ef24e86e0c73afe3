/**
 * "Any reply confirms" against 今回は遠慮します (trap 5), and what a counselor makes of it later.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO } from '../../src/demo/people.ts';
import { events, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
});

let played: Played;
beforeEach(async () => {
  played = await playOffice();
  await played.write(HANAKO, HANAKO_ASKS);
});
afterEach(() => played.end());

test.each([
  ['a refusal', '今回は遠慮させていただきます。', 'reply_declines'],
  ['another time', '申し訳ありませんが、12月4日の14時に変更できますか。', 'reply_wishes_change'],
  ['a question alone', 'スマホでも参加できますか？', 'reply_asks'],
  ['an unclear word', '少し考えさせてください。', 'reply_unclear'],
])('%s keeps it awaiting, with one mail to each side', async (_, words, reason) => {
  await played.answer(HANAKO, words);
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await played.openReasons()).toEqual([reason]);
  expect(await played.kindsTo(HANAKO.address)).toEqual([
    'seeker.action.terms',
    'seeker.notice.received',
  ]);
  expect(await played.kindsTo(COUNSELOR.address)).toEqual(['staff.action.decide']);
  const acknowledgement = await lastMailTo(played, HANAKO.address);
  expect(acknowledgement.text).toContain('0984-00-0000');
  expect((await lastMailTo(played, COUNSELOR.address)).text).toContain(words);
});

test('the counselor reads what was written anew, without the terms that were quoted below it', async () => {
  await played.answer(HANAKO, '少し考えさせてください。');
  const alert = (await lastMailTo(played, COUNSELOR.address)).text;
  expect(alert).toContain('> 少し考えさせてください。');
  expect(alert).not.toContain('第6条');
});

test('what was flagged is confirmed later by 確定 with a reason, and the story keeps both instants', async () => {
  await played.at('2025-11-26T10:15');
  await played.answer(HANAKO, 'スマホでも参加できますか？');
  await played.at('2025-11-27T09:00');
  await played.answer(COUNSELOR, '確定 電話で参加の意思を確認');
  expect(await played.states()).toEqual(['confirmed']);
  expect(await played.openReasons()).toEqual([]);
  const story = await events(played);
  expect(story.find(({ type }) => type === 'reply_doubtful')).toMatchObject({
    at: '2025-11-26T10:15:00+09:00',
    actor: 'seeker',
  });
  expect(story.find(({ type }) => type === 'counselor_confirmed')).toMatchObject({
    at: '2025-11-27T09:00:00+09:00',
    actor: 'counselor',
    detail: '電話で参加の意思を確認',
  });
  // It was a yes: the consent is the reply's, at its arrival (6(3)).
  expect((await onlyBooking(played)).consented_at).toBe('2025-11-26T10:15:00+09:00');
  const notices = (await played.kindsTo(HANAKO.address)).filter((kind) =>
    kind.endsWith('confirmed'),
  );
  expect(notices).toHaveLength(1);
});

test('確定 without any reply is the counselor’s alone: no consent by reply is made up', async () => {
  const terms = await played.newestTo(HANAKO.address);
  await played.write(COUNSELOR, '確定 電話で参加の意思を確認', terms ? { answers: terms } : {});
  expect(await onlyBooking(played)).toMatchObject({ state: 'confirmed', consented_at: null });
});

test('確定 without a reason moves nothing and is asked for one', async () => {
  await played.answer(HANAKO, '今回は遠慮します。');
  await played.answer(COUNSELOR, '確定');
  expect(await played.states()).toEqual(['awaiting_reply']);
  const answer = await lastMailTo(played, COUNSELOR.address);
  expect(answer.kind).toBe('staff.notice.done');
  expect(answer.text).toContain('「確定」の後に理由を書いてください');
});

test('an answer that no counselor has read yet is not called silence at the deadline', async () => {
  await played.answer(HANAKO, 'スマホでも参加できますか？');
  await played.at('2025-12-03T00:02');
  expect(await played.states()).toEqual(['awaiting_reply']);
  const alert = (await outbox(played)).find(({ kind }) => kind === 'staff.action.decide');
  await played.write(COUNSELOR, '確定 質問に電話で答え、参加を確認', {
    answers: {
      messageId: alert?.message_id ?? '',
      subject: alert?.subject ?? '',
      text: alert?.text ?? '',
    },
  });
  expect(await played.states()).toEqual(['confirmed']);
});

test('an answer that no counselor reads before the session lets the slot go at its start', async () => {
  await played.answer(HANAKO, 'スマホでも参加できますか？');
  await played.at('2025-12-03T09:59');
  expect(await played.states()).toEqual(['awaiting_reply']);
  await played.at('2025-12-03T10:02');
  expect(await played.states()).toEqual(['void']);
  expect(await played.kindsTo(HANAKO.address)).not.toContain('seeker.notice.void');
});

test('a consent with a question confirms and is shown to the counselor', async () => {
  await played.answer(HANAKO, '参加します。スマホでも大丈夫でしょうか？');
  expect(await played.states()).toEqual(['confirmed']);
  expect(await played.openReasons()).toEqual(['question_beside_consent']);
  expect((await played.kindsTo(HANAKO.address)).at(-1)).toBe('seeker.notice.confirmed');
});

test('an interpreter announced in the reply confirms, is kept and told to the counselor', async () => {
  await played.answer(HANAKO, 'よろしくお願いします。通訳が同席します。');
  expect(await onlyBooking(played)).toMatchObject({ state: 'confirmed', interpreter: 1 });
  expect(await played.openReasons()).toEqual(['attendant_announced']);
  expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('通訳');
});

test('a consent after a refusal confirms, and nothing waits any more', async () => {
  await played.answer(HANAKO, '今回は遠慮します。');
  await played.answer(HANAKO, 'すみません、やはり参加します。');
  expect(await played.states()).toEqual(['confirmed']);
  expect(await played.openReasons()).toEqual([]);
});

test('a second consent changes nothing and is not answered again', async () => {
  await played.answer(HANAKO, 'はい');
  await played.answer(HANAKO, 'よろしくお願いします。');
  expect(await played.states()).toEqual(['confirmed']);
  expect(await played.kindsTo(HANAKO.address)).toEqual([
    'seeker.action.terms',
    'seeker.notice.confirmed',
  ]);
});

test('a cancellation by mail of a confirmed booking moves nothing, is answered and shown', async () => {
  await played.answer(HANAKO, 'はい');
  await played.answer(HANAKO, '急用ができたのでキャンセルします。');
  expect(await played.states()).toEqual(['confirmed']);
  expect(await played.openReasons()).toEqual(['reply_declines']);
  expect((await lastMailTo(played, HANAKO.address)).text).toContain('0984-00-0000');
});

test('a new request in the thread of an awaiting booking is no consent to the first one', async () => {
  const another = requestForm({
    name: '小林 花子',
    number: '45010-10000001',
    wish: '12月8日 14:00',
  });
  await played.answer(HANAKO, another);
  expect((await played.states())[0]).toBe('awaiting_reply');
  expect(await played.openReasons()).toHaveLength(1);
});
