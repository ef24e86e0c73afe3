/**
 * `uketsuke restore` on the command line: its words, help and examples. The work is
 * `../restore.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const restore = command({
  name: 'restore',
  does: {
    ja: 'バックアップからデータベースを戻します（ボットを止めてから使います）',
    en: 'puts a backup in the place of the database; the bot must be stopped',
  },
  inputs: {
    file: {
      kind: 'argument',
      stands: 'FILE',
      does: { ja: 'backup で作ったファイル', en: 'a file that backup made' },
    },
    replace: {
      kind: 'flag',
      does: {
        ja: '今のデータベースを別の名前で残し、入れ替えます',
        en: 'sets the present database aside under another name and takes its place',
      },
    },
    config: CONFIG,
  },
  examples: [
    'restore data/backup/uketsuke-backup-20261203-100000.sqlite',
    'restore --replace b.sqlite',
  ],
  run: async ({ file, replace, config }, { outlet }) => {
    const worker = await import('../restore.ts');
    return worker.restore({ configPath: config, file, replace }, outlet);
  },
});
