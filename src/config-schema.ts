/**
 * Every setting, its default and what it must look like: the one source from which the config is
 * checked. It reads no file and no environment.
 */
import { z } from 'zod';

/** Whether a host name or address stays on this machine by its very form (RFC 1122, 4291, 6761). */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

const text = (expected: string) => z.string({ error: expected }).min(1, expected);
const clockTime = z
  .string({ error: 'a clock time "HH:MM"' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'a clock time "HH:MM"')
  .transform((value) => Temporal.PlainTime.from(value));
const date = z
  .string({ error: 'a date "YYYY-MM-DD"' })
  .refine((value) => isDate(value), 'a date "YYYY-MM-DD"');
const address = z
  .string({ error: 'one mail address' })
  .regex(/^[^\s@,;<>]+@[^\s@,;<>]+$/, 'one mail address');
const port = z.int('a port number, 1 to 65535').min(1, 'a port number, 1 to 65535').max(65535);
const count = (least: number, expected: string) => z.int(expected).min(least, expected);

/** A secret is never written into the config: it comes from the environment or from a file. */
const secret = z.union(
  [
    z.strictObject({ env: text('the name of an environment variable') }),
    z.strictObject({ file: text('the path of a file that holds the secret') }),
  ],
  { error: '{"env": "NAME"} or {"file": "PATH"}; a secret does not stand in the config itself' },
);

const tls = z.enum(['implicit', 'starttls', 'none'], {
  error: '"implicit", "starttls" or, on a loopback host only, "none"',
});

const server = { host: text('a host name'), port, tls };

const plainTextStaysHome = (value: { host: string; tls: string }) =>
  value.tls !== 'none' || isLoopback(value.host);
const needsTls = {
  path: ['tls'],
  error: '"implicit" or "starttls": without TLS the password would cross the network in clear',
};

const office = z.strictObject({
  name: text('the name of the office'),
  telephone: text('the telephone number that seekers call'),
  timeZone: z.literal('Asia/Tokyo', { error: '"Asia/Tokyo"' }).default('Asia/Tokyo'),
  hours: z
    .strictObject({
      open: clockTime.prefault('08:30'),
      close: clockTime.prefault('17:15'),
      breakStart: clockTime.prefault('12:00'),
      breakEnd: clockTime.prefault('13:00'),
      gridMinutes: z.literal([10, 15, 20, 30, 60], { error: '10, 15, 20, 30 or 60' }).default(30),
    })
    .refine(
      ({ open, breakStart, breakEnd, close }) =>
        [open, breakStart, breakEnd, close].every(
          (time, i, all) => i === 0 || Temporal.PlainTime.compare(all[i - 1] ?? time, time) <= 0,
        ),
      'open, breakStart, breakEnd and close in the order of the day',
    )
    .prefault({}),
  closedDays: z.array(date, { error: 'a list of dates' }).default([]),
});

const staff = z.strictObject({
  addresses: z.array(address).min(1, 'at least one address whose mails count as a counselor’s'),
  notify: address,
});

const imap = z
  .strictObject({
    ...server,
    user: text('the user name of the mailbox'),
    password: secret,
    folder: text('a folder name').default('INBOX'),
    filing: z
      .strictObject({
        by: z.enum(['keyword', 'folder'], { error: '"keyword" or "folder"' }),
        handled: text('a keyword or a folder name'),
        forStaff: text('a keyword or a folder name'),
      })
      .prefault({ by: 'keyword', handled: 'Uketsuke-Handled', forStaff: 'Uketsuke-ForStaff' }),
    pollSeconds: count(5, 'seconds between polls, 5 or more').default(60),
    maxMailBytes: count(10_000, 'bytes, 10000 or more').default(10_000_000),
  })
  .refine(plainTextStaysHome, needsTls);

const smtp = z
  .strictObject({
    ...server,
    user: text('the user name at the relay, or null').nullable().default(null),
    password: secret.nullable().default(null),
    from: z.strictObject({ name: text('the name that seekers see'), address }),
    replyTo: address.nullable().default(null),
    plusAddressing: z.boolean('true or false').default(false),
    maxConnections: count(1, '1 or more').max(10, '10 or fewer').default(2),
  })
  .refine(plainTextStaysHome, needsTls);

const lane = z.strictObject({
  id: text('a short name of the lane'),
  counselor: text('the counselor or desk'),
  zoom: z.strictObject({
    meetingId: text('the Zoom meeting ID'),
    passcode: text('the Zoom passcode'),
    url: z.url('the link of the Zoom meeting'),
  }),
});

const deadlines = z.strictObject({
  closing: clockTime.prefault('23:59:59'),
  minimumMinutesToAnswer: count(0, 'minutes, 0 or more').default(120),
  voidGraceSeconds: count(0, 'seconds, 0 or more').default(60),
  incompleteDays: count(1, 'days, 1 or more').default(7),
});

const limits = z.strictObject({
  searchDays: count(1, 'days, 1 or more').max(60, '60 or fewer').default(14),
  futureBookingsPerSeeker: count(1, '1 or more').default(2),
  timesAsked: count(1, '1 or more').default(2),
  handlingSeconds: count(1, 'seconds that one mail may take to be parsed, 1 or more').default(10),
  mailsPerAddressAndHour: count(1, '1 or more').default(10),
  staffMailsPerHour: count(1, '1 or more').default(200),
  mailsPerKindAndBooking: count(1, '1 or more').default(5),
});

const configSchema = z.strictObject({
  $schema: z.string().optional(),
  office,
  staff,
  registration: z
    .enum(['register', 'sender'], { error: '"register" or "sender"' })
    .default('register'),
  imap,
  smtp,
  authservId: text('the authserv-id of your mail server, or null').nullable().default(null),
  lanes: z
    .array(lane)
    .min(1, 'at least one lane')
    .refine(
      (lanes) => new Set(lanes.map(({ id }) => id)).size === lanes.length,
      'lanes with different ids',
    ),
  deadlines: deadlines.prefault({}),
  limits: limits.prefault({}),
  termsFile: text('the path of the terms text').default('templates/terms/2025-03-11.txt'),
  database: text('the path of the SQLite file').default('data/uketsuke.sqlite'),
  sendMode: z.enum(['hold', 'live'], { error: '"hold" or "live"' }).default('hold'),
});

export type Config = z.output<typeof configSchema>;
export type Secret = z.output<typeof secret>;

/** The config with its defaults filled in, or every problem as "path value, expectation". */
export function checkConfig(raw: unknown): { config: Config } | { problems: string[] } {
  const parsed = configSchema.safeParse(raw, { reportInput: true });
  return parsed.success ? { config: parsed.data } : { problems: problemLines(parsed.error) };
}

/** One line a problem: JSON path, value, expectation; unknown keys each on their own line. */
function problemLines(error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => {
    const place = jsonPath(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `${place}.${key}: unknown setting; check its spelling`);
    }
    const value = issue.input === undefined ? 'is missing' : `is ${shown(issue)}`;
    return [`${place} ${value}, expected ${issue.message}`];
  });
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (place, key) => place + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    '$',
  );
}

function shown(issue: z.core.$ZodIssue): string {
  if (issue.path.at(-1) === 'password') return 'not of the right form (not shown)';
  const key = issue.path.at(-1);
  const inner = issue.input as Record<PropertyKey, unknown>;
  const value = key !== undefined && typeof inner === 'object' && key in inner ? inner[key] : inner;
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}

function isDate(value: string): boolean {
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}
