/**
 * `uketsuke release [ID]`: lets held mails go (send mode `hold`), all or one, or lists them. It
 * sends nothing itself: the running bot does, or the next one that starts.
 */
import { type HeldMail, heldMails } from '../store/held-mails.ts';
import { releaseHeld } from '../store/outbox.ts';
import type { Writer } from '../store/store.ts';
import { withDatabase } from './office-database.ts';
import type { Outlet } from './outlet.ts';

export interface ReleaseOptions {
  configPath: string;
  /** The number of one mail, as typed; without it all are meant. */
  id?: string | undefined;
  /** Only show them. */
  list: boolean;
}

/** Resolves to the exit code: 1 where the one mail that was named is not held. */
export async function release(options: ReleaseOptions, outlet: Outlet): Promise<number> {
  const { configPath, id: typed, list } = options;
  if (typed !== undefined && !/^[1-9]\d{0,15}$/.test(typed)) {
    outlet.complain(`${typed}：メールの番号ではありません。番号は release --list で分かります。`);
    return 1;
  }
  const id = typed === undefined ? null : Number(typed);
  const mails = await withDatabase(configPath, outlet, ({ read, transact }) =>
    list ? heldMails(read, id) : transact((tx) => releaseListed(tx, id)),
  );
  if (mails.length === 0) {
    if (id === null) outlet.out('送信を待っているメールはありません。');
    else outlet.complain(`${id}：送信を待っているメールに、この番号はありません。`);
    return id === null ? 0 : 1;
  }
  for (const mail of mails) outlet.out(lineOf(mail));
  outlet.out(
    list
      ? `${mails.length}通が送信の許可を待っています。`
      : `${mails.length}通の送信を許可しました。動いているボットが、まもなく送ります。`,
  );
  return 0;
}

/** What was released is what is shown: both in one transaction. */
async function releaseListed(tx: Writer, id: number | null): Promise<HeldMail[]> {
  const mails = await heldMails(tx, id);
  await releaseHeld(tx, id);
  return mails;
}

function lineOf({ id, toAddress, subject }: HeldMail): string {
  return `${String(id).padStart(5)}  ${toAddress}  ${subject}`;
}
