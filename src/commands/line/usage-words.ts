/**
 * What is said about a command line that cannot be used, in both languages. The code names the
 * mistake (commander's names), the word is what was typed or is missing.
 */
import type { Bilingual } from '../definition.ts';

/** One sentence for each mistake; an unknown code is said with the parser's own words. */
export function usageWords({ code, message }: { code: string; message: string }): Bilingual {
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  const meant = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  const said = SAID[code]?.(word) ?? { ja: message, en: message.replace(/^error: /, '') };
  if (meant === undefined) return said;
  return { ja: `${said.ja}もしかして: ${meant}`, en: `${said.en} Did you mean ${meant}?` };
}

/** What stands for a value in the help, for those who do not read it. */
const JAPANESE: Record<string, string> = {
  REF: '予約番号 ',
  WHEN: '日時 ',
  ID: '番号 ',
  FILE: 'ファイル ',
};

const SAID: Record<string, (word: string) => Bilingual> = {
  'commander.unknownOption': (word) => ({
    ja: `「${word}」という指定はありません。`,
    en: `There is no option ${word}.`,
  }),
  'commander.unknownCommand': (word) => ({
    ja: `「${word}」というコマンドはありません。`,
    en: `There is no command ${word}.`,
  }),
  'commander.help': () => ({
    ja: 'そのコマンドはありません。',
    en: 'There is no such command.',
  }),
  'commander.missingArgument': (word) => ({
    ja: `${JAPANESE[word] ?? ''}${word} を書いてください。`,
    en: `${word} is missing.`,
  }),
  'commander.optionMissingArgument': (word) => ({
    ja: `「${word}」の値を書いてください。`,
    en: `${word} lacks its value.`,
  }),
  'commander.missingMandatoryOptionValue': (word) => ({
    ja: `「${word}」を付けてください。`,
    en: `${word} is required.`,
  }),
  'commander.excessArguments': () => ({
    ja: '余分なことばがあります。',
    en: 'There are too many words.',
  }),
};
