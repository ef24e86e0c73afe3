/**
 * The kinds of value that settings are made of, each with the words that say what was expected.
 * They know nothing of any one setting.
 */
import { z } from 'zod';

/** Whether a host name or address stays on this machine by its very form (RFC 1122, 4291, 6761). */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

export const text = (expected: string) => z.string({ error: expected }).min(1, expected);
export const clockTime = z
  .string({ error: 'a clock time "HH:MM"' })
  // Nothing that compares times is asked where one of them is none.
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { error: 'a clock time "HH:MM"', abort: true })
  .transform((value) => Temporal.PlainTime.from(value));
export const date = z
  .string({ error: 'a date "YYYY-MM-DD"' })
  .refine((value) => isDate(value), { error: 'a date "YYYY-MM-DD"', abort: true });
export const address = z
  .string({ error: 'one mail address' })
  .regex(/^[^\s@,;<>]+@[^\s@,;<>]+$/, 'one mail address');
export const port = z
  .int('a port number, 1 to 65535')
  .min(1, 'a port number, 1 to 65535')
  .max(65535);
export const count = (least: number, expected: string) => z.int(expected).min(least, expected);

/** Where something is fetched: encrypted, unless it never leaves this machine. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'an https address' })
  .refine(
    (value) => URL.canParse(value) && isPrivateOnTheWay(new URL(value)),
    'an https address: over plain http secrets would cross the network in clear',
  );

function isPrivateOnTheWay({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** A secret is never written into the config: it comes from the environment or from a file. */
export const secret = z.union(
  [
    z.strictObject({ env: text('the name of an environment variable') }),
    z.strictObject({ file: text('the path of a file that holds the secret') }),
  ],
  { error: '{"env": "NAME"} or {"file": "PATH"}; a secret does not stand in the config itself' },
);
export type Secret = z.output<typeof secret>;

function isDate(value: string): boolean {
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}
