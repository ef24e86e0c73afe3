/**
 * The config's server blocks as the doors want them. Translation only.
 */
import type { LoadedConfig } from '../config.ts';
import type { ImapSettings } from '../imap/settings.ts';
import type { SmtpSettings } from '../smtp/settings.ts';

export function imapSettings({ config, imapPassword }: LoadedConfig): ImapSettings {
  const { host, port, tls, user, folder, filing } = config.imap;
  return { host, port, tls, user, password: imapPassword, folder, filing };
}

export function smtpSettings({ config, smtpPassword }: LoadedConfig): SmtpSettings {
  const { host, port, tls, user, maxConnections, from } = config.smtp;
  return {
    host,
    port,
    tls,
    user,
    password: smtpPassword,
    envelopeFrom: from.address,
    maxConnections,
  };
}
