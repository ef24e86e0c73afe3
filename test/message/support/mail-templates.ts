/**
 * The templates as they lie on disk, for tests; the program itself reads them elsewhere.
 */
import { readFileSync } from 'node:fs';
import { MAIL_KINDS, type MailKind } from '../../../src/domain/mail-kind.ts';

const FOLDER = new URL('../../../templates/', import.meta.url);

/** The source of every template. */
export function templateSources(): Record<MailKind, string> {
  const entries = MAIL_KINDS.map((kind) => [kind, readTemplate(`${kind}.hbs`)] as const);
  return Object.fromEntries(entries) as Record<MailKind, string>;
}

/** One file of the templates folder as text. */
export function readTemplate(path: string): string {
  return readFileSync(new URL(path, FOLDER), 'utf8');
}
