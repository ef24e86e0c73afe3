/**
 * `uketsuke explain` on the command line: its words, help and examples. The work is
 * `../explain.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, JSON_OUT } from '../inputs.ts';

export const explain = command({
  name: 'explain',
  does: {
    ja: 'メールをどう読み取り、何をするかを見せます（保存も送信もしません）',
    en: 'shows what the bot reads in a mail and what it would do; stores and sends nothing',
  },
  inputs: {
    files: {
      kind: 'arguments',
      stands: 'FILE.eml',
      does: {
        ja: 'メールのファイル。「-」は標準入力から読みます',
        en: 'mails; "-" reads one from the standard input',
      },
    },
    json: JSON_OUT,
    now: {
      kind: 'value',
      stands: 'ISO',
      does: {
        ja: '「明日」などの基準の日時（なければメールの日付）',
        en: 'the instant to which 明日 refers, instead of the Date of the mail',
      },
    },
    config: {
      kind: 'value',
      stands: 'FILE',
      short: CONFIG.short,
      does: {
        ja: '設定ファイル（職員のアドレスと認証サーバーを知るため）',
        en: 'the config: who is staff, which server authenticates',
      },
    },
  },
  examples: ['explain mail.eml', 'explain --json --now 2026-11-24T09:00:00+09:00 mail.eml'],
  run: async (given, { outlet }) => {
    const worker = await import('../explain.ts');
    return worker.explain(given, outlet);
  },
});
