/**
 * Looks at the database file for an admin, without changing a byte of it: opened for reading only,
 * and as immutable where nobody has it open, so that not even a side file is made. It mends
 * nothing.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

export interface DatabaseInspection {
  /** "uket", see `migrations/0002-guards.ts`. */
  applicationId: number;
  /** The number of its newest migration. */
  version: number;
  /** What `quick_check` found; empty where the file is whole. */
  damages: string[];
  /** Rows that point to rows that are not there, by table. */
  orphans: string[];
}

/** Throws where the file is no database or cannot be read. */
export function inspectDatabase(path: string): DatabaseInspection {
  const url = pathToFileURL(path);
  if (!existsSync(`${path}-wal`)) url.searchParams.set('immutable', '1');
  const file = new DatabaseSync(url, { readOnly: true, timeout: 2000 });
  try {
    const number = (pragma: string) =>
      Number(Object.values(file.prepare(`pragma ${pragma}`).get() ?? {})[0]);
    const texts = (pragma: string) =>
      file
        .prepare(`pragma ${pragma}`)
        .all()
        .map((row) => String(Object.values(row)[0]));
    return {
      applicationId: number('application_id'),
      version: number('user_version'),
      damages: texts('quick_check(10)').filter((line) => line !== 'ok'),
      orphans: [...new Set(texts('foreign_key_check'))],
    };
  } finally {
    file.close();
  }
}
