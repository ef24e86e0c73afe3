/**
 * Completion scripts for bash, zsh and fish, drawn from the definitions: commands with what they
 * do, options, choices, files where an input is one. Pure; it installs nothing.
 */
import type { Definition, Input, Language } from '../definition.ts';
import { optionName } from './help-text.ts';

/** The script to be put where `shell` ("bash", "zsh", "fish") looks for it. */
export function completionScript(
  shell: string,
  commands: readonly Definition[],
  language: Language,
): string {
  if (shell === 'fish') return fish(commands, language);
  if (shell === 'zsh') return zsh(commands, language);
  return bash(commands);
}

/** Words that may stand behind a command: its options and the choices of its arguments. */
function wordsOf({ inputs }: Definition): string[] {
  return Object.entries(inputs).flatMap(([key, input]) =>
    isOption(input) ? [optionName(key)] : 'choices' in input ? [...(input.choices ?? [])] : [],
  );
}

function isOption({ kind }: Input): boolean {
  return kind === 'flag' || kind === 'value';
}

function takesFile(input: Input): boolean {
  return 'stands' in input && /FILE|PATH/.test(input.stands);
}

function bash(commands: readonly Definition[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const choices = commands.flatMap(({ name, inputs }) =>
    Object.entries(inputs).flatMap(([key, input]) =>
      input.kind === 'value' && input.choices
        ? [`    '${name} ${optionName(key)}') words='${input.choices.join(' ')}' ;;`]
        : [],
    ),
  );
  const cases = commands.map(
    (definition) =>
      `    ${definition.name}) words='${[...wordsOf(definition), '--help'].join(' ')}' ;;`,
  );
  return [
    '# eval "$(uketsuke completion bash)"',
    '_uketsuke() {',
    `  local words="" current="$2" before="$3" command="\${COMP_WORDS[1]}"`,
    '  case "$command $before" in',
    ...choices,
    '  esac',
    '  if [ -z "$words" ]; then case "$command" in',
    ...cases,
    '  esac; fi',
    `  [ "$COMP_CWORD" -eq 1 ] && words='${names} --help --version'`,
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '}',
    'complete -o default -F _uketsuke uketsuke',
  ].join('\n');
}

function zsh(commands: readonly Definition[], language: Language): string {
  const names = commands.map(({ name, does }) => `    ${quoted(`${name}:${does[language]}`)}`);
  const cases = commands.map(({ name, inputs }) => {
    const specs = Object.entries(inputs).map(([key, input]) =>
      quoted(zshSpec(key, input, language)),
    );
    return `    ${name}) _arguments ${[...specs, "'--help'"].join(' ')} ;;`;
  });
  return [
    '#compdef uketsuke',
    '# uketsuke completion zsh > ~/.zfunc/_uketsuke',
    '_uketsuke() {',
    '  local -a names=(',
    ...names,
    '  )',
    "  if (( CURRENT == 2 )); then _describe 'command' names; return; fi",
    '  shift words; (( CURRENT-- ))',
    '  case "$words[1]" in',
    ...cases,
    '  esac',
    '}',
    'if [ "$funcstack[1]" = _uketsuke ]; then _uketsuke "$@"; else compdef _uketsuke uketsuke; fi',
  ].join('\n');
}

function zshSpec(key: string, input: Input, language: Language): string {
  const told = input.does[language].replace(/[[\]:\\]/g, '\\$&');
  const what =
    'choices' in input && input.choices
      ? `(${input.choices.join(' ')})`
      : takesFile(input)
        ? '_files'
        : ' ';
  switch (input.kind) {
    case 'flag':
      return `${optionName(key)}[${told}]`;
    case 'value':
      return `${optionName(key)}[${told}]:${input.stands.replace(/:/g, '')}:${what}`;
    case 'argument':
      return `${input.optional ? '::' : ':'}${told}:${what}`;
    case 'arguments':
      return `*:${told}:${what}`;
  }
}

/** Whether `$argv[1]` is the command of the line, and there are so many words before the cursor. */
const FISH_CONDITION = [
  'function __uketsuke_at',
  '  set -l words (commandline -opc)',
  '  test "$words[2]" = "$argv[1]"; or return 1',
  '  test (count $argv) -eq 1; or test (count $words) -eq $argv[2]',
  'end',
];

function fish(commands: readonly Definition[], language: Language): string {
  const names = commands.map(
    ({ name, does }) =>
      `complete -c uketsuke -n 'test (count (commandline -opc)) -eq 1' -f -a ${name} -d ${quoted(does[language])}`,
  );
  const lines = commands.flatMap((definition) => fishLines(definition, language));
  return ['# uketsuke completion fish | source', ...FISH_CONDITION, ...names, ...lines].join('\n');
}

function fishLines({ name, inputs }: Definition, language: Language): string[] {
  const line = `complete -c uketsuke -n '__uketsuke_at ${name}'`;
  const all = Object.entries(inputs);
  const options = all
    .filter(([, input]) => isOption(input))
    .map(
      ([key, input]) =>
        `${line} -l ${optionName(key).slice(2)}${fishValue(input)} -d ${quoted(input.does[language])}`,
    );
  const words = all.map(([, input]) => input).filter((input) => !isOption(input));
  const choices = words.flatMap((input, i) =>
    'choices' in input && input.choices
      ? [
          `complete -c uketsuke -n '__uketsuke_at ${name} ${i + 2}' -f -a ${quoted(input.choices.join(' '))}`,
        ]
      : [],
  );
  return [...(words.some(takesFile) ? [] : [`${line} -f`]), ...options, ...choices];
}

/** `-r`: a file may follow; `-x`: something else does. */
function fishValue(input: Input): string {
  if (input.kind !== 'value') return '';
  if (input.choices) return ` -x -a ${quoted(input.choices.join(' '))}`;
  return takesFile(input) ? ' -r -F' : ' -x';
}

/** In single quotes, as every shell takes it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
