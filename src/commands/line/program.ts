/**
 * Definitions to a command line that is understood: the only file that imports commander. It
 * reads the words, checks choices, and hands them to the command; it prints help and nothing else.
 */
import { Command, CommanderError } from 'commander';
import { type Definition, type Input, Misuse, type Surroundings } from '../definition.ts';
import { commandHelp, optionName, programHelp } from './help-text.ts';
import { usageWords } from './usage-words.ts';

export interface CommandLine {
  commands: readonly Definition[];
  version: string;
  surroundings: Surroundings;
}

/**
 * Runs what the words (without node and script) ask for; resolves to the exit code. Throws `Misuse`
 * and what commands throw.
 */
export async function runLine(words: readonly string[], line: CommandLine): Promise<number> {
  let code = 0;
  const program = quiet(new Command('uketsuke'), line)
    .helpCommand('help [command]')
    .version(line.version, '--version')
    .configureHelp({
      formatHelp: () => `${programHelp(line.commands, line.surroundings.language)}\n`,
    });
  for (const definition of line.commands) {
    addCommand(program, definition, line).action(async (...given: unknown[]) => {
      code = await definition.run(inputsOf(definition, given), {
        ...line.surroundings,
        commands: line.commands,
      });
    });
  }
  if (words.length === 0) {
    line.surroundings.outlet.complain(programHelp(line.commands, line.surroundings.language));
    return WRONG_USAGE;
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw new Misuse(usageWords(error));
  }
}

export const WRONG_USAGE = 2;

/** Errors come back as values, in our words; help goes to the outlet. */
function quiet(command: Command, { surroundings: { outlet } }: CommandLine): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: (text) => outlet.out(text.trimEnd()), writeErr: () => {} });
}

function addCommand(program: Command, definition: Definition, line: CommandLine): Command {
  const { language } = line.surroundings;
  const added = quiet(program.command(definition.name), line).configureHelp({
    formatHelp: () => `${commandHelp(definition, language)}\n`,
  });
  for (const [key, input] of Object.entries(definition.inputs)) addInput(added, key, input);
  return added;
}

function addInput(command: Command, key: string, input: Input): void {
  switch (input.kind) {
    case 'flag':
      command.option(optionName(key));
      return;
    case 'value': {
      const name = `${input.short ? `-${input.short}, ` : ''}${optionName(key)} <${input.stands}>`;
      if (input.required) command.requiredOption(name);
      else command.option(name, '', input.default);
      return;
    }
    case 'argument':
      command.argument(input.optional ? `[${input.stands}]` : `<${input.stands}>`);
      return;
    case 'arguments':
      command.argument(input.optional ? `[${input.stands}...]` : `<${input.stands}...>`);
  }
}

/** Commander hands over the arguments in order, then the options, then the command itself. */
function inputsOf({ inputs }: Definition, given: readonly unknown[]): Record<string, never> {
  const options = given.at(-2) as Record<string, unknown>;
  let place = 0;
  const entries = Object.entries(inputs).map(([key, input]) => {
    const isWord = input.kind === 'argument' || input.kind === 'arguments';
    const value = isWord ? given[place++] : options[key];
    checkChoice(key, input, value);
    return [key, input.kind === 'flag' ? value === true : value];
  });
  return Object.fromEntries(entries) as Record<string, never>;
}

function checkChoice(key: string, input: Input, value: unknown): void {
  if (!('choices' in input) || !input.choices || typeof value !== 'string') return;
  if (input.choices.includes(value)) return;
  const name = input.kind === 'value' ? optionName(key) : input.stands;
  const listed = input.choices.join(', ');
  throw new Misuse({
    ja: `${name} に「${value}」は使えません。使えるのは ${listed} です。`,
    en: `${name} cannot be ${value}; it can be ${listed}.`,
  });
}
