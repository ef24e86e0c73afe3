/**
 * `uketsuke backup` on the command line: its words, help and examples. The work is
 * `../backup.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const backup = command({
  name: 'backup',
  does: {
    ja: 'データベースのバックアップを作り、開いて確かめます（ボットを止めずにできます）',
    en: 'makes a backup of the database and checks it, while the bot runs',
  },
  inputs: {
    file: {
      kind: 'argument',
      stands: 'FILE',
      optional: true,
      does: {
        ja: '作るファイル。なければ設定の backup.folder に作り、古いものを消します',
        en: 'the file to make; without it one in backup.folder, where the oldest go',
      },
    },
    config: CONFIG,
  },
  examples: ['backup', 'backup /mnt/nas/uketsuke.sqlite'],
  run: async ({ file, config }, { outlet }) => {
    const worker = await import('../backup.ts');
    return worker.backup({ configPath: config, file }, outlet);
  },
});
