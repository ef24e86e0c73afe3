/**
 * `uketsuke score` on the command line: its words, help and examples. The work is
 * `../score.ts`; nothing is done here.
 */
import { command } from '../definition.ts';

export const score = command({
  name: 'score',
  does: {
    ja: '正解つきのデータ（JSON Lines）で、読み取りの正しさを測ります',
    en: 'scores the reading on a file of labelled data (JSON Lines)',
  },
  inputs: {
    file: {
      kind: 'argument',
      stands: 'FILE.jsonl',
      does: { ja: '正解つきのデータ', en: 'the labelled data' },
    },
    predictions: {
      kind: 'flag',
      does: {
        ja: '点数の代わりに、読み取りの結果を1行ずつ表示します',
        en: 'print one prediction a line instead',
      },
    },
  },
  examples: ['score data.jsonl', 'score data.jsonl --predictions'],
  exits: {
    1: { ja: '基準に届きませんでした', en: 'below a mark' },
    2: { ja: 'データを読めないか、使い方の誤り', en: 'unreadable data, or wrong usage' },
  },
  run: async ({ file, predictions }, { outlet }) => {
    const worker = await import('../score.ts');
    return worker.score({ file, predictions }, outlet);
  },
});
