/**
 * A soak: mixed traffic on a real Dovecot and an SMTP sink, at a steady rate and with faults in
 * between; at the end the database, the mailbox and the sink must agree, and memory must not have
 * grown. Prints figures; exits 1 where a promise was broken.
 *
 *     npm run soak -- --minutes 60 --rate 5 --seed 1
 */
import { parseArgs } from 'node:util';
import { dovecotInstalled, WITHOUT_DOVECOT } from '../support/dovecot.ts';
import { soak } from './play-soak.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    rate: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
});
if (!dovecotInstalled()) {
  console.error(WITHOUT_DOVECOT);
  process.exit(1);
}
process.once('SIGTERM', () => process.exit(143));
process.once('SIGINT', () => process.exit(130));
const { problems, figures } = await soak({
  minutes: Number(values.minutes),
  mailsPerSecond: Number(values.rate),
  seed: Number(values.seed),
  say: (line) => console.log(line),
});
for (const [what, count] of Object.entries(figures)) console.log(`${what}: ${count}`);
for (const problem of problems) console.error(`BROKEN: ${problem}`);
console.log(problems.length === 0 ? 'every promise held' : `${problems.length} promises broken`);
process.exit(problems.length === 0 ? 0 : 1);
