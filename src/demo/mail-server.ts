/**
 * The mail world of the demo on loopback: an SMTP server that takes everybody's mail and puts it
 * into the IMAP mailbox of its recipient, stamped with the played clock. With mailboxes inside the
 * process, or on a private Dovecot. Never lets a mail leave the machine.
 */
import { startDovecotServer } from './dovecot.ts';
import { startImapServer } from './imap-server.ts';
import { imapDateTime, PlainImap } from './plain-imap.ts';
import { type SubmittedMail, startSmtpServer } from './smtp-server.ts';

/** Somebody with a mailbox; logs in with the address. */
export interface DemoUser {
  address: string;
  password: string;
}

/** What the servers need to know. */
export interface DemoServerOptions {
  /** The played clock; becomes INTERNALDATE. */
  now(): Temporal.Instant;
  users: readonly DemoUser[];
  /** Name under which the receiving server vouches for senders (RFC 8601); missing: it says nothing. */
  authservId?: string;
}

/** A mail that has been put into a mailbox. */
export interface DeliveredMail {
  mailFrom: string;
  recipient: string;
  internalDate: Temporal.Instant;
  /** As it lies in the mailbox, with the trace fields of the receiving server. */
  source: Buffer;
}

/** How a mail client or the program reaches a mailbox. */
export interface ImapAccess {
  host: '127.0.0.1';
  port: number;
  tls: 'none';
  user: string;
  password: string;
}

/** The running servers. */
export interface DemoServers {
  readonly smtp: { host: '127.0.0.1'; port: number; tls: 'none' };
  /** Throws for an address that has no mailbox. */
  imap(address: string): ImapAccess;
  /** Everything delivered so far, in order. */
  readonly delivered: readonly DeliveredMail[];
  /** The first mail, delivered already or yet to come, that `wanted` accepts. */
  until(wanted: (mail: DeliveredMail) => boolean, timeoutMs: number): Promise<DeliveredMail>;
  stop(): Promise<void>;
}

/** A place that keeps mailboxes. */
interface Mailboxes {
  access(user: DemoUser): ImapAccess;
  deliver(user: DemoUser, mail: DeliveredMail): void | Promise<void>;
  stop(): Promise<void>;
}

/** Servers inside the process; one IMAP port for each mailbox. */
export async function startDemoServers(options: DemoServerOptions): Promise<DemoServers> {
  const uidValidity = Math.trunc(options.now().epochMilliseconds / 1_000);
  const servers = new Map(
    await Promise.all(
      options.users.map(
        async ({ address, password }) =>
          [address, await startImapServer({ user: address, password, uidValidity })] as const,
      ),
    ),
  );
  return serve(options, {
    access: ({ address, password }) => {
      const port = servers.get(address)?.port ?? 0;
      return { host: '127.0.0.1', port, tls: 'none', user: address, password };
    },
    deliver: ({ address }, { source, internalDate }) =>
      servers.get(address)?.deliver(source, internalDate),
    stop: async () => {
      await Promise.all([...servers.values()].map((server) => server.stop()));
    },
  });
}

/** The same on a private Dovecot, which must be installed; one IMAP port for all. */
export async function startDemoDovecot(options: DemoServerOptions): Promise<DemoServers> {
  const users = Object.fromEntries(
    options.users.map(({ address, password }) => [address, password]),
  );
  const dovecot = await startDovecotServer({ users });
  const connections = new Map<string, PlainImap>();
  return serve(options, {
    access: ({ address, password }) => ({
      host: '127.0.0.1',
      port: dovecot.port,
      tls: 'none',
      user: address,
      password,
    }),
    deliver: async ({ address, password }, { source, internalDate }) => {
      const known = connections.get(address);
      const client =
        known === undefined || known.closed
          ? await PlainImap.open(dovecot.port, address, password)
          : known;
      connections.set(address, client);
      await client.command(`APPEND INBOX "${imapDateTime(internalDate)}"`, source);
    },
    stop: async () => {
      for (const client of connections.values()) client.close();
      await dovecot.stop();
    },
  });
}

