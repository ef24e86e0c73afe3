/**
 * `uketsuke terms` on the command line: its words, help and examples. The work is `../terms.ts`;
 * nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG } from '../inputs.ts';

export const terms = command({
  name: 'terms',
  does: {
    ja: '利用規約の版を一覧し（list）、変更を予約のある方に知らせます（announce、規約第13条）',
    en: 'the versions of the terms: lists them (list), tells everybody with an open booking that they change (announce, Article 13)',
  },
  inputs: {
    action: {
      kind: 'argument',
      stands: 'ACTION',
      choices: ['list', 'announce'],
      does: { ja: 'すること', en: 'what to do' },
    },
    version: {
      kind: 'argument',
      stands: 'VERSION',
      optional: true,
      does: {
        ja: 'announce: 規約の日付か、sha256の初めの数文字（なければ、最後に効力をもつ版）',
        en: 'announce: the date of the terms or the beginning of their sha256 (without it: the version that takes effect last)',
      },
    },
    dryRun: {
      kind: 'flag',
      does: {
        ja: 'announce: だれに知らせるかを見るだけです',
        en: 'announce: only show whom it would be told',
      },
    },
    config: CONFIG,
  },
  examples: ['terms list', 'terms announce --dry-run', 'terms announce 2027-01-04'],
  run: async ({ action, version, dryRun, config: configPath }, { outlet }) => {
    const worker = await import('../terms.ts');
    return action === 'list'
      ? worker.listTerms({ configPath }, outlet)
      : worker.announce({ configPath, version, dryRun }, outlet);
  },
});
