/**
 * A self-signed TLS certificate for a server on loopback, made anew for each run and valid for two
 * days. For the demo's servers and the tests only; needs the `openssl` command.
 */
import { execFileSync } from 'node:child_process';

/** PEM texts of a new key and its certificate for 127.0.0.1, 0.0.0.0 and localhost. */
export function makeCertificate(): { key: string; cert: string } {
  const names = 'subjectAltName=IP:127.0.0.1,IP:0.0.0.0,DNS:localhost';
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const about = ['-subj', '/CN=uketsuke test', '-addext', names, '-days', '2'];
  const pem = execFileSync('openssl', ['req', '-x509', ...curve, ...about, '-keyout', '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const begin = pem.indexOf('-----BEGIN CERTIFICATE-----');
  return { key: pem.slice(0, begin), cert: pem.slice(begin) };
}
