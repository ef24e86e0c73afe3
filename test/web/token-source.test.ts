/**
 * Access tokens from a token server on loopback: what it is asked, what is kept and for how long,
 * what is said of each refusal, and that no secret is ever part of a line.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKeptTokens } from '../../src/web/kept-tokens.ts';
import type { TokenSettings } from '../../src/web/token-answer.ts';
import { openTokenSource } from '../../src/web/token-source.ts';
import { type StandIn, startStandIn } from '../support/web-stand-in.ts';

let server: StandIn;
let folder = '';
let now = 0;
const stopwatch = () => now;

beforeEach(async () => {
  server = await startStandIn();
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-tokens-'));
  now = 0;
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function settings(changes: Partial<TokenSettings> = {}): TokenSettings {
  return {
    place: 'imap.auth.oauth2',
    tokenUrl: `${server.url}/token`,
    grant: 'refresh_token',
    clientId: 'app',
    clientSecret: 'himitsu-secret',
    refreshToken: 'himitsu-refresh',
    scope: 'mail',
    ...changes,
  };
}

/** Hands out t1, t2, … for an hour each. */
function giveTokens(more: (n: number) => object = () => ({})): void {
  let n = 0;
  server.answerWith(() => {
    n += 1;
    return { status: 200, json: { access_token: `t${n}`, expires_in: 3600, ...more(n) } };
  });
}

describe('a token', () => {
  test('is asked for with the form of RFC 6749 and kept until shortly before it expires', async () => {
    giveTokens();
    const ask = openTokenSource(settings(), { stopwatch });
    expect(await ask()).toEqual({ accessToken: 't1' });
    now = 3_470_000;
    expect(await ask()).toEqual({ accessToken: 't1' });
    now = 3_480_000;
    expect(await ask()).toEqual({ accessToken: 't2' });
    const [first] = server.requests;
    expect(first?.method).toBe('POST');
    expect(first?.form).toEqual({
      grant_type: 'refresh_token',
      client_id: 'app',
      client_secret: 'himitsu-secret',
      refresh_token: 'himitsu-refresh',
      scope: 'mail',
    });
  });

  test('for an application alone is asked for without a refresh token', async () => {
    giveTokens();
    const app = settings({ grant: 'client_credentials', refreshToken: null });
    expect(await openTokenSource(app)()).toEqual({ accessToken: 't1' });
    expect(server.requests[0]?.form).not.toHaveProperty('refresh_token');
  });

  test('is asked for once where several connections want one at the same time', async () => {
    giveTokens();
    const ask = openTokenSource(settings());
    await Promise.all([ask(), ask(), ask()]);
    expect(server.requests).toHaveLength(1);
  });

  test('that a server refused is replaced, unless it was new a moment ago', async () => {
    giveTokens();
    const ask = openTokenSource(settings(), { stopwatch });
    await ask();
    expect(await ask({ renew: true })).toEqual({ accessToken: 't1' });
    now = 60_000;
    expect(await ask({ renew: true })).toEqual({ accessToken: 't2' });
  });
});

describe('a refresh token that the provider replaces', () => {
  test('is kept beside the database for its owner only, and used after a restart', async () => {
    giveTokens((n) => ({ refresh_token: `replaced${n}` }));
    const path = join(folder, 'office.sqlite.tokens');
    const open = () =>
      openTokenSource(settings(), { keeper: openKeptTokens(path, () => undefined), stopwatch });
    await open()();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain('himitsu-refresh');
    await open()();
    expect(server.requests.map(({ form }) => form.refresh_token)).toEqual([
      'himitsu-refresh',
      'replaced1',
    ]);
  });

  test('gives way to a new one in the config', async () => {
    giveTokens((n) => ({ refresh_token: `replaced${n}` }));
    const keeper = openKeptTokens(join(folder, 'tokens'), () => undefined);
    await openTokenSource(settings(), { keeper })();
    await openTokenSource(settings({ refreshToken: 'signed-in-anew' }), { keeper })();
    expect(server.requests.at(-1)?.form.refresh_token).toBe('signed-in-anew');
  });

  test('is used while the program runs even where the file cannot be written', async () => {
    giveTokens((n) => ({ refresh_token: `replaced${n}` }));
    const told: string[] = [];
    const keeper = openKeptTokens(join(folder, 'no/such/folder/tokens'), (why) => told.push(why));
    const ask = openTokenSource(settings(), { keeper, stopwatch });
    expect(await ask()).toEqual({ accessToken: 't1' });
    now = 3_600_000;
    await ask();
    expect(server.requests.at(-1)?.form.refresh_token).toBe('replaced1');
    expect(told).toContain('ENOENT');
  });
});

describe('trouble', () => {
  test.each([
    ['invalid_grant', 400, 'imap.auth.oauth2.refreshToken'],
    ['invalid_client', 401, 'imap.auth.oauth2.clientSecret'],
    ['unauthorized_client', 400, 'imap.auth.oauth2.clientId'],
    ['invalid_scope', 400, 'imap.auth.oauth2.scope'],
    ['unsupported_grant_type', 400, 'imap.auth.oauth2.grant'],
    ['', 404, 'imap.auth.oauth2.tokenUrl'],
  ])('%s (%i) names the setting %s in one line', async (error, status, setting) => {
    server.answerWith(() => ({
      status,
      json: { error, error_description: 'AADSTS7000215: himitsu-secret, himitsu-refresh\r\nTrace' },
    }));
    const result = await openTokenSource(settings())();
    expect(result).toMatchObject({ trouble: { kind: 'refused', setting } });
    const { message } = (result as { trouble: { message: string } }).trouble;
    expect(message).toMatch(new RegExp(`^${setting}: 127\\.0\\.0\\.1:\\d+ refused .+\\.$`));
    expect(message).not.toMatch(/himitsu|\n/);
  });

  test.each([
    ['a token server in trouble', { status: 503 }],
    ['one that is stormed', { status: 429 }],
    ['an answer without a token', { status: 200, json: { hello: 1 } }],
    ['an answer that is no JSON', { status: 200, text: '<html>' }],
    ['a connection that breaks', 'drop' as const],
  ])('%s passes: it is left alone for a growing while', async (_, answer) => {
    server.answerWith(() => answer);
    const ask = openTokenSource(settings(), { stopwatch });
    const trouble = { kind: 'unreachable', setting: 'imap.auth.oauth2.tokenUrl' };
    expect(await ask()).toMatchObject({ trouble });
    expect(await ask()).toMatchObject({ trouble });
    expect(server.requests).toHaveLength(1);
    now = 1_001;
    await ask();
    now = 2_500;
    await ask();
    expect(server.requests).toHaveLength(2);
    giveTokens();
    now = 4_000;
    expect(await ask()).toEqual({ accessToken: 't1' });
  });

  test('Retry-After is minded', async () => {
    server.answerWith(() => ({ status: 429, headers: { 'retry-after': '90' } }));
    const ask = openTokenSource(settings(), { stopwatch });
    await ask();
    now = 89_000;
    await ask();
    expect(server.requests).toHaveLength(1);
    now = 91_000;
    await ask();
    expect(server.requests).toHaveLength(2);
  });

  test('a server that is not there is unreachable', async () => {
    const url = server.url;
    await server.stop();
    const result = await openTokenSource(settings({ tokenUrl: `${url}/token` }))();
    expect(result).toMatchObject({ trouble: { kind: 'unreachable' } });
    expect((result as { trouble: { message: string } }).trouble.message).toContain('ECONNREFUSED');
    server = await startStandIn();
  });
});
