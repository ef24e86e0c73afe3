import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { explanationOf } from '../../src/commands/explain/explanation.ts';
import { type ExplanationRecord, recordOf } from '../../src/commands/explain/record.ts';
import { readInstant, referenceOf } from '../../src/commands/explain/reference.ts';
import { reportOf } from '../../src/commands/explain/report.ts';
import { readConfig } from '../../src/config.ts';
import { senderOf } from '../../src/flow/arrival/understand.ts';
import { judgeOrigin } from '../../src/message/origin.ts';
import { parseMessage } from '../../src/message/parse.ts';

const ROOT = join(import.meta.dirname, '../..');
const MAILS = join(ROOT, 'test/fixtures/mail');
const NOW = '2026-11-24T09:00:00+09:00';
const DESK = 'madoguchi@office.example.jp';
const OFFICE = 'online@office.example.jp';
const present = Temporal.Instant.from(NOW);
const SITES = readConfig(join(ROOT, 'config.example.json')).bookingSite;

const folder = mkdtempSync(join(tmpdir(), 'uketsuke-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Written {
  from?: string;
  subject?: string;
  headers?: string[];
  text: string;
}

function source({ from = 'hanako@example.ne.jp', subject = '', headers = [], text }: Written) {
  const fields = [`From: ${from}`, `To: ${OFFICE}`, `Subject: ${subject}`, ...headers];
  const type = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'];
  return Buffer.from(
    [...fields, ...type, 'Content-Transfer-Encoding: 8bit', '', text].join('\r\n'),
  );
}

async function explained(written: Written) {
  const message = await parseMessage(source(written), { authservId: 'mx.example.jp' });
  const verdict = judgeOrigin(message, { ownAddresses: [OFFICE], isOwnMessageId: () => false });
  const reference = referenceOf(message, { told: present, present });
  const mail = { message, verdict, sender: senderOf(message), arrivedAt: reference.at };
  const explanation = explanationOf(mail, (sender) => sender === DESK, SITES);
  return {
    record: recordOf('mail.eml', explanation),
    report: reportOf('mail.eml', explanation, reference).join('\n'),
  };
}

const FORM = [
  '①氏名　小林 花子',
  '②求職番号　45010-10000001',
  '③希望日時　12月3日（木）10：00～',
  '④連絡先電話番号　090-0000-0001',
  '⑤相談内容　応募書類の書き方',
].join('\n');
const IN_THREAD = ['In-Reply-To: <a.b.c@office.example.jp>'];

describe('the record of a request', () => {
  test('holds the five items, with the wish in the form of the labelled data', async () => {
    const { record } = await explained({ text: `${FORM}\n通訳が同席します。` });
    expect(record).toEqual({
      file: 'mail.eml',
      kind: 'request',
      because: expect.stringContaining('求職番号'),
      sender: { address: 'hanako@example.ne.jp', authenticated: null },
      items: {
        name: '小林 花子',
        seekerNumber: '45010-10000001',
        wishes: [{ kind: 'exact', start: '2026-12-03T10:00:00+09:00' }],
        phone: '090-0000-0001',
        topic: expect.stringContaining('応募書類'),
        attendants: ['interpreter'],
      },
      missing: [],
      unclear: [],
      replyIntent: null,
      unquotedText: expect.stringContaining('小林 花子'),
    });
  });

  test('lists several wishes one by one, the dearest first', async () => {
    const text = FORM.replace(/③.*/, '③希望日時 第一希望 12月3日10時、第二希望 12月4日14時');
    const { record } = await explained({ text });
    expect(record.items.wishes).toEqual([
      { kind: 'exact', start: '2026-12-03T10:00:00+09:00' },
      { kind: 'exact', start: '2026-12-04T14:00:00+09:00' },
    ]);
  });

  test('names what is missing and what must be asked back', async () => {
    const text = FORM.replace(/③.*/, '③希望日時 12月3日 3時').replace(/④.*\n/, '');
    const { record, report } = await explained({ text });
    expect(record.missing).toEqual(['phone']);
    expect(record.unclear).toEqual(['datetime']);
    expect(record.items.wishes).toMatchObject([{ kind: 'ambiguous', reason: 'am_pm' }]);
    expect(report).toContain('足りない　　電話番号');
    expect(report).toContain('1通のメールでたずねます');
  });
});

describe('the kind', () => {
  const cases: [title: string, mail: Written, expected: Partial<ExplanationRecord>][] = [
    [
      'an answer in a thread is a reply with its intent',
      { subject: 'Re: ご予約', headers: IN_THREAD, text: 'はい、参加します。' },
      { kind: 'reply', replyIntent: 'confirm', missing: [] },
    ],
    [
      'our code in the subject makes a thread',
      { subject: 'Re: ご予約 [予約番号 K7QM-2WXA]', text: '今回は遠慮します。' },
      { kind: 'reply', replyIntent: 'decline' },
    ],
    [
      'a date in a thread is an answer and no request',
      { headers: IN_THREAD, text: '12月4日の10時でお願いします。' },
      { kind: 'reply' },
    ],
    [
      'a request with its own number in an old thread is a request',
      { subject: 'Re: ご予約', headers: IN_THREAD, text: FORM },
      { kind: 'request', replyIntent: null },
    ],
    [
      'a filled-in form without number and date is a request',
      { text: '①氏名　小林 花子\n④連絡先電話番号　090-0000-0001\n⑤相談内容　応募書類の書き方' },
      { kind: 'request', missing: ['seekerNumber', 'datetime'] },
    ],
    ['a greeting is neither', { text: 'いつもお世話になっております。' }, { kind: 'other' }],
    [
      'an out-of-office answer in a thread is a machine',
      { headers: [...IN_THREAD, 'Auto-Submitted: auto-replied'], text: 'はい、参加します。' },
      { kind: 'machine', replyIntent: null },
    ],
    [
      'a staff address is a counselor',
      { from: DESK, text: FORM },
      { kind: 'counselor', missing: [] },
    ],
    [
      'a booking site’s notice is told from other robots by what it names',
      {
        from: 'no-reply@yoyaku.example.jp',
        text: 'お名前：小林 花子\n求職番号：45010-10000001\n予約日時：2026年12月3日(木) 15:00 ～ 15:30',
      },
      { kind: 'site_notice' },
    ],
    [
      'a newsletter is a machine',
      { from: 'no-reply@shop.example.jp', text: '12月3日 10時からセールです。' },
      { kind: 'machine' },
    ],
  ];
  test.each(cases)('%s', async (_title, mail, expected) => {
    expect((await explained(mail)).record).toMatchObject(expected);
  });
});

describe('a reply that names a time', () => {
  const subject = 'Re: 【返信してください】12月3日（木）10時00分からのオンライン職業相談';
  const quoted = [
    '> 返信の期限は、2026年12月2日（水）23時59分です。',
    '> ■ 相談の日時',
    '> 2026年12月3日（木）10時00分から30分間です。',
  ].join('\n');
  const cases: [title: string, mail: Written, intent: string][] = [
    [
      'of the session in its subject confirms',
      { subject, text: '12月3日の10時に参加します。' },
      'confirm',
    ],
    [
      'beside the session in its subject wants a change',
      { subject, text: '12月10日の10時にしてください。' },
      'change',
    ],
    [
      'of the session that it quotes confirms',
      {
        text: `12月3日の10時に参加します。\n\n2026年11月24日(火) 10:00 ハローワーク <${OFFICE}>:\n\n${quoted}`,
      },
      'confirm',
    ],
    [
      'of the deadline that it quotes wants a change',
      {
        text: `12月2日の10時にしてください。\n\n2026年11月24日(火) 10:00 ハローワーク <${OFFICE}>:\n\n${quoted}`,
      },
      'change',
    ],
  ];
  test.each(cases)('%s', async (_title, mail, intent) => {
    const { record } = await explained({ ...mail, headers: IN_THREAD });
    expect(record.replyIntent).toBe(intent);
  });
});

describe('what a counselor writes', () => {
  test('a word in a thread is shown as the word it is read as', async () => {
    const { report } = await explained({
      from: DESK,
      headers: IN_THREAD,
      text: '変更 12/4 10:00',
    });
    expect(report).toContain('変更 2026年12月4日（金）10時00分');
  });

  test('済 in a thread settles what is to be read; in a memo it is none of the words', async () => {
    const { report } = await explained({ from: DESK, headers: IN_THREAD, text: '確認済みです。' });
    expect(report).toContain('判断が要るものは、どのことばで決まるかを知らせます。');
    const { record } = await explained({ from: DESK, text: `${FORM}\n確認済み` });
    expect(record.items.seekerNumber).toBe('45010-10000001');
  });

  test('a forwarded request is a memo, even with the thread of what it forwards', async () => {
    const { record } = await explained({
      from: DESK,
      subject: 'FW: 予約',
      headers: ['References: <x@example.ne.jp>'],
      text: `転送します。\n\n-----Original Message-----\nFrom: 小林 花子 <hanako@example.ne.jp>\nSent: Monday, November 23, 2026 9:00 AM\nTo: ${DESK}\nSubject: 予約\n\n${FORM}`,
    });
    expect(record.kind).toBe('counselor');
    expect(record.items.seekerNumber).toBe('45010-10000001');
    expect(record.unquotedText).not.toContain('転送します');
  });
});

describe('the sender', () => {
  const results = (value: string) => [`Authentication-Results: mx.example.jp; ${value}`];
  test.each([
    ['dmarc=pass', true],
    ['dmarc=fail', false],
    ['spf=pass', true],
    ['spf=fail', false],
    ['spf=none', null],
  ])('%s is told as authenticated: %s', async (value, expected) => {
    const { record } = await explained({ headers: results(value), text: FORM });
    expect(record.sender.authenticated).toBe(expected);
  });

  test('who is not proven moves nothing, whatever he writes', async () => {
    const headers = [...results('dmarc=fail'), ...IN_THREAD];
    const { report } = await explained({ headers, text: 'はい、参加します。' });
    expect(report).toContain('差出人を確かめられないので、予約は動かしません');
  });
});

describe('the report', () => {
  test('shows each value with the line it comes from, in one column', async () => {
    const { report } = await explained({ text: FORM });
    expect(report).toContain(
      '求職番号　　45010-10000001　←項目名のある行「②求職番号　45010-10000001」',
    );
    expect(report).toContain('希望日時　　2026年12月3日（木）10時00分');
  });

  test('tells of text that cannot be read for sure, and begins nothing with it', async () => {
    const { report } = await explained({ from: 'a@example.com, b@example.com', text: FORM });
    expect(report).toContain('差出人が２人以上書かれています。');
    expect(report).toContain('この先　　　文字や引用を確かに読み取れないので');
  });

  test('lets no control sign of a mail reach the terminal', async () => {
    const { report } = await explained({ text: `${FORM}\n\u001b[2J\u009b31m\u202e` });
    expect(report).not.toMatch(/[\u001b\u009b\u202e]/);
  });
});

describe('the reference', () => {
  const dated = async (date: string) => {
    const message = await parseMessage(source({ headers: [`Date: ${date}`], text: '' }), {
      authservId: null,
    });
    const { at, from } = referenceOf(message, { told: null, present });
    return [at.toString({ timeZoneName: 'never' }), from];
  };
  test.each([
    ['Wed, 25 Nov 2026 12:10:44 +0900', '2026-11-25T12:10:44+09:00'],
    ['Wed, 25 Nov 2026 03:10:44 +0000 (UTC)', '2026-11-25T12:10:44+09:00'],
    ['25 Nov 2026 03:10:44 GMT', '2026-11-25T12:10:44+09:00'],
    ['Wed, 25 Nov 2026 12:10:44 +0900 (JST)', '2026-11-25T12:10:44+09:00'],
    ['Wed, 25 Nov 2026 12:10:44 JST', '2026-11-25T12:10:44+09:00'],
    ['Wed, 25 Nov 2026 12:10:44', '2026-11-25T12:10:44+09:00'],
    ['Wed, 25 Nov 26 03:10 UT', '2026-11-25T12:10:00+09:00'],
    ['Tue, 24 Nov 2026 22:10:44 EST', '2026-11-25T12:10:44+09:00'],
  ])('is the Date "%s" in Japanese time', async (date, expected) => {
    expect(await dated(date)).toEqual([expected, 'date']);
  });

  test.each(['', 'sometime', '31 Feb 2026 10:00:00 +0900', '2026'.repeat(40)])(
    'is the present where the Date is "%s"',
    async (date) => {
      expect(await dated(date)).toEqual(['2026-11-24T09:00:00+09:00', 'present']);
    },
  );

  test('as an option means Japanese time where it has no offset', () => {
    expect(readInstant('2026-11-24T09:00')?.equals(present)).toBe(true);
    expect(readInstant('2026-11-24T00:00:00Z')?.equals(present)).toBe(true);
    expect(readInstant('tomorrow')).toBeNull();
  });
});

describe('the command line', () => {
  function cli(args: string[], input = '') {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['src/uketsuke.js', 'explain', ...args],
      { cwd: ROOT, encoding: 'utf8', input, env: { ...process.env, TZ: 'America/New_York' } },
    );
    return { stdout, stderr, status };
  }
  const mail = (name: string) => join(MAILS, name);
  const records = (stdout: string): ExplanationRecord[] =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ExplanationRecord);

  test('explains several files as one object each, and goes on after one that is not there', () => {
    const request = mail('reply/98-new-request.eml');
    const { stdout, stderr, status } = cli([
      '--json',
      request,
      join(folder, 'nix.eml'),
      mail('machine/42-ezweb-unknown-user.eml'),
      mail('reply/14-iphone.eml'),
    ]);
    expect(records(stdout).map(({ kind }) => kind)).toEqual(['request', 'bounce', 'reply']);
    expect(records(stdout)[0]?.items.wishes).toEqual([
      { kind: 'exact', start: '2026-12-07T14:00:00+09:00' },
    ]);
    expect(stderr).toBe(`${join(folder, 'nix.eml')}：ファイルがありません。\n`);
    expect(status).toBe(1);
  });

  test('reads the standard input, refers to --now, and knows staff and server by the config', () => {
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify(CONFIG));
    const written = source({
      from: DESK,
      headers: ['Authentication-Results: mx.example.jp; dmarc=pass'],
      text: FORM.replace(/③.*/, '③希望日時 明日10時'),
    });
    const { stdout, status } = cli(
      ['--json', '--now', NOW, '--config', config, '-'],
      written.toString(),
    );
    expect(records(stdout)).toMatchObject([
      {
        file: '-',
        kind: 'counselor',
        sender: { authenticated: true },
        items: { wishes: [{ start: '2026-11-25T10:00:00+09:00' }] },
      },
    ]);
    expect(status).toBe(0);
  });

  test('says in Japanese what it read, for people', () => {
    const { stdout, status } = cli([mail('reply/98-new-request.eml')]);
    expect(stdout).toContain('種類　　　　申込み');
    expect(stdout).toContain('この先');
    expect(status).toBe(0);
  });

  test('tells of bytes that are no mail, of a folder and of a bad --now in one line each', () => {
    const empty = join(folder, 'empty.eml');
    writeFileSync(empty, '\n');
    const { stderr, stdout, status } = cli(['--json', empty, folder]);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('メールとして読み取れません');
    expect(stderr).toContain('フォルダーです');
    expect([stdout, status]).toEqual(['', 1]);
    const late = cli(['--now', 'tomorrow', mail('reply/14-iphone.eml')]);
    expect([late.stderr.trim().split('\n').length, late.status]).toEqual([1, 1]);
  });
});

