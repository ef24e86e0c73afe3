/**
 * The one runner of the benchmarks. A bench is a file beside this one; it prints its own figures,
 * medians of several rounds, and where it compares, both sides in turn within one run: this
 * machine is shared, so that only such ratios say anything.
 *
 *     npm run bench
 *     npm run bench -- backlog --mails 1000 --rounds 3
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { backlog } from './backlog.ts';
import { reading } from './reading.ts';
import { replyLatency } from './reply-latency.ts';
import { scale } from './scale.ts';
import { startAndMemory } from './start-and-memory.ts';
import type { Bench } from './types.ts';
import { year } from './year.ts';

const BENCHES: readonly Bench[] = [replyLatency, backlog, reading, startAndMemory, scale, year];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mails: { type: 'string' },
    rounds: { type: 'string' },
    days: { type: 'string' },
    bookings: { type: 'string' },
  },
});
const size = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)]),
);
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const names = BENCHES.map(({ name }) => name).join(', ');
  console.error(`there is no bench "${unknown.join('", "')}"; there are: ${names}`);
  process.exit(2);
}
const [cpu] = cpus();
console.log(`${cpus().length} cores (${cpu?.model.trim()}), Node.js ${process.version}`);
for (const bench of BENCHES) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
  console.log(`\n${bench.name}: ${bench.what}`);
  await bench.run(size, (line) => console.log(`  ${line}`));
}
process.exit(0);
