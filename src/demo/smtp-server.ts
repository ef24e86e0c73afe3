/**
 * A small SMTP server on loopback, the only file that imports smtp-server: hands every mail it
 * takes to its owner, and fails on command at any stage. For the demo and the tests; it relays
 * nothing and keeps nothing.
 */
import { SMTPServer } from 'smtp-server';
import { Connections, listenOnLoopback } from './loopback.ts';

/** A mail as it came over the wire. */
export interface SubmittedMail {
  /** Reverse-path without brackets; '' for the null one. */
  mailFrom: string;
  rcptTo: string[];
  source: Buffer;
  /** Login name, if the client logged in. */
  user: string | null;
}

/**
 * Where a fault may strike; `data_begun`, in the middle of a mail, knows 'drop' only; `data_done`
 * is instead of the reply to the mail.
 */
export type SmtpStage = 'connect' | 'auth' | 'mail' | 'rcpt' | 'data_begun' | 'data_done';

/** A reply of failure, no answer at all, or the end of the connection. */
export type SmtpFault = { replyCode: number; text: string } | 'hang' | 'drop';

/** Who decides what the server does; may be changed while it runs. */
export interface SmtpServerOptions {
  /** Called before the mail is acknowledged; what it throws becomes 451. */
  onMail(mail: SubmittedMail): void | Promise<void>;
  /** The fault for this stage, or null to go on. */
  faultAt?(stage: SmtpStage, address: string): SmtpFault | null;
  /** Login name → password or access token (XOAUTH2); missing: no login is asked for. */
  users?: Readonly<Record<string, string>>;
  /** PEM texts; with `implicit` TLS from the first byte, otherwise STARTTLS is offered. */
  tls?: { key: string; cert: string; implicit: boolean };
}

/** A running server. */
export interface RunningSmtpServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Ends all connections by force but keeps serving. */
  dropSessions(): void;
  /** How many connections clients have opened so far. */
  connections(): number;
  stop(): Promise<void>;
}

/** Starts a server on a random loopback port. */
export async function startSmtpServer(options: SmtpServerOptions): Promise<RunningSmtpServer> {
  const connections = new Connections();
  let opened = 0;
  const faultAt = (stage: SmtpStage, address: string) => options.faultAt?.(stage, address) ?? null;
  const strike = (fault: SmtpFault | null, proceed: (error?: Error | null) => void) => {
    if (fault === null) return proceed();
    if (fault === 'hang') return;
    if (fault === 'drop') return connections.dropAll();
    proceed(Object.assign(new Error(fault.text), { responseCode: fault.replyCode }));
  };
  const server = new SMTPServer({
    ...offered(options),
    authOptional: options.users === undefined,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    // Its strict mode refuses the quoted local parts that carrier addresses need (RFC 5321 4.1.2).
    lenientAddressParsing: true,
    logger: false,
    size: 30_000_000,
    onConnect: (_session, done) => strike(faultAt('connect', ''), done),
    onAuth: ({ username, password, accessToken }, _session, done) =>
      strike(faultAt('auth', username ?? ''), (fault) => {
        if (fault) return done(fault);
        const secret = password ?? accessToken;
        const known = username !== undefined && options.users?.[username] === secret;
        if (known) done(null, { user: username });
        else done(Object.assign(new Error('5.7.8 bad user or password'), { responseCode: 535 }));
      }),
    onMailFrom: ({ address }, _session, done) => strike(faultAt('mail', address), done),
    onRcptTo: ({ address }, _session, done) => strike(faultAt('rcpt', address), done),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom === false ? '' : mailFrom.address;
      stream.once('data', () => strike(faultAt('data_begun', from), () => undefined));
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail: SubmittedMail = {
          mailFrom: from,
          rcptTo: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks),
          user: session.user ?? null,
        };
        const fault = faultAt('data_done', from);
        // A mail that is refused is not kept; one whose reply gets lost is.
        if (typeof fault === 'object' && fault !== null) return strike(fault, done);
        Promise.resolve(options.onMail(mail)).then(
          () => strike(fault, done),
          (error: unknown) => done(Object.assign(new Error(String(error)), { responseCode: 451 })),
        );
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    opened += 1;
    connections.keep(socket);
  });
  const port = await listenOnLoopback(server.server, (...where) => server.listen(...where));
  return {
    host: '127.0.0.1',
    port,
    dropSessions: () => connections.dropAll(),
    connections: () => opened,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      connections.dropAll();
      await closed;
    },
  };
}

function offered({ tls, users }: SmtpServerOptions) {
  const disabledCommands: string[] = [];
  if (users === undefined) disabledCommands.push('AUTH');
  if (tls === undefined) disabledCommands.push('STARTTLS');
  return tls === undefined
    ? { disabledCommands }
    : { disabledCommands, key: tls.key, cert: tls.cert, secure: tls.implicit };
}
