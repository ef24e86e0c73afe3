/**
 * `uketsuke seekers`: an office's list into the register, line by line, and out again. Through
 * the command line's own workers, on real files and a real database.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportSeekers } from '../../src/commands/seekers/export.ts';
import { importSeekers } from '../../src/commands/seekers/import.ts';
import { showSeeker } from '../../src/commands/seekers/show.ts';
import { wholeRegister } from '../../src/store/register.ts';
import { putSeeker } from '../../src/store/seekers.ts';
import { openStore } from '../../src/store/store.ts';

let folder = '';
let configPath = '';
let said: string[] = [];
let complained: string[] = [];
const outlet = {
  out: (line: string) => said.push(line),
  complain: (line: string) => complained.push(line),
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-seekers-'));
  configPath = join(folder, 'config.json');
  const example = JSON.parse(
    readFileSync(`${import.meta.dirname}/../../config.example.json`, 'utf8'),
  );
  writeFileSync(configPath, JSON.stringify({ ...example, database: 'office.sqlite' }));
  await (await openStore(join(folder, 'office.sqlite'))).close();
  said = [];
  complained = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = '求職番号,氏名,メールアドレス,電話番号';

function listFile(content: string | Uint8Array): string {
  const file = join(folder, 'list.csv');
  writeFileSync(file, content);
  return file;
}

function take(content: string | Uint8Array, options: { dryRun?: true; skipRefused?: true } = {}) {
  const { dryRun = false, skipRefused = false } = options;
  return importSeekers({ configPath, file: listFile(content), dryRun, skipRefused }, outlet);
}

async function register() {
  const store = await openStore(join(folder, 'office.sqlite'));
  const seekers = await wholeRegister(store.read);
  await store.close();
  return seekers.map(({ registeredAt: _, ...seeker }) => seeker);
}

describe('before the first start', () => {
  const database = () => join(folder, 'data/new.sqlite');
  beforeEach(() => {
    const config = JSON.parse(readFileSync(configPath, 'utf8'));
    writeFileSync(configPath, JSON.stringify({ ...config, database: 'data/new.sqlite' }));
  });
  const list = [HEADER, '45010-1234567,小林 花子,hanako@mail.example.jp,0984-00-0001'].join('\n');

  test('a list makes the database that the bot then finds', async () => {
    expect(await take(list)).toBe(0);
    expect(said.at(-1)).toBe('新しい方 1人、変わった方 0人、変わらない方 0人');
    const store = await openStore(database());
    expect(await wholeRegister(store.read)).toMatchObject([{ seekerNumber: '45010-1234567' }]);
    await store.close();
  });

  test('a trial makes none', async () => {
    expect(await take(list, { dryRun: true })).toBe(0);
    expect(said.at(-1)).toMatch(/^新しい方 1人、変わった方 0人/);
    expect(existsSync(database())).toBe(false);
  });
});

describe('a list', () => {
  test('is taken in with its columns in any order, and what is not used is named', async () => {
    const list = [
      'ハローワーク小林 求職者一覧,,,,',
      '連絡先電話番号,フリガナ,マイページのメールアドレス,求職者番号,氏 名',
      '０９０－００００－０００１,コバヤシ,".a..b.@docomo.ne.jp",４５０１０ー１２３４５６７,"小林　 花子"',
      '"090(0000)0002",ヤマダ,TARO@Example.com,4501010000002,山田 太郎',
      '',
    ].join('\r\n');
    expect(await take(list)).toBe(0);
    expect(await register()).toEqual([
      {
        seekerNumber: '45010-10000002',
        name: '山田 太郎',
        address: 'TARO@example.com',
        phone: '090-0000-0002',
        refusedReason: null,
      },
      {
        seekerNumber: '45010-1234567',
        name: '小林 花子',
        address: '.a..b.@docomo.ne.jp',
        phone: '090-0000-0001',
        refusedReason: null,
      },
    ]);
    expect(said).toContain('使わなかった列：フリガナ');
    expect(said.at(-1)).toBe('新しい方 2人、変わった方 0人、変わらない方 0人');
    expect(complained).toEqual([]);
  });

  test('in CP932 keeps 髙, 﨑 and ①', async () => {
    const name = [0xfb, 0xfc, 0x8b, 0xb4, 0x20, 0x87, 0x40, 0xfa, 0xb1];
    const bytes = [
      ...[0x8b, 0x81, 0x90, 0x45, 0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x8e, 0x81, 0x96, 0xbc, 0x2c],
      ...Buffer.from('mail\r\n45010-10000001,'),
      ...name,
      ...Buffer.from(',a@example.jp\r\n'),
    ];
    expect(await take(Uint8Array.from(bytes))).toBe(0);
    expect(await register()).toMatchObject([{ name: '髙橋 ①﨑' }]);
    expect(said[0]).toContain('Shift_JIS');
  });

  test.each([
    ['姓,名,求職番号,アドレス\n小林,花子,45010-10000001,h@example.jp', '小林 花子'],
    ['求職No.\t氏名（漢字）\tE-mail\n45010-10000001\t小林 花子\th@example.jp', '小林 花子'],
    ['氏名,求職番号,メール\n小林 花子,45010-10000001,', '小林 花子'],
  ])('with other headers: %j', async (list, name) => {
    expect(await take(list)).toBe(0);
    expect(await register()).toMatchObject([{ seekerNumber: '45010-10000001', name }]);
  });

  test('takes the My-Page address where there are two, and the number of the row for nothing', async () => {
    const list =
      'No,番号,求職番号,氏名,メールアドレス,マイページ\n1,2,45010-10000001,小林,x@example.jp,y@example.jp';
    expect(await take(list)).toBe(0);
    expect(await register()).toMatchObject([{ address: 'y@example.jp' }]);
    expect(said).toContain('使わなかった列：No、番号、メールアドレス');
  });

  test.each([
    ['番号,氏名,メール\n1,小林,a@example.jp', '「求職番号」の列がありません'],
    ['求職番号,メール\n45010-10000001,a@example.jp', '「氏名」の列がありません'],
    ['求職番号,氏名\n45010-10000001,小林', '「メールアドレス」の列がありません'],
    ['求職番号,氏名,氏名,メール\n', '「氏名」の列が二つあります'],
    ['', '行がありません'],
    ['求職番号,氏名,メール\n45010-1,"小林', '2行目から始まる引用符'],
  ])('that cannot be understood changes nothing: %j', async (list, words) => {
    expect(await take(list)).toBe(1);
    expect(complained.join('\n')).toContain(words);
    expect(complained.at(-1)).toBe('名簿は変えていません。');
  });

  test('that is not there is told by its name', async () => {
    const file = join(folder, 'missing.csv');
    expect(
      await importSeekers({ configPath, file, dryRun: false, skipRefused: false }, outlet),
    ).toBe(1);
    expect(complained[0]).toContain('missing.csv：ファイルを読めません（ENOENT）');
  });
});

/** [the line, the value and the reason that are told] */
const REFUSED: [string, string, string][] = [
  ['45010,小林 花子,a@example.jp,', '45010', '4桁から8桁'],
  ['4501-10000001,小林 花子,a@example.jp,', '4501-10000001', '5桁の数字、ハイフン'],
  ['4.50101E+12,小林 花子,a@example.jp,', '4.50101E+12', '指数の表示'],
  ['99010-10000001,小林 花子,a@example.jp,', '99010-10000001', '01から47'],
  [',小林 花子,a@example.jp,', '', '求職番号が空'],
  ['45010-10000001, ,a@example.jp,', ' ', '氏名が空'],
  ['45010-10000001,小林\uE000,a@example.jp,', '小林\uE000', '外字'],
  ['45010-10000001,小林 花子,hanako(at)example.jp,', 'hanako(at)example.jp', '形ではありません'],
  ['45010-10000001,小林 花子,a@example.jp;b@example.jp,', 'a@example.jp;b@example.jp', '1つだけ'],
  ['45010-10000001,小林 花子,花子@example.jp,', '花子@example.jp', '半角'],
  ['45010-10000001,小林 花子,a@localhost,', 'a@localhost', '形ではありません'],
  ['45010-10000001,小林 花子,a@example.jp,0120-000-000', '0120-000-000', '電話番号の形'],
  ['45010-10000001,小林 花子,a@example.jp,090-0000-00', '090-0000-00', '電話番号の形'],
  [
    '45010-10000001,小林 花子,a@example.jp,090-0000-0001/0984-23-0000',
    '090-0000-0001/0984-23-0000',
    '1つだけ',
  ],
];

