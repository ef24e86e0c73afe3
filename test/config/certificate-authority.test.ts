/**
 * The certificate of the office's own authority: a file beside the config, read with it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inspectConfig, loadConfig } from '../../src/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'uketsuke-authority-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const example = JSON.parse(readFileSync('config.example.json', 'utf8'));
const env = { UKETSUKE_IMAP_PASSWORD: 'a', UKETSUKE_SMTP_PASSWORD: 'b' };
const path = join(folder, 'config.json');
const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

function writeConfig(imapAuthority: string | null, smtpAuthority: string | null): void {
  const imap = { ...example.imap, certificateAuthority: imapAuthority };
  const smtp = { ...example.smtp, certificateAuthority: smtpAuthority };
  writeFileSync(path, JSON.stringify({ ...example, imap, smtp }));
}

test('is read for each server, by a path from the config’s own folder', () => {
  writeFileSync(join(folder, 'office-ca.pem'), PEM);
  writeConfig('office-ca.pem', null);
  expect(loadConfig(path, { env })).toMatchObject({ imapAuthority: PEM, smtpAuthority: null });
});

test('a file that is not there, or holds none, is told with its place', () => {
  writeFileSync(join(folder, 'key.pem'), '-----BEGIN PRIVATE KEY-----\nsecret\n');
  writeConfig('missing.pem', 'key.pem');
  const { problems } = inspectConfig(path, { env });
  expect(problems).toEqual([
    expect.stringMatching(/^\$\.imap\.certificateAuthority: the certificate's file cannot be read/),
    expect.stringMatching(/^\$\.smtp\.certificateAuthority: .*key\.pem holds no certificate/),
  ]);
  expect(problems.join()).not.toContain('secret');
  expect(() => loadConfig(path, { env })).toThrow('$.smtp.certificateAuthority');
});
