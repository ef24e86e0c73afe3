/**
 * Every invented machine mail and every human reply, put into the live thread of an awaiting
 * booking: no machine confirms, no person is lost, and nothing but a consent confirms (traps 3, 5).
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OFFICE } from '../../src/demo/people.ts';
import { imapDateTime, PlainImap } from '../../src/demo/plain-imap.ts';
import { replyDeadline } from '../../src/domain/deadline.ts';
import { referenceCode } from '../../src/message/thread-keys.ts';
import { insertBooking } from '../../src/store/bookings.ts';
import { addToOutbox } from '../../src/store/outbox.ts';
import { keepTerms } from '../../src/store/terms.ts';
import { bookings, inbox } from '../support/look.ts';
import { type PlayedRelay, startPlayedRelay } from '../support/relay.ts';
import { type Played, playOffice } from '../support/world.ts';

const MAILS = 'test/fixtures/mail';
const THEIR_OFFICE = 'online@hellowork-kobayashi.example.jp';
const THEIR_ID = '<booking.7K4M2Q.c41f9e0b27d83a65@hellowork-kobayashi.example.jp>';
const THEIR_SEEKER = 'hanako.y@example.ne.jp';
const OUR_TEXT = readFileSync(`${MAILS}/our-terms-mail.txt`, 'utf8');

interface Labelled {
  file: string;
  intents: string[];
}

/** A row of the labels: file, class, note (may hold commas), in_thread, new_text, intent, items. */
function labelled(folder: string): Labelled[] {
  return readFileSync('test/fixtures/own-mail-labels.csv', 'utf8')
    .trim()
    .split(/\r?\n/)
    .filter((row) => row.startsWith(`${folder}/`))
    .map((row) => {
      const fields = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, f = '']) => f);
      return { file: fields[0] ?? '', intents: (fields[5] ?? '').split('|').filter(Boolean) };
    });
}

const machines = labelled('machine');
const replies = labelled('reply');
/** Each mail has a seeker, a lane and an awaiting booking of its own. */
const cases = [
  ...machines.map((row) => ({ ...row, from: 'kept' as const })),
  ...machines.map((row) => ({ ...row, from: 'seeker' as const })),
  ...replies.map((row) => ({ ...row, from: 'seeker' as const })),
].map((row, i) => {
  const number = String(i + 1).padStart(3, '0');
  return {
    ...row,
    address: `seeker${number}@example.ne.jp`,
    number: `45010-20000${number}`,
    messageId: `<terms.${number}.1@office.example.jp>`,
  };
});

/** The fixture as the answer of this seeker to the terms mail with this Message-ID. */
function inThread(source: string, to: { messageId: string; address: string; from: string }) {
  const end = /\r?\n\r?\n/.exec(source)?.index ?? source.length;
  let header = source
    .slice(0, end)
    .replace(
      /^(?:in-reply-to|references|message-id|authentication-results):[^\n]*\n?(?:[ \t][^\n]*\n?)*/gim,
      '',
    );
  if (to.from === 'seeker') {
    header = header.replace(/^from:[^\n]*\n(?:[ \t][^\n]*\n)*/im, `From: <${to.address}>\r\n`);
  }
  const thread = [
    `In-Reply-To: ${to.messageId}`,
    `References: ${to.messageId}`,
    `Message-ID: <${to.address.replace('@', '.')}@fixture.example>`,
  ].join('\r\n');
  return `${thread}\r\n${header.replace(/^[\r\n]+/, '')}${source.slice(end)}`
    .replaceAll(THEIR_ID, to.messageId)
    .replaceAll(THEIR_OFFICE, OFFICE.address)
    .replaceAll(THEIR_SEEKER, to.address);
}

let played: Played;
let relay: PlayedRelay;
/** What became of each mail: the booking's state after it and the ledger's row. */
const became = new Map<string, { booking: string; mail: string; outcome: string | null }>();

