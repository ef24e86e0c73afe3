/**
 * Explores the office further than the tests do:
 *
 *     npm run model -- --runs 2000 --seed 1
 *
 * Prints figures, and how often each event and each kind of mail was met; ends with 1 and the
 * shortest breaking story where a promise is broken.
 */
import { parseArgs } from 'node:util';
import { explore } from './explore.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
  },
});

try {
  const { runs, seed, path } = values;
  const options = { runs: Number(runs), seed: Number(seed), ...(path ? { path } : {}) };
  const { met, ...figures } = await explore(options);
  for (const [name, figure] of Object.entries(figures)) console.log(`${name}: ${figure}`);
  const all = [...met].sort(([a], [b]) => (a < b ? -1 : 1));
  console.log(`met: ${all.map(([name, times]) => `${name} ${times}`).join(', ')}`);
  console.log('every promise held');
} catch (error) {
  const broken = error instanceof Error ? error : new Error(String(error));
  console.error(broken.message);
  if (broken.cause) console.error(String(broken.cause));
  process.exitCode = 1;
}
