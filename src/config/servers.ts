/**
 * The settings of the mailbox and of the relay. TLS is on unless the host is this machine.
 */
import { z } from 'zod';
import { address, count, isLoopback, port, secret, text } from './fields.ts';
import { oauth2 } from './oauth.ts';

const tls = z.enum(['implicit', 'starttls', 'none'], {
  error: '"implicit", "starttls" or, on a loopback host only, "none"',
});

const server = {
  host: text('a host name'),
  port,
  tls,
  certificateAuthority: text('the path of a certificate in PEM form, or null')
    .nullable()
    .default(null),
};

const plainTextStaysHome = (value: { host: string; tls: string }) =>
  value.tls !== 'none' || isLoopback(value.host);
const needsTls = {
  path: ['tls'],
  error: '"implicit" or "starttls": without TLS the password would cross the network in clear',
};

const auth = z.strictObject({ oauth2 }, { error: '{"oauth2": {…}}' }).nullable().default(null);

interface Login {
  password: unknown;
  auth: unknown;
}
const oneWayIn = ({ password, auth }: Login) => password === null || auth === null;
const needsOneWayIn = { path: ['auth'], error: 'null beside a password: one way to log in' };

export const imap = z
  .strictObject({
    ...server,
    user: text('the user name of the mailbox'),
    password: secret.nullable().default(null),
    auth,
    folder: text('a folder name').default('INBOX'),
    filing: z
      .strictObject({
        by: z.enum(['keyword', 'folder'], { error: '"keyword" or "folder"' }),
        handled: text('a keyword or a folder name'),
        forStaff: text('a keyword or a folder name'),
      })
      .prefault({ by: 'keyword', handled: 'Uketsuke-Handled', forStaff: 'Uketsuke-ForStaff' }),
    pollSeconds: count(5, 'seconds between polls, 5 or more').default(60),
    fetchAttempts: count(
      1,
      'polls before a mail that the server withholds is the staff’s, 1 or more',
    ).default(5),
    maxMailBytes: count(10_000, 'bytes, 10000 or more').default(10_000_000),
  })
  .refine(plainTextStaysHome, needsTls)
  .refine(oneWayIn, needsOneWayIn)
  .refine(({ password, auth }) => password !== null || auth !== null, {
    path: ['password'],
    error: '{"env": "NAME"} or {"file": "PATH"}, or "auth" for OAuth 2.0',
  });

export const smtp = z
  .strictObject({
    ...server,
    user: text('the user name at the relay, or null').nullable().default(null),
    password: secret.nullable().default(null),
    auth,
    from: z.strictObject({ name: text('the name that seekers see'), address }),
    replyTo: address.nullable().default(null),
    plusAddressing: z.boolean('true or false').default(false),
    maxConnections: count(1, '1 or more').max(10, '10 or fewer').default(2),
  })
  .refine(plainTextStaysHome, needsTls)
  .refine(oneWayIn, needsOneWayIn)
  .refine(({ user, auth }) => user !== null || auth === null, {
    path: ['user'],
    error: 'the user name that the token is for',
  });
