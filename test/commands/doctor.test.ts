/**
 * The doctor as an admin uses it: a good office is called well, each thing that is broken is named
 * with what to do, several at once are all found, and nothing is changed by looking.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Level } from '../../src/commands/doctor/finding.ts';
import { checkTerms } from '../../src/commands/doctor/text-checks.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { makeCertificate } from '../../src/demo/certificate.ts';
import { SCHEMA_VERSION } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/store.ts';
import {
  dovecotInstalled,
  startDovecot,
  type TestDovecot,
  WITHOUT_DOVECOT,
} from '../support/dovecot.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { startZoom, type ZoomStandIn } from '../support/zoom-stand-in.ts';

const RESTATEMENT = new URL('../../templates/terms/2025-03-11.txt', import.meta.url).pathname;
const NOW = '2026-11-27T10:00:00+09:00';

let folder = '';
let config: ReturnType<typeof goodConfig>;
const env = { SECRET: 'himitsu' };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-doctor-'));
  writeFileSync(join(folder, 'terms.txt'), '所の利用規約\n令和8年4月1日\n');
  config = goodConfig();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function goodConfig() {
  const secret = { env: 'SECRET' };
  const server = { host: '127.0.0.1', port: 1, tls: 'none', user: 'uketsuke', password: secret };
  return {
    office: { name: '所', telephone: '0984-00-0000' },
    staff: { addresses: ['a@office.example.jp'], notify: 'a@office.example.jp' },
    imap: server as Record<string, unknown>,
    smtp: { ...server, from: { name: '所', address: 'o@office.example.jp' } } as Record<
      string,
      unknown
    >,
    lanes: [
      {
        id: 'A',
        counselor: '1番',
        zoom: { meetingId: '1', passcode: '1', url: 'https://z.example' },
      },
    ] as Record<string, unknown>[],
    authservId: 'mx.example.jp' as string | null,
    sendMode: 'live',
    termsFile: 'terms.txt',
    database: 'office.sqlite',
    zoom: { kind: 'rooms' } as Record<string, unknown>,
  };
}

/** What the doctor says, and its exit code. */
async function examine(options: { offline?: boolean; now?: string; text?: string } = {}) {
  const configPath = join(folder, 'config.json');
  writeFileSync(configPath, options.text ?? JSON.stringify(config));
  const lines: string[] = [];
  const now = Temporal.Instant.from(options.now ?? NOW);
  const code = await doctor(
    {
      configPath,
      json: true,
      offline: options.offline ?? true,
      language: 'ja',
      env,
      clock: { now: () => now },
    },
    { out: (line) => lines.push(line), complain: (line) => lines.push(line) },
  );
  const { findings } = JSON.parse(lines.join('\n')) as {
    findings: { check: string; level: Level; what: string; todo: string | null }[];
  };
  const at = (level: Level) => findings.filter((finding) => finding.level === level);
  return {
    code,
    findings,
    problems: at('problem'),
    warnings: at('warning'),
    said: lines.join('\n'),
  };
}

describe('a look at this machine alone', () => {
  test('calls a good office well', async () => {
    const { code, problems, warnings, findings } = await examine();
    expect([code, problems, warnings]).toEqual([0, [], []]);
    expect(findings.map(({ check }) => check)).toEqual([
      'config',
      'templates',
      'terms',
      'holidays',
      'disk',
      'database',
    ]);
  });

  test('says every mistake in the config at once, and still looks at the rest', async () => {
    config.imap.port = 99_999;
    config.smtp.tls = 'perhaps';
    const { code, problems, findings } = await examine();
    expect(code).toBe(1);
    expect(problems.map(({ what }) => what)).toEqual([
      expect.stringContaining('$.imap.port is 99999'),
      expect.stringContaining('$.smtp.tls is "perhaps"'),
    ]);
    expect(findings.map(({ check }) => check)).toContain('terms');
  });

  test('speaks of a file that is no JSON, and of one that is not there', async () => {
    expect((await examine({ text: '{ broken' })).problems[0]?.what).toMatch(/not readable JSON/);
    rmSync(join(folder, 'config.json'));
    const lines: string[] = [];
    const options = { configPath: join(folder, 'none.json'), json: false, offline: true, env };
    const code = await doctor(
      { ...options, language: 'en' },
      { out: (line) => lines.push(line), complain: () => undefined },
    );
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      /^problem .*none\.json: the file does not exist; copy config\.example/,
    );
    expect(lines.at(-1)).toBe('1 problem(s), 0 warning(s).');
  });

  test('names a secret that is missing, and never tells one', async () => {
    config.smtp.password = { env: 'NOT_SET' };
    const { problems, said } = await examine();
    expect(problems[0]?.what).toContain('the environment variable NOT_SET is not set');
    expect(said).not.toContain('himitsu');
  });

  test('hints at what an office should decide knowingly, without calling it a problem', async () => {
    config.authservId = null;
    config.sendMode = 'hold';
    config.termsFile = RESTATEMENT;
    const { code, warnings } = await examine();
    expect(code).toBe(0);
    expect(warnings.map(({ check }) => check)).toEqual(['authserv-id', 'send-mode', 'terms']);
  });

  test('knows the restatement of the terms that comes with the program', () => {
    expect(createHash('sha256').update(readFileSync(RESTATEMENT)).digest('hex')).toBe(
      '19c49e4a2100ad112bd89763702636b2f375c9abc61a63a22c1a7d603677fc30',
    );
    expect(checkTerms(RESTATEMENT)[0]?.level).toBe('warning');
  });

  test('says when the holidays end', async () => {
    expect((await examine({ now: '2050-10-01T00:00:00Z' })).warnings[0]?.check).toBe('holidays');
    expect((await examine({ now: '2051-10-01T00:00:00Z' })).problems[0]?.check).toBe('holidays');
  });
});

