/**
 * Kill tests (promise: nothing lost, nothing twice): the running program on a real Dovecot and an
 * SMTP sink, killed with SIGKILL over and over while mail arrives; at the end the database, the
 * mailbox and the sink must agree. Prints figures; exits 1 where a promise was broken.
 *
 *     npm run kill -- --kills 30 --mails 60 --seed 1
 */
import { parseArgs } from 'node:util';
import { dovecotInstalled, WITHOUT_DOVECOT } from '../support/dovecot.ts';
import { judge } from './judge.ts';
import { play } from './play.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    mails: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
if (!dovecotInstalled()) {
  console.error(WITHOUT_DOVECOT);
  process.exit(1);
}
process.once('SIGTERM', () => process.exit(143));
process.once('SIGINT', () => process.exit(130));
const plan = {
  kills: Number(values.kills),
  mails: Number(values.mails),
  seed: Number(values.seed),
};
const { problems, figures } = await play({ ...plan, say: (line) => console.log(line) }, judge);
for (const [what, count] of Object.entries(figures)) console.log(`${what}: ${count}`);
for (const problem of problems) console.error(`BROKEN: ${problem}`);
console.log(problems.length === 0 ? 'every promise held' : `${problems.length} promises broken`);
process.exit(problems.length === 0 ? 0 : 1);
