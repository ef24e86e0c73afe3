/**
 * `uketsuke allow` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REASON, REFERENCE } from '../inputs.ts';

export const allow = command({
  name: 'allow',
  does: {
    ja: '利用お断りを解除します',
    en: 'lifts a refusal',
  },
  inputs: {
    reference: REFERENCE,
    reason: REASON,
    config: CONFIG,
  },
  examples: ['allow K7QM-2WXA --reason "所長の判断"'],
  run: async ({ reference, reason, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    return desk.speak({ configPath, reference, words: [{ kind: 'lift_refusal', reason }] }, outlet);
  },
});
