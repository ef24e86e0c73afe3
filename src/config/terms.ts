/**
 * The settings of the terms of use: one text, or versions with the day on which each takes effect
 * (Article 13).
 */
import { z } from 'zod';
import { date, text } from './fields.ts';

const DEFAULT_FILE = 'templates/terms/2025-03-11.txt';

const day = date.transform((value) => Temporal.PlainDate.from(value));

/** `termsFile`: the simple form, a text that has always held. */
export const termsFile = text('the path of the terms text').optional();

/**
 * `terms`: a session is governed by the version in force on its day, and its booking is sent that
 * one. `sendFrom` is the office's word that a version goes to every new booking from that day on,
 * also where the session lies before `effectiveFrom`.
 */
export const terms = z
  .array(
    z.strictObject({
      file: text('the path of the terms text'),
      effectiveFrom: day,
      sendFrom: day.nullable().default(null),
    }),
    { error: 'a list of {"file": "PATH", "effectiveFrom": "YYYY-MM-DD"}' },
  )
  .min(1, 'at least one version')
  .refine(
    (all) => new Set(all.map(({ effectiveFrom }) => effectiveFrom.toString())).size === all.length,
    'versions that take effect on different days',
  )
  .optional();

export interface TermsSetting {
  file: string;
  effectiveFrom: Temporal.PlainDate | null;
  sendFrom: Temporal.PlainDate | null;
}

/** Both forms as one list, in the order in which the versions take effect. */
export function termsSettings(settings: {
  termsFile?: string | undefined;
  terms?: readonly (TermsSetting & { effectiveFrom: Temporal.PlainDate })[] | undefined;
}): TermsSetting[] {
  const { termsFile: file = DEFAULT_FILE, terms: versions } = settings;
  if (versions === undefined) return [{ file, effectiveFrom: null, sendFrom: null }];
  return versions.toSorted((a, b) => Temporal.PlainDate.compare(a.effectiveFrom, b.effectiveFrom));
}
