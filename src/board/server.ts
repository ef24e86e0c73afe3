/**
 * Serves the board on this machine only: one read-only page. The only file that imports hono. A
 * request that names another host is refused, so that no web page elsewhere can read the board
 * through the browser (DNS rebinding).
 */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { isLoopback } from '../config/fields.ts';
import type { Reader } from '../store/store.ts';
import type { BoardPage } from './page.ts';
import { BoardProblem } from './problem.ts';

export interface BoardServer {
  /** "http://127.0.0.1:8026/" */
  url: string;
  close(): Promise<void>;
}

export interface BoardService {
  page: BoardPage;
  db: Reader;
  now: () => Temporal.Instant;
  refreshSeconds: number;
}

/** Listens on a loopback address; port 0 takes any free one. Throws `BoardProblem`. */
export async function startBoard(
  service: BoardService,
  { host, port }: { host: string; port: number },
): Promise<BoardServer> {
  const hostname = host.replace(/^\[|\]$/g, '');
  const listening = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: appOf(service).fetch, hostname, port }, listening.resolve);
  server.once('error', listening.reject);
  try {
    const address = await listening.promise;
    if (!isLoopback(address.address)) {
      server.close();
      throw new BoardProblem(`$.board.host: ${host} is not a loopback address`);
    }
    const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
    return {
      url: `http://${shown}:${address.port}/`,
      close: () => new Promise((resolve) => server.close(() => resolve())),
    };
  } catch (cause) {
    if (cause instanceof BoardProblem) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BoardProblem(
      `$.board.port: cannot listen on ${host}:${port} (${why}); close the other board, or give another port`,
      { cause },
    );
  }
}

/** The application without a socket. */
function appOf({ page, db, now, refreshSeconds }: BoardService): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    if (namesThisMachine(context.req.header('host') ?? '')) await next();
    else context.res = context.text('このボードは、このパソコンからだけ見られます。\n', 421);
    for (const [name, value] of Object.entries({
      ...HEADERS,
      'content-security-policy': page.policy,
    })) {
      context.header(name, value);
    }
  });
  app.get('/', async (context) => {
    const renewing = context.req.query('renew') === 'on';
    if (renewing) context.header('refresh', String(refreshSeconds));
    return context.html(await page.render(db, now(), { renewing }));
  });
  app.all('/', (context) => context.text('見るだけのページです。\n', 405, { allow: 'GET, HEAD' }));
  app.notFound((context) => context.text('ページはありません。\n', 404));
  return app;
}

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Whether a Host header (RFC 9110 7.2) names the loopback, under whatever port. */
function namesThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);
}
