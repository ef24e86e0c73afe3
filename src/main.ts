/**
 * The command line: names the commands and their options, and turns expected failures into one
 * clear message and an exit code. Nothing is decided here.
 */
import { Command } from 'commander';
import { TERMINAL } from './commands/outlet.ts';
import { ConfigProblems } from './config.ts';
import { SetupProblem } from './flow/open-office.ts';
import { TemplateProblem } from './message/templates.ts';
import { DatabaseTrouble } from './store/sqlite.ts';

/** Runs one command; resolves to the exit code: 0, or 1 where it could not do its work. */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('uketsuke').description(
    'E-mail-driven booking bot for the online job counselling of a public employment office',
  );
  program
    .command('run')
    .description('watch the mailbox and answer, until ended by SIGTERM or Ctrl+C')
    .option('-c, --config <file>', 'the config', 'config.json')
    .action(async ({ config }: { config: string }) => {
      const { run } = await import('./commands/run.ts');
      await run(config);
    });
  program
    .command('demo')
    .description('play the main job with embedded mail servers and a played clock')
    .option('--dovecot', 'play it on an installed Dovecot')
    .option('--keep', 'leave the servers up and print the settings for a mail client')
    .action(async (options: { dovecot?: true; keep?: true }) => {
      const { demo } = await import('./commands/demo.ts');
      code = await demo(options);
    });
  program
    .command('score')
    .description('score the reading on a file of labelled data (JSON Lines)')
    .argument('<file>')
    .option('--predictions', 'print one prediction a line instead')
    .action(async (file: string, { predictions }: { predictions?: true }) => {
      const { score } = await import('./commands/score.ts');
      code = await score({ file, predictions: predictions === true }, (line) => console.log(line));
    });
  addDeskCommands(program, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (!isExpected(error)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** What an office does beside the running bot: look, try again, let go. */
function addDeskCommands(program: Command, ended: (code: number) => void): void {
  program
    .command('explain')
    .description('show what the bot reads in a mail and what it would do; stores and sends nothing')
    .argument('<files...>', 'mails (.eml); "-" reads one from the standard input')
    .option('--json', 'print one JSON object a file')
    .option('--now <ISO>', 'the instant to which 明日 refers, instead of the Date of the mail')
    .option('-c, --config <file>', 'the config: who is staff, which server authenticates')
    .action(async (files: string[], options: { json?: true; now?: string; config?: string }) => {
      const { explain } = await import('./commands/explain.ts');
      ended(await explain({ ...options, files, json: options.json === true }, TERMINAL));
    });
  program
    .command('retry')
    .description('hand mails that were set aside to the bot again, after an upgrade')
    .option('-c, --config <file>', 'the config', 'config.json')
    .action(async ({ config }: { config: string }) => {
      const { retry } = await import('./commands/retry.ts');
      ended(await retry(config, TERMINAL));
    });
  program
    .command('release')
    .description('let held mails go (send mode "hold"): all of them, or one')
    .argument('[id]', 'the number of the mail')
    .option('--list', 'only show what is held')
    .option('-c, --config <file>', 'the config', 'config.json')
    .action(async (id: string | undefined, options: { list?: true; config: string }) => {
      const { release } = await import('./commands/release.ts');
      const { config: configPath } = options;
      ended(await release({ configPath, id, list: options.list === true }, TERMINAL));
    });
}

function isExpected(error: unknown): error is Error {
  return [ConfigProblems, SetupProblem, TemplateProblem, DatabaseTrouble].some(
    (expected) => error instanceof expected,
  );
}
