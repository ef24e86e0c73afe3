/**
 * Posts people's mails by plain SMTP (RFC 5321), as a mail client would, over a connection that
 * stays open from mail to mail, since a server lets each new one wait before it greets. Only for
 * the demo and the tests, on loopback.
 */
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline/promises';

/** A mail and its envelope; the bytes go as they are. */
export interface Posted {
  mailFrom: string;
  rcptTo: string;
  source: string;
}

export interface Poster {
  /** One mail after the other; throws where the server refuses any step. */
  post(mail: Posted): Promise<void>;
  /** Forgets a mail that was refused halfway. */
  reset(): Promise<void>;
  close(): void;
}

/** Connects and greets; throws where the server does not answer as it should. */
export async function startPoster(port: number): Promise<Poster> {
  const socket = createConnection({ host: '127.0.0.1', port, noDelay: true });
  socket.on('error', () => undefined);
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const expect = async (code: number): Promise<void> => {
    for (;;) {
      const { value } = await lines.next();
      const line = String(value ?? '');
      if (!line.startsWith(String(code))) throw new Error(`the server answered "${line}"`);
      if (line[3] !== '-') return;
    }
  };
  const say = async (line: string, code: number): Promise<void> => {
    socket.write(`${line}\r\n`);
    await expect(code);
  };
  await expect(220);
  await say('EHLO demo.invalid', 250);
  let last: Promise<void> = Promise.resolve();
  const send = async ({ mailFrom, rcptTo, source }: Posted): Promise<void> => {
    await say(`MAIL FROM:<${mailFrom}>`, 250);
    await say(`RCPT TO:<${rcptTo}>`, 250);
    await say('DATA', 354);
    const body = source.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
    await say(`${body}\r\n.`, 250);
  };
  return {
    post: (mail) => {
      const sent = last.then(() => send(mail));
      last = sent.catch(() => undefined);
      return sent;
    },
    reset: () => {
      last = last.then(() => say('RSET', 250));
      return last;
    },
    close: () => socket.destroy(),
  };
}

/** Hands over a single mail; throws where the server refuses any step. */
export async function post(port: number, mail: Posted): Promise<void> {
  const poster = await startPoster(port);
  try {
    await poster.post(mail);
  } finally {
    poster.close();
  }
}
