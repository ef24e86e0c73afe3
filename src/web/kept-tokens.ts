/**
 * Refresh tokens that a provider put in the place of the configured one, in a file beside the
 * database that only its owner can read. Each is kept under the sha256 of the configured token,
 * so that a new one in the config is used at once. It prints and logs no token.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { jsonObject } from './call.ts';
import type { TokenKeeper } from './token-source.ts';

/** Opens the file at `path`; `onTrouble` hears of one that cannot be read or written. */
export function openKeptTokens(path: string, onTrouble: (why: string) => void): TokenKeeper {
  const read = (): Record<string, unknown> => {
    try {
      return jsonObject(readFileSync(path, 'utf8')) ?? {};
    } catch (error) {
      if (!isMissing(error)) onTrouble(whyOf(error));
      return {};
    }
  };
  /** What could not be written is at least used for as long as the program runs. */
  const unwritten = new Map<string, string>();
  return {
    newest: (configured) => {
      const key = fingerprint(configured);
      const kept = unwritten.get(key) ?? read()[key];
      return typeof kept === 'string' && kept !== '' ? kept : null;
    },
    keep: (configured, replaced) => {
      const key = fingerprint(configured);
      try {
        // Whole or not at all, whenever the program is killed.
        const text = JSON.stringify({ ...read(), [key]: replaced });
        writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
        renameSync(`${path}.new`, path);
        unwritten.delete(key);
      } catch (error) {
        unwritten.set(key, replaced);
        onTrouble(whyOf(error));
      }
    },
  };
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function whyOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
