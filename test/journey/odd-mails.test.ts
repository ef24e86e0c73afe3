/**
 * Mails as people and their programs really send them, beside the labelled ones: who seems to write,
 * what stands in the headers, several at once, other languages, old charsets
 * (traps 1, 3, 5, 6, 9, 12, 14, 15).
 */
import Encoding from 'encoding-japanese';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, type Person, TARO } from '../../src/demo/people.ts';
import { parseMessage } from '../../src/message/parse.ts';
import { addressesWrittenTo, bookings, inbox, onlyBooking } from '../support/look.ts';
import { COUNSELOR, OFFICE, type Played, playOffice, requestForm } from '../support/world.ts';

const HANAKO_HAS = { name: '小林 花子', number: '45010-10000001' };
const HANAKO_ASKS = requestForm({ ...HANAKO_HAS, wish: '12月3日 10:00' });
const STRANGER: Person = { name: '小林 花子', address: 'someone@free.example.com' };

let played: Played;
beforeEach(async () => {
  played = await playOffice();
});
afterEach(() => played.end());

/** A mail as it goes over the wire, with whatever header a program writes. */
const raw = (fields: readonly string[], body: string) =>
  played.sendRaw(
    HANAKO.address,
    `${[`To: ${OFFICE.address}`, ...fields].join('\r\n')}\r\n\r\n${body}`,
  );

async function terms(): Promise<string> {
  await played.write(HANAKO, HANAKO_ASKS);
  const mail = await played.newestTo(HANAKO.address);
  if (mail === null) throw new Error('no terms mail');
  return mail.messageId;
}

describe('where the mail goes (trap 1)', () => {
  test('a Reply-To: leads nothing away from the registered address', async () => {
    await played.write(HANAKO, HANAKO_ASKS, { headers: [`Reply-To: ${STRANGER.address}`] });
    expect(await addressesWrittenTo(played)).toEqual([HANAKO.address]);
  });

  test('nor does a name in From: that is hers', async () => {
    await played.write(STRANGER, HANAKO_ASKS);
    expect(await addressesWrittenTo(played)).toEqual([HANAKO.address]);
  });

  test('a counselor’s answer of one word, the address alone, is enough', async () => {
    const unknown = { name: '見知 良人', number: '45010-99999999', wish: '12月3日 10:00' };
    await played.write(STRANGER, requestForm(unknown));
    await played.answer(COUNSELOR, '登録確認');
    await played.answer(COUNSELOR, TARO.address);
    expect(await played.kindsTo(TARO.address)).toEqual(['seeker.action.terms']);
  });
});

