/**
 * Posts a person's mail by plain SMTP (RFC 5321), as a mail client would: the bytes as they are.
 * Only for the demo and the tests, on loopback.
 */
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline/promises';

export interface Posted {
  mailFrom: string;
  rcptTo: string;
  source: string;
}

/** Hands one mail to the server; throws where the server refuses any step. */
export async function post(port: number, { mailFrom, rcptTo, source }: Posted): Promise<void> {
  const socket = createConnection({ host: '127.0.0.1', port });
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
  try {
    await expect(220);
    await say('EHLO demo.invalid', 250);
    await say(`MAIL FROM:<${mailFrom}>`, 250);
    await say(`RCPT TO:<${rcptTo}>`, 250);
    await say('DATA', 354);
    const body = source.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
    await say(`${body}\r\n.`, 250);
    await say('QUIT', 221);
  } finally {
    socket.end();
  }
}
