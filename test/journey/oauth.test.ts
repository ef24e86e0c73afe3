/**
 * The office at a provider that takes no passwords: the real program logs in at a real IMAP server
 * and at an SMTP server with access tokens from a token server, all on loopback, and lives through
 * tokens that end, a token server that fails, and a grant that is taken back.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { AskToken } from '../../src/config/login.ts';
import { loadConfig } from '../../src/config.ts';
import { imapSettings, smtpSettings } from '../../src/flow/server-settings.ts';
import { openMailbox } from '../../src/imap/mailbox.ts';
import { type LogFields, silentLog } from '../../src/log.ts';
import { openRelay } from '../../src/smtp/relay.ts';
import { dovecotInstalled, startDovecot, WITHOUT_DOVECOT } from '../support/dovecot.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { type StandIn, startStandIn } from '../support/web-stand-in.ts';

const SECRETS = { CLIENT_SECRET: 'himitsu-client', REFRESH_TOKEN: 'himitsu-refresh' };
const USER = 'online@office.example.jp';

const endings: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A token server that also tells the IMAP server which tokens are good (RFC 7662). */
async function startProvider() {
  const standIn = await startStandIn();
  endings.push(standIn.stop);
  const provider = { standIn, good: 't1', next: 't1', down: false, refused: false };
  standIn.answerWith(({ path, query }) => {
    if (path === '/introspect') {
      const active = query.token === provider.good;
      return { status: 200, json: active ? { active, username: USER } : { active } };
    }
    if (provider.down) return { status: 503 };
    if (provider.refused) {
      const error_description = `no longer valid: ${SECRETS.REFRESH_TOKEN}`;
      return { status: 400, json: { error: 'invalid_grant', error_description } };
    }
    return { status: 200, json: { access_token: provider.next, expires_in: 3600 } };
  });
  return provider;
}

