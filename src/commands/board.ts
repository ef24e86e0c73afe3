/**
 * `uketsuke board`: shows the state of the bookings, as a page served on this machine until it is
 * told to end, or as one file. It writes nothing into the database.
 */
import { openBoardPage } from '../board/page.ts';
import { startBoard } from '../board/server.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { policyOf } from '../flow/policy.ts';
import { endSignal } from './end-signal.ts';
import { renewFile } from './new-file.ts';
import { withDatabase } from './office-database.ts';
import type { Outlet } from './outlet.ts';

export interface BoardOptions {
  configPath: string;
  /** Write one file instead of serving. */
  out?: string | undefined;
}

/** Resolves to exit code 0. Throws `BoardProblem` and what `withDatabase` throws. */
export async function board({ configPath, out }: BoardOptions, outlet: Outlet): Promise<number> {
  const now = () => systemClock.now();
  return withDatabase(configPath, outlet, async ({ read }, config) => {
    const page = openBoardPage(boardSettings(config));
    if (out !== undefined) {
      renewFile(out, await page.render(read, now(), null));
      outlet.out(`${out} に書き出しました。氏名と電話番号が入っています。`);
      return 0;
    }
    const { refreshSeconds } = config.board;
    const server = await startBoard({ page, db: read, now, refreshSeconds }, config.board);
    outlet.out(`${server.url} をブラウザで開いてください。Ctrl+C で終わります。`);
    await endSignal();
    await server.close();
    return 0;
  });
}

export function boardSettings(config: Config) {
  const { calendar } = policyOf(config);
  return { ...config.board, officeName: config.office.name, calendar, lanes: config.lanes };
}
