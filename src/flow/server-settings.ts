/**
 * The config's server blocks as the doors want them: translation, and the way to a token where the
 * login is OAuth 2.0.
 */

import type { AskToken } from '../config/login.ts';
import { type Oauth2, tokenEndpoint } from '../config/oauth.ts';
import type { Config, LoadedConfig, OauthSecrets } from '../config.ts';
import type { ImapSettings } from '../imap/settings.ts';
import { type Log, silentLog } from '../log.ts';
import type { SmtpSettings } from '../smtp/settings.ts';
import { openKeptTokens } from '../web/kept-tokens.ts';
import { openTokenSource } from '../web/token-source.ts';
import { openZoom, type Zoom } from '../web/zoom.ts';

/** The part of a config that a server needs; of a broken one the rest may be missing. */
type Part<Key extends 'imap' | 'smtp' | 'zoom'> = Omit<LoadedConfig, 'config'> & {
  config: Pick<Config, Key | 'database'>;
};

export function imapSettings(loaded: Part<'imap'>, log: Log = silentLog): ImapSettings {
  const { config, imapPassword, imapAuthority, imapOauth } = loaded;
  const { host, port, tls, user, auth, folder, filing } = config.imap;
  const tokens =
    auth && imapOauth && tokensFor('imap', { loaded, log, secrets: imapOauth, ...auth });
  return {
    host,
    port,
    tls,
    user,
    password: tokens ?? imapPassword ?? '',
    folder,
    filing,
    certificateAuthority: imapAuthority,
  };
}

export function smtpSettings(loaded: Part<'smtp'>, log: Log = silentLog): SmtpSettings {
  const { config, smtpPassword, smtpAuthority, smtpOauth } = loaded;
  const { host, port, tls, user, auth, maxConnections, from } = config.smtp;
  const tokens =
    auth && smtpOauth && tokensFor('smtp', { loaded, log, secrets: smtpOauth, ...auth });
  return {
    host,
    port,
    tls,
    user,
    password: tokens ?? smtpPassword,
    envelopeFrom: from.address,
    maxConnections,
    certificateAuthority: smtpAuthority,
  };
}

/** Zoom by its Server-to-Server OAuth app; null where the lanes have fixed rooms. */
export function zoomOf({
  config,
  zoomClientSecret,
}: Pick<Part<'zoom'>, 'config' | 'zoomClientSecret'>): Zoom | null {
  const { zoom } = config;
  if (zoom.kind === 'rooms') return null;
  const { accountId, clientId, tokenUrl, apiUrl, topic } = zoom;
  const askToken = openTokenSource({
    place: 'zoom',
    tokenUrl,
    grant: 'account_credentials',
    accountId,
    clientId,
    clientSecret: zoomClientSecret,
    refreshToken: null,
    scope: null,
  });
  return openZoom({ apiUrl, topic, askToken });
}

interface TokenWay {
  loaded: { config: Pick<Config, 'database'> };
  log: Log;
  oauth2: Oauth2;
  secrets: OauthSecrets;
}

function tokensFor(server: 'imap' | 'smtp', { loaded, log, oauth2, secrets }: TokenWay): AskToken {
  const { grant, clientId } = oauth2;
  const keeper = openKeptTokens(`${loaded.config.database}.tokens`, (why) =>
    log.error('refresh_token_not_kept', { why }),
  );
  return openTokenSource(
    {
      place: `${server}.auth.oauth2`,
      grant,
      clientId,
      ...secrets,
      ...tokenEndpoint(oauth2, server),
    },
    { keeper },
  );
}
