import { expect, test } from 'vitest';
import { distrustOf } from '../../src/config/distrust.ts';

const imap = { server: 'imap', where: 'mail.example.jp:993' } as const;
const smtp = { server: 'smtp', where: 'mail.example.jp:465' } as const;

test.each([
  ['CERT_HAS_EXPIRED', imap, 'imap.host', 'out of date'],
  ['certificate has expired', smtp, 'smtp.host', 'out of date'],
  ['CERT_NOT_YET_VALID', imap, 'imap.host', 'clock'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', imap, 'imap.host', 'another name'],
  [
    "Hostname/IP does not match certificate's altnames: Host: a. is not in the cert's altnames: DNS:b",
    smtp,
    'smtp.host',
    'another name',
  ],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', imap, 'imap.certificateAuthority', 'own authority'],
  ['SELF_SIGNED_CERT_IN_CHAIN', imap, 'imap.certificateAuthority', 'own authority'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', imap, 'imap.certificateAuthority', 'own authority'],
  ['unable to verify the first certificate', smtp, 'smtp.certificateAuthority', 'own authority'],
  ['unable to get local issuer certificate', smtp, 'smtp.certificateAuthority', 'own authority'],
  [
    'self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
    smtp,
    'smtp.certificateAuthority',
    'own authority',
  ],
  ['CERT_REVOKED', imap, 'imap.host', 'not accepted'],
  ['INVALID_PURPOSE', imap, 'imap.host', 'not accepted'],
])('%s names the setting to look at', (said, server, setting, words) => {
  const distrust = distrustOf(said, server);
  expect(distrust?.setting).toBe(setting);
  expect(distrust?.message).toContain(`${setting}: the TLS certificate of ${server.where}`);
  expect(distrust?.message).toContain(words);
});

test.each(['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:465', 'Invalid login: 535', ''])(
  '"%s" is not about a certificate',
  (said) => {
    expect(distrustOf(said, smtp)).toBeNull();
  },
);
