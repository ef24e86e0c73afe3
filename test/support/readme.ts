/**
 * The two READMEs as the tests see them: the parts of README.md that are drawn from the code, with
 * the way to renew them (`npm run readme`), and what both documents name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifecyclePicture, lifecycleTable } from './lifecycle-picture.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const README = join(ROOT, 'README.md');
/** The office's own guide, in Japanese. */
export const GUIDE = join(ROOT, 'README.ja.md');

const DRAWN: Record<string, () => string> = {
  'lifecycle picture': () => `\`\`\`mermaid\n${lifecyclePicture()}\`\`\`\n`,
  'lifecycle table': lifecycleTable,
};

/** The README as it must be: every drawn part between its two marks renewed. */
export function renewed(text: string): string {
  let result = text;
  for (const [name, draw] of Object.entries(DRAWN)) {
    const [begin, end] = [`<!-- ${name}: drawn from the code -->\n`, `<!-- end of ${name} -->`];
    const from = result.indexOf(begin);
    const to = result.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md: the marks of the ${name} are missing`);
    result = `${result.slice(0, from + begin.length)}${draw()}${result.slice(to)}`;
  }
  return result;
}

/** Every first group of the pattern, once each. */
export function named(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
}

if (import.meta.main) writeFileSync(README, renewed(readFileSync(README, 'utf8')));
