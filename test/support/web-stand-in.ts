/**
 * A web server on loopback that keeps every request as it came and answers as the test says. It
 * stands in for token servers and for Zoom; it knows nothing of either.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { listenOnLoopback } from '../../src/demo/loopback.ts';

export interface KeptRequest {
  method: string;
  /** Path without the query. */
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: string;
  /** The body's form fields. */
  form: Record<string, string>;
}

/** What is answered: JSON with a status, no answer at all, or the end of the connection. */
export type StandInAnswer =
  | { status: number; json?: unknown; text?: string; headers?: Record<string, string> }
  | 'hang'
  | 'drop';

export interface StandIn {
  readonly url: string;
  readonly requests: KeptRequest[];
  /** Says what the next requests get. */
  answerWith(answer: (request: KeptRequest) => StandInAnswer | Promise<StandInAnswer>): void;
  stop(): Promise<void>;
}

/** Starts a server that answers 404 until it is told otherwise. */
export async function startStandIn(): Promise<StandIn> {
  const requests: KeptRequest[] = [];
  let answerOf: (request: KeptRequest) => StandInAnswer | Promise<StandInAnswer> = () => ({
    status: 404,
  });
  const server = createServer(async (message, response) => {
    const request = await keep(message);
    requests.push(request);
    const answer = await answerOf(request);
    if (answer === 'hang') return;
    if (answer === 'drop') return void message.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json)));
  });
  const port = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answerWith: (answer) => {
      answerOf = answer;
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function keep(message: IncomingMessage): Promise<KeptRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const url = new URL(message.url ?? '/', 'http://127.0.0.1');
  return {
    method: message.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: message.headers,
    body,
    form: Object.fromEntries(new URLSearchParams(body)),
  };
}
