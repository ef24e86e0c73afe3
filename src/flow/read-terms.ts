/**
 * The configured texts of the terms, read byte for byte (Article 13, requirements "Foot").
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { TermsText, TermsVersion, TermsVersions } from '../domain/terms.ts';
import { SetupProblem } from './setup-problem.ts';

/** Every version, in the order in which they take effect. Throws `SetupProblem`. */
export function readTerms({ terms }: Pick<Config, 'terms'>): TermsVersions {
  const [first, ...later] = terms.map(readVersion);
  if (first === undefined) throw new SetupProblem('$.terms: at least one version is needed');
  return [first, ...later];
}

function readVersion({ file, effectiveFrom, sendFrom }: Config['terms'][number]): TermsVersion {
  return { ...readTermsText(file), effectiveFrom, sendFrom };
}

/** One text with its hash and label. Throws `SetupProblem`. */
export function readTermsText(file: string): TermsText {
  const text = readText(file);
  if (text.trim() === '') throw new SetupProblem(`$.terms or $.termsFile: ${file} is empty`);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { sha256, label: lastDateIn(text) ?? sha256.slice(0, 8), text };
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (cause) {
    throw new SetupProblem(
      `$.terms or $.termsFile: ${file} cannot be read; give the path of the terms text (UTF-8)`,
      { cause },
    );
  }
}

/** A version's label is the last date at the foot; the text gives the dates no names. */
function lastDateIn(text: string): string | null {
  const last = [...text.matchAll(/令和\s*(\d+)\s*年\s*(\d+)\s*月\s*(\d+)\s*日/g)].at(-1);
  if (!last) return null;
  const [year, month, day] = last.slice(1).map(Number);
  return [2018 + (year ?? 0), month, day].map((n) => String(n).padStart(2, '0')).join('-');
}
