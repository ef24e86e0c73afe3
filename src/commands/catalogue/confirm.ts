/**
 * `uketsuke confirm` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REASON, REFERENCE } from '../inputs.ts';

export const confirm = command({
  name: 'confirm',
  does: {
    ja: '予約を確定します（理由を記録します。無効になった予約も、枠が空いていれば戻せます）',
    en: 'confirms a booking, with a reason that is kept; a void one too while its slot is free',
  },
  inputs: {
    reference: REFERENCE,
    reason: REASON,
    config: CONFIG,
  },
  examples: ['confirm K7QM-2WXA --reason "電話で同意"'],
  run: async ({ reference, reason, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    return desk.speak({ configPath, reference, words: [{ kind: 'confirm', reason }] }, outlet);
  },
});