describe('the database', () => {
  const database = () => join(folder, 'office.sqlite');
  const makeOne = async () => {
    await (await openStore(database())).close();
    chmodSync(database(), 0o600);
  };

  test('that other users of the machine can read is told, with the command that closes it', async () => {
    await makeOne();
    chmodSync(database(), 0o644);
    const { code, warnings } = await examine();
    expect([code, warnings.map(({ check }) => check)]).toEqual([0, ['privacy']]);
    expect(warnings[0]?.todo).toBe(`chmod go= ${database()} で閉じてください。`);
  });

  const hand = (sql: string) => {
    const file = new DatabaseSync(database());
    file.exec(sql);
    file.close();
  };

  test('is called whole, and not a byte of its folder is changed', async () => {
    await makeOne();
    writeFileSync(join(folder, 'config.json'), '');
    const before = readdirSync(folder).sort();
    const bytes = readFileSync(database());
    const { code, findings } = await examine();
    expect([code, findings.at(-1)?.what]).toEqual([0, 'データベースに傷みはありません。']);
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(readFileSync(database()).equals(bytes)).toBe(true);
  });

  test('is looked at while the bot has it open', async () => {
    const store = await openStore(database());
    expect((await examine()).code).toBe(0);
    await store.close();
  });

  test.each<[string, () => Promise<void> | void, RegExp]>([
    [
      'a file that is no database',
      () => writeFileSync(database(), 'no database '.repeat(100)),
      /データベースを読めません/,
    ],
    [
      'somebody else’s database',
      () => hand('create table t (a)'),
      /uketsuke のデータベースではありません/,
    ],
    [
      'one that is newer than the program',
      async () => {
        await makeOne();
        hand(`pragma user_version = ${SCHEMA_VERSION + 1}`);
      },
      /新しい版で作られています/,
    ],
    [
      'rows that point nowhere',
      async () => {
        await makeOne();
        hand(
          "pragma foreign_keys = off; insert into attention (reason, booking_id, raised_at) values ('unreadable', 99, '2026-11-27T10:00:00+09:00')",
        );
      },
      /傷んでいます（attention）/,
    ],
  ])('%s is a problem', async (_, breakIt, words) => {
    await breakIt();
    const { code, problems } = await examine();
    expect(code).toBe(1);
    expect(problems).toEqual([
      expect.objectContaining({ check: 'database', what: expect.stringMatching(words) }),
    ]);
    expect(problems[0]?.todo).toMatch(/。$/);
  });

  test('one of an older version is brought up to date by itself', async () => {
    await makeOne();
    hand('pragma user_version = 1');
    const { code, warnings } = await examine();
    expect([code, warnings[0]?.check]).toEqual([0, 'database']);
  });
});

