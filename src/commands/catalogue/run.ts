/**
 * `uketsuke run` on the command line: its words, help and examples. The work is
 * `../run.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const run = command({
  name: 'run',
  does: {
    ja: '受信箱を見張り、メールに答えます（Ctrl+C か SIGTERM で終わります）',
    en: 'watches the mailbox and answers, until ended by Ctrl+C or SIGTERM',
  },
  inputs: { config: CONFIG },
  examples: ['run', 'run --config /etc/uketsuke/config.json'],
  run: async ({ config }) => {
    const worker = await import('../run.ts');
    await worker.run(config);
    return 0;
  },
});
