/**
 * `uketsuke send-terms` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REFERENCE } from '../inputs.ts';

export const sendTerms = command({
  name: 'send-terms',
  does: {
    ja: '送信許可：判断を待っていた申込みに、規約と日時のメールを送ります',
    en: 'lets the terms mail leave for a request that waited for a decision',
  },
  inputs: { reference: REFERENCE, config: CONFIG },
  examples: ['send-terms K7QM-2WXA'],
  run: async ({ reference, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    return desk.speak({ configPath, reference, words: [{ kind: 'release_mail' }] }, outlet);
  },
});
