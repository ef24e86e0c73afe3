/**
 * The board as a server: this machine only, read-only, nothing kept, nothing for another site.
 */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BoardProblem } from '../../src/board/problem.ts';
import { type BoardServer, type BoardService, startBoard } from '../../src/board/server.ts';
import { checkConfig } from '../../src/config/schema.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { newPath, removeFolders } from '../store/store-samples.ts';
import { fillSampleOffice, NOW, SECRETS, sampleConfig, samplePage } from './board-samples.ts';

let store: Store;
let service: BoardService;
let server: BoardServer;
beforeAll(async () => {
  store = await openStore(newPath());
  await fillSampleOffice(store);
  service = { page: samplePage(), db: store.read, now: () => NOW, refreshSeconds: 30 };
  server = await startBoard(service, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await store.close();
  removeFolders();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

function ask(path: string, host?: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    const asked = request(new URL(path, server.url), { method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        body += chunk;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the page', () => {
  test('is Japanese HTML that nobody keeps, under a policy that allows its own style only', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=UTF-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(body).toContain('<html lang="ja">');
    expect(body).toContain('小林 花子');
  });

  test('renews itself only where the reader asked for it', async () => {
    expect((await ask('/')).headers['refresh']).toBeUndefined();
    expect((await ask('/?renew=on')).headers['refresh']).toBe('30');
  });

  test('holds no 相談内容, no mail address and no 求職番号 (Article 8), and escapes what people wrote', async () => {
    const { body } = await ask('/');
    for (const secret of Object.values(SECRETS)) expect(body).not.toContain(secret);
    expect(body.replace(/<style>[\s\S]*<\/style>/, '')).not.toContain('@');
    expect(body).not.toContain('<b>須木');
    expect(body).toContain('&lt;b&gt;須木&lt;/b&gt; &amp; 太郎');
  });

  test('has no script, no form and no address but its own', async () => {
    const { body } = await ask('/');
    expect(body).not.toMatch(/<script|<form|<img|<link|<iframe|javascript:|\son\w+=/);
    const links = [...body.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target ?? '');
    expect(links.filter((target) => !/^(#|\/$|\/\?renew=on$)/.test(target))).toEqual([]);
  });
});

describe('who may ask', () => {
  test.each([
    'board.evil.example',
    '192.168.1.5:8026',
    'localhost.evil.example',
    '127.0.0.1.evil.example:80',
    'x',
  ])('a request that names the host %j is refused and told nothing', async (host) => {
    const { status, headers, body } = await ask('/', host);
    expect([400, 421]).toContain(status);
    expect(body).not.toContain('小林');
    if (status === 421) expect(headers['cache-control']).toBe('no-store');
  });

  test.each(['localhost:8026', '127.0.0.1', '[::1]:9000', 'LOCALHOST'])(
    'a request that names this machine as %j is answered',
    async (host) => {
      expect((await ask('/', host)).status).toBe(200);
    },
  );

  test.each(['POST', 'PUT', 'DELETE'])('%s is refused: the page is for looking', async (method) => {
    expect(await ask('/', undefined, method)).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });

  test('no other path is there', async () => {
    for (const path of ['/favicon.ico', '/index.html', '/../config.json', '/%2e%2e/config.json']) {
      expect((await ask(path)).status).toBe(404);
    }
  });
});

describe('where it listens', () => {
  test.each(['0.0.0.0', '::', '192.168.1.5', 'board.example.jp'])(
    'a config that says %s is refused',
    (host) => {
      const checked = checkConfig({ board: { host } });
      expect('problems' in checked && checked.problems.join()).toContain('$.board.host');
    },
  );

  test('a name that leads beyond the loopback is refused even so', async () => {
    const wide = startBoard(service, { host: '0.0.0.0', port: 0 });
    await expect(wide).rejects.toThrow(BoardProblem);
  });

  test('a port in use is told with the setting', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startBoard(service, { host: '127.0.0.1', port })).rejects.toThrow(
      /\$\.board\.port/,
    );
  });

  test('the default is this machine', () => {
    expect(sampleConfig().board.host).toBe('127.0.0.1');
  });
});
