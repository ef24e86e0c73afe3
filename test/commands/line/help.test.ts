/**
 * The help of every command in both languages, and what is said of a command line that cannot be
 * used. Drawn from the catalogue, so a new command is tested by being listed.
 */
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/commands/catalogue.ts';
import { command, type Language, Misuse } from '../../../src/commands/definition.ts';
import { commandHelp } from '../../../src/commands/line/help-text.ts';
import { languageOf } from '../../../src/commands/line/language.ts';
import { runLine } from '../../../src/commands/line/program.ts';

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;

async function say(words: string, language: Language = 'ja', commands = CATALOGUE) {
  const said: string[] = [];
  const outlet = { out: (l: string) => said.push(l), complain: (l: string) => said.push(l) };
  const surroundings = { outlet, language };
  const code = await runLine(words.split(' '), { commands, version: '1.2.3', surroundings });
  return { code, said: said.join('\n') };
}

describe.each(CATALOGUE.map((definition) => ({ definition, name: definition.name })))(
  'the help of $name',
  ({ definition }) => {
    const texts = [definition.does, ...Object.values(definition.inputs).map(({ does }) => does)];
    texts.push(...Object.values(definition.exits ?? {}));

    test('says everything in Japanese and in English', () => {
      for (const { ja, en } of texts) {
        expect(ja).toMatch(JAPANESE);
        expect(en).toMatch(/[a-z]{2}/);
        expect(en).not.toBe(ja);
      }
    });

    test.each(['ja', 'en'] as const)(
      'is rendered in %s with each text in its place',
      (language) => {
        const help = commandHelp(definition, language);
        for (const text of texts) expect(help).toContain(text[language]);
        expect(help).not.toMatch(/undefined|\[object/);
        expect(help).toContain({ ja: '終了コード', en: 'Exit codes' }[language]);
      },
    );

    test('has examples that begin with its name and that the command line understands', async () => {
      let runs = 0;
      const idle = { ...definition, run: async () => runs++ && 0 };
      for (const example of definition.examples) {
        expect(example.startsWith(definition.name)).toBe(true);
        const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) => a ?? b ?? '');
        const outlet = { out: () => {}, complain: () => {} };
        await runLine(words, {
          commands: [idle],
          version: '',
          surroundings: { outlet, language: 'ja' },
        });
      }
      expect(runs).toBe(definition.examples.length);
    });

    test('is what --help prints', async () => {
      expect(await say(`${definition.name} --help`)).toEqual({
        code: 0,
        said: commandHelp(definition, 'ja'),
      });
    });
  },
);

describe('a command line that cannot be used', () => {
  const probe = command({
    name: 'probe',
    does: { ja: '試す', en: 'tries' },
    inputs: {
      word: {
        kind: 'argument',
        stands: 'WORD',
        does: { ja: '語', en: 'word' },
        choices: ['a', 'b'],
      },
      dryRun: { kind: 'flag', does: { ja: '空', en: 'dry' } },
      reason: { kind: 'value', stands: 'TEXT', does: { ja: '理由', en: 'why' }, required: true },
      rest: { kind: 'value', stands: 'REST', does: { ja: '残り', en: 'rest' }, default: 'none' },
    },
    examples: ['probe a --reason x'],
    run: async (given, { outlet }) => {
      outlet.out(JSON.stringify(given));
      return 0;
    },
  });

  test.each([
    ['probe a --reason x --dryrun', '「--dryrun」', '--dry-run'],
    ['probe --reason x', 'WORD', 'WORD'],
    ['probe a', '「--reason <TEXT>」', '--reason'],
    ['probe a --reason', '「--reason <TEXT>」', '--reason'],
    ['probe c --reason x', '「c」', 'a, b'],
    ['probe a b --reason x', '余分', 'too many'],
    ['prob a', '「prob」', 'probe'],
    ['help nothing', 'ありません', 'no such command'],
  ])('%s is told in the language of the user', async (words, japanese, english) => {
    const failure = await say(words, 'ja', [probe]).catch((error: unknown) => error);
    if (!(failure instanceof Misuse)) throw failure;
    expect(failure.words.ja).toContain(japanese);
    expect(failure.words.ja).toMatch(JAPANESE);
    expect(failure.words.en).toContain(english);
    expect(failure.words.en).not.toMatch(JAPANESE);
  });

  test('a good one arrives typed: flags as true or false, defaults filled in', async () => {
    const { said } = await say('probe b --reason x --dry-run', 'ja', [probe]);
    expect(JSON.parse(said)).toEqual({ word: 'b', dryRun: true, reason: 'x', rest: 'none' });
    const plain = await say('probe b --reason x', 'ja', [probe]);
    expect(JSON.parse(plain.said).dryRun).toBe(false);
  });

  test('no word at all shows the commands and is wrong usage', async () => {
    const said: string[] = [];
    const outlet = { out: () => {}, complain: (line: string) => said.push(line) };
    const surroundings = { outlet, language: 'ja' as const };
    expect(await runLine([], { commands: CATALOGUE, version: '', surroundings })).toBe(2);
    for (const { name, does } of CATALOGUE)
      expect(said[0]).toMatch(new RegExp(`${name}.*${does.ja.slice(0, 5)}`));
  });

  test('--version prints the version', async () => {
    expect(await say('--version')).toEqual({ code: 0, said: '1.2.3' });
  });
});

test.each([
  [{ LC_ALL: 'ja_JP.UTF-8', LANG: 'C' }, 'ja'],
  [{ LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'C' }, 'ja'],
  [{ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
  [{ LANG: 'ja' }, 'ja'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
])('with the locale %j the words are %s', (env, language) => {
  expect(languageOf(env)).toBe(language);
});