describe('a line that does not fit', () => {
  test.each(REFUSED)('%s is refused with line, value and reason', async (line, value, reason) => {
    expect(await take(`${HEADER}\n45010-20000002,山田 太郎,t@example.jp,\n${line}\n`)).toBe(1);
    expect(complained[0]).toContain(`3行目「${value}」：`);
    expect(complained[0]).toContain(reason);
    expect(await register()).toEqual([]);
  });

  test('with bytes that are no character is refused, and nothing is stored in their place', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\n45010-10000001,小`),
      Buffer.from([0xff]),
      Buffer.from(',a@example.jp,\n45010-10000002,山田,b@example.jp,\n'),
    ]);
    expect(await take(bytes)).toBe(1);
    expect(complained[0]).toContain('2行目');
    expect(complained[0]).toContain('読めない文字');
    expect(await register()).toEqual([]);
    expect(await take(bytes, { skipRefused: true })).toBe(1);
    expect(await register()).toMatchObject([{ name: '山田' }]);
  });

  test('lets the others in only where that is wished', async () => {
    const list = `${HEADER}\n45010-10000001,小林 花子,a@example.jp,\nx,y,z,\n`;
    expect(await take(list)).toBe(1);
    expect(complained.join()).toContain('--skip-refused');
    expect(await register()).toEqual([]);
    expect(await take(list, { skipRefused: true })).toBe(1);
    expect(await register()).toHaveLength(1);
  });

  test('a number twice: the same words count once, of different ones neither is taken', async () => {
    const same = '45010-10000001,小林 花子,a@example.jp,\n';
    const list = `${HEADER}\n${same}${same}45010-10000002,山田,b@example.jp,\n4501010000002,山田,c@example.jp,\n`;
    expect(await take(list, { skipRefused: true })).toBe(1);
    expect(said.join()).toContain('同じ内容の重なり 1行');
    expect(complained[0]).toContain('5行目「45010-10000002」：4行目に同じ求職番号');
    expect(await register()).toMatchObject([{ seekerNumber: '45010-10000001' }]);
  });

  test('a telephone number that lost its zero to Excel gets it back, and that is said', async () => {
    const list = `${HEADER}\n45010-10000001,小林,a@example.jp,9000000001\n45010-10000002,山田,b@example.jp,984230000\n`;
    expect(await take(list)).toBe(0);
    expect((await register()).map(({ phone }) => phone)).toEqual(['090-0000-0001', '0984-23-0000']);
    expect(said.join()).toContain('先頭の0を補った行 2行');
  });
});

describe('a seeker who is known', () => {
  beforeEach(async () => {
    const store = await openStore(join(folder, 'office.sqlite'));
    const now = Temporal.Instant.from('2026-11-24T00:00:00Z');
    const known = { seekerNumber: '45010-10000001', name: '旧姓 花子', address: 'old@example.jp' };
    const told = { phone: '090-0000-0001', refusedReason: '暴言のため' };
    await store.transact((tx) => putSeeker(tx, { ...known, ...told }, now));
    await store.close();
  });
  const list = `${HEADER}\n45010-10000001,小林 花子,new@example.jp,\n`;

  test('is brought up to date; the refusal stays, and an empty cell takes nothing away', async () => {
    expect(await take(list)).toBe(0);
    expect(said.at(-1)).toContain('変わった方 1人');
    expect(await register()).toEqual([
      {
        seekerNumber: '45010-10000001',
        name: '小林 花子',
        address: 'new@example.jp',
        phone: '090-0000-0001',
        refusedReason: '暴言のため',
      },
    ]);
    expect(await take(list)).toBe(0);
    expect(said.at(-1)).toContain('変わらない方 1人');
  });

  test('stays as he is in a dry run, which says what would happen', async () => {
    expect(await take(list, { dryRun: true })).toBe(0);
    expect(said.at(-1)).toContain('変わった方 1人');
    expect(said.at(-1)).toContain('名簿は変えていません');
    expect(await register()).toMatchObject([{ name: '旧姓 花子' }]);
  });

  test('is shown by the number in any width; a number that is none or unknown is told', async () => {
    expect(await showSeeker({ configPath, number: '４５０１０１０００００01' }, outlet)).toBe(0);
    expect(said.join('\n')).toContain('利用お断り 暴言のため');
    expect(await showSeeker({ configPath, number: '45010-99999999' }, outlet)).toBe(1);
    expect(await showSeeker({ configPath, number: 'x' }, outlet)).toBe(1);
    expect(complained).toHaveLength(2);
  });

  test('goes out in a file of the owner’s alone, and comes in again unchanged', async () => {
    const file = join(folder, 'out.csv');
    expect(await exportSeekers({ configPath, file }, outlet)).toBe(0);
    expect(readFileSync(file, 'utf8').split('\r\n')[1]).toMatch(
      /^45010-10000001,旧姓 花子,old@example.jp,090-0000-0001,暴言のため,2026-11-24$/,
    );
    expect(statSync(file).mode & 0o077).toBe(0);
    const options = { configPath, file, dryRun: false, skipRefused: false };
    expect(await importSeekers(options, outlet)).toBe(0);
    expect(said.at(-1)).toContain('変わらない方 1人');
    expect(await exportSeekers({ configPath, file }, outlet)).toBe(1);
    expect(complained.join()).toContain('もうあります');
    expect(existsSync(file)).toBe(true);
  });

  test('goes to the standard output where no file is named', async () => {
    expect(await exportSeekers({ configPath }, outlet)).toBe(0);
    expect(said[0]).toMatch(/^\uFEFF求職番号,氏名/);
  });
});
