/**
 * `uketsuke purge`: what the running bot does by itself once its time has come (Article 8), now
 * and by hand; or only what it would be.
 */
import { type Clock, systemClock } from '../clock.ts';
import { type Cutoffs, cutoffsOf, purge } from '../flow/clock/purge.ts';
import { wordyBookings, wordyLooseMails } from '../store/purge-content.ts';
import { forgettableBookings } from '../store/purge-rows.ts';
import { emptyLog } from '../store/purging.ts';
import type { Reader } from '../store/store.ts';
import { withDatabase } from './office-database.ts';
import type { Outlet } from './outlet.ts';
import { startProgress } from './progress.ts';

export interface PurgeOptions {
  configPath: string;
  dryRun: boolean;
  clock?: Clock;
}

/** Resolves to the exit code: 1 where old pages may still lie in the log. */
export async function purgeByHand(options: PurgeOptions, outlet: Outlet): Promise<number> {
  const { configPath, dryRun, clock = systemClock } = options;
  const now = clock.now();
  return withDatabase(configPath, outlet, async (store, config) => {
    const before = cutoffsOf(config, now);
    if (dryRun) return show(store.read, before, outlet);
    const { wordy, loose, old } = await dueIn(store.read, before);
    const total = wordy.length + loose.inbox.length + loose.outbox.length + old.length;
    const progress = startProgress('消しています', total);
    const purged = await purge(store, before, { now, onPiece: progress.advance });
    progress.end();
    const { bookings, looseMails, forgotten } = purged;
    outlet.out(`相談内容とメールを消した予約 ${bookings}件`);
    outlet.out(`予約のないメール ${looseMails}通を消しました。`);
    outlet.out(`数だけを残して消した予約 ${forgotten}件`);
    if (await emptyLog(store.read)) return 0;
    outlet.complain(
      'ほかの画面がデータベースを開いているので、消した内容がログのファイルに残っています。画面を閉じて、もう一度実行してください。',
    );
    return 1;
  });
}

const EVERYTHING = 1_000_000;

async function dueIn(db: Reader, before: Cutoffs) {
  return {
    wordy: await wordyBookings(db, before.content, EVERYTHING),
    loose: await wordyLooseMails(db, before, EVERYTHING),
    old: await forgettableBookings(db, before.bookings, EVERYTHING),
  };
}

async function show(db: Reader, before: Cutoffs, { out }: Outlet): Promise<number> {
  const { wordy, loose, old } = await dueIn(db, before);
  for (const { reference } of wordy) out(`予約番号 ${reference}：相談内容とメールを消します。`);
  for (const { reference } of old) out(`予約番号 ${reference}：予約を消し、数だけを残します。`);
  out(`予約のないメール ${loose.inbox.length + loose.outbox.length}通を消します。`);
  out('まだ何も消していません。');
  return 0;
}
