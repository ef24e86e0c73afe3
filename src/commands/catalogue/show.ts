/**
 * `uketsuke show` on the command line: its words, help and examples. The work is
 * `../desk/show.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, JSON_OUT, REFERENCE } from '../inputs.ts';

export const show = command({
  name: 'show',
  does: {
    ja: '1件の予約と、その経過を文で表示します',
    en: 'shows one booking and its story in sentences',
  },
  inputs: { reference: REFERENCE, json: JSON_OUT, config: CONFIG },
  examples: ['show K7QM-2WXA', 'show K7QM-2WXA --json'],
  run: async ({ reference, json, config: configPath }, { outlet }) => {
    const worker = await import('../desk/show.ts');
    return worker.show({ configPath, reference, json }, outlet);
  },
});
