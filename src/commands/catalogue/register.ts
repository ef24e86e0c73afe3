/**
 * `uketsuke register` on the command line: its words, help and examples. The work is
 * `../desk/speak.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, REFERENCE } from '../inputs.ts';

export const register = command({
  name: 'register',
  does: {
    ja: '登録確認：この予約の方を名簿に記録し、申込みの手続きを進めます（第2条(1)）',
    en: 'puts the seeker of a booking into the register, and the request goes on (Article 2(1))',
  },
  inputs: {
    reference: REFERENCE,
    address: {
      kind: 'value',
      stands: 'ADDRESS',
      does: {
        ja: '求職者マイページに登録されたメールアドレス（名簿にあれば要りません）',
        en: 'the address registered for the My-Page; not needed where the register has it',
      },
    },
    config: CONFIG,
  },
  examples: ['register K7QM-2WXA --address hanako@example.jp', 'register K7QM-2WXA'],
  run: async ({ reference, address, config: configPath }, { outlet }) => {
    const desk = await import('../desk/speak.ts');
    const registered = { kind: 'register' } as const;
    const words =
      address === undefined
        ? ([registered] as const)
        : ([registered, { kind: 'address', address: desk.typedAddress(address) }] as const);
    return desk.speak({ configPath, reference, words }, outlet);
  },
});
