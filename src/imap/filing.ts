/**
 * Whether mail can be filed as the config wants it: a folder that is there or can be made, or a
 * keyword that the server keeps. It files nothing itself.
 */
import { folderTrouble, MailboxTrouble } from './trouble.ts';

/** Whether the server answered NO or BAD, as apart from a connection in trouble. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error &&
    'responseStatus' in error &&
    (error.responseStatus === 'NO' || error.responseStatus === 'BAD')
  );
}

/** The commands that are needed here; the IMAP package fits the shape. */
export interface FolderCommands {
  status(folder: string, query: { messages: true }): Promise<unknown>;
  mailboxCreate(folder: string): Promise<unknown>;
}

/** Makes the folder to file into if it is not there yet. */
export async function ensureFolder(
  client: FolderCommands,
  setting: string,
  folder: string,
): Promise<void> {
  const known = await client.status(folder, { messages: true }).catch(() => false);
  if (known) return;
  await client.mailboxCreate(folder).catch((error: unknown) => {
    throw isRefusal(error) ? folderTrouble(setting, folder, error) : error;
  });
}

/** RFC 9051 7.1: PERMANENTFLAGS names the keywords that stay; "\\*" allows new ones. */
export function assertKeyword(
  permanent: Set<string> | undefined,
  setting: string,
  keyword: string,
): void {
  if (permanent === undefined || permanent.has('\\*')) return;
  if ([...permanent].some((flag) => flag.toLowerCase() === keyword.toLowerCase())) return;
  throw new MailboxTrouble('folder', setting, {
    message: `${setting}: the server does not keep the keyword "${keyword}" in this folder. Set imap.filing.by to "folder", or have keywords allowed.`,
  });
}
