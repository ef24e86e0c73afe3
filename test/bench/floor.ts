/**
 * The physical floor of a backlog, as a program of its own: the same mails fetched, parsed and
 * committed and the same number of mails sent, by the same packages, and nothing decided. No rule,
 * no ledger, no guard: what the bot adds is what it costs more than this.
 *
 *     node test/bench/floor.ts '{"imap":…,"smtp":…,"user":…,"password":…,"afterUid":…,"answers":FILE,"database":FILE,"connections":2}'
 */
import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';

export interface FloorTask {
  imap: number;
  smtp: number;
  user: string;
  password: string;
  afterUid: number;
  /** A JSON file with the mails to send, spread evenly over those that are read. */
  answers: string;
  database: string;
  connections: number;
}

export interface FloorAnswer {
  from: string;
  to: string;
  subject: string;
  text: string;
}

const CHUNK = 50;
const SKIPPED = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
};

async function floor(task: FloorTask): Promise<void> {
  const answers = JSON.parse(readFileSync(task.answers, 'utf8')) as FloorAnswer[];
  const db = new Sqlite(task.database);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'create table mail (id integer primary key, uid integer, subject text, text text, raw blob)',
  );
  const insert = db.prepare('insert into mail (uid, subject, text, raw) values (?, ?, ?, ?)');
  const relay = createTransport({
    pool: true,
    host: '127.0.0.1',
    port: task.smtp,
    ignoreTLS: true,
    maxConnections: task.connections,
    maxMessages: 1_000,
  });
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: task.imap,
    auth: { user: task.user, pass: task.password },
    doSTARTTLS: false,
    secure: false,
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const before = process.cpuUsage();
  console.log('open');
  const found = await client.search({ uid: `${task.afterUid + 1}:*` }, { uid: true });
  const uids = (found || []).filter((uid) => uid > task.afterUid);
  const sends: Promise<unknown>[] = [];
  for (let at = 0; at < uids.length; at += CHUNK) {
    const range = uids.slice(at, at + CHUNK).join(',');
    for (const { uid, source } of await client.fetchAll(
      range,
      { uid: true, source: true },
      { uid: true },
    )) {
      const { subject, text } = await simpleParser(source ?? Buffer.alloc(0), SKIPPED);
      insert.run(uid, subject ?? '', text ?? '', source);
      const due = Math.ceil((answers.length * (at + CHUNK)) / uids.length);
      const answer = sends.length < due ? answers[sends.length] : undefined;
      if (answer) sends.push(relay.sendMail(answer));
    }
  }
  for (const answer of answers.slice(sends.length)) sends.push(relay.sendMail(answer));
  await Promise.all(sends);
  const { user, system } = process.cpuUsage(before);
  console.log(`cpu ${(user + system) / 1e6}`);
  relay.close();
  await client.logout();
  db.close();
}

if (import.meta.main) await floor(JSON.parse(process.argv[2] ?? '{}') as FloorTask);
