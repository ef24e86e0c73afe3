/**
 * One mailbox behind an IMAP server inside the process, the only file that imports
 * hoodiecrow-imap. For the demo and its tests on machines without Dovecot; everything lies in
 * memory and is gone with the process. Never to be used for real mail.
 */
import hoodiecrow, { type ImapServer } from 'hoodiecrow-imap';
import { Connections, listenOnLoopback } from './loopback.ts';
import { imapDateTime } from './plain-imap.ts';

/** Whose mailbox it is, and the number that tells this mailbox from an earlier one. */
export interface ImapServerOptions {
  user: string;
  password: string;
  /** RFC 9051 2.3.1.1; 1 to 4294967295. */
  uidValidity: number;
}

/** A running server with one INBOX. */
export interface RunningImapServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Puts a mail into INBOX and announces it to whoever is connected. */
  deliver(source: Buffer, internalDate: Temporal.Instant): void;
  /** UIDs and flags in INBOX as they are now. */
  look(): { uid: number; flags: string[] }[];
  /** Ends all connections by force but keeps serving. */
  dropSessions(): void;
  stop(): Promise<void>;
}

const PLUGINS = ['UIDPLUS', 'MOVE', 'UNSELECT', 'NAMESPACE', 'ID', 'LITERALPLUS', 'ENABLE'];

/** Starts a server on a random loopback port. */
export async function startImapServer(options: ImapServerOptions): Promise<RunningImapServer> {
  const connections = new Connections();
  const server = hoodiecrow({
    plugins: [...PLUGINS, idle],
    users: { [options.user]: { password: options.password } },
    storage: {
      INBOX: { uidvalidity: options.uidValidity },
      '': { separator: '/', type: 'personal', folders: {} },
    },
  });
  server.server.on('connection', (socket) => connections.keep(socket));
  const port = await listenOnLoopback(server.server, (...where) => server.listen(...where));
  const dropSessions = () => connections.dropAll();
  return {
    host: '127.0.0.1',
    port,
    deliver: (source, internalDate) => {
      server.appendMessage('INBOX', [], imapDateTime(internalDate), source.toString('latin1'));
    },
    look: () =>
      (server.getMailbox('INBOX')?.messages ?? []).map(({ uid, flags }) => ({
        uid,
        flags: [...flags],
      })),
    dropSessions,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(done));
      dropSessions();
      await closed;
    },
  };
}

/**
 * IDLE (RFC 2177) in place of the package's own, which keeps the process alive for 30 minutes after
 * a client has gone and goes on pushing news after DONE.
 */
function idle(server: ImapServer): void {
  server.registerCapability('IDLE');
  // biome-ignore lint/complexity/useMaxParams: what the package calls
  server.setCommandHandler('IDLE', (connection, parsed, data, done) => {
    const answer = (command: 'OK' | 'NO' | 'BAD', value: string) => {
      connection.send(
        { tag: parsed.tag, command, attributes: [{ type: 'TEXT', value }] },
        'IDLE',
        parsed,
        data,
      );
    };
    if (connection.state !== 'Selected') {
      answer('NO', 'Select a folder first');
      return done();
    }
    connection.directNotifications = true;
    connection.inputHandler = (line) => {
      connection.inputHandler = false;
      connection.directNotifications = false;
      if (line.trim().toUpperCase() === 'DONE') answer('OK', 'IDLE ended');
      else answer('BAD', 'DONE was expected');
    };
    connection.socket?.write('+ idling\r\n');
    connection.processNotifications();
    done();
  });
}
