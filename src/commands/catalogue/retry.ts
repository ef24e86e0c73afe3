/**
 * `uketsuke retry` on the command line: its words, help and examples. The work is
 * `../retry.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const retry = command({
  name: 'retry',
  does: {
    ja: '読み取れずに取り分けたメールを、もう一度ボットに渡します（更新のあとなど）',
    en: 'hands mails that were set aside to the bot again, after an upgrade',
  },
  inputs: { config: CONFIG },
  examples: ['retry'],
  run: async ({ config }, { outlet }) => {
    const worker = await import('../retry.ts');
    return worker.retry(config, outlet);
  },
});
