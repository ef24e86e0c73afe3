/**
 * When the TLS certificate of a mail server ends: one connection, STARTTLS where the server wants
 * it (RFC 2595, 3207), and nothing else said. Whether the certificate is trusted is the login's
 * matter; here it is only read.
 */
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

export interface CertificateQuestion {
  protocol: 'imap' | 'smtp';
  host: string;
  port: number;
  tls: 'implicit' | 'starttls';
}

const LIMIT_MS = 10_000;

/** The last instant at which the certificate is good, or null where the server showed none. */
export async function certificateEnd(
  question: CertificateQuestion,
): Promise<Temporal.Instant | null> {
  const { host, port } = question;
  const plain = question.tls === 'starttls' ? await startTls(question).catch(() => null) : null;
  if (question.tls === 'starttls' && plain === null) return null;
  const settings = {
    host,
    port,
    rejectUnauthorized: false,
    // RFC 6066 3: an address is no server name.
    ...(isIP(host) ? {} : { servername: host }),
  };
  const { promise, resolve } = Promise.withResolvers<Temporal.Instant | null>();
  const socket: TLSSocket = connectTls(plain === null ? settings : { ...settings, socket: plain });
  socket.setTimeout(LIMIT_MS, () => socket.destroy());
  socket.once('secureConnect', () => resolve(endOf(socket)));
  socket.once('error', () => resolve(null));
  socket.once('close', () => resolve(null));
  return promise.finally(() => {
    socket.destroy();
    plain?.destroy();
  });
}

function endOf(socket: TLSSocket): Temporal.Instant | null {
  const millis = Date.parse(socket.getPeerCertificate().valid_to ?? '');
  return Number.isNaN(millis) ? null : Temporal.Instant.fromEpochMilliseconds(millis);
}

/** What is said line by line until the server is ready for TLS. */
const DIALOGUES = {
  imap: [
    { wait: /^\* .*\r\n/m, say: 'a STARTTLS\r\n' },
    { wait: /^a OK.*\r\n/im, say: '' },
  ],
  smtp: [
    { wait: /^220 .*\r\n/m, say: 'EHLO uketsuke\r\n' },
    { wait: /^250 .*\r\n/m, say: 'STARTTLS\r\n' },
    { wait: /^220 .*\r\n/m, say: '' },
  ],
} as const;

async function startTls({ protocol, host, port }: CertificateQuestion): Promise<Socket> {
  const socket = connect({ host, port });
  socket.setTimeout(LIMIT_MS, () => socket.destroy());
  socket.on('error', () => undefined);
  try {
    for (const { wait, say } of DIALOGUES[protocol]) {
      await heard(socket, wait);
      if (say !== '') socket.write(say);
    }
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function heard(socket: Socket, wanted: RegExp): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let text = '';
  const onData = (chunk: Buffer): void => {
    text += chunk.toString('latin1');
    if (wanted.test(text)) resolve();
  };
  const onEnd = (): void => reject(new Error('the connection was closed'));
  socket.on('data', onData);
  socket.once('error', reject);
  socket.once('close', onEnd);
  return promise.finally(() => {
    socket.off('data', onData);
    socket.off('error', reject);
    socket.off('close', onEnd);
  });
}
