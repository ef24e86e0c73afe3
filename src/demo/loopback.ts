/**
 * What the servers of the demo and of the tests need on this machine's loopback: a free port, their
 * open connections, the greeting of another server. It speaks no protocol.
 */
import { createConnection, createServer, type Server, type Socket } from 'node:net';

const HOST = '127.0.0.1';

type Listen = (port: number, host: string, listening: () => void) => void;

/** Listens on a free port and resolves to it; `listen` is another's where a package wraps the server. */
export async function listenOnLoopback(
  server: Server,
  listen: Listen = (port, host, listening) => server.listen(port, host, listening),
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  listen(0, HOST, resolve);
  await promise;
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no TCP port');
  return bound.port;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  server.close();
  return port;
}

/** The open connections of a server. */
export class Connections {
  readonly #open = new Set<Socket>();

  /** Without delay: each small write would wait for an acknowledgement (40 ms). */
  keep(socket: Socket): void {
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
  }

  /** Ends all of them by force. */
  dropAll(): void {
    for (const socket of this.#open) socket.destroy();
  }
}

/** The first bytes that a server says to a new connection; null where it says nothing in time. */
export function greetingOf(port: number, limitMs: number): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const socket = createConnection({ host: HOST, port });
  socket.setTimeout(limitMs, () => socket.destroy());
  socket.once('data', (bytes) => resolve(bytes.toString('latin1')));
  socket.once('error', () => resolve(null));
  socket.once('close', () => resolve(null));
  return promise.finally(() => socket.destroy());
}
