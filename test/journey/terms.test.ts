/**
 * Terms that change while bookings are open: Article 13. Which text is sent for which session,
 * who is told of the change, and that a consent stays with the text it was given to.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announce, listTerms } from '../../src/commands/terms.ts';
import { HANAKO, MISAKI, TARO } from '../../src/demo/people.ts';
import { bookings, events, lastMailTo, outbox } from '../support/look.ts';
import { type Played, playOffice, requestForm } from '../support/world.ts';

const OLD = new URL('../../templates/terms/2025-03-11.txt', import.meta.url).pathname;
const OLD_TEXT = readFileSync(OLD, 'utf8');
const NEW_TEXT = `${OLD_TEXT.trimEnd()}\n\n令和7年12月10日\n`;
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const STRANGER = { name: '見知らぬ 人', address: 'stranger@example.com' };

let played: Played;
let folder = '';
let said: string[] = [];
const outlet = { out: (l: string) => said.push(l), complain: (l: string) => said.push(l) };
beforeEach(() => {
  said = [];
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-terms-'));
});
afterEach(async () => {
  await played.end();
  rmSync(folder, { recursive: true, force: true });
});

async function playWithTerms(coming: Record<string, string>): Promise<void> {
  const file = join(folder, 'coming.txt');
  writeFileSync(file, NEW_TEXT);
  const terms = [
    { file, effectiveFrom: '2025-12-10', ...coming },
    { file: OLD, effectiveFrom: '2025-03-11' },
  ];
  played = await playOffice({ config: { termsFile: undefined, terms } });
}

const desk = () => ({
  configPath: join(dirname(played.database), 'config.json'),
  clock: played.clock,
});
const ask = (name: string, number: string, wish: string) => requestForm({ name, number, wish });
const noticesOf = async () =>
  (await outbox(played)).filter(({ kind }) => kind === 'seeker.notice.terms_changed');

test('a change is told once to everybody with an open booking, and every consent keeps its text', {
  timeout: 90_000,
}, async () => {
  await playWithTerms({});
  await played.write(HANAKO, ask('小林 花子', '45010-10000001', '12月3日 10:00'));
  await played.answer(HANAKO, 'はい');
  await played.write(MISAKI, ask('佐藤 美咲', '45010-10000003', '12月4日 10:00'));
  await played.write(TARO, ask('山田 太郎', '45010-10000002', '12月11日 10:00'));
  await played.write(STRANGER, ask('見知 良人', '45010-99999999', '12月5日 10:00'));
  expect(await played.states()).toEqual([
    'confirmed',
    'awaiting_reply',
    'awaiting_reply',
    'requested',
  ]);
  // The session on the 11th is governed by the terms in force then, so these are sent for it.
  expect((await lastMailTo(played, TARO.address)).text.endsWith(NEW_TEXT)).toBe(true);
  expect((await bookings(played)).map(({ terms_sha256 }) => terms_sha256)).toEqual([
    sha(OLD_TEXT),
    sha(OLD_TEXT),
    sha(NEW_TEXT),
    null,
  ]);

  const terms = await played.newestTo(MISAKI.address);
  expect(await announce({ ...desk(), dryRun: true }, outlet)).toBe(0);
  expect(said[0]).toContain('お知らせする予約は 2件です');
  expect(await noticesOf()).toEqual([]);

  said = [];
  expect(await announce({ ...desk(), dryRun: false }, outlet)).toBe(0);
  expect(said[0]).toContain('2通');
  expect(said[1]).toContain('もうお知らせした予約 1件');
  expect(said[2]).toMatch(/^予約番号 .*アドレスが分からない/);
  await played.service.settle();
  const notices = await noticesOf();
  expect(notices.map(({ to_address, state }) => [to_address, state])).toEqual([
    [HANAKO.address, 'sent'],
    [MISAKI.address, 'sent'],
  ]);
  for (const { text, subject } of notices) {
    expect(text.endsWith(`----------\n${NEW_TEXT}`)).toBe(true);
    expect(text).toContain('2025年12月10日（水）から効力をもちます');
    expect(subject).toContain('利用規約が変わります');
  }
  expect(notices.map(({ text }) => text.includes('まだ確定していません'))).toEqual([false, true]);
  const told = (await events(played, 1)).filter(({ type }) => type === 'terms_announced');
  expect(told).toMatchObject([
    { article: '13', actor: 'office', detail: `2025-12-10 sha256:${sha(NEW_TEXT)}` },
  ]);

  said = [];
  expect(await announce({ ...desk(), version: '2025-12-10', dryRun: false }, outlet)).toBe(0);
  expect(said[0]).toContain('0通');
  expect(await noticesOf()).toHaveLength(2);

  await played.at('2025-12-02T10:00');
  await played.write(MISAKI, 'はい', terms === null ? {} : { answers: terms });
  const [hanako, misaki] = await bookings(played);
  expect(hanako).toMatchObject({ state: 'confirmed', terms_sha256: sha(OLD_TEXT) });
  expect(misaki).toMatchObject({ state: 'confirmed', terms_sha256: sha(OLD_TEXT) });

  said = [];
  expect(await listTerms(desk(), outlet)).toBe(0);
  expect(said[0]).toBe('2025-03-11（今日の相談に使う規約）');
  expect(said.join('\n')).toContain('知らせた予約 3件、まだの予約 1件');
});

test('an answer to the notice of the change is no consent, and the seeker is told which mail is', async () => {
  await playWithTerms({});
  await played.write(MISAKI, ask('佐藤 美咲', '45010-10000003', '12月4日 10:00'));
  expect(await announce({ ...desk(), dryRun: false }, outlet)).toBe(0);
  await played.service.settle();
  expect((await lastMailTo(played, MISAKI.address)).text).toContain(
    'このメールに返信しても、予約は確定しません。\n先にお送りした【返信してください】のメールに返信してください。',
  );
  await played.answer(MISAKI, 'はい、同意します。');
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await played.openReasons()).toEqual(['reply_unclear']);
  const received = await lastMailTo(played, MISAKI.address);
  expect(received.text).toContain('利用規約の変更のお知らせへのご返信です。');
  expect(received.text).toContain('このメールに「はい」と書いて返信してください。');
  await played.answer(MISAKI, 'はい');
  expect((await bookings(played))[0]).toMatchObject({
    state: 'confirmed',
    terms_sha256: sha(OLD_TEXT),
  });
  expect(await played.openReasons()).toEqual([]);
});

test('where the office says so, the coming terms are sent to everybody from a day on', async () => {
  await playWithTerms({ sendFrom: '2025-11-26' });
  await played.write(HANAKO, ask('小林 花子', '45010-10000001', '12月3日 10:00'));
  await played.at('2025-11-26T09:00');
  await played.write(MISAKI, ask('佐藤 美咲', '45010-10000003', '12月4日 10:00'));
  expect((await bookings(played)).map(({ terms_sha256 }) => terms_sha256)).toEqual([
    sha(OLD_TEXT),
    sha(NEW_TEXT),
  ]);
  const kept = await played.office.store.read.selectFrom('terms').select('sha256').execute();
  expect(kept).toHaveLength(2);
});

test('a version that is not known or has no day is not announced, and that is said', async () => {
  played = await playOffice();
  expect(await announce({ ...desk(), dryRun: false }, outlet)).toBe(1);
  expect(said.at(-1)).toContain('"effectiveFrom"');
  expect(await announce({ ...desk(), version: '2024-01-01', dryRun: false }, outlet)).toBe(1);
  expect(said.at(-1)).toContain('あるのは 2025-03-11 です');
});
