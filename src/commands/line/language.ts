/**
 * Which language the person at the terminal reads, by the locale.
 */
import type { Language } from '../definition.ts';

/**
 * LC_ALL, LC_MESSAGES, LANG, the first that is set (POSIX); without any, as on Windows, the
 * system's own.
 */
export function languageOf(env: Record<string, string | undefined>): Language {
  const set = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value);
  return (set ?? Intl.DateTimeFormat().resolvedOptions().locale).startsWith('ja') ? 'ja' : 'en';
}
