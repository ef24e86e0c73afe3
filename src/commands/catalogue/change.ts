/**
 * `uketsuke change` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REFERENCE, WHEN } from '../inputs.ts';

export const change = command({
  name: 'change',
  does: {
    ja: '予約の日時を変えます',
    en: 'moves a booking to another date and time',
  },
  inputs: {
    reference: REFERENCE,
    when: WHEN,
    agreed: {
      kind: 'value',
      stands: 'TEXT',
      does: {
        ja: '電話で同意を得たときの理由。返信を待たずに確定します',
        en: 'why the seeker has agreed by telephone; confirms without a reply',
      },
    },
    config: CONFIG,
  },
  examples: [
    'change K7QM-2WXA "12月3日 10:00"',
    'change K7QM-2WXA 2026-12-03T10:00 --agreed "電話で同意"',
  ],
  run: async ({ reference, when, agreed, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    const { systemClock } = await import('../../clock.ts');
    const wish = desk.wishedAt(when, systemClock.now());
    const change = { kind: 'change', wish } as const;
    const words =
      agreed === undefined
        ? ([change] as const)
        : ([change, { kind: 'confirm', reason: agreed }] as const);
    return desk.speak({ configPath, reference, words }, outlet);
  },
});
