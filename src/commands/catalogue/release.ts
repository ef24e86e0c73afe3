/**
 * `uketsuke release` on the command line: its words, help and examples. The work is
 * `../release.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const release = command({
  name: 'release',
  does: {
    ja: '保留中のメール（送信モード hold）の送信を許可します',
    en: 'lets held mails go (send mode "hold"): all of them, or one',
  },
  inputs: {
    id: {
      kind: 'argument',
      stands: 'ID',
      optional: true,
      does: { ja: 'メールの番号。なければすべて', en: 'the number of the mail; all without it' },
    },
    list: {
      kind: 'flag',
      does: { ja: '保留中のメールを見るだけです', en: 'only show what is held' },
    },
    config: CONFIG,
  },
  examples: ['release --list', 'release 12', 'release'],
  run: async ({ id, list, config }, { outlet }) => {
    const worker = await import('../release.ts');
    return worker.release({ configPath: config, id, list }, outlet);
  },
});
