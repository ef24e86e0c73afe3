/**
 * `uketsuke disclose` on the command line: its words, help and examples. The work is
 * `../disclose.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

const value = (stands: string, ja: string, en: string) =>
  ({ kind: 'value', stands, does: { ja, en } }) as const;
const needed = (stands: string, ja: string, en: string) =>
  ({ ...value(stands, ja, en), required: true }) as const;

export const disclose = command({
  name: 'disclose',
  does: {
    ja: '法令に基づいて記録を開示し、だれに何を開示したかを残します（規約第7条(2)）',
    en: 'hands out the record where a law demands it, and leaves a row that says so (Article 7(2))',
  },
  inputs: {
    file: {
      kind: 'argument',
      stands: 'FILE.json',
      does: { ja: '開示する記録を書くファイル', en: 'the file to which the record is written' },
    },
    booking: value('REF', '予約番号', 'the reference of a booking'),
    seeker: value('NUMBER', '求職番号', 'the 求職番号 of a seeker'),
    law: needed('TEXT', '根拠の法令', 'the law that demands it'),
    to: needed('TEXT', '開示の相手', 'to whom it is handed out'),
    by: needed('TEXT', '開示を決めた人', 'who decided it'),
    config: CONFIG,
  },
  examples: [
    'disclose kaiji.json --booking K7QM-2WXA --law "刑事訴訟法第197条第2項" --to "○○警察署" --by "所長 ○○"',
  ],
  run: async ({ config: configPath, ...given }, { outlet }) => {
    const worker = await import('../disclose.ts');
    return worker.disclose({ configPath, ...given }, outlet);
  },
});
