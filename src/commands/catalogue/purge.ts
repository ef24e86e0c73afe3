/**
 * `uketsuke purge` on the command line: its words, help and examples. The work is `../purge.ts`;
 * nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const purge = command({
  name: 'purge',
  does: {
    ja: '保存の期間を過ぎた個人の記録を消します（動いているボットは自動で行います）',
    en: 'removes personal records whose time is over (a running bot does so by itself)',
  },
  inputs: {
    dryRun: {
      kind: 'flag',
      does: { ja: '何が消えるかを見るだけです', en: 'only show what would go' },
    },
    config: CONFIG,
  },
  examples: ['purge --dry-run', 'purge'],
  run: async ({ dryRun, config: configPath }, { outlet }) => {
    const worker = await import('../purge.ts');
    return worker.purgeByHand({ configPath, dryRun }, outlet);
  },
});
