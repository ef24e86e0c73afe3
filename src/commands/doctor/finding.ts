/**
 * What the doctor says of one thing: how it is, in one sentence, and what to do. Types and the
 * words and colours for the levels only.
 */
import type { Bilingual, Language } from '../definition.ts';
import { inTone } from '../line/colour.ts';

/** `problem`: the bot cannot work so. `warning`: it can, but somebody should know. */
export type Level = 'good' | 'warning' | 'problem' | 'skipped';

export interface Finding {
  /** What was looked at, as a script knows it: "imap", "smtp-certificate". */
  check: string;
  level: Level;
  what: Bilingual;
  todo: Bilingual | null;
}

/** One look at one thing; it says what it found and throws only for bugs. */
export type Check = () => Finding[] | Promise<Finding[]>;

const SIGNS: Readonly<Record<Level, Bilingual>> = {
  good: { ja: '正常', en: 'good   ' },
  warning: { ja: '注意', en: 'warning' },
  problem: { ja: '問題', en: 'problem' },
  skipped: { ja: '省略', en: 'skipped' },
};

const TONES = { good: 'good', warning: 'notice', problem: 'bad', skipped: 'faint' } as const;

/** "問題  受信サーバーに…" with what to do on a line of its own. */
export function findingLine({ level, what, todo }: Finding, language: Language): string {
  const advice = todo === null ? '' : `\n      → ${todo[language]}`;
  return `${inTone(TONES[level], SIGNS[level][language])}  ${what[language]}${advice}`;
}

/** The first line of what a failure says. */
export function whyOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
