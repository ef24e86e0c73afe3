/**
 * `uketsuke attended` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REFERENCE } from '../inputs.ts';

export const attended = command({
  name: 'attended',
  does: {
    ja: '来談を記録します',
    en: 'records that the seeker came',
  },
  inputs: {
    reference: REFERENCE,
    config: CONFIG,
  },
  examples: ['attended K7QM-2WXA'],
  run: async ({ reference, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    return desk.speak({ configPath, reference, words: [{ kind: 'attended' }] }, outlet);
  },
});
