/**
 * The wire between the program and a mail server of the test, line by line: it shows what passes,
 * and at a command that is told to it cuts, hangs, says BYE or answers itself. It knows no
 * protocol beyond lines and tags.
 */
import { createConnection, createServer, type Socket } from 'node:net';
import { Connections, listenOnLoopback } from '../../src/demo/loopback.ts';

/**
 * What becomes of a client's line: the connection is cut before it or in the middle of its answer,
 * nothing is answered, the server says something and hangs up, it refuses, or another line goes on.
 */
export type WireFault =
  | 'cut'
  | 'cut_in_answer'
  | 'hang'
  | { bye: string }
  | { refuse: string }
  | { instead: (line: string) => string };

export interface Wire {
  readonly port: number;
  /** From now on lines that match meet the fault; so many times, or for ever. */
  failAt(command: RegExp, fault: WireFault, times?: number): void;
  /** How many lines have met the fault since it was set. */
  struck(): number;
  heal(): void;
  stop(): Promise<void>;
}

interface Plan {
  command: RegExp;
  fault: WireFault;
  left: number;
}

/** Starts a wire to a loopback port. */
export async function startWire(
  target: number,
  { onServerLine }: { onServerLine?: (line: string) => void } = {},
): Promise<Wire> {
  const connections = new Connections();
  let plan: Plan | null = null;
  let struck = 0;
  const faultFor = (line: string): WireFault | null => {
    if (plan === null || plan.left <= 0 || !plan.command.test(line)) return null;
    plan.left -= 1;
    struck += 1;
    return plan.fault;
  };
  const server = createServer((client) => {
    const upstream = createConnection({ host: '127.0.0.1', port: target });
    connections.keep(client);
    connections.keep(upstream);
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => client.destroy());
    join(client, upstream, { faultFor, ...(onServerLine ? { onServerLine } : {}) });
  });
  const port = await listenOnLoopback(server);
  return {
    port,
    failAt: (command, fault, times = Number.POSITIVE_INFINITY) => {
      plan = { command, fault, left: times };
      struck = 0;
    },
    struck: () => struck,
    heal: () => {
      plan = null;
    },
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      connections.dropAll();
      await closed;
    },
  };
}

interface Watchers {
  faultFor(line: string): WireFault | null;
  onServerLine?: (line: string) => void;
}

function join(client: Socket, upstream: Socket, { faultFor, onServerLine }: Watchers): void {
  let cutInAnswer = false;
  upstream.on('data', (bytes: Buffer) => {
    if (onServerLine) for (const line of bytes.toString('latin1').split('\r\n')) onServerLine(line);
    if (cutInAnswer) {
      client.end(bytes.subarray(0, Math.ceil(bytes.length / 2)));
      upstream.destroy();
      return;
    }
    client.write(bytes);
  });
  onLines(client, (line) => {
    const fault = faultFor(line);
    if (fault === null) {
      upstream.write(`${line}\r\n`, 'latin1');
    } else if (fault === 'cut') {
      client.destroy();
    } else if (fault === 'cut_in_answer') {
      cutInAnswer = true;
      upstream.write(`${line}\r\n`, 'latin1');
    } else if (fault !== 'hang') {
      if ('bye' in fault) client.end(`* BYE ${fault.bye}\r\n`);
      else if ('refuse' in fault) client.write(`${line.split(' ')[0]} ${fault.refuse}\r\n`);
      else upstream.write(`${fault.instead(line)}\r\n`, 'latin1');
    }
  });
}

/** Calls back with each whole line, without its end. */
function onLines(socket: Socket, onLine: (line: string) => void): void {
  let rest = '';
  socket.on('data', (bytes: Buffer) => {
    const lines = (rest + bytes.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}
