/**
 * `uketsuke status` on the command line: its words, help and examples. The work is
 * `../status.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, JSON_OUT } from '../inputs.ts';

export const status = command({
  name: 'status',
  does: {
    ja: 'ボットが動いているか、止まっているメールがないかを調べます',
    en: 'tells whether the bot runs and whether any mail is stuck',
  },
  inputs: { json: JSON_OUT, config: CONFIG },
  examples: ['status', 'status --json'],
  exits: {
    1: {
      ja: '異常があります（または調べられませんでした）',
      en: 'something is bad, or it could not be told',
    },
  },
  run: async ({ json, config }, { outlet }) => {
    const worker = await import('../status.ts');
    return worker.status({ configPath: config, json }, outlet);
  },
});
