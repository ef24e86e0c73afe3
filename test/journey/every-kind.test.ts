/**
 * Article 8 through every kind of mail that the office sends: what is personal is marked, and each
 * mark stands only where the requirements let it: by kind of mail, by recipient, and never in a
 * subject, a calendar entry, a log line or the statistics.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { board } from '../../src/commands/board.ts';
import { disclose } from '../../src/commands/disclose.ts';
import { stats } from '../../src/commands/stats.ts';
import { HANAKO, JUN, KEN, MISAKI, type Person, TARO } from '../../src/demo/people.ts';
import { MAIL_KINDS, type MailKind } from '../../src/domain/mail-kind.ts';
import { announceTerms } from '../../src/flow/clock/announce-terms.ts';
import { createLog } from '../../src/log.ts';
import { putSeeker } from '../../src/store/seekers.ts';
import { writeViewingCopy } from '../../src/store/viewing-copy.ts';
import { type Gate, startGate } from '../support/gate.ts';
import { bookings, outbox } from '../support/look.ts';
import { COUNSELOR, OFFICE, type Played, playOffice, requestForm } from '../support/world.ts';

type Mark = 'name' | 'number' | 'phone' | 'topic' | 'address' | 'passcode' | 'link';

/** Zoom is for who may come, with the session; number, phone and matter are for the counselor. */
const OF_SESSION: readonly Mark[] = ['name', 'passcode', 'link'];
const TO_STAFF: readonly Mark[] = ['name', 'number', 'phone'];

/** What the text of each kind may hold of the person that it is about. */
const MAY_HOLD: Record<MailKind, readonly Mark[]> = {
  'seeker.action.details': ['name'],
  'seeker.action.offer': ['name'],
  'seeker.action.terms': OF_SESSION,
  'seeker.action.nudge': ['name'],
  'seeker.notice.terms_changed': ['name'],
  'seeker.notice.receipt': ['name'],
  'seeker.notice.received': ['name'],
  'seeker.notice.confirmed': OF_SESSION,
  'seeker.notice.rescheduled': OF_SESSION,
  'seeker.notice.session_booked': OF_SESSION,
  'seeker.notice.reminder': OF_SESSION,
  'seeker.notice.void': ['name'],
  'seeker.notice.lapsed': ['name'],
  'seeker.notice.late_reply': ['name'],
  // To whoever wrote, about no booking: nothing of anybody.
  'seeker.notice.call_us': [],
  'seeker.notice.cancelled': ['name'],
  'seeker.notice.office_cancelled': ['name'],
  'staff.action.decide': [...TO_STAFF, 'topic', 'address'],
  'staff.action.attendance': TO_STAFF,
  'staff.notice.echo': TO_STAFF,
  'staff.notice.done': TO_STAFF,
  // The address of who wrote about no booking, so that the mail is found in the mailbox.
  'staff.notice.morning': ['name', 'phone', 'address'],
  'staff.notice.holidays': [],
  'staff.notice.mailbox_lost': [],
  'staff.notice.mailbox_back': [],
};

const ZOOM = {
  meetingId: '717 2727 3737',
  passcode: 'Shirushi77',
  url: 'https://zoom.example/j/71727273737?pwd=ShirushiLink',
};

interface Marked {
  name: string;
  address: string;
  number: string;
  phone: string;
  topic: string;
}

const person = (name: string, { address }: Person, digits: string): Marked => ({
  name,
  address,
  number: `45010-${digits}${digits}`,
  phone: `090-${digits}-${digits}`,
  topic: `${digits}番の人に言えない悩み`,
});
const KAI = person('甲斐 灯子', HANAKO, '7171');
const OTSU = person('乙黒 遥香', TARO, '7272');
const HIRA = person('平良 誠司', MISAKI, '7373');
const TEI = person('丁子 光男', JUN, '7474');
const HOZU = person('穂積 直人', KEN, '7575');
const PEOPLE = [KAI, OTSU, HIRA, TEI, HOZU];

let played: Played;
let gate: Gate;
const lines: string[] = [];
afterEach(async () => {
  await played.end();
  await gate.stop();
});

const form = (who: Marked, wish: string) => requestForm({ ...who, wish });

