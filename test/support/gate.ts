/**
 * A gate between the bot and a server on loopback: it can be shut, so that nobody gets through,
 * and can be led to another server. It looks at nothing that passes.
 */
import { createConnection, createServer } from 'node:net';
import { Connections, listenOnLoopback } from '../../src/demo/loopback.ts';

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
  const connections = new Connections();
  const server = createServer((outside) => {
    connections.keep(outside);
    if (target === null) {
      outside.destroy();
      return;
    }
    const inside = createConnection({ host: '127.0.0.1', port: target });
    connections.keep(inside);
    outside.pipe(inside).pipe(outside);
    inside.once('close', () => outside.destroy());
    outside.once('close', () => inside.destroy());
  });
  const port = await listenOnLoopback(server);
  return {
    port,
    shut: () => {
      target = null;
      connections.dropAll();
    },
    open: (other) => {
      lastPort = other ?? lastPort;
      target = lastPort;
    },
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      connections.dropAll();
      await closed;
    },
  };
}
