/**
 * The settings of the booking sites (6(2) ただし): whose mails are their notices, and where in them
 * the items stand. Patterns are JavaScript regular expressions (flag u), matched line by line; what
 * a date or a number means is read by the program itself.
 */
import { z } from 'zod';
import { address, text } from './fields.ts';

const PATTERN = 'a regular expression';
const FIELD = 'a regular expression with one group ( ) around the value';

const pattern = z
  .string({ error: PATTERN })
  .refine((source) => groupsOf(source) !== null, PATTERN)
  .transform((source) => new RegExp(source, 'u'));

const field = z
  .string({ error: FIELD })
  .refine((source) => groupsOf(source) === 1, FIELD)
  .transform((source) => new RegExp(source, 'u'));

const format = z.strictObject({
  name: text('the name of the booking site'),
  senders: z.array(address).min(1, 'at least one address that the site sends from'),
  subject: z.strictObject({ booked: pattern, cancelled: pattern.nullable().default(null) }),
  fields: z.strictObject({
    reference: field.nullable().default(null),
    name: field,
    seekerNumber: field,
    datetime: field,
    phone: field.nullable().default(null),
    topic: field.nullable().default(null),
  }),
});

/** The formats of the notices; the first whose sender and subject fit reads a mail. */
export const bookingSite = z
  .array(format, { error: 'a list of formats' })
  .refine(
    (all) => new Set(all.map(({ name }) => name)).size === all.length,
    'formats with different names',
  )
  .default([]);
export type SiteFormat = z.output<typeof format>;

/** How many groups a pattern has; null where it is none. */
function groupsOf(source: string): number | null {
  try {
    return (new RegExp(`${source}|`, 'u').exec('')?.length ?? 1) - 1;
  } catch {
    return null;
  }
}