describe('whose reply it is (trap 6)', () => {
  test('another address with hers in Reply-To: is another address', async () => {
    const id = await terms();
    const fields = [`From: ${STRANGER.address}`, `Reply-To: ${HANAKO.address}`];
    await raw([...fields, 'Message-ID: <r1@x.example>', `In-Reply-To: ${id}`], 'はい');
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toEqual(['other_sender']);
  });

  test.each([
    ['References: alone', (id: string) => [`References: <a@b.example> ${id}`]],
    ['an In-Reply-To: with words around it', (id: string) => [`In-Reply-To: Your message ${id}`]],
    ['folded References:', (id: string) => [`References: <a@b.example>\r\n\t${id}`]],
    ['no thread and no Message-ID at all', () => []],
  ])('%s is thread enough for the registered address', async (_, thread) => {
    const id = await terms();
    await raw([`From: ${HANAKO.address}`, 'Subject: Re:', ...thread(id)], 'はい、お願いします。');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('a thread that names mails of two bookings is the one that is answered', async () => {
    const first = await terms();
    await played.write(HANAKO, requestForm({ ...HANAKO_HAS, wish: '12月8日 14:00' }));
    const second = (await played.newestTo(HANAKO.address))?.messageId ?? '';
    const fields = [`From: ${HANAKO.address}`, `In-Reply-To: ${first}`];
    await raw([...fields, `References: ${second} ${first}`, 'Message-ID: <r2@x.example>'], 'はい');
    expect(await played.states()).toEqual(['confirmed', 'awaiting_reply']);
  });
});

describe('several mails in one poll', () => {
  test.each([
    [
      'a refusal, then a consent',
      ['今回は遠慮します。', 'すみません、やはり参加します。'],
      'confirmed',
      [],
    ],
    [
      'a consent, then a refusal',
      ['参加します。', 'やはりキャンセルします。'],
      'confirmed',
      ['reply_declines'],
    ],
    ['the same consent three times', ['はい', 'はい', 'はい'], 'confirmed', []],
  ])('%s', async (_, texts, state, reasons) => {
    const id = await terms();
    const answers = { messageId: id, subject: 'オンライン職業相談', text: '' };
    for (const text of texts) await played.drop(HANAKO, text, { answers });
    await played.at('2025-11-25T10:00');
    expect(await played.states()).toEqual([state]);
    expect(await played.openReasons()).toEqual(reasons);
  });
});

describe('one Message-ID for everything, as a broken program writes it (trap 9)', () => {
  test('two different mails under it are both worked on, and the same once more is not', async () => {
    await terms();
    const fields = [`From: ${HANAKO.address}`, 'Subject: 予約', 'Message-ID: <1@localhost>'];
    await raw(fields, '何時に終わりますか。');
    await raw(fields, 'はい、参加します。');
    await raw(fields, 'はい、参加します。');
    expect(await played.states()).toEqual(['confirmed']);
    expect((await inbox(played)).map(({ state }) => state)).toEqual([
      'handled',
      'for_staff',
      'handled',
      'duplicate',
    ]);
  });
});

describe('out of the office in other words (trap 3)', () => {
  test.each([
    [
      'English',
      'Automatic reply: RE',
      'I am out of the office until December 8 with limited access to email.',
    ],
    ['Chinese', '自动回复: 咨询', '您好，我目前不在办公室，将于12月8日返回。'],
    ['Korean', '자동 응답: 상담', '현재 부재중입니다. 12월 8일에 복귀합니다.'],
    ['German', 'Automatische Antwort: RE', 'Ich bin bis zum 8. Dezember nicht im Büro.'],
    ['Portuguese', 'Resposta automática: RE', 'Estarei ausente até 8 de dezembro.'],
  ])('%s: confirms nothing and is listed', async (_, subject, text) => {
    const id = await terms();
    const fields = [`From: ${HANAKO.address}`, `In-Reply-To: ${id}`, 'Message-ID: <o@x.example>'];
    const encoded = `Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`;
    await raw([...fields, encoded, 'Content-Type: text/plain; charset=UTF-8'], text);
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toHaveLength(1);
  });
});

test('a calendar program that accepts by itself confirms nothing (trap 12)', async () => {
  const id = await terms();
  const calendar = [
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    'UID:x',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${HANAKO.address}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const fields = [`From: ${HANAKO.address}`, `In-Reply-To: ${id}`, 'Message-ID: <c@x.example>'];
  const type = 'Content-Type: text/calendar; charset=UTF-8; method=REPLY';
  await raw([...fields, 'Subject: Accepted', type], calendar);
  expect(await played.states()).toEqual(['awaiting_reply']);
  expect(await played.openReasons()).toEqual(['machine_mail']);
});

test('the link to Zoom goes over the wire as it stands in the config (trap 14)', async () => {
  await terms();
  const wire = played.servers.delivered.find(({ recipient }) => recipient === HANAKO.address);
  const { text } = await parseMessage(wire?.source ?? Buffer.alloc(0), { authservId: null });
  expect(text).toContain('https://zoom.example/j/00011112222?pwd=abc.1&omn=2\n');
});

describe('old charsets, from the request to the consent (trap 15)', () => {
  const FORM =
    '氏名 小林 花子\n求職番号 45010-10000001\n日時 12月3日 10:00\n電話 090-0000-0001\n内容 ';
  const bytes = (text: string, to: 'JIS' | 'SJIS') =>
    Buffer.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to }));

  test('ISO-2022-JP without a word about it', async () => {
    const jis = (text: string) => bytes(text, 'JIS').toString('latin1');
    await raw([`From: ${HANAKO.address}`, 'Message-ID: <j@x.example>'], jis(`${FORM}面接`));
    expect(await onlyBooking(played)).toMatchObject({
      state: 'awaiting_reply',
      topic: '面接',
      slot_start_at: '2025-12-03T10:00:00+09:00',
    });
    await raw([`From: ${HANAKO.address}`, 'Message-ID: <k@x.example>'], jis('参加します。'));
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('CP932 called Shift_JIS, with ① and 髙', async () => {
    const type = 'Content-Type: text/plain; charset=Shift_JIS';
    const rare = Buffer.from([0x87, 0x40, 0xfb, 0xfc]);
    const body = Buffer.concat([bytes(FORM, 'SJIS'), rare]).toString('base64');
    const fields = [type, 'Content-Transfer-Encoding: base64', 'Message-ID: <s@x.example>'];
    await raw([`From: ${HANAKO.address}`, ...fields], body);
    expect((await bookings(played))[0]).toMatchObject({ state: 'awaiting_reply', topic: '①髙' });
  });
});
