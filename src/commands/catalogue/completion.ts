/**
 * `uketsuke completion` on the command line: its words, help and examples. The script itself is
 * `../line/completion.ts`.
 */
import { command } from '../definition.ts';

export const completion = command({
  name: 'completion',
  does: {
    ja: 'シェルの補完（Tabキー）の設定を表示します',
    en: 'prints the completion script of a shell',
  },
  inputs: {
    shell: {
      kind: 'argument',
      stands: 'SHELL',
      choices: ['bash', 'zsh', 'fish'],
      does: { ja: 'シェルの名前', en: 'the name of the shell' },
    },
  },
  examples: ['completion bash', 'completion zsh', 'completion fish'],
  run: async ({ shell }, { outlet, commands, language }) => {
    const worker = await import('../line/completion.ts');
    outlet.out(worker.completionScript(shell, commands, language));
    return 0;
  },
});
