/**
 * A gate between the bot and a server on loopback: it can be shut, so that nobody gets through,
 * and can be led to another server. It looks at nothing that passes.
 */
import { createConnection, createServer, type Socket } from 'node:net';

export interface Gate {
  readonly port: number;
  /** Ends all connections and lets nobody through. */
  shut(): void;
  /** Lets everybody through again, to `port` where it is given. */
  open(port?: number): void;
  stop(): Promise<void>;
}

export async function startGate(firstPort: number): Promise<Gate> {
  let target: number | null = firstPort;
  let lastPort = firstPort;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((outside) => {
    keep(outside);
    if (target === null) {
      outside.destroy();
      return;
    }
    const inside = createConnection({ host: '127.0.0.1', port: target });
    keep(inside);
    outside.pipe(inside).pipe(outside);
    inside.once('close', () => outside.destroy());
    outside.once('close', () => inside.destroy());
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no TCP port');
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: bound.port,
    shut: () => {
      target = null;
      dropAll();
    },
    open: (port) => {
      lastPort = port ?? lastPort;
      target = lastPort;
    },
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      dropAll();
      await closed;
    },
  };
}
