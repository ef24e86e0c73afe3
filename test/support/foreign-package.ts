/**
 * Servers from Debian's packages that cannot be installed beside others: unpacked by
 * `.ci/fetch-servers` into a folder of their own, which the environment names. Tells where a
 * program lies and what it needs to run there; starts nothing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = process.env.UKETSUKE_SERVERS ?? '';

/** To be said where a test is skipped. */
export const WITHOUT_SERVERS =
  'UKETSUKE_SERVERS names no folder with the unpacked servers (see .ci/fetch-servers)';

/** The path of a program in the unpacked packages; null where it is not there. */
export function unpacked(path: string): string | null {
  const full = join(ROOT, path);
  return ROOT !== '' && existsSync(full) ? full : null;
}

/** Where the unpacked programs find their libraries. */
export function libraryPath(): string {
  return ['usr/lib/postfix', 'usr/lib', 'usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu']
    .map((folder) => join(ROOT, folder))
    .join(':');
}
