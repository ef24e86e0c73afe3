/**
 * `uketsuke retry`: mails that were set aside are handed to the bot again, usually after an
 * upgrade. It works on none of them itself.
 */
import { systemClock } from '../clock.ts';
import { retrySetAside } from '../store/set-aside.ts';
import { withDatabase } from './office-database.ts';
import type { Outlet } from './outlet.ts';

/** Prints how many; resolves to exit code 0. Throws what `withDatabase` throws. */
export async function retry(configPath: string, outlet: Outlet): Promise<number> {
  const count = await withDatabase(configPath, outlet, ({ transact }) =>
    transact((tx) => retrySetAside(tx, systemClock.now())),
  );
  outlet.out(
    count === 0
      ? '読み取れずに取り分けたメールはありません。'
      : `取り分けていたメール${count}通を、もう一度処理の列に戻しました。ボットが次に受信を始めるときに処理します。`,
  );
  return 0;
}
