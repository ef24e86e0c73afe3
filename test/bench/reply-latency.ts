/**
 * How long a seeker waits: from the moment the IMAP server announces a reply (its untagged EXISTS
 * on the wire) to the confirmation accepted by the SMTP sink, one reply at a time, on a private
 * Dovecot. Dovecot itself takes 500 ms to announce, which is not counted. Prints milliseconds.
 *
 *     npm run bench
 */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import { answerText, letterSource, OFFICE } from '../../src/demo/people.ts';
import { openOffice } from '../../src/flow/open-office.ts';
import { imapSettings, smtpSettings } from '../../src/flow/server-settings.ts';
import { startService } from '../../src/flow/service.ts';
import { silentLog } from '../../src/log.ts';
import { parseMessage } from '../../src/message/parse.ts';
import { openRelay } from '../../src/smtp/relay.ts';
import { startDovecot } from '../support/dovecot.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { requestForm } from '../support/world.ts';

const REPLIES = 40;

const dovecot = await startDovecot();
const sink = await startSmtpSink();
const { user, password } = dovecot.settings();
let announcedAtMs = 0;
const wire = await proxy(dovecot.port, (bytes) => {
  if (/\* \d+ EXISTS/.test(bytes.toString('latin1'))) announcedAtMs = performance.now();
});
const folder = mkdtempSync(join(tmpdir(), 'uketsuke-bench-'));
const configPath = join(folder, 'config.json');
writeFileSync(configPath, JSON.stringify(benchConfig()));
const loaded = loadConfig(configPath, { env: { SECRET: String(password) } });
const office = await openOffice(loaded, { clock: systemClock, log: silentLog });
const service = startService(office, imapSettings(loaded), openRelay(smtpSettings(loaded)));
await service.ready;

const samples: number[] = [];
for (let i = 0; i < REPLIES; i += 1) {
  const from = { name: '見本 花子', address: `seeker${i}@example.ne.jp` };
  const at = systemClock.now();
  const text = requestForm({
    name: from.name,
    number: `45010-${10_000_000 + i}`,
    wish: wishFor(i),
  });
  await dovecot.append(letterSource({ from, subject: '予約', text, at, number: i }));
  const terms = (await sink.until(2 * i + 1, 10_000)).at(-1);
  const message = await parseMessage(terms?.source ?? Buffer.alloc(0), { authservId: null });
  const answers = {
    messageId: message.messageId ?? '',
    subject: message.subject,
    text: message.text,
  };
  await new Promise((resolve) => setTimeout(resolve, 300));
  announcedAtMs = 0;
  const reply = { from, subject: `Re: ${answers.subject}`, at, number: 1000 + i, answers };
  await dovecot.append(letterSource({ ...reply, text: answerText('はい', answers, at) }));
  const confirmation = (await sink.until(2 * i + 2, 10_000)).at(-1);
  samples.push((confirmation?.acceptedAtMs ?? Number.NaN) - announcedAtMs);
}
samples.sort((a, b) => a - b);
const shown = (quantile: number) => samples[Math.ceil(quantile * samples.length) - 1]?.toFixed(1);
console.log(
  `reply announced -> confirmation accepted, ${samples.length} replies: ` +
    `median ${shown(0.5)} ms, p95 ${shown(0.95)} ms, max ${shown(1)} ms`,
);
await service.stop();
await office.store.close();
await sink.stop();
wire.server.close();
await dovecot.stop();
process.exit(0);

/** Every second open slot from three weeks on, so that each request has one of its own. */
function wishFor(i: number): string {
  const times = [
    '9:00',
    '9:30',
    '10:00',
    '10:30',
    '11:00',
    '11:30',
    '13:00',
    '13:30',
    '14:00',
    '14:30',
  ];
  let day = systemClock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 21 });
  for (let open = 0; ; day = day.add({ days: 1 })) {
    if (office.policy.calendar.isClosedDay(day)) continue;
    if (open === Math.floor(i / times.length)) break;
    open += 1;
  }
  return `${day.year}年${day.month}月${day.day}日 ${times[i % times.length]}`;
}

/** A plain TCP pipe to `port` that shows what the server says. */
async function proxy(
  port: number,
  onServerBytes: (bytes: Buffer) => void,
): Promise<{ server: Server; port: number }> {
  const server = createServer((client) => {
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true });
    client.setNoDelay(true);
    client.pipe(upstream);
    upstream.on('data', onServerBytes);
    upstream.pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no TCP port');
  return { server, port: bound.port };
}

function benchConfig(): object {
  return {
    office: { name: 'ハローワーク小林', telephone: '0984-00-0000' },
    staff: { addresses: ['madoguchi@office.example.jp'], notify: 'madoguchi@office.example.jp' },
    registration: 'sender',
    imap: { host: '127.0.0.1', port: wire.port, tls: 'none', user, password: { env: 'SECRET' } },
    smtp: { host: '127.0.0.1', port: sink.port, tls: 'none', from: OFFICE },
    lanes: [
      {
        id: 'A',
        counselor: '1番窓口',
        zoom: { meetingId: '1', passcode: '1', url: 'https://zoom.example/j/1' },
      },
    ],
    termsFile: join(import.meta.dirname, '../../templates/terms/2025-03-11.txt'),
    database: join(folder, 'bench.sqlite'),
    sendMode: 'live',
  };
}
