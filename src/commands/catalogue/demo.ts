/**
 * `uketsuke demo` on the command line: its words, help and examples. The work is
 * `../demo.ts`; here is only told where it cannot be done.
 */
import { SetupProblem } from '../../flow/setup-problem.ts';
import { command } from '../definition.ts';

export const demo = command({
  name: 'demo',
  does: {
    ja: '組み込みのメールサーバーと仮の時計で、ひととおりの流れを見せます',
    en: 'plays the main job with embedded mail servers and a played clock',
  },
  inputs: {
    dovecot: {
      kind: 'flag',
      does: { ja: 'インストール済みの Dovecot を使います', en: 'play it on an installed Dovecot' },
    },
    keep: {
      kind: 'flag',
      does: {
        ja: '終わってもサーバーを残し、メールソフトの設定を表示します',
        en: 'leave the servers up and print the settings for a mail client',
      },
    },
  },
  examples: ['demo', 'demo --keep'],
  run: async ({ dovecot, keep }) => {
    const worker = await import('../demo.ts').catch(withoutItsServers);
    return worker.demo({ ...(dovecot && { dovecot }), ...(keep && { keep }) });
  },
});

/** An office's installation leaves out the packages that play its mail servers. */
function withoutItsServers(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
    throw new SetupProblem(
      'the demo needs mail servers that `npm ci --omit=dev` leaves out: run `npm ci`',
      { cause: error },
    );
  }
  throw error;
}
