/**
 * `uketsuke stats` on the command line: its words, help and examples. The work is `../stats.ts`;
 * nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, JSON_OUT } from '../inputs.ts';

export const stats = command({
  name: 'stats',
  does: {
    ja: '月ごとの数を表示します（個人や端末が分かるものは入りません）',
    en: 'the months in counts (nothing in it identifies a person or a device)',
  },
  inputs: {
    json: JSON_OUT,
    csv: {
      kind: 'flag',
      does: { ja: 'Excelで開けるCSVで表示します', en: 'print a CSV for Excel' },
    },
    config: CONFIG,
  },
  examples: ['stats', 'stats --csv'],
  run: async ({ json, csv, config: configPath }, { outlet }) => {
    const worker = await import('../stats.ts');
    return worker.stats({ configPath, json, csv }, outlet);
  },
});
