/**
 * The reference code behind the "+" of our address: offered and read only where the config says
 * that the server takes such addresses.
 */
import { expect, test } from 'vitest';
import { HANAKO, OFFICE } from '../../src/demo/people.ts';
import { type Played, playOffice, requestForm } from '../support/world.ts';

const OTHER_REQUEST = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月4日 10:00',
});

/** Hanako has two bookings that await her reply, so that an answer without a thread is unclear. */
async function twoAwait(plusAddressing: boolean): Promise<Played> {
  const played = await playOffice({
    config: async ({ smtp }) => ({ smtp: { ...smtp, from: OFFICE, plusAddressing } }),
  });
  await played.write(HANAKO, OTHER_REQUEST);
  await played.write(HANAKO, OTHER_REQUEST.replace('12月4日', '12月5日'));
  return played;
}

/** The answer of a mailer that keeps neither thread nor subject, only the address. */
async function answerTo(played: Played, address: string): Promise<void> {
  const lines = [
    `From: ${HANAKO.address}`,
    `To: ${address}`,
    'Subject: hai',
    'Message-ID: <plus-1@example.ne.jp>',
    'Content-Type: text/plain; charset=UTF-8',
    '',
    'はい',
  ];
  await played.sendRaw(HANAKO.address, lines.join('\r\n'));
}

async function replyToOfSecond({ office }: Played): Promise<string> {
  const rows = await office.store.read
    .selectFrom('outbox')
    .select('reply_to')
    .orderBy('id')
    .execute();
  return rows[1]?.reply_to ?? '';
}

test('where the server takes plus addresses, our mail asks for them and an answer is matched by them', async () => {
  const played = await twoAwait(true);
  const replyTo = await replyToOfSecond(played);
  expect(replyTo).toMatch(/^online\+[0-9A-Z]{4}-[0-9A-Z]{4}@office\.example\.jp$/);
  await answerTo(played, replyTo);
  expect(await played.states()).toEqual(['awaiting_reply', 'confirmed']);
  await played.end();
});

test('where it does not, a code behind a plus says nothing', async () => {
  const played = await twoAwait(false);
  expect(await replyToOfSecond(played)).toBe('online@office.example.jp');
  const { reference } = await played.office.store.read
    .selectFrom('booking')
    .select('reference')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  await answerTo(played, `online+${reference}@office.example.jp`);
  expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
  expect(await played.openReasons()).toEqual(['several_bookings']);
  await played.end();
});
