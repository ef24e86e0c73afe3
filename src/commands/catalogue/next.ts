/**
 * `uketsuke next` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REFERENCE, WHEN } from '../inputs.ts';

export const next = command({
  name: 'next',
  does: {
    ja: '相談の場で決まった次回の予約を入れます（第6条(5)。返信を待たずに確定します）',
    en: 'books the next session that was fixed in this one; confirmed without a reply (Article 6(5))',
  },
  inputs: {
    reference: REFERENCE,
    when: WHEN,
    config: CONFIG,
  },
  examples: ['next K7QM-2WXA "12月10日 14:30"'],
  run: async ({ reference, when, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    const { systemClock } = await import('../../clock.ts');
    const wish = desk.wishedAt(when, systemClock.now());
    return desk.speak({ configPath, reference, words: [{ kind: 'next_session', wish }] }, outlet);
  },
});