/** No password is at hand: explaining logs in nowhere. */
const CONFIG = {
  office: { name: 'ハローワーク', telephone: '0984-00-0000' },
  staff: { addresses: [DESK], notify: DESK },
  imap: { host: 'imap.example.jp', port: 993, tls: 'implicit', user: 'u', password: { env: 'NO' } },
  smtp: {
    host: 'smtp.example.jp',
    port: 465,
    tls: 'implicit',
    from: { name: 'ハローワーク', address: OFFICE },
  },
  authservId: 'mx.example.jp',
  lanes: [
    {
      id: 'A',
      counselor: '窓口',
      zoom: { meetingId: '0', passcode: '0', url: 'https://zoom.example/j/0' },
    },
  ],
};

describe('a booking site’s notice', () => {
  const SITE = 'yoyaku@site.example.jp';
  const robot = ['Auto-Submitted: auto-generated'];
  const text = [
    '予約番号：A-1001',
    '予約日時：2026年12月3日（木）10：00～10：30',
    'お名前：小林 花子 様',
    '求職番号：45010-10000001',
    '電話番号：090-0000-0001',
    'ご相談内容：応募書類の書き方',
  ].join('\n');

  test('that the config knows is told with its items and what the bot does', async () => {
    const { record, report } = await explained({
      from: SITE,
      subject: '【予約完了】オンライン職業相談',
      headers: robot,
      text,
    });
    expect(record).toMatchObject({
      kind: 'site_notice',
      items: {
        name: '小林 花子',
        seekerNumber: '45010-10000001',
        phone: '090-0000-0001',
        topic: '応募書類の書き方',
      },
      missing: [],
      unclear: [],
    });
    expect(report).toContain('予約サイト「予約サイト」の通知');
    expect(report).toContain('確定した予約として記録します');
  });

  test('of a cancellation is one, too', async () => {
    const { record, report } = await explained({
      from: SITE,
      subject: '【予約キャンセル】オンライン職業相談',
      headers: robot,
      text: '予約番号：A-1001',
    });
    expect(record.kind).toBe('site_notice');
    expect(report).toContain('枠を空けます');
  });
});
