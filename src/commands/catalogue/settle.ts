/**
 * `uketsuke settle` on the command line: its words, help and examples. The work is
 * `../desk/settle.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, JSON_OUT } from '../inputs.ts';

export const settle = command({
  name: 'settle',
  does: {
    ja: '担当者に知らせたことを、済みにします（判断が要るものは済みにしません）',
    en: 'strikes off the staff list what was only to be read or done; a due decision stays',
  },
  inputs: {
    ids: {
      kind: 'arguments',
      stands: 'ID',
      optional: true,
      does: {
        ja: '10_要確認 の「番号」（いくつでも）',
        en: 'numbers as --list and the view 10_要確認 show them',
      },
    },
    booking: {
      kind: 'value',
      stands: 'REF',
      does: { ja: 'この予約番号のことをすべて', en: 'all that is about this booking' },
    },
    list: {
      kind: 'flag',
      does: { ja: '済んでいないものを見るだけです', en: 'only show what is open' },
    },
    json: JSON_OUT,
    config: CONFIG,
  },
  examples: ['settle --list', 'settle 12 15', 'settle --booking K7QM-2WXA'],
  run: async ({ config: configPath, ...meant }, { outlet }) => {
    const desk = await import('../desk/settle.ts');
    return desk.settle({ configPath, ...meant }, outlet);
  },
});
