/**
 * `uketsuke seekers` on the command line: the register of seekers taken in, handed out and looked
 * up. The work is in `../seekers/`; nothing is done here.
 */
import { command, Misuse } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const seekers = command({
  name: 'seekers',
  does: {
    ja: '求職者の名簿を取り込み（import）、書き出し（export）、1人を表示します（show）',
    en: 'the register of seekers: takes in a list (import), writes it out (export), shows one (show)',
  },
  inputs: {
    action: {
      kind: 'argument',
      stands: 'ACTION',
      choices: ['import', 'export', 'show'],
      does: { ja: 'すること', en: 'what to do' },
    },
    what: {
      kind: 'argument',
      stands: 'FILE.csv|NUMBER',
      optional: true,
      does: {
        ja: 'importは読むファイル、exportは書くファイル（なければ画面へ）、showは求職番号',
        en: 'import: the file to read; export: the file to write (standard output without it); show: the 求職番号',
      },
    },
    dryRun: {
      kind: 'flag',
      does: {
        ja: 'import: 確かめるだけで、名簿を変えません',
        en: 'import: check the list, change nothing',
      },
    },
    skipRefused: {
      kind: 'flag',
      does: {
        ja: 'import: 受けられない行を除いて取り込みます（なければ、全部か、何もしないか）',
        en: 'import: leave out the refused lines (without it: all or nothing)',
      },
    },
    config: CONFIG,
  },
  exits: {
    1: {
      ja: '受けられない行がありました、またはできませんでした（理由を表示します）',
      en: 'lines were refused, or not done (the reason is shown)',
    },
  },
  examples: [
    'seekers import meibo.csv --dry-run',
    'seekers import meibo.csv',
    'seekers export meibo-kakidashi.csv',
    'seekers show 45010-10000001',
  ],
  run: async ({ action, what, dryRun, skipRefused, config: configPath }, { outlet }) => {
    if (action === 'export') {
      const worker = await import('../seekers/export.ts');
      return worker.exportSeekers({ configPath, file: what }, outlet);
    }
    if (what === undefined) throw new Misuse(MISSING[action === 'show' ? 'number' : 'file']);
    if (action === 'show') {
      const worker = await import('../seekers/show.ts');
      return worker.showSeeker({ configPath, number: what }, outlet);
    }
    const worker = await import('../seekers/import.ts');
    return worker.importSeekers({ configPath, file: what, dryRun, skipRefused }, outlet);
  },
});

const MISSING = {
  file: {
    ja: 'seekers import の後に、名簿のCSVファイルを書いてください。',
    en: 'seekers import needs the CSV file of the list.',
  },
  number: {
    ja: 'seekers show の後に、求職番号を書いてください。',
    en: 'seekers show needs a 求職番号, such as 45010-10000001.',
  },
};
