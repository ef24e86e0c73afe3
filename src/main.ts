/**
 * The command line: runs the command that the words ask for and turns expected failures into one
 * clear message and an exit code. The commands are listed in `commands/catalogue.ts`; nothing is
 * decided here.
 */
import { readFileSync } from 'node:fs';
import { CATALOGUE } from './commands/catalogue.ts';
import { Misuse } from './commands/definition.ts';
import { languageOf } from './commands/line/language.ts';
import { runLine, WRONG_USAGE } from './commands/line/program.ts';
import { TERMINAL } from './commands/outlet.ts';

const NOT_DONE = 1;

/** Runs one command of `process.argv`; resolves to its exit code: 0 done, 1 not done, 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<number> {
  // Names, numbers and mails: what this program writes is its owner's alone, wherever it is started.
  process.umask(0o077);
  const language = languageOf(process.env);
  try {
    return await runLine(argv.slice(2), {
      commands: CATALOGUE,
      version: version(),
      surroundings: { outlet: TERMINAL, language },
    });
  } catch (error) {
    if (error instanceof Misuse) {
      TERMINAL.complain(error.words[language]);
      return WRONG_USAGE;
    }
    const { isExpected } = await import('./commands/expected.ts');
    if (!isExpected(error)) throw error;
    TERMINAL.complain(error.message);
    return NOT_DONE;
  }
}

function version(): string {
  const source = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(source) as { version: string }).version;
}
