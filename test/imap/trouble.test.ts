import { describe, expect, it } from 'vitest';
import { IMAP_TIMEOUTS, type ImapSettings } from '../../src/imap/settings.ts';
import { folderTrouble, type MailboxTrouble, troubleFrom } from '../../src/imap/trouble.ts';

const settings: ImapSettings = {
  host: 'imap.example.jp',
  port: 993,
  tls: 'implicit',
  user: 'uketsuke',
  password: 'himitsu',
  folder: 'INBOX',
  filing: { by: 'keyword', handled: '$A', forStaff: '$B' },
  timeouts: IMAP_TIMEOUTS,
};

const error = (fields: object, message = 'failed') => Object.assign(new Error(message), fields);

describe('one clear line for every failure', () => {
  it.each<[string, object, MailboxTrouble['kind'], string]>([
    [
      'refused login',
      { authenticationFailed: true, responseText: 'Authentication failed.' },
      'refused_login',
      'imap.password',
    ],
    [
      'login server down',
      { authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' },
      'unreachable',
      'imap.host',
    ],
    [
      'too many logins',
      { authenticationFailed: true, serverResponseCode: 'LIMIT' },
      'unreachable',
      'imap.host',
    ],
    ['expired certificate', { code: 'CERT_HAS_EXPIRED' }, 'certificate', 'imap.host'],
    [
      'self-signed certificate',
      { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      'certificate',
      'imap.certificateAuthority',
    ],
    [
      'unknown authority',
      { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' },
      'certificate',
      'imap.certificateAuthority',
    ],
    ['certificate for another use', { code: 'INVALID_PURPOSE' }, 'certificate', 'imap.host'],
    ['other name', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate', 'imap.host'],
    ['unknown host', { code: 'ENOTFOUND' }, 'unreachable', 'imap.host'],
    ['resolver down', { code: 'EAI_AGAIN' }, 'unreachable', 'imap.host'],
    ['nobody listens', { code: 'ECONNREFUSED' }, 'unreachable', 'imap.port'],
    ['firewall', { code: 'CONNECT_TIMEOUT' }, 'unreachable', 'imap.port'],
    ['no greeting', { code: 'GREETING_TIMEOUT' }, 'unreachable', 'imap.tls'],
    ['not TLS', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'protocol', 'imap.tls'],
    ['no STARTTLS', { tlsFailed: true }, 'protocol', 'imap.tls'],
    ['reset', { code: 'ECONNRESET' }, 'lost', 'imap.host'],
    ['silence', { code: 'ETIMEOUT' }, 'lost', 'imap.host'],
    ['closed', { code: 'NoConnection', reason: 'Server shutting down.' }, 'lost', 'imap.host'],
    ['anything else', { code: 'ParserError7' }, 'protocol', 'imap.host'],
  ])('%s', (_name, fields, kind, setting) => {
    const trouble = troubleFrom(error(fields, 'a\r\nb'), settings);
    expect([trouble.kind, trouble.setting]).toEqual([kind, setting]);
    expect(trouble.message).toMatch(new RegExp(`^${setting}: [^\r\n]+\\.$`));
    expect(trouble.message).not.toContain('himitsu');
  });

  it('takes whatever was thrown, and leaves known trouble as it is', () => {
    expect(troubleFrom(undefined, settings).kind).toBe('protocol');
    expect(troubleFrom('text', settings).kind).toBe('protocol');
    const known = folderTrouble('filing.handled', '受付済み', error({ responseText: 'no' }));
    expect(troubleFrom(known, settings)).toBe(known);
    expect(known).toMatchObject({ kind: 'folder', setting: 'imap.filing.handled' });
  });
});
