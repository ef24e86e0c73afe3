/**
 * `uketsuke cancel` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REASON, REFERENCE } from '../inputs.ts';

export const cancel = command({
  name: 'cancel',
  does: {
    ja: '予約を取り消します（本人の都合。--office は所の都合で、おわびのメールになります）',
    en: 'cancels a booking for the seeker, or with --office for the office, which apologises',
  },
  inputs: {
    reference: REFERENCE,
    reason: REASON,
    office: {
      kind: 'flag',
      does: { ja: '所の都合で取り消します（第9条）', en: 'for reasons of the office (Article 9)' },
    },
    config: CONFIG,
  },
  examples: [
    'cancel K7QM-2WXA --reason "本人から電話"',
    'cancel K7QM-2WXA --office --reason "停電"',
  ],
  run: async ({ reference, reason, office, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    return desk.speak(
      { configPath, reference, words: [{ kind: office ? 'office_cancel' : 'cancel', reason }] },
      outlet,
    );
  },
});
