/**
 * `uketsuke refuse` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REASON, REFERENCE } from '../inputs.ts';

export const refuse = command({
  name: 'refuse',
  does: {
    ja: 'この予約の方の、今後の利用をお断りします（理由を記録します。第6条(6)、第12条(1)）',
    en: 'refuses later use to the seeker of this booking, with a reason (Articles 6(6), 12(1))',
  },
  inputs: {
    reference: REFERENCE,
    reason: REASON,
    config: CONFIG,
  },
  examples: ['refuse K7QM-2WXA --reason "暴言"'],
  run: async ({ reference, reason, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    return desk.speak({ configPath, reference, words: [{ kind: 'refuse', reason }] }, outlet);
  },
});