describe.skipIf(!dovecotInstalled())(`the servers (${WITHOUT_DOVECOT})`, () => {
  let dovecot: TestDovecot;
  let sink: SmtpSink;
  let zoom: ZoomStandIn;
  beforeAll(async () => {
    dovecot = await startDovecot();
    const { key, cert } = makeCertificate();
    const tls = { key, cert, implicit: false };
    sink = await startSmtpSink({ users: { uketsuke: 'himitsu' }, tls });
    zoom = await startZoom();
    await dovecot.append('Subject: x\r\n\r\nx\r\n');
  });
  afterAll(async () => {
    await Promise.all([dovecot.stop(), sink.stop(), zoom.stop()]);
  });
  beforeEach(() => {
    Object.assign(config.imap, { port: dovecot.port, tls: 'starttls' });
    Object.assign(config.smtp, { port: sink.port, tls: 'starttls' });
  });
  // The certificates are of the real present.
  const look = () => examine({ offline: false, now: Temporal.Now.instant().toString() });

  test('are called well with their certificates, and nothing is sent, marked or made', async () => {
    config.imap.filing = { by: 'folder', handled: '処理済み', forStaff: '要確認' };
    const { code, findings, warnings } = await look();
    expect(code).toBe(0);
    const checks = findings.map(({ check }) => check);
    expect(checks).toEqual(expect.arrayContaining(['imap', 'imap-filing', 'smtp']));
    expect(checks).toEqual(expect.arrayContaining(['imap-certificate', 'smtp-certificate']));
    expect(warnings.filter(({ check }) => !check.endsWith('certificate'))).toEqual([]);
    expect(await dovecot.look()).toEqual([{ uid: 1, flags: [] }]);
    expect(await dovecot.folders()).toEqual(['INBOX']);
    expect(sink.mails).toEqual([]);
  });

  test.each<[string, () => void, [string, RegExp, RegExp]]>([
    [
      'a wrong password',
      () => {
        config.imap.password = { file: 'wrong' };
        writeFileSync(join(folder, 'wrong'), 'chigau');
      },
      ['imap', /ログインできません（imap\.password/, /imap\.user/],
    ],
    [
      'a port where nobody listens',
      () => {
        config.imap.port = 1;
      },
      ['imap', /つながりません（imap\.port/, /ファイアウォール/],
    ],
    [
      'a folder that is not there',
      () => {
        config.imap.folder = 'ukethuke';
      },
      ['imap', /フォルダーを使えません（imap\.folder/, /フォルダーを作る/],
    ],
    [
      'the wrong kind of TLS',
      () => {
        config.smtp.tls = 'implicit';
      },
      ['smtp', /つながりません（smtp\.port/, /smtp\.tls/],
    ],
    [
      'a relay that refuses the login',
      () => {
        config.smtp.user = 'dare';
      },
      ['smtp', /ログインできません（smtp\.password/, /smtp\.user/],
    ],
  ])(
    '%s is named, with what to do, and the other servers are looked at',
    async (_, breakIt, [check, what, todo]) => {
      breakIt();
      const { code, problems, findings } = await look();
      expect(code).toBe(1);
      expect(problems).toEqual([
        expect.objectContaining({
          check,
          what: expect.stringMatching(what),
          todo: expect.stringMatching(todo),
        }),
      ]);
      const other = check === 'imap' ? 'smtp' : 'imap';
      expect(findings).toContainEqual(expect.objectContaining({ check: other, level: 'good' }));
    },
  );

  test('Zoom is asked for each lane’s user and for the time; a wrong one is named', async () => {
    config.zoom = zoom.config;
    config.lanes = [
      { id: 'A', counselor: '1番', zoomUser: 'soudan1@office.example.jp' },
      { id: 'B', counselor: '2番', zoomUser: 'inai@office.example.jp' },
    ];
    const { problems, findings } = await look();
    expect(problems).toEqual([expect.objectContaining({ check: 'zoom' })]);
    expect(problems[0]?.what).toContain('inai@office.example.jp');
    expect(findings).toContainEqual(expect.objectContaining({ check: 'clock', level: 'good' }));
    expect(zoom.meetings.size).toBe(0);
  });

  test('a clock that is wrong is a problem, by the web’s time and by a mail of the future', async () => {
    config.zoom = zoom.config;
    config.lanes = [{ id: 'A', counselor: '1番', zoomUser: 'soudan1@office.example.jp' }];
    const past = Temporal.Now.instant().subtract({ minutes: 10 }).toString();
    const { problems } = await examine({ offline: false, now: past });
    expect(problems.map(({ check }) => check)).toEqual(['clock', 'clock']);
    expect(problems[0]?.what).toMatch(/受信サーバーより少なくとも\d+秒遅れて/);
    expect(problems[1]?.what).toMatch(/より(599|60\d)秒遅れています/);
  });
});