/** Every mark of a person that a text holds; a name also without its space. */
function marksIn(text: string, who: Marked): Mark[] {
  const { name, number, phone, topic, address } = who;
  const holds: Record<Exclude<Mark, 'passcode' | 'link'>, string[]> = {
    name: [name, name.replace(' ', '')],
    number: [number, number.slice(6)],
    phone: [phone, phone.replaceAll('-', '')],
    topic: [topic],
    address: [address],
  };
  return (Object.keys(holds) as (keyof typeof holds)[]).filter((mark) =>
    holds[mark].some((form) => text.includes(form)),
  );
}

function zoomMarksIn(text: string): Mark[] {
  const passcode: Mark[] = text.includes(ZOOM.passcode) ? ['passcode'] : [];
  return text.includes(ZOOM.url) ? [...passcode, 'link'] : passcode;
}

async function playEveryKind(): Promise<void> {
  played = await playOffice({
    config: async (servers) => {
      const { host, port, tls, user } = servers.imap(OFFICE.address);
      gate = await startGate(port);
      return {
        imap: { host, port: gate.port, tls, user, password: { env: 'DEMO_PASSWORD' } },
        lanes: [{ id: 'A', counselor: '1番窓口', zoom: ZOOM }],
        reminders: { holidayWarningDays: 20_000 },
      };
    },
    log: createLog({ now: () => Temporal.Now.instant() }, (line) => lines.push(line)),
  });
  const { store, clock } = played.office;
  for (const { number: seekerNumber, name, address, phone } of [KAI, OTSU, HIRA, HOZU]) {
    const seeker = { seekerNumber, name, address, phone, refusedReason: null };
    await store.transact((tx) => putSeeker(tx, seeker, clock.now()));
  }
  await played.write(KAI, requestForm({ ...KAI, wish: '12月3日 10:00', phone: '' }));
  await played.answer(KAI, KAI.phone);
  await played.answer(KAI, `はい。${KAI.topic}のことで緊張しています。資料は要りますか？`);
  const [ofKai] = await bookings(played);
  const subject = `予約番号 ${ofKai?.reference}`;
  await played.write(COUNSELOR, '変更 12月3日 11:00', { subject });
  await played.write(OTSU, form(OTSU, '12月3日 11:00'));
  await played.write(COUNSELOR, form(HIRA, '12月4日 10:00'), {
    subject: `電話 ${HIRA.number} ${HIRA.topic}`,
  });
  await played.write(TEI, form(TEI, '12月8日 10:00'), { subject: `${TEI.number} ${TEI.topic}` });
  await played.answer(COUNSELOR, `登録確認\nメール: ${TEI.address}`);
  await played.answer(TEI, `${TEI.topic}なので、今回は遠慮します。`);
  await played.answer(COUNSELOR, '取消 本人から電話');
  await played.write(HOZU, form(HOZU, '12月8日 14:00'));
  await played.answer(HOZU, 'はい');
  const ofHozu = (await bookings(played)).at(-1);
  await played.write(COUNSELOR, '所側取消 停電', { subject: `予約番号 ${ofHozu?.reference}` });
  await played.write(HOZU, `${HOZU.name}（${HOZU.number}）です。予約をキャンセルします。`, {
    subject: HOZU.topic,
  });
  const text = '新しい利用規約の全文\n';
  await announceTerms(played.office, {
    label: '2026-01-05',
    sha256: 'f'.repeat(64),
    text,
    effectiveFrom: Temporal.PlainDate.from('2026-01-05'),
    sendFrom: null,
  });
  await played.at('2025-12-02T17:00');
  await played.at('2025-12-03T08:15');
  await played.at('2025-12-03T12:00');
  await played.write(COUNSELOR, '来談\n次回 12月17日 10:00', { subject });
  await played.at('2025-12-04T00:02');
  await played.answer(HIRA, 'はい、参加します。');
  await loseTheMailbox();
}

