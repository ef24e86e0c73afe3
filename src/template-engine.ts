/**
 * The only file that imports handlebars, with its two settings, each safe for one medium: plain
 * text is never escaped (so that "?pwd=" survives in a mail), HTML always is. Both are strict: a
 * printed value that is missing throws and never prints a blank (trap 14). It reads no file.
 */
import { createRequire } from 'node:module';

/** Its form of one file: the other is 44 of them, which cost a start 40 ms and 4 MB. */
const Handlebars = createRequire(import.meta.url)(
  'handlebars/dist/handlebars.js',
) as typeof import('handlebars');

export type Filled = (data: unknown) => string;

const STRICT = { strict: true, knownHelpersOnly: true, preventIndent: true } as const;

/** For mails: what the data holds is printed as it is. */
export function compileText(source: string): Filled {
  return Handlebars.compile(source, { ...STRICT, noEscape: true });
}

/** For pages: what the data holds is escaped; `partials` are named parts that the source includes. */
export function compileHtml(source: string, partials: Readonly<Record<string, string>>): Filled {
  const engine = Handlebars.create();
  const options = { ...STRICT, noEscape: false };
  for (const [name, part] of Object.entries(partials)) {
    engine.registerPartial(name, engine.compile(part, options));
  }
  return engine.compile(source, options);
}
