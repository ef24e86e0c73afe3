/**
 * The door to the office's mailbox: the only file that imports imapflow, whose types do not
 * leave it. Opens one connection, logs in, selects the folder and makes sure that mail can be
 * filed; the work on it is in session.ts. A lost connection is not mended here: the caller opens
 * a new one after `reconnectDelayMs`.
 */
import { createRequire } from 'node:module';
import type { ImapFlow } from 'imapflow';
import { isLoopback } from '../config/fields.ts';
import type { AskToken } from '../config/login.ts';
import { assertKeyword, ensureFolder, isRefusal } from './filing.ts';
import { inspect, type MailboxInspection } from './inspect.ts';
import { ImapSession, type Selected } from './session.ts';
import { IMAP_TIMEOUTS, type ImapSettings, type ImapTimeouts } from './settings.ts';
import { folderTrouble, MailboxTrouble, troubleFrom } from './trouble.ts';
import type { MailboxSession } from './types.ts';

/** As CommonJS, which is loaded faster and holds less than its other form. */
const { ImapFlow: Client } = createRequire(import.meta.url)(
  'imapflow',
) as typeof import('imapflow');

/**
 * Logs in and selects the folder. `onLost` hears of a connection that breaks later, at once, even
 * while nobody waits. Throws MailboxTrouble.
 */
export async function openMailbox(
  settings: ImapSettings,
  onLost?: (trouble: MailboxTrouble) => void,
): Promise<MailboxSession> {
  return withCredentials(settings, (credentials) => logIn(settings, credentials, onLost));
}

/**
 * What the mailbox can do for us. The folder is selected; nothing is made, marked or read. Throws
 * MailboxTrouble.
 */
export function inspectMailbox(settings: ImapSettings): Promise<MailboxInspection> {
  return withCredentials(settings, async (credentials) => {
    const client = newClient(settings, credentials, { ...IMAP_TIMEOUTS, ...settings.timeouts });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await inspect(client, settings);
    } catch (error) {
      throw troubleFrom(error, settings);
    } finally {
      await client.logout().catch(() => undefined);
      client.close();
    }
  });
}

/** Logs in by `use`; with OAuth 2.0 once more where the server is tired of the token. */
async function withCredentials<T>(
  settings: ImapSettings,
  use: (credentials: Credentials) => Promise<T>,
): Promise<T> {
  if (settings.tls === 'none' && !isLoopback(settings.host)) {
    throw new MailboxTrouble('protocol', 'imap.tls', {
      message: `imap.tls: "none" would send the password in clear to ${settings.host}; it is allowed for this machine only. Use "implicit" or "starttls".`,
    });
  }
  const { password } = settings;
  if (typeof password === 'string') return use({ pass: password });
  const accessToken = await tokenFrom(password, { renew: false });
  try {
    return await use({ accessToken });
  } catch (error) {
    if (!(error instanceof MailboxTrouble) || error.kind !== 'refused_login') throw error;
    // The server may be tired of a token before its time: one try more with a new one.
    const renewed = await tokenFrom(password, { renew: true });
    if (renewed === accessToken) throw error;
    return use({ accessToken: renewed });
  }
}

type Credentials = { pass: string } | { accessToken: string };

async function logIn(
  settings: ImapSettings,
  credentials: Credentials,
  onLost?: (trouble: MailboxTrouble) => void,
): Promise<MailboxSession> {
  const timeouts = { ...IMAP_TIMEOUTS, ...settings.timeouts };
  try {
    const client = newClient(settings, credentials, timeouts);
    // Heard from before connect(): an 'error' without a listener would end the process.
    let broken: unknown = null;
    let tell: (reason: unknown) => void = (reason) => {
      broken ??= reason;
    };
    client.on('error', (error) => tell(error));
    client.on('close', () =>
      tell(Object.assign(new Error('connection closed'), { code: 'NoConnection' })),
    );
    try {
      await client.connect();
      const selected = await select(client, settings);
      if (broken !== null) throw broken;
      const session = new ImapSession(client, { settings, timeouts, selected });
      client.on('exists', () => session.ring());
      tell = (reason) => {
        const trouble = session.lose(reason);
        if (trouble !== null) onLost?.(trouble);
      };
      return session;
    } catch (error) {
      client.close();
      throw error;
    }
  } catch (error) {
    throw troubleFrom(error, settings);
  }
}

function newClient(
  settings: ImapSettings,
  credentials: Credentials,
  timeouts: ImapTimeouts,
): ImapFlow {
  const { host, port, user } = settings;
  return new Client({
    host,
    port,
    auth: { user, ...credentials },
    secure: settings.tls === 'implicit',
    doSTARTTLS: settings.tls === 'starttls',
    // imapflow hands these to net.connect() as well, which is how plain sockets get noDelay.
    tls: {
      rejectUnauthorized: !isLoopback(host),
      minVersion: 'TLSv1.2',
      noDelay: true,
      ...(settings.certificateAuthority ? { ca: settings.certificateAuthority } : {}),
    } as object,
    logger: false,
    clientInfo: { name: 'uketsuke', version: false, vendor: false, 'support-url': false },
    // IDLE is begun by NewsBell alone: one begun on a timer would slow the next command.
    disableAutoIdle: true,
    // RFC 2177: an IDLE is ended and begun again before the server (29 min) or a NAT tires of it.
    maxIdleTime: 4 * 60_000,
    disableCompression: true,
    disableAutoEnable: true,
    maxLockHoldTime: false,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
  });
}

async function tokenFrom(ask: AskToken, options: { renew: boolean }): Promise<string> {
  const result = await ask(options);
  if ('accessToken' in result) return result.accessToken;
  const { kind, setting, message } = result.trouble;
  throw new MailboxTrouble(kind === 'refused' ? 'refused_login' : 'unreachable', setting, {
    message,
  });
}

async function select(client: ImapFlow, settings: ImapSettings): Promise<Selected> {
  const { folder, filing } = settings;
  const opened = await client.mailboxOpen(folder).catch((error: unknown) => {
    throw isRefusal(error) ? folderTrouble('folder', folder, error) : error;
  });
  if (opened.readOnly === true) {
    throw folderTrouble('folder', folder, new Error('the server opens it for reading only'));
  }
  // Held for the life of the session: it lets the socket be silent while the program works.
  await client.getMailboxLock(folder);
  for (const key of ['handled', 'forStaff'] as const) {
    if (filing.by === 'folder') await ensureFolder(client, `filing.${key}`, filing[key]);
    else assertKeyword(opened.permanentFlags, `imap.filing.${key}`, filing[key]);
  }
  return {
    uidValidity: String(opened.uidValidity),
    uidNext: typeof opened.uidNext === 'number' && opened.uidNext > 0 ? opened.uidNext : null,
  };
}
