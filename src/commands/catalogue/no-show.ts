/**
 * `uketsuke no-show` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REFERENCE } from '../inputs.ts';

export const noShow = command({
  name: 'no-show',
  does: {
    ja: '不在（連絡のないキャンセル）を記録します（第6条(6)）',
    en: 'records that the seeker did not come and gave no word (Article 6(6))',
  },
  inputs: {
    reference: REFERENCE,
    config: CONFIG,
  },
  examples: ['no-show K7QM-2WXA'],
  run: async ({ reference, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    return desk.speak({ configPath, reference, words: [{ kind: 'no_show' }] }, outlet);
  },
});
