/**
 * What annoyed or misled somebody when a day of the office was played by hand on a real server, and
 * is mended: whose booking a counselor means, what seekers are told of a refused wish, requests that
 * waited for the register, and what the story keeps of a counselor's hand.
 */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { HANAKO, JUN, KEN, MISAKI, type Person, SITE, TARO } from '../../src/demo/people.ts';
import { announceTerms } from '../../src/flow/clock/announce-terms.ts';
import { putSeeker } from '../../src/store/seekers.ts';
import { bookings, events, lastMailTo, onlyBooking, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const example = new URL('../../config.example.json', import.meta.url);
const { bookingSite } = JSON.parse(readFileSync(example, 'utf8'));

let played: Played;
afterEach(() => played.end());
const play = async (config: Record<string, unknown> = {}) => {
  played = await playOffice({ config: { bookingSite, ...config } });
};

const ask = (name: string, digit: number, wish: string) =>
  requestForm({ name, number: `45010-1000000${digit}`, wish });
const HANAKO_ASKS = ask('小林 花子', 1, '12月3日 10:00');
const told = async () => (await lastMailTo(played, COUNSELOR.address)).text;
const starts = async () => (await bookings(played)).map((row) => row.slot_start_at);

/** A counselor's answer to the newest mail of a kind, as Outlook quotes it. */
async function answerTo(kind: string, words: string, by: Person = COUNSELOR): Promise<void> {
  const mail = (await outbox(played)).findLast((row) => row.kind === kind);
  if (mail === undefined) throw new Error(`no ${kind} was written`);
  const { message_id: messageId, subject, text } = mail;
  const quoted = text.replaceAll(/^/gm, '> ');
  await played.write(by, `${words}\n\n${quoted}`, { answers: { messageId, subject, text } });
}

const siteBooks = (when: string, name = '渡辺 健 様') =>
  played.write(
    SITE,
    [
      '予約番号：S-1001',
      `予約日時：${when}`,
      `お名前：${name}`,
      '求職番号：45010-10000005',
      '電話番号：090-0000-0005',
      'ご相談内容：応募先の選び方',
    ].join('\n'),
    { subject: '【予約完了】ご予約', headers: ['Auto-Submitted: auto-generated'] },
  );

test('a reply to one booking that names another moves neither, and the site’s clash is kept', async () => {
  await play();
  await played.write(HANAKO, HANAKO_ASKS);
  const [hers] = await bookings(played);
  await siteBooks('2025年12月3日（水）10:00～10:30');
  await answerTo('staff.action.decide', `${hers?.reference}の方を11時に変更してください`);
  expect(await told()).toContain(`本文に、別の予約の番号 ${hers?.reference} があります。`);
  await answerTo('staff.action.decide', '12月5日 11時でお願いします');
  expect(await told()).toContain('予約サイトの予約です。');
  expect(await starts()).toEqual(['2025-12-03T10:00:00+09:00', null]);
  expect(await played.openReasons()).toContain('site_clash');
  const subject = `予約番号 ${hers?.reference}`;
  await played.write(COUNSELOR, '変更 12月3日 11:00', { subject });
  await answerTo('staff.action.decide', `確定 ${hers?.reference} の枠を空けたため`);
  expect(await starts()).toEqual(['2025-12-03T11:00:00+09:00', '2025-12-03T10:00:00+09:00']);
});

test('a wish that cannot be had is named in the offer, which ends with the last slot of it', async () => {
  await play();
  await played.write(HANAKO, ask('小林 花子', 1, '12月1日 10:00'));
  await played.write(COUNSELOR, ask('山田 太郎', 2, '12月1日 10:00'));
  const { text } = await lastMailTo(played, TARO.address);
  expect(text).toContain('ご希望の日時は、お受けできません。\n2025年12月1日（月）10時00分\n');
  expect(text).toContain('返信の期限は、2025年11月30日（日）23時59分です。');
  expect(await told()).toContain('希望の日時には、相談を入れられません。');
  expect(await told()).toMatch(/^ご案内した日時: 2025年12月1日（月）9時00分、.+10時30分$/m);
});

test('requests that the register did not know go on once it does', async () => {
  await play();
  const kawano = { name: '河野 文', address: 'fumi@example.ne.jp' };
  await played.write(kawano, ask('河野 文', 8, '12月3日 10:00'));
  await played.write(kawano, '返事を待っています。');
  expect(await played.openReasons()).toContain('unknown_seeker');
  const known = { seekerNumber: '45010-10000008', name: '別の 名', phone: null };
  const seeker = { ...known, address: MISAKI.address, refusedReason: null };
  const { store, clock } = played.office;
  await store.transact((tx) => putSeeker(tx, seeker, clock.now()));
  await played.at('2025-11-25T09:05');
  expect(await starts()).toEqual([null]);
  await store.transact((tx) => putSeeker(tx, { ...seeker, name: '河野 文' }, clock.now()));
  await played.at('2025-11-25T09:10');
  expect(await lastMailTo(played, seeker.address)).toMatchObject({ kind: 'seeker.action.terms' });
  expect(await played.openReasons()).not.toContain('unknown_seeker');
  await played.at('2025-11-25T09:15');
  expect(await played.kindsTo(seeker.address)).toEqual(['seeker.action.terms']);
});

test('登録確認 in a memo registers its person; one line a person is no memo about one', async () => {
  await play();
  const memo = requestForm({ name: '内村 次郎', number: '45010-20000002', wish: '12月4日 15:00' });
  await played.write(COUNSELOR, `登録確認\n${memo}メール：${JUN.address}\n`);
  expect(await lastMailTo(played, JUN.address)).toMatchObject({
    kind: 'seeker.action.terms',
  });
  expect(await told()).toContain('名簿に記録しました。\nご本人に、規約と日時のメールを送ります。');
  await played.write(
    COUNSELOR,
    `登録確認\n${ask('別名 太郎', 2, '12月4日 16:00')}メール：x@example.jp`,
  );
  expect(await played.openReasons()).toEqual(['seeker_disagrees']);
  await played.write(COUNSELOR, '小林花子さん 12/10 9:00 希望\n山田太郎さん 12/10 9:30 希望');
  expect(await told()).toContain('1人ずつ、別のメールで送ってください。');
});

test('the story keeps what a counselor put right and settled, and who did it', async () => {
  await play();
  await played.write(HANAKO, HANAKO_ASKS);
  await played.answer(HANAKO, 'はい。持ち物は何ですか？');
  await played.answer(COUNSELOR, '電話番号: 090-9999-0001');
  expect(await played.openReasons()).toEqual(['question_beside_consent']);
  await answerTo('staff.action.decide', '済');
  const by = `（${COUNSELOR.address}）`;
  expect((await events(played)).slice(-2)).toMatchObject([
    { type: 'corrected', actor: 'counselor', detail: `電話番号を直しました。${by}` },
    { type: 'settled', detail: `ご返信で予約が確定し、質問などもあります。${by}` },
  ]);
  expect(await played.states()).toEqual(['confirmed']);
  const story = played.office.store.read.selectFrom('event').select('detail').execute();
  expect(JSON.stringify(await story)).not.toContain('090-9999-0001');
});

test('a site’s booking follows the site to another date once, then a counselor takes it over', async () => {
  await play();
  await siteBooks('2025年12月3日（水）10:00～10:30');
  await siteBooks('2025年12月4日（木）9:00～9:30');
  expect(await starts()).toEqual(['2025-12-04T09:00:00+09:00']);
  expect(await told()).toContain('前の日時: 2025年12月3日（水）10時00分。');
  await siteBooks('2025年12月3日（水）10:00～10:30');
  expect(await starts()).toEqual(['2025-12-04T09:00:00+09:00']);
  expect(await told()).toContain('予約サイトの日時: 2025年12月3日（水）10時00分。');
  await answerTo('staff.action.decide', '変更 12月3日 10:00');
  expect(await starts()).toEqual(['2025-12-03T10:00:00+09:00']);
  expect(await told()).toContain('ご本人には、予約サイトがお知らせしています。');
  expect(await played.kindsTo(KEN.address)).toEqual([]);
  await played.at('2025-12-02T17:00');
  expect(await played.kindsTo(KEN.address)).toEqual(['seeker.notice.reminder']);
});

test('an honorific without a name is no name', async () => {
  await play();
  await siteBooks('2025年12月3日（水）10:00～10:30', ' 様');
  expect(await onlyBooking(played)).toMatchObject({ name: null, state: 'confirmed' });
  expect(await told()).toContain('氏名を読み取れません。');
});

test('an answer to the notice of new terms is no consent to a date, and is answered so', async () => {
  await play();
  await played.write(HANAKO, HANAKO_ASKS);
  const effectiveFrom = Temporal.PlainDate.from('2026-01-05');
  const coming = { label: '2026-01-05', sha256: 'f'.repeat(64), text: '新しい規約\n' };
  await announceTerms(played.office, { ...coming, effectiveFrom, sendFrom: null });
  await answerTo('seeker.notice.terms_changed', '承知しました。', HANAKO);
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await told()).toContain('利用規約の変更のお知らせへの返信です。');
  expect(await lastMailTo(played, HANAKO.address)).toMatchObject({
    kind: 'seeker.notice.received',
  });
  await played.answer(HANAKO, 'はい');
  expect(await played.states()).toEqual(['confirmed']);
});

