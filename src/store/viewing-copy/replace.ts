/**
 * Puts a fresh copy in the place of the one that viewers may hold open. On POSIX a rename always
 * does. Windows refuses it while somebody has the old one open: then the fresh one goes beside
 * it under a second name, and when that is held too, the next round tries again.
 */
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';

/** `beside`: the copy lies under the second name; `busy`: viewers hold both, nothing was replaced. */
export type Replaced = 'in_place' | 'beside' | 'busy';

type Rename = (from: string, to: string) => void;

/** "閲覧用-新.sqlite". */
export function secondName(file: string): string {
  const { dir, name, ext } = parse(file);
  return join(dir, `${name}-新${ext}`);
}

/** Never throws because of a viewer; `rename` is the file system's, handed in for the tests. */
export function replaceCopy(part: string, file: string, rename: Rename = renameSync): Replaced {
  if (tried(() => renameOver(part, file, rename))) {
    tried(() => remove(secondName(file)));
    return 'in_place';
  }
  if (tried(() => renameOver(part, secondName(file), rename))) return 'beside';
  tried(() => remove(part));
  return 'busy';
}

/** Windows does not replace a file that is marked as read-only. */
function renameOver(part: string, file: string, rename: Rename): void {
  if (process.platform === 'win32' && existsSync(file)) chmodSync(file, 0o644);
  rename(part, file);
}

function remove(file: string): void {
  if (!existsSync(file)) return;
  if (process.platform === 'win32') chmodSync(file, 0o644);
  rmSync(file, { force: true });
}

const HELD_BY_A_VIEWER = new Set(['EPERM', 'EACCES', 'EBUSY']);

function tried(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (HELD_BY_A_VIEWER.has(code)) return false;
    throw error;
  }
}
