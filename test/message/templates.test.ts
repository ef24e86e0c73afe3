/**
 * The mail texts as people get them: every template from disk, rendered, held against the rules
 * for plain mail on old phones, and against a golden file that a person has read.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAIL_KINDS, type MailKind } from '../../src/domain/mail-kind.ts';
import { type MailData, SAMPLE_DATA } from '../../src/message/mail-data.ts';
import { compileTemplates, TemplateProblem } from '../../src/message/templates.ts';
import { foreignCharacters } from './support/jis-x-0208.ts';
import { readTemplate, renderedMails, templateSources } from './support/mail-templates.ts';

const sources = templateSources();
const templates = compileTemplates(sources);
const terms = readTemplate('terms/2025-03-11.txt');

/**
 * Every value that a template prints, at its top level; what only `#if` and `#each` ask for is left
 * out.
 */
const PRINTED = MAIL_KINDS.flatMap((kind) => {
  const unconditional = sources[kind].replace(/\{\{#if (\w+)[\s\S]*?\{\{\/if\}\}/g, '');
  const keys = Object.keys(SAMPLE_DATA[kind]);
  const printed = keys.filter((key) => new RegExp(`\\{\\{${key}\\b`).test(unconditional));
  return printed.map((key): [MailKind, string] => [kind, key]);
});

const ABOUT_NO_BOOKING = /without-booking|call_us|^staff\.notice\.(morning|holidays|mailbox)/;

const mails = renderedMails(templates);
const seekerMails = mails.filter(({ name }) => name.startsWith('seeker.'));

describe.each(mails)('$name', ({ name, mail }) => {
  const { subject, text } = mail;

  it('reads as in its golden file', async () => {
    const golden = `./golden/${name}.txt`;
    await expect(`件名: ${subject}\n\n${text}`).toMatchFileSnapshot(golden);
  });

  it('has a subject of one line that names the booking and fits a list of mails', () => {
    expect(subject).toMatch(/^【[^】]{4,16}】\S/);
    expect(subject).not.toMatch(/[\r\n\t]/);
    expect([...subject].length).toBeLessThanOrEqual(60);
    if (!ABOUT_NO_BOOKING.test(name)) expect(subject).toMatch(/［予約番号 K7QM-2WXA］$/);
  });

  it('has only characters that every phone shows', () => {
    expect(foreignCharacters(subject + text)).toEqual([]);
    expect(subject + text).not.toMatch(/[～〜−‐—]/);
  });

  it('has short lines and short sentences', () => {
    const lines = text.split('\n').filter((line) => !line.startsWith('http'));
    expect(lines.filter((line) => [...line].length > 70)).toEqual([]);
    const sentences = lines.flatMap((line) => line.split('。'));
    expect(sentences.filter((sentence) => [...sentence].length > 50)).toEqual([]);
  });

  it('leaves no trace of the template, no gap and no blank at a line’s end', () => {
    expect(subject + text).not.toMatch(/\{\{|\}\}|undefined|null|\[object/);
    expect(text).not.toMatch(/\n{3}|[ \t]\n|^\n/);
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe.each(seekerMails)('$name, to a seeker', ({ name, mail }) => {
  const { subject, text } = mail;

  it('says whom it is for, who writes and how to phone', () => {
    const whom = name === 'seeker.notice.call_us' ? 'ご利用者' : '見本 花子';
    expect(text.startsWith(`${whom} 様\n\nハローワーク小林です。\n`)).toBe(true);
    expect(text).toContain('電話 0984-00-0000（平日 8時30分から17時15分まで）');
  });

  it('asks in its subject exactly where an answer is due', () => {
    const asks = name.startsWith('seeker.action.');
    expect(subject.startsWith('【返信してください】')).toBe(asks);
    if (asks) expect(text).toContain('■ してほしいこと');
  });

  it('names no 求職番号 and no 相談内容 (Article 8)', () => {
    expect(text).not.toMatch(/\d{5}-\d{4,8}/);
    expect(text.replace('連絡先電話番号', '')).not.toContain('相談内容');
  });
});

describe('the terms mail', () => {
  const { subject, text } = templates.render('seeker.action.terms', {
    ...SAMPLE_DATA['seeker.action.terms'],
    terms,
  });
  const top = text.slice(0, text.length - terms.length);

  it('ends with the terms byte for byte (6(3))', () => {
    expect(text.endsWith(terms)).toBe(true);
    expect(text.split(terms)).toHaveLength(2);
    expect(top.endsWith('ここから下は、利用規約の全文です。\n----------\n')).toBe(true);
  });

  it.each([
    ['terms without a last line end', '第1条\n終わり'],
    ['terms with blank lines at the end', '第1条\n終わり\n\n\n'],
    ['terms that look like a template', '{{name}} & <b>"規約"</b> {{{x}}}\n'],
  ])('adds and takes nothing: %s', (_, odd) => {
    const data = { ...SAMPLE_DATA['seeker.action.terms'], terms: odd };
    expect(templates.render('seeker.action.terms', data).text).toBe(top + odd);
  });

  it.each([
    ['what to do', 'このメールに返信してください。'],
    ['that an empty answer is enough', '何も書かずに返信してもかまいません。'],
    ['by when', '返信の期限は、2026年12月2日（水）23時59分です。'],
    ['that silence voids (6(4))', '期限までに返信が届かないときは、お申込みは無効になります。'],
    ['that it is no booking yet', '予約は、まだ確定していません。'],
    ['for when, and how long (6(1))', '2026年12月3日（木）10時00分から30分間です。'],
    ['the meeting', 'ミーティングID 000 0000 0000\nパスコード 000000\n'],
    ['that it is free (3)', '利用料は無料です。通信料や機器の費用は、ご自身の負担です。'],
    ['a private place (12(3))', '個室など、まわりに人がいない場所でご利用ください。'],
    ['no recording (12(2))', '録画と録音はできません。'],
    ['to announce others (12(3))', '通訳や介助の方が同席するときは、前もってお知らせください。'],
    ['to cancel by telephone (6(6))', '■ 都合が悪くなったとき\n電話でご連絡ください。'],
  ])('says above the terms: %s', (_, sentence) => {
    expect(top).toContain(sentence);
  });

  it('says what to do before all else, and the session in its subject', () => {
    const places = ['■ してほしいこと', '■ 相談の日時', '■ Zoomの入り方', '■ 知っておいて'];
    const found = places.map((place) => top.indexOf(place));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found[0]).toBeGreaterThan(0);
    expect(subject).toContain('12月3日（木）10時00分からの');
  });
});

describe('the confirmation', () => {
  const { text } = templates.render(
    'seeker.notice.confirmed',
    SAMPLE_DATA['seeker.notice.confirmed'],
  );

  it.each([
    ['the app works (12(4))', 'Zoomのアプリが使えること。'],
    ['the line works (12(4))', '通信が安定してつながること。'],
    ['a supported system (12(4))', '端末のOSのサポートが続いていて、最新の更新が済んでいること。'],
    [
      'a firewall (12(4))',
      'Windowsファイアウォールなどが有効で、必要なサービスだけを許可していること。',
    ],
    ['current software (12(4))', '使うブラウザとソフトウェアが、最新になっていること。'],
    ['no recording (12(2))', '録画と録音はできません。'],
    ['a private place (12(3))', '個室など、まわりに人がいない場所でご利用ください。'],
    ['to announce others (12(3))', '通訳や介助の方が同席するときは、前もってお知らせください。'],
    ['the costs of the line (12(5))', '通信料は、ご自身の負担です。'],
    ['to cancel by telephone (6(6))', 'キャンセルは、電話でお受けします。'],
    ['the ten minutes (6(6))', '開始の時刻から10分を過ぎると、キャンセルとみなします。'],
    ['what may follow (6(6))', 'ご利用をお断りすることがあります。'],
  ])('says: %s', (_, sentence) => {
    expect(text).toContain(sentence);
  });
});

describe('what the templates are given', () => {
  it.each(['seeker.action.terms', 'seeker.notice.confirmed'] as const)(
    'the passcode in the link of %s survives',
    (kind) => {
      const url = "https://zoom.example/j/1?pwd=a&b='c'<d>=";
      const zoom = { meetingId: '1', passcode: 'x&y', url };
      const { text } = templates.render(kind, {
        ...SAMPLE_DATA[kind],
        zoom,
      } as MailData[typeof kind]);
      expect(text).toContain(`\n${url}\n`);
      expect(text).toContain('\nパスコード x&y\n');
    },
  );

  it.each(PRINTED)('%s without its value %s is an error, not a mail with a blank', (kind, key) => {
    const data: Record<string, unknown> = { ...SAMPLE_DATA[kind] };
    delete data[key];
    const render = () => templates.render(kind, data as unknown as MailData[typeof kind]);
    expect(render).toThrow(TemplateProblem);
    expect(render).toThrow(`templates/${kind}.hbs`);
  });

  it('a template that asks for an unknown value is refused when it is compiled', () => {
    const broken = { ...sources, 'seeker.notice.void': '件名: x\n\n{{nobodyKnows}}\n' };
    expect(() => compileTemplates(broken)).toThrow(TemplateProblem);
    expect(() => compileTemplates(broken)).toThrow('templates/seeker.notice.void.hbs');
  });

  it('a template without a subject line is refused', () => {
    const broken = { ...sources, 'staff.notice.done': 'こんにちは\n' };
    expect(() => compileTemplates(broken)).toThrow(
      'templates/staff.notice.done.hbs: the first line',
    );
  });

  it('a name that spans lines cannot reach the subject', () => {
    const data = { ...SAMPLE_DATA['seeker.notice.receipt'], name: '花子\nBcc: a@b.example' };
    expect(templates.render('seeker.notice.receipt', data).subject).not.toContain('Bcc');
  });
});

it('every golden file belongs to a mail that is tested', () => {
  const files = readdirSync(new URL('./golden/', import.meta.url));
  expect(files.sort()).toEqual(mails.map(({ name }) => `${name}.txt`).sort());
});
