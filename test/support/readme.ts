/**
 * The parts of README.md that are drawn from the code, and the way to renew them:
 * `npm run readme`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifecyclePicture, lifecycleTable } from '../../src/domain/lifecycle-picture.ts';

export const README = join(import.meta.dirname, '../../README.md');

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

if (import.meta.main) writeFileSync(README, renewed(readFileSync(README, 'utf8')));