test('after the session nobody is told that he may still have its time', async () => {
  await play();
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-12-03T13:00');
  await played.answer(HANAKO, 'はい');
  expect((await lastMailTo(played, HANAKO.address)).text).not.toContain('同じ日時で');
  expect(await told()).toContain('相談の時刻は、もう過ぎています。');
});

test('a reply to what is over tells the counselor of the other booking of its writer', async () => {
  await play();
  await played.write(HANAKO, HANAKO_ASKS);
  await answerTo('seeker.action.terms', '取消 本人から電話');
  await played.answer(HANAKO, '12月5日の11時にお願いします');
  await answerTo('seeker.notice.cancelled', 'それでお願いします', HANAKO);
  const other = (await bookings(played)).at(-1);
  expect(await told()).toContain(`予約番号は ${other?.reference}、日時は2025年12月5日（金）11時`);
});

test('a mail about no booking stays in the morning list, with its writer, until 済', async () => {
  await play();
  await played.at('2025-11-25T10:00');
  await played.write(JUN, '駐車場はありますか。');
  for (const day of ['26', '27']) {
    await played.at(`2025-11-${day}T08:15`);
    expect(await told()).toContain(`差出人: ${JUN.address}`);
  }
  await answerTo('staff.action.decide', '済');
  await played.at('2025-11-28T08:15');
  expect(await told()).not.toContain(JUN.address);
});

test('a refused word names itself, and those of a mail about no booking how to name one', async () => {
  await play();
  await played.write(MISAKI, ask('佐藤 美咲', 3, '12月3日 10:00'));
  await played.answer(MISAKI, 'はい');
  await played.at('2025-12-03T10:05');
  await answerTo('seeker.notice.confirmed', '不在');
  expect(await told()).toContain('開始から10分が過ぎていないので、「不在」はまだ記録できません。');
  await answerTo('seeker.notice.confirmed', '来談');
  await answerTo('seeker.notice.confirmed', '取消 まちがい');
  expect(await told()).toContain('この予約は「実施済」なので、「取消」はできません。');
  await played.write(COUNSELOR, '佐藤さん 不在', { subject: '連絡' });
  expect(await told()).toContain('どの予約のことか分かりません。');
});
