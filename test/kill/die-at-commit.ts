/**
 * Loaded into the program before itself (`node --import`): kills it, with SIGKILL, right before or
 * right after its n-th commit or the first that writes a table, and says on its last line which
 * tables that commit wrote. It changes nothing of what the program does until then.
 */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

/** As `DIE_AT` in the environment: "7 before", "poll after". */
export type CommitPoint = `${number | string} ${'before' | 'after'}`;

const WRITES = /^\s*(?:insert(?: or \w+)? into|update|delete from)\s+"?(\w+)/i;
/** Marks that stand in every transaction of the program and tell nothing of it. */
const EVERYWHERE = 'writing';

const point = process.env.DIE_AT;
if (point && isMainThread) dieAt(point);

function dieAt(told: string): void {
  const [which = '', side] = told.split(' ');
  let commits = 0;
  const isMeant = () => String(commits) === which || wrote.has(which);
  const wrote = new Set<string>();
  const die = (): void => {
    const line = {
      event: 'killed_at_commit',
      level: 'info',
      point: told,
      wrote: [...wrote].sort(),
    };
    writeSync(1, `${JSON.stringify(line)}\n`);
    process.kill(process.pid, 'SIGKILL');
  };
  const prepare = Sqlite.prototype.prepare;
  Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
    const statement = prepare.call(this, source);
    const table = WRITES.exec(source)?.[1];
    const isCommit = source === 'commit';
    if (!isCommit && (table === undefined || table === EVERYWHERE)) return statement;
    for (const way of ['run', 'all'] as const) {
      const plain = statement[way].bind(statement) as (...parameters: unknown[]) => unknown;
      Object.defineProperty(statement, way, {
        value: (...parameters: unknown[]) => {
          if (table) wrote.add(table);
          if (isCommit) commits += 1;
          if (isCommit && side === 'before' && isMeant()) die();
          const result = plain(...parameters);
          if (isCommit && isMeant()) die();
          if (isCommit) wrote.clear();
          return result;
        },
      });
    }
    return statement;
  } as typeof prepare;
}