beforeAll(async () => {
  // The fixtures speak of 2026, as the given labelled data; the embedded servers take that date.
  played = await playOffice({
    start: '2026-11-24T09:00',
    config: async (servers) => {
      relay = await startPlayedRelay(servers);
      return {
        smtp: {
          host: '127.0.0.1',
          port: relay.port,
          tls: 'none',
          from: OFFICE,
          maxConnections: 10,
        },
        limits: { staffMailsPerHour: 10_000 },
        lanes: cases.map((_, i) => ({
          id: `L${i}`,
          counselor: '1番窓口',
          zoom: { meetingId: '000 1111 2222', passcode: '123456', url: 'https://zoom.example/j/1' },
        })),
      };
    },
  });
  const { store, terms, clock } = played.office;
  const now = clock.now();
  const start = Temporal.ZonedDateTime.from('2026-12-03T10:00+09:00[Asia/Tokyo]');
  // Straight into the store: the way from a request to a terms mail is another journey's story.
  await store.transact(async (tx) => {
    await keepTerms(tx, terms[0], now);
    for (const [i, { number, address, messageId }] of cases.entries()) {
      const booking = await insertBooking(tx, {
        reference: referenceCode(played.office.randomBytes(8)),
        state: 'awaiting_reply',
        voidReason: null,
        channel: 'mail',
        items: { name: '山田 花子', seekerNumber: number, phone: '09000000001', topic: '面接' },
        announcements: { interpreter: false, attendant: false },
        registeredAddress: address,
        unverified: false,
        requesterAddress: address,
        wish: { kind: 'exact', start },
        slot: { start, lane: `L${i}` },
        offered: [],
        replyBy: replyDeadline(start, played.office.policy.closing),
        timesAsked: 0,
        appliedAt: now,
        consentedAt: null,
        termsSha256: terms[0].sha256,
      });
      const message = {
        messageId,
        date: now,
        from: OFFICE,
        replyTo: OFFICE,
        to: { name: '', address },
        subject: 'オンライン職業相談のご予約',
        text: OUR_TEXT,
        inReplyTo: null,
        references: [],
        autoSubmitted: 'auto-generated' as const,
        calendar: null,
      };
      const entry = { kind: 'seeker.action.terms' as const, occasion: '', inboxId: null, message };
      await addToOutbox(tx, { ...entry, bookingId: booking.id }, 'held');
    }
    await tx.updateTable('outbox').set({ state: 'sent' }).execute();
  });
  const { port, user, password } = played.servers.imap(OFFICE.address);
  const mailbox = await PlainImap.open(port, user, password);
  for (const { file, address, from, messageId } of cases) {
    const source = readFileSync(`${MAILS}/${file}`, 'latin1');
    const bytes = Buffer.from(inThread(source, { messageId, address, from }), 'latin1');
    await mailbox.command(`APPEND INBOX "${imapDateTime(now)}"`, bytes);
  }
  mailbox.close();
  await played.at('2026-11-25T13:00');
  const states = await bookings(played);
  const rows = await inbox(played);
  for (const [i, { file, from }] of cases.entries()) {
    const mail = rows.find(
      ({ message_id }) => message_id === `<${cases[i]?.address.replace('@', '.')}@fixture.example>`,
    );
    became.set(`${file} ${from}`, {
      booking: states[i]?.state ?? 'no booking',
      mail: mail?.state ?? 'lost',
      outcome: mail?.outcome ?? null,
    });
  }
}, 120_000);
afterAll(async () => {
  await played?.end();
  await relay?.stop();
});

const outcomesOf = (rows: readonly Labelled[], from: 'kept' | 'seeker') =>
  rows.map(({ file, intents }) => {
    const found = became.get(`${file} ${from}`);
    return { file, intents, booking: found?.booking, mail: found?.mail, outcome: found?.outcome };
  });

describe('in the live thread of an awaiting booking', () => {
  test('there are machines and people enough to judge by', () => {
    expect(machines.length).toBeGreaterThanOrEqual(40);
    expect(replies.length).toBeGreaterThanOrEqual(60);
  });

  test.each(['kept', 'seeker'] as const)(
    'no machine mail confirms and none is dropped (its From: %s)',
    (from) => {
      const wrong = outcomesOf(machines, from).filter(
        ({ booking, mail }) =>
          booking !== 'awaiting_reply' || (mail !== 'for_staff' && mail !== 'handled'),
      );
      expect(wrong).toEqual([]);
    },
  );

  test('no reply of a person is lost: it confirms or it is on the staff’s list', () => {
    const lost = outcomesOf(replies, 'seeker').filter(
      ({ booking, mail }) => booking !== 'confirmed' && mail !== 'for_staff',
    );
    expect(lost).toEqual([]);
  });

  test('no refusal, other time, lone question or unclear word confirms', () => {
    const wrong = outcomesOf(replies, 'seeker').filter(
      ({ booking, intents }) =>
        booking === 'confirmed' && !intents.some((intent) => intent.startsWith('confirm')),
    );
    expect(wrong).toEqual([]);
  });

  test('of the plain consents at most one in ten waits for a counselor', () => {
    const plain = outcomesOf(replies, 'seeker').filter(({ intents }) => intents[0] === 'confirm');
    const waiting = plain.filter(({ booking }) => booking !== 'confirmed');
    const shown = waiting.map(({ file, outcome }) => `${file} ${outcome}`).join('\n');
    expect(waiting.length, shown).toBeLessThanOrEqual(plain.length / 10);
  });
});
