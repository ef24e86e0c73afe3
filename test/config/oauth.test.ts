/**
 * The settings of an OAuth 2.0 login: the providers' presets, and one line for each that is wrong.
 */
import { describe, expect, test } from 'vitest';
import { oauth2, tokenEndpoint } from '../../src/config/oauth.ts';
import { checkConfig } from '../../src/config/schema.ts';

const secret = { env: 'SECRET' };

describe('a provider’s preset', () => {
  test.each([
    [
      { provider: 'microsoft', tenant: 'kobayashi', refreshToken: secret },
      'imap',
      'https://login.microsoftonline.com/kobayashi/oauth2/v2.0/token',
      'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
    ],
    [
      { provider: 'microsoft', tenant: 'kobayashi', refreshToken: secret },
      'smtp',
      'https://login.microsoftonline.com/kobayashi/oauth2/v2.0/token',
      'https://outlook.office.com/SMTP.Send offline_access',
    ],
    [
      {
        provider: 'microsoft',
        tenant: 'kobayashi',
        grant: 'client_credentials',
        clientSecret: secret,
      },
      'smtp',
      'https://login.microsoftonline.com/kobayashi/oauth2/v2.0/token',
      'https://outlook.office365.com/.default',
    ],
    [
      { provider: 'google', refreshToken: secret },
      'imap',
      'https://oauth2.googleapis.com/token',
      'https://mail.google.com/',
    ],
    [
      { tokenUrl: 'http://127.0.0.1:1/token', scope: 'mail', refreshToken: secret },
      'imap',
      'http://127.0.0.1:1/token',
      'mail',
    ],
  ] as const)('%j for %s', (settings, purpose, tokenUrl, scope) => {
    const parsed = oauth2.parse({ clientId: 'app', ...settings });
    expect(tokenEndpoint(parsed, purpose)).toEqual({ tokenUrl, scope });
  });
});

describe('what is wrong is said with its place', () => {
  const server = { host: 'imap.example.jp', port: 993, tls: 'implicit', user: 'u' };
  const problemsOf = (imap: object): string[] => {
    const checked = checkConfig({ imap: { ...server, ...imap } });
    if (!('problems' in checked)) throw new Error('nothing was wrong');
    return checked.problems.filter((line) => line.startsWith('$.imap'));
  };
  const withOauth = (settings: object) =>
    problemsOf({ auth: { oauth2: { clientId: 'app', ...settings } } });

  test.each<[string, object, RegExp]>([
    ['no address', { refreshToken: secret }, /^\$\.imap\.auth\.oauth2\.tokenUrl is null, expected/],
    ['no tenant', { provider: 'microsoft', refreshToken: secret }, /oauth2\.tenant is null/],
    [
      'no refresh token',
      { provider: 'google' },
      /oauth2\.refreshToken not of|oauth2\.refreshToken is not/,
    ],
    [
      'Google without a user',
      { provider: 'google', grant: 'client_credentials', clientSecret: secret },
      /oauth2\.grant is "client_credentials", expected "refresh_token"/,
    ],
    [
      'plain http across the network',
      { tokenUrl: 'http://login.example.com/token', refreshToken: secret },
      /oauth2\.tokenUrl is "http:\/\/login\.example\.com\/token", expected an https address/,
    ],
  ])('%s', (_, settings, line) => {
    expect(withOauth(settings)).toEqual([expect.stringMatching(line)]);
  });

  test('a secret that stands in the config itself is not repeated', () => {
    const [line] = withOauth({ provider: 'google', refreshToken: '1//himitsu' });
    expect(line).toContain('refreshToken');
    expect(line).not.toContain('himitsu');
  });

  test('two ways in, or none', () => {
    const oauth = { oauth2: { provider: 'google', clientId: 'a', refreshToken: secret } };
    expect(problemsOf({ password: secret, auth: oauth })[0]).toMatch(/^\$\.imap\.auth .*one way/);
    expect(problemsOf({})[0]).toMatch(/^\$\.imap\.password .*"auth" for OAuth/);
  });
});
