/**
 * The doctor's look at the config: every problem at once, and settings that are right but that an
 * office should have decided knowingly.
 */
import type { InspectedConfig } from '../../config.ts';
import type { Finding } from './finding.ts';

export function checkConfigFile({ parts, problems }: InspectedConfig): Finding[] {
  const wrong = problems.map(
    (problem): Finding => ({
      check: 'config',
      level: 'problem',
      what: { ja: `設定に誤りがあります: ${problem}`, en: `the config is wrong: ${problem}` },
      todo: {
        ja: '設定ファイルのその場所を、書かれているとおりに直してください。',
        en: 'mend that place of the config as the line says.',
      },
    }),
  );
  const good: Finding = {
    check: 'config',
    level: 'good',
    what: { ja: '設定ファイルに誤りはありません。', en: 'the config is right.' },
    todo: null,
  };
  return [...(wrong.length > 0 ? wrong : [good]), ...hints(parts)];
}

function hints({ authservId, sendMode }: InspectedConfig['parts']): Finding[] {
  const found: Finding[] = [];
  if (authservId === null) {
    found.push({
      check: 'authserv-id',
      level: 'warning',
      what: {
        ja: '差出人が本物かどうかを、メールサーバーの記録で確かめていません（authservId が null）。',
        en: 'sender authentication is not looked at (authservId is null).',
      },
      todo: {
        ja: '届いたメールの Authentication-Results の最初の語を authservId に書いてください。Microsoft 365 では microsoft365 と書きます。サーバーがこの行を付けないときは、このままで動きます。',
        en: 'give the first word of Authentication-Results in a mail that you received, "microsoft365" at Exchange Online; where your server writes no such line, leave it.',
      },
    });
  }
  if (sendMode === 'hold') {
    found.push({
      check: 'send-mode',
      level: 'warning',
      what: {
        ja: 'メールは送られずに、承認を待ちます（sendMode が hold）。',
        en: 'no mail leaves before it is released (sendMode is "hold").',
      },
      todo: {
        ja: '試し終わったら sendMode を live にしてください。今あるメールは uketsuke release で送れます。',
        en: 'set sendMode to "live" when you have tried it; uketsuke release lets held mails go.',
      },
    });
  }
  return found;
}
