/**
 * Looks at a mailbox for an admin: what the server can do, whether mail could be filed, and the
 * server's clock as far as it can be told. It selects the folder and does nothing to any mail.
 */
import { assertKeyword, isRefusal } from './filing.ts';
import type { ImapSettings } from './settings.ts';
import { folderTrouble, MailboxTrouble } from './trouble.ts';

export interface MailboxInspection {
  capabilities: string[];
  /** How many mails lie in the folder. */
  mails: number;
  /** What keeps mail from being filed; one line each. */
  troubles: MailboxTrouble[];
  /** Folders to file into that are not there yet; the bot makes them at its start. */
  missingFolders: string[];
  /** INTERNALDATE of the newest mail: the server's clock is at least that far. */
  newest: Temporal.Instant | null;
}

/** The commands that are needed here; the IMAP package fits the shape. */
export interface InspectCommands {
  readonly capabilities: ReadonlyMap<string, unknown>;
  mailboxOpen(folder: string): Promise<{
    exists: number;
    readOnly?: boolean | undefined;
    permanentFlags?: Set<string> | undefined;
  }>;
  status(folder: string, query: { messages: true }): Promise<unknown>;
  fetchOne(
    which: string,
    query: { internalDate: true },
  ): Promise<false | { internalDate?: Date | string | undefined }>;
}

/** Throws a MailboxTrouble where the folder cannot be opened. */
export async function inspect(
  client: InspectCommands,
  { folder, filing }: ImapSettings,
): Promise<MailboxInspection> {
  // SELECT and not EXAMINE, which would not tell which keywords are kept.
  const opened = await client.mailboxOpen(folder).catch((error: unknown) => {
    throw isRefusal(error) ? folderTrouble('folder', folder, error) : error;
  });
  const troubles: MailboxTrouble[] = [];
  const missingFolders: string[] = [];
  if (opened.readOnly === true) {
    troubles.push(
      folderTrouble('folder', folder, new Error('the server opens it for reading only')),
    );
  }
  for (const key of ['handled', 'forStaff'] as const) {
    if (filing.by === 'folder') {
      const there = await client.status(filing[key], { messages: true }).catch(() => false);
      if (!there) missingFolders.push(filing[key]);
      continue;
    }
    try {
      assertKeyword(opened.permanentFlags, `imap.filing.${key}`, filing[key]);
    } catch (error) {
      if (!(error instanceof MailboxTrouble)) throw error;
      troubles.push(error);
    }
  }
  const last = opened.exists > 0 ? await client.fetchOne('*', { internalDate: true }) : false;
  const millis = last ? new Date(last.internalDate ?? Number.NaN).getTime() : Number.NaN;
  return {
    capabilities: [...client.capabilities.keys()].sort(),
    mails: opened.exists,
    troubles,
    missingFolders,
    newest: Number.isNaN(millis) ? null : Temporal.Instant.fromEpochMilliseconds(millis),
  };
}