function configFor(standIn: StandIn, ports: { imap: number; smtp: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-oauth-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  const oauth2 = {
    tokenUrl: `${standIn.url}/token`,
    clientId: 'app',
    clientSecret: { env: 'CLIENT_SECRET' },
    refreshToken: { env: 'REFRESH_TOKEN' },
    scope: 'mail',
  };
  const server = { host: '127.0.0.1', tls: 'none', user: USER, auth: { oauth2 } };
  const path = join(folder, 'config.json');
  writeFileSync(
    path,
    JSON.stringify({
      office: { name: '所', telephone: '0984-00-0000' },
      staff: { addresses: ['a@office.example.jp'], notify: 'a@office.example.jp' },
      imap: { ...server, port: ports.imap },
      smtp: { ...server, port: ports.smtp, from: { name: '所', address: USER } },
      lanes: [
        {
          id: 'A',
          counselor: '1番',
          zoom: { meetingId: '1', passcode: '1', url: 'https://z.example' },
        },
      ],
      database: 'office.sqlite',
    }),
  );
  return loadConfig(path, { env: SECRETS });
}

async function startOauthDovecot(introspection: string) {
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-introspect-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  const args = join(folder, 'oauth2.conf');
  writeFileSync(
    args,
    [
      'introspection_mode = get',
      `introspection_url = ${introspection}/introspect?token=`,
      'username_attribute = username',
      'active_attribute = active',
      'active_value = true',
      '',
    ].join('\n'),
    { mode: 0o644 },
  );
  const dovecot = await startDovecot({
    users: { [USER]: 'no-password-is-used' },
    extra: `auth_mechanisms = plain xoauth2 oauthbearer
      passdb {
        driver = oauth2
        mechanisms = xoauth2 oauthbearer
        args = ${args}
      }`,
  });
  endings.push(dovecot.stop);
  return dovecot;
}

describe.skipIf(!dovecotInstalled())(`OAuth 2.0 at the mailbox (${WITHOUT_DOVECOT})`, () => {
  test('logs in, uses the token again, and asks for another when the server tires of it', async () => {
    const provider = await startProvider();
    const dovecot = await startOauthDovecot(provider.standIn.url);
    const loaded = configFor(provider.standIn, { imap: dovecot.port, smtp: 1 });
    const asked = () => provider.standIn.requests.filter(({ path }) => path === '/token').length;
    const settings = imapSettings(loaded);
    for (const _ of [1, 2]) await (await openMailbox(settings)).close();
    expect(asked()).toBe(1);
    // The server takes the first token no longer: one try more, with a renewed one.
    provider.good = 't2';
    const asks: boolean[] = [];
    const password: AskToken = async ({ renew } = { renew: false }) => {
      asks.push(renew);
      return { accessToken: renew ? 't2' : 't1' };
    };
    await (await openMailbox({ ...settings, password })).close();
    expect(asks).toEqual([false, true]);
    // A token that is refused though it is new is not asked for again and again.
    provider.good = 'none';
    await expect(openMailbox(imapSettings(loaded))).rejects.toMatchObject({
      kind: 'refused_login',
      setting: 'imap.auth',
    });
    expect(asked()).toBe(2);
  });

  test('says in one line which setting to mend when the grant is taken back, and waits when the provider is down', async () => {
    const provider = await startProvider();
    const dovecot = await startOauthDovecot(provider.standIn.url);
    const loaded = configFor(provider.standIn, { imap: dovecot.port, smtp: 1 });
    provider.refused = true;
    const refusal = await openMailbox(imapSettings(loaded)).catch((error: Error) => error);
    expect(refusal).toMatchObject({
      kind: 'refused_login',
      setting: 'imap.auth.oauth2.refreshToken',
    });
    expect((refusal as Error).message).not.toMatch(/himitsu|\n/);
    provider.refused = false;
    provider.down = true;
    await expect(openMailbox(imapSettings(loaded))).rejects.toMatchObject({
      kind: 'unreachable',
      setting: 'imap.auth.oauth2.tokenUrl',
    });
  });
});

describe('OAuth 2.0 at the relay', () => {
  const MAIL = {
    messageId: '<1@office.example.jp>',
    date: Temporal.Instant.from('2025-11-25T00:00:00Z'),
    from: { name: '所', address: USER },
    replyTo: { name: '所', address: USER },
    to: { name: '', address: 'hanako@example.jp' },
    subject: '試し',
    text: '試し\n',
    inReplyTo: null,
    references: [],
    autoSubmitted: 'auto-generated' as const,
    calendar: null,
  };

  test('sends with a token, and asks for another when the relay refuses the one it kept', async () => {
    const provider = await startProvider();
    const users: Record<string, string> = { [USER]: 't1' };
    const sink = await startSmtpSink({ users });
    endings.push(sink.stop);
    const loaded = configFor(provider.standIn, { imap: 1, smtp: sink.port });
    const relay = openRelay(smtpSettings(loaded));
    endings.push(() => relay.close());
    expect((await relay.send(MAIL)).kind).toBe('accepted');
    expect(sink.mails[0]?.user).toBe(USER);
    expect(provider.standIn.requests).toHaveLength(1);
    users[USER] = 't2';
    const password: AskToken = async ({ renew } = { renew: false }) => ({
      accessToken: renew ? 't2' : 't1',
    });
    const renewing = openRelay({ ...smtpSettings(loaded), password });
    endings.push(() => renewing.close());
    expect((await renewing.send(MAIL)).kind).toBe('accepted');
  });

  test('a token server in trouble is trouble that passes; a refused grant names its setting', async () => {
    const provider = await startProvider();
    const sink = await startSmtpSink({ users: { [USER]: 't1' } });
    endings.push(sink.stop);
    const loaded = configFor(provider.standIn, { imap: 1, smtp: sink.port });
    const told: [string, LogFields | undefined][] = [];
    const log = {
      ...silentLog,
      error: (event: string, fields?: LogFields) => told.push([event, fields]),
    };
    const outcomeOf = async () => {
      const relay = openRelay(smtpSettings(loaded, log));
      const outcome = await relay.send(MAIL);
      const verified = await relay.verify().catch((error: Error) => error.message);
      await relay.close();
      expect(JSON.stringify([outcome, verified])).not.toContain('himitsu');
      return outcome;
    };
    provider.down = true;
    expect(await outcomeOf()).toMatchObject({
      kind: 'unreachable',
      setting: 'smtp.auth.oauth2.tokenUrl',
    });
    provider.down = false;
    provider.refused = true;
    expect(await outcomeOf()).toMatchObject({
      kind: 'login',
      setting: 'smtp.auth.oauth2.refreshToken',
    });
    expect(JSON.stringify(told)).not.toContain('himitsu');
  });
});
