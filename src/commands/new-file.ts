/**
 * Writes a file of personal data: readable by its owner only, and nothing is written over but by
 * a command that renews its own file.
 */
import { closeSync, fchmodSync, fstatSync, openSync, writeFileSync } from 'node:fs';

/** Null where it was written, else one Japanese sentence or two that say why not. */
export function writeNewFile(file: string, content: string | Buffer): string | null {
  return troubleWriting(file, () => writeFileSync(file, content, { mode: 0o600, flag: 'wx' }));
}

/** The same for whatever `write` makes at a place; what is no trouble of the disk is thrown. */
export function troubleWriting(place: string, write: () => void): string | null {
  try {
    write();
    return null;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    return cause.code === 'EEXIST'
      ? `${place}：もうあります。別の名前にしてください。`
      : `${place}：書けません（${String(cause.code)}）。場所を確かめてください。`;
  }
}

/**
 * Writes a file, over the one that is there where there is one: its owner's alone, even where that
 * one was everybody's to read.
 */
export function renewFile(file: string, content: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    if (fstatSync(handle).isFile()) fchmodSync(handle, 0o600);
    writeFileSync(handle, content);
  } finally {
    closeSync(handle);
  }
}
