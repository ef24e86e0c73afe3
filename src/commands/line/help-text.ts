/**
 * The help of the program and of each command, drawn from the definitions in one language. Pure:
 * it prints nothing.
 */
import {
  type Bilingual,
  type Definition,
  type Input,
  type Language,
  USUAL_EXITS,
} from '../definition.ts';
import { padded } from './width.ts';

const HEADS = {
  usage: { ja: '使い方', en: 'Usage' },
  inputs: { ja: '指定できるもの', en: 'Arguments and options' },
  examples: { ja: '例', en: 'Examples' },
  exits: { ja: '終了コード', en: 'Exit codes' },
  commands: { ja: 'コマンド', en: 'Commands' },
  help: { ja: 'この説明を表示します', en: 'show this help' },
  version: { ja: '版を表示します', en: 'show the version' },
  more: {
    ja: 'くわしくは: uketsuke コマンド --help',
    en: 'More: uketsuke COMMAND --help',
  },
  program: {
    ja: 'ハローワークのオンライン職業相談の予約を、メールで受け付けます',
    en: 'E-mail-driven booking bot for the online job counselling of a public employment office',
  },
} as const satisfies Record<string, Bilingual>;

/** Of the whole program. */
export function programHelp(commands: readonly Definition[], language: Language): string {
  const rows = commands.map(({ name, does }): Row => [name, does[language]]);
  return [
    `${HEADS.usage[language]}: uketsuke COMMAND [OPTIONS]`,
    HEADS.program[language],
    section(HEADS.commands[language], rows),
    section(HEADS.inputs[language], [
      ['-h, --help', HEADS.help[language]],
      ['--version', HEADS.version[language]],
    ]),
    HEADS.more[language],
  ].join('\n\n');
}

/** Of one command: usage, what it does, every input, examples, exit codes. */
export function commandHelp(definition: Definition, language: Language): string {
  const { name, does, inputs, examples } = definition;
  const named = Object.entries(inputs);
  const rows = named.map(
    ([key, input]): Row => [
      spelling(key, input),
      `${input.does[language]}${limits(input, language)}`,
    ],
  );
  const words = named.flatMap(([, input]) => usageWord(input));
  const exits = Object.entries({ ...USUAL_EXITS, ...definition.exits });
  return [
    `${HEADS.usage[language]}: ${['uketsuke', name, ...words, '[OPTIONS]'].join(' ')}`,
    does[language],
    section(HEADS.inputs[language], [...rows, ['-h, --help', HEADS.help[language]]]),
    section(
      HEADS.examples[language],
      examples.map((line) => [`uketsuke ${line}`]),
    ),
    section(
      HEADS.exits[language],
      exits.map(([code, means]) => [code, means[language]]),
    ),
  ].join('\n\n');
}

/** `dryRun` as it is typed: `--dry-run`. */
export function optionName(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function spelling(key: string, input: Input): string {
  switch (input.kind) {
    case 'flag':
      return optionName(key);
    case 'value':
      return `${input.short ? `-${input.short}, ` : ''}${optionName(key)} ${input.stands}`;
    default:
      return input.stands;
  }
}

function usageWord(input: Input): string[] {
  if (input.kind !== 'argument' && input.kind !== 'arguments') return [];
  const word = input.kind === 'arguments' ? `${input.stands}…` : input.stands;
  return [input.optional ? `[${word}]` : word];
}

function limits(input: Input, language: Language): string {
  const parts = [];
  if ('choices' in input && input.choices) parts.push(input.choices.join(' | '));
  if ('default' in input)
    parts.push({ ja: `なければ ${input.default}`, en: `default: ${input.default}` }[language]);
  if ('required' in input) parts.push({ ja: '必須', en: 'required' }[language]);
  if (parts.length === 0) return '';
  return language === 'ja' ? `（${parts.join('、')}）` : ` (${parts.join('; ')})`;
}

type Row = [string, string?];

function section(head: string, rows: readonly Row[]): string {
  const lines = rows.map(([left, right]) =>
    right === undefined ? `  ${left}` : `  ${padded(left, COLUMN)}  ${right}`,
  );
  return [`${head}:`, ...lines].join('\n');
}

/** Columns of the left side; a longer word pushes its own line. */
const COLUMN = 20;
