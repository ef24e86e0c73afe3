/**
 * `uketsuke doctor` on the command line: its words, help and examples. The work is
 * `../doctor.ts`; nothing is done here.
 */
import { command } from '../definition.ts';
import { CONFIG, JSON_OUT } from '../inputs.ts';

export const doctor = command({
  name: 'doctor',
  does: {
    ja: '設定、メールサーバー、データベースなどを調べ、どう直すかを示します（何も変えません）',
    en: 'looks at config, mail servers, database and more, and says what to do; changes nothing',
  },
  inputs: {
    offline: {
      kind: 'flag',
      does: { ja: 'このパソコンの中だけを調べます', en: 'look at nothing beyond this machine' },
    },
    json: JSON_OUT,
    config: CONFIG,
  },
  examples: ['doctor', 'doctor --offline', 'doctor --json'],
  exits: {
    0: { ja: '問題はありません（注意はあるかもしれません）', en: 'no problem, perhaps warnings' },
    1: { ja: '問題があります', en: 'there is a problem' },
  },
  run: async ({ offline, json, config }, { outlet, language }) => {
    const worker = await import('../doctor.ts');
    return worker.doctor({ configPath: config, json, offline, language }, outlet);
  },
});
