/**
 * The restatement of the terms that the repository carries: complete article by article, in
 * words of its own, and recognisable as a restatement.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foreignCharacters } from './support/jis-x-0208.ts';
import { readTemplate } from './support/mail-templates.ts';

const terms = readTemplate('terms/2025-03-11.txt');
const lines = terms.split('\n');

/** Paragraphs (1), (2) … that each article of the source has; 0 where it has none. */
const PARAGRAPHS: Record<string, number> = {
  第1条: 0,
  第2条: 2,
  第3条: 0,
  第4条: 0,
  第5条: 6,
  第6条: 6,
  第7条: 2,
  第8条: 2,
  第9条: 2,
  第10条: 0,
  第11条: 0,
  第12条: 5,
  第13条: 2,
  第14条: 0,
};

/** The text of each article, by its number. */
const articles = new Map(
  terms
    .split(/^(?=第\d+条（)/m)
    .slice(1)
    .map((article) => [/^第\d+条/.exec(article)?.[0] ?? '', article]),
);

describe('the restated terms', () => {
  it('begin with the line by which a restatement is known, and say what prevails', () => {
    expect(lines[0]).toBe(
      '【この文面は規約の言い換えです。ハローワークの正式な規約に差し替えてください。】',
    );
    expect(lines[2]).toBe('オンライン職業相談等利用規約（要約版）');
    expect(lines.slice(3, 8).join('')).toContain('正式な規約が優先します');
  });

  it('have all fourteen articles in their order', () => {
    expect([...articles.keys()]).toEqual(Object.keys(PARAGRAPHS));
  });

  it.each(Object.entries(PARAGRAPHS))('%s has its %i paragraphs', (article, count) => {
    const numbers = [...(articles.get(article) ?? '').matchAll(/^\((\d)\) \S/gm)];
    expect(numbers.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: count }, (_, i) => i + 1),
    );
  });

  it.each([
    ['第2条', ['求職登録', 'オンラインでの登録も']],
    ['第3条', ['無料', '通信機器', '通信料', '利用する方の負担']],
    ['第4条', ['ZOOM', '同意があったものとみなします']],
    ['第5条', ['ウイルス感染', '使用を禁止', 'Winny', 'Share', '有償版']],
    ['第6条', ['30分', '原則として', '前日', '5項目', '10分', '電話', '無効', '後日']],
    ['第6条', ['予約サイト', 'オンライン・ハローワークシステム', '返信の必要はありません']],
    ['第6条', ['予約確定メールが登録のメールアドレスに届くと', '予約システムでもキャンセル']],
    ['第6条', ['求職者マイページのアカウント', 'その場での予約で確定', 'お断りすることがあります']],
    ['第7条', ['個々の端末が特定できる形では公開しません', '法令', '捜査機関']],
    ['第8条', ['職業安定法第5条の4', '第12条(3)']],
    ['第9条', ['第三者', 'サイバー攻撃', '災害', '停電']],
    ['第11条', ['法律、政令、省令、条例、規則、命令']],
    ['第12条', ['脅迫', '録画と録音', '個室', '通訳や介助者', '第4条', '従量制']],
    ['第13条', ['承諾を得ないで', '効力が生じる時期', '告知します', '一般の利益', '合理的']],
    ['第14条', ['日本法', '宮崎地方裁判所', '第一審', '専属的合意管轄']],
  ])('%s keeps what it is about', (article, facts) => {
    const text = articles.get(article) ?? '';
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
  });

  it('ask for the five items of 6(2) in the order of the terms', () => {
    const items = (articles.get('第6条') ?? '').match(/^[①-⑤] .+$/gm);
    expect(items).toEqual([
      '① 氏名',
      '② 求職番号',
      '③ 希望日時（何月何日の何時何分から）',
      '④ 連絡先電話番号',
      '⑤ 相談内容',
    ]);
  });

  it('have three points under 12(4), 12(5) after them, and the two dates at the foot', () => {
    const twelve = articles.get('第12条') ?? '';
    expect(twelve.slice(twelve.indexOf('(4)'), twelve.indexOf('(5)')).match(/^・/gm)).toHaveLength(
      3,
    );
    expect(lines.slice(-4)).toEqual([
      '令和5年10月1日',
      '令和7年3月11日',
      '小林公共職業安定所長',
      '',
    ]);
  });

  it('are plain text: LF, one newline at the end, characters of JIS X 0208 but for ① to ⑤', () => {
    expect(terms).not.toMatch(/\r|\t| $|\n{3}|^\uFEFF/m);
    expect(terms.endsWith('\n') && !terms.endsWith('\n\n')).toBe(true);
    expect(foreignCharacters(terms)).toEqual(['①', '②', '③', '④', '⑤']);
  });

  it('break no line within a sentence', () => {
    const body = lines.filter(
      (line) => /^(\(\d\)|・|第\d+条|[①-⑤]|令和|小林|オンライン)/.test(line) === false,
    );
    const broken = body.filter((line) => line !== '' && !/[。】]$/.test(line));
    expect(broken).toEqual(['この規約について']);
  });
});

const SOURCE = new URL('../../../shared/terms-of-use.ja.txt', import.meta.url);
const hasSource = existsSync(SOURCE);
if (!hasSource) console.warn('skipped: ../shared/terms-of-use.ja.txt is not here');

describe.skipIf(!hasSource)('against the office’s own text (../shared)', () => {
  const LONGEST_SHARED = 17;
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

  it('no line shares a run of 18 characters with it', () => {
    const source = plain(readFileSync(SOURCE, 'utf8'));
    const length = LONGEST_SHARED + 1;
    const shared = lines
      .map(plain)
      .flatMap((line) =>
        [...line]
          .map((_, i) => line.slice(i, i + length))
          .filter((run) => run.length === length && source.includes(run)),
      );
    expect(shared).toEqual([]);
  });

  it('it names every article that the source names, and no other', () => {
    const numbers = (text: string) =>
      new Set([...text.matchAll(/^\s*第\s*(\d+)\s*条/gm)].map(([, number]) => number));
    expect(numbers(terms)).toEqual(numbers(readFileSync(SOURCE, 'utf8')));
  });
});
