/**
 * `uketsuke board` on the command line: its words, help and examples. The work is
 * `../board.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const board = command({
  name: 'board',
  does: {
    ja: '予約のようすを見るページを、このパソコンだけに開きます（Ctrl+C で終わります）',
    en: 'serves a page with the state of the bookings on this machine only, until Ctrl+C',
  },
  inputs: {
    out: {
      kind: 'value',
      stands: 'FILE.html',
      does: {
        ja: 'ページを開く代わりに、1つのファイルに書き出します',
        en: 'write it as one self-contained file instead',
      },
    },
    config: CONFIG,
  },
  examples: ['board', 'board --out board.html'],
  run: async ({ out, config }, { outlet }) => {
    const worker = await import('../board.ts');
    return worker.board({ configPath: config, out }, outlet);
  },
});