async function loseTheMailbox(): Promise<void> {
  const waitFor = async (event: string) => {
    while (!lines.some((line) => line.includes(`"${event}"`))) {
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  gate.shut();
  await waitFor('mailbox_trouble');
  played.clock.set('2025-12-04T01:00');
  await waitFor('mailbox_alert');
  gate.open();
  await played.at('2025-12-04T01:01');
}

test('covers every kind: each mark stands only where the requirements let it', {
  timeout: 120_000,
}, async () => {
  await playEveryKind();
  const mails = await outbox(played);
  const kinds = new Set(mails.map(({ kind }) => kind));
  expect(MAIL_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);

  const owners = new Map(
    (await bookings(played)).map(({ id, seeker_number: number }) => [
      id,
      PEOPLE.find((each) => each.number === number),
    ]),
  );
  const wrong: string[] = [];
  for (const mail of mails) {
    const { kind, booking_id: bookingId, to_address: to, text, subject } = mail;
    const may = MAY_HOLD[kind];
    const owner = bookingId === null ? undefined : owners.get(bookingId);
    const found = [
      ...zoomMarksIn(text).map((mark) => ({ mark, who: owner, where: 'text' })),
      ...PEOPLE.flatMap((who) => marksIn(text, who).map((mark) => ({ mark, who, where: 'text' }))),
    ];
    for (const { mark, who, where } of found) {
      const isAboutHim = bookingId === null || who === owner;
      if (!may.includes(mark) || !isAboutHim) wrong.push(`${kind} ${where}: ${mark} ${who?.name}`);
    }
    const elsewhere = `${subject}\n${mail.calendar_content ?? ''}`;
    for (const who of PEOPLE) {
      for (const mark of marksIn(elsewhere, who)) wrong.push(`${kind} subject or ICS: ${mark}`);
      const isHis = to === who.address || mail.to_name.includes(who.name);
      if (bookingId !== null && isHis && who !== owner)
        wrong.push(`${kind}: about another than ${who.name}`);
    }
    if (zoomMarksIn(subject).length > 0) wrong.push(`${kind} subject: Zoom`);
  }
  expect(wrong).toEqual([]);
});

test('no mark leaves by a header, a log line or the statistics', { timeout: 120_000 }, async () => {
  lines.length = 0;
  await playEveryKind();
  const ours = played.servers.delivered.filter(({ mailFrom }) => mailFrom.startsWith('online@'));
  expect(ours.length).toBeGreaterThan(MAIL_KINDS.length);
  for (const { source } of ours) {
    const [head = ''] = source.toString('utf8').split(/\r?\n\r?\n/);
    // The envelope, as the server writes it on delivery, and the recipient.
    const ownFields = head.replace(/^(?:To|Return-Path|Delivered-To):.*(?:\r?\n[ \t].*)*/gim, '');
    for (const who of PEOPLE) expect(marksIn(ownFields, who)).toEqual([]);
  }
  const said: string[] = [];
  const outlet = { out: (l: string) => said.push(l), complain: (l: string) => said.push(l) };
  const configPath = join(dirname(played.database), 'config.json');
  for (const format of [{}, { json: true }, { csv: true }]) {
    await stats({ configPath, json: false, csv: false, ...format }, outlet);
  }
  expect(said.join('\n')).toContain('2025-11');
  expect(lines.length).toBeGreaterThan(30);
  for (const text of [lines.join('\n'), said.join('\n')]) {
    for (const who of PEOPLE) expect(marksIn(text, who)).toEqual([]);
    expect(zoomMarksIn(text)).toEqual([]);
  }
});

test('board and copy for looking show whom to phone and no more; a disclosure holds one person', {
  timeout: 120_000,
}, async () => {
  await playEveryKind();
  const folder = dirname(played.database);
  const configPath = join(folder, 'config.json');
  const quiet = { out: () => undefined, complain: () => undefined };
  const page = join(folder, 'board.html');
  expect(await board({ configPath, out: page }, quiet)).toBe(0);
  const copy = join(folder, 'copy.sqlite');
  const madeAt = '2025-12-04T09:00:00+09:00';
  await writeViewingCopy(played.database, copy, { madeAt, readableBy: 'owner' });
  for (const [file, may] of [
    [page, ['name', 'phone']],
    [copy, ['name', 'number', 'phone', 'address']],
  ] as const) {
    const text = readFileSync(file, 'utf8');
    const held = PEOPLE.flatMap((who) => marksIn(text, who));
    expect(held).toContain('name');
    expect(held.filter((mark) => !(may as readonly Mark[]).includes(mark))).toEqual([]);
    expect(zoomMarksIn(text)).toEqual([]);
  }
  const file = join(folder, 'kaiji.json');
  const order = { law: '刑事訴訟法第197条第2項', to: '小林警察署', by: '所長 見本' };
  const seeker = { configPath, clock: played.clock, file, seeker: KAI.number };
  expect(await disclose({ ...seeker, ...order }, quiet)).toBe(0);
  const record = readFileSync(file, 'utf8');
  expect(marksIn(record, KAI)).toEqual(['name', 'number', 'phone', 'topic', 'address']);
  for (const who of PEOPLE.slice(1)) expect(marksIn(record, who)).toEqual([]);
});
