import { describe, expect, test } from 'vitest';
import {
  type MailInHand,
  readCounselorMail,
  readMemo,
  readReplyWords,
  readSeekerRequest,
  readSupplement,
  senderOf,
  whoSpeaks,
} from '../../../src/flow/arrival/understand.ts';
import { parseMessage } from '../../../src/message/parse.ts';
import { replyText } from '../../../src/message/reply-text.ts';
import type { Origin } from '../../../src/message/types.ts';

const ARRIVED = Temporal.ZonedDateTime.from('2026-11-24T09:00[Asia/Tokyo]');
const DESK = 'madoguchi@office.example.jp';
const isStaff = (sender: string) => sender === DESK;

interface Given {
  from?: string | null;
  subject?: string;
  headers?: string[];
  text?: string;
  origin?: Origin;
  rule?: string;
}

async function inHand({
  from = 'hanako@example.ne.jp',
  subject = 'mail',
  headers = [],
  text = '',
  origin = 'person',
  rule,
}: Given): Promise<MailInHand> {
  const author = from === null ? [] : [`From: ${from}`];
  const fields = [`Subject: ${subject}`, ...author, ...headers];
  const source = [...fields, 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n');
  const message = await parseMessage(Buffer.from(source), { authservId: 'mx.example.jp' });
  const verdict = { origin, rule: rule ?? null, evidence: '' };
  return { message, verdict, sender: senderOf(message), arrivedAt: ARRIVED };
}

const SAID = (results: string) => [`Authentication-Results: mx.example.jp; ${results}`];
const FAILED = SAID('dmarc=fail');
const DESK_FORWARD = [
  '-----Original Message-----',
  'From: 小林 花子 <hanako@example.ne.jp>',
  'Sent: Monday, November 23, 2026 9:00 AM',
  `To: ${DESK}`,
  'Subject: 予約',
  '',
  '氏名：小林 花子',
  '求職番号：45010-10000001',
].join('\n');

describe('who speaks', () => {
  const cases: [title: string, given: Given, expected: string][] = [
    ['a machine, even from a staff address', { from: DESK, origin: 'vacation' }, 'machine'],
    ['a bounce, even unproven', { origin: 'bounce', headers: FAILED }, 'bounce'],
    ['our own mail, known by its Message-ID', { origin: 'own', rule: 'own-message-id' }, 'own'],
    [
      'a machine, where only the address is ours',
      { origin: 'own', rule: 'own-address' },
      'machine',
    ],
    ['nobody proven, even from a staff address', { from: DESK, headers: FAILED }, 'unproven'],
    ['a counselor, where the server says nothing', { from: DESK }, 'counselor'],
    [
      'a counselor, where it says pass for his domain',
      { from: DESK, headers: SAID(`spf=pass smtp.mailfrom=${DESK}`) },
      'counselor',
    ],
    [
      'nobody proven, where a pass names no domain',
      { from: DESK, headers: SAID('spf=pass') },
      'unproven',
    ],
    [
      'nobody proven, where it says only that nothing is known of a staff address',
      { from: DESK, headers: SAID('spf=none; dkim=none; dmarc=none') },
      'unproven',
    ],
    ['a seeker of whom nothing is known', { headers: SAID('spf=none; dmarc=none') }, 'seeker'],
    ['nobody, where no author is named', { from: null }, 'nobody'],
    ['a seeker', {}, 'seeker'],
  ];
  test.each(cases)('%s', async (_title, given, expected) => {
    expect(whoSpeaks(await inHand(given), isStaff, () => false)).toBe(expected);
  });

  const notices: [string, Given, string][] = [
    ['a machine’s notice that a site is known by', { origin: 'bulk' }, 'site'],
    ['a notice that is not proven', { origin: 'bulk', headers: FAILED }, 'unproven'],
    ['a bounce from the site', { origin: 'bounce' }, 'bounce'],
    ['our own mail', { origin: 'own', rule: 'own-message-id' }, 'own'],
  ];
  test.each(notices)('of a booking site: %s', async (_title, given, expected) => {
    expect(whoSpeaks(await inHand(given), isStaff, () => true)).toBe(expected);
  });
});

describe('a seeker’s words', () => {
  test('count as a request together with the signature, and spans point into both', async () => {
    const mail = await inHand({
      text: '12月3日10時でお願いします。\n\n-- \n小林 花子\n090-0000-0001',
    });
    const { text, reading } = readSeekerRequest(mail, replyText(mail.message, null));
    const { phone } = reading.items;
    expect(phone?.value).toBe('090-0000-0001');
    expect(text.slice(phone?.span?.start, phone?.span?.end)).toBe('090-0000-0001');
  });

  test('confirm nothing where the cut of the quotation or the decoding is unsure', async () => {
    const mail = await inHand({ text: 'はい、参加します。' });
    const sure = replyText(mail.message, null);
    const context = { booked: null, offered: [] };
    expect(readReplyWords(mail, sure, context).judgement).toBe('confirm');
    const garbled = { ...mail, message: { ...mail.message, doubts: ['a charset'] } };
    expect(readReplyWords(garbled, sure, context).judgement).toBe('unclear');
    const unsure = { ...sure, certain: false };
    expect(readReplyWords(mail, unsure, context)).toMatchObject({
      judgement: 'unclear',
      reading: { intent: 'confirm' },
    });
  });
});

describe('a consent', () => {
  const booked = ARRIVED.with({ month: 12, day: 3, hour: 10 });
  test.each([
    ['12月3日の10時に参加します。', 'confirm'],
    ['はい、12月4日の10時に参加します。', 'change'],
  ])('to the booked time is one, to another is a change: %s', async (text, judgement) => {
    const mail = await inHand({ text });
    const written = replyText(mail.message, null);
    expect(readReplyWords(mail, written, { booked, offered: [] }).judgement).toBe(judgement);
  });
});

describe('a counselor’s mail', () => {
  test('outside our threads may forward a request, and the forwarder is not the seeker', async () => {
    const mail = await inHand({
      from: DESK,
      subject: 'FW: mail',
      text: `転送します。\n\n${DESK_FORWARD}`,
    });
    const { written, words, forwarded } = readCounselorMail(mail, null);
    expect(words.words).toEqual([]);
    const { items } = readMemo(mail, written, forwarded).reading;
    expect([items.name?.value, items.seekerNumber?.value]).toEqual(['小林 花子', '45010-10000001']);
  });

  test('in our thread forwards nothing: our alert holds the mail that it is about', async () => {
    const mail = await inHand({ from: DESK, text: `取消 電話あり\n\n${DESK_FORWARD}` });
    const { words, forwarded } = readCounselorMail(mail, { ourText: DESK_FORWARD });
    expect(forwarded).toBeNull();
    expect(words.words.map(({ kind }) => kind)).toEqual(['cancel']);
  });

  test('supplies items without its signature, a seeker’s with it', async () => {
    const mail = await inHand({
      from: DESK,
      text: '氏名：小林 花子\n\n-- \n窓口\n電話 0984-00-0000',
    });
    const written = replyText(mail.message, null);
    expect(readSupplement(mail, written, 'counselor').reading.items.phone).toBeNull();
    expect(readSupplement(mail, written, 'counselor').text).not.toContain('0984');
    expect(readSupplement(mail, written, 'seeker').text).toContain('0984');
  });
});