async function serve(options: DemoServerOptions, mailboxes: Mailboxes): Promise<DemoServers> {
  const delivered: DeliveredMail[] = [];
  const waiting = new Set<(mail: DeliveredMail) => void>();
  const userOf = (address: string) =>
    options.users.find((user) => sameMailbox(user.address, address));
  const smtp = await startSmtpServer({
    faultAt: (stage, address) =>
      stage === 'rcpt' && userOf(address) === undefined
        ? { replyCode: 550, text: '5.1.1 no such mailbox here' }
        : null,
    onMail: async (mail) => {
      const internalDate = options.now();
      for (const recipient of mail.rcptTo) {
        const user = userOf(recipient);
        if (user === undefined) continue;
        const source = withTrace(mail, { recipient, internalDate, authservId: options.authservId });
        const arrived = { mailFrom: mail.mailFrom, recipient, internalDate, source };
        await mailboxes.deliver(user, arrived);
        delivered.push(arrived);
        for (const look of waiting) look(arrived);
      }
    },
  });
  return {
    smtp: { host: smtp.host, port: smtp.port, tls: 'none' },
    imap: (address) => {
      const user = userOf(address);
      if (user === undefined) throw new Error(`no mailbox for ${address}`);
      return mailboxes.access(user);
    },
    delivered,
    until: (wanted, timeoutMs) => untilDelivered(delivered, waiting, { wanted, timeoutMs }),
    stop: async () => {
      await smtp.stop();
      await mailboxes.stop();
    },
  };
}

/** "a..b." and a..b. are the same local part; letter case does not matter here. */
function sameMailbox(one: string, other: string): boolean {
  const plain = (address: string) => address.toLowerCase().replaceAll('"', '');
  return plain(one) === plain(other);
}

/** Trace fields as a receiving server writes them (RFC 5321 4.4, RFC 8601). */
function withTrace(
  mail: SubmittedMail,
  at: { recipient: string; internalDate: Temporal.Instant; authservId: string | undefined },
): Buffer {
  const domain = mail.mailFrom.split('@').at(-1) ?? '';
  const fields = [`Return-Path: <${mail.mailFrom}>`, `Delivered-To: ${at.recipient}`];
  if (at.authservId !== undefined && mail.mailFrom !== '') {
    fields.push(
      `Authentication-Results: ${at.authservId};\r\n spf=pass smtp.mailfrom=${mail.mailFrom};\r\n dmarc=pass header.from=${domain}`,
    );
  }
  fields.push(
    `Received: from localhost by demo.invalid with ESMTP;\r\n ${receivedDate(at.internalDate)}`,
  );
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n`), mail.source]);
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** RFC 5322 date-time in UTC. */
function receivedDate(instant: Temporal.Instant): string {
  const [date = '', time = '', zone = ''] = imapDateTime(instant).split(' ');
  const day = DAYS[instant.toZonedDateTimeISO('UTC').dayOfWeek - 1] ?? '';
  return `${day}, ${date.replaceAll('-', ' ')} ${time} ${zone}`;
}

function untilDelivered(
  delivered: readonly DeliveredMail[],
  waiting: Set<(mail: DeliveredMail) => void>,
  options: { wanted(mail: DeliveredMail): boolean; timeoutMs: number },
): Promise<DeliveredMail> {
  const there = delivered.find(options.wanted);
  if (there !== undefined) return Promise.resolve(there);
  const { promise, resolve, reject } = Promise.withResolvers<DeliveredMail>();
  const look = (mail: DeliveredMail) => {
    if (options.wanted(mail)) resolve(mail);
  };
  const timer = setTimeout(
    () => reject(new Error(`the awaited mail did not come within ${options.timeoutMs} ms`)),
    options.timeoutMs,
  );
  waiting.add(look);
  return promise.finally(() => {
    clearTimeout(timer);
    waiting.delete(look);
  });
}
