/**
 * The way out: a relay that fails and comes back, mails that come back, mails that are held
 * (trap 11, 6(3), RFC 3464).
 */
import { afterEach, describe, expect, test } from 'vitest';
import { HANAKO, TARO } from '../../src/demo/people.ts';
import type { SmtpFault, SmtpStage } from '../../src/demo/smtp-server.ts';
import { releaseHeld } from '../../src/store/outbox.ts';
import { bookings, events, inbox, lastMailTo, outbox } from '../support/look.ts';
import { type PlayedRelay, startPlayedRelay } from '../support/relay.ts';
import {
  COUNSELOR,
  OFFICE,
  type Played,
  playOffice,
  requestForm,
  type WriteOptions,
} from '../support/world.ts';

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
});

let played: Played;
let relay: PlayedRelay | null = null;
const play = async (config: Record<string, unknown> = {}) => {
  played = await playOffice({
    config: async (servers) => {
      relay = await startPlayedRelay(servers);
      const smtp = { host: '127.0.0.1', port: relay.port, tls: 'none', from: OFFICE };
      return { smtp, ...config };
    },
  });
};
afterEach(async () => {
  await played.end();
  await relay?.stop();
});

const takenBy = (address: string) =>
  (relay?.taken ?? []).filter(({ rcptTo }) => rcptTo.includes(address));
const messageIdOf = (source: Buffer) =>
  /^Message-ID: (<[^>]+>)/im.exec(source.toString('utf8'))?.[1];

describe('a relay that comes back', () => {
  test.each<[string, SmtpStage, SmtpFault]>([
    ['drops every connection', 'connect', 'drop'],
    ['says 451 to the recipient', 'rcpt', { replyCode: 451, text: '4.7.1 greylisted' }],
    ['says 421 to the mail', 'mail', { replyCode: 421, text: '4.3.2 shutting down' }],
    ['refuses the mail for now', 'data_done', { replyCode: 452, text: '4.3.1 full' }],
  ])('after it %s has the mail once, with its own Message-ID', async (_, stage, fault) => {
    await play();
    relay?.failAt(stage, fault);
    await played.write(HANAKO, HANAKO_ASKS);
    expect(await played.states()).toEqual(['requested']);
    expect(takenBy(HANAKO.address)).toHaveLength(0);
    relay?.heal();
    await played.at('2025-11-25T09:10');
    await played.at('2025-11-25T10:00');
    expect(await played.states()).toEqual(['awaiting_reply']);
    const [mail, another] = takenBy(HANAKO.address);
    expect(another).toBeUndefined();
    expect(mail && messageIdOf(mail.source)).toBe((await outbox(played))[0]?.message_id);
    expect(await played.openReasons()).toEqual([]);
  });

  test('that took the mail but lost its answer gets the same mail again, not another one', async () => {
    await play();
    relay?.failAt('data_done', 'drop');
    await played.write(HANAKO, HANAKO_ASKS);
    relay?.heal();
    await played.at('2025-11-25T10:00');
    const ids = takenBy(HANAKO.address).map(({ source }) => messageIdOf(source));
    expect(new Set(ids).size).toBe(1);
    expect(await outbox(played)).toHaveLength(1);
    expect(await played.states()).toEqual(['awaiting_reply']);
  });

  test('after the program was ended in between still has the mail once', async () => {
    await play();
    relay?.failAt('connect', 'drop');
    await played.write(HANAKO, HANAKO_ASKS);
    await played.pause();
    relay?.heal();
    played.clock.set('2025-11-25T09:30');
    await played.resume();
    await played.at('2025-11-25T10:00');
    expect(takenBy(HANAKO.address)).toHaveLength(1);
    expect(await played.states()).toEqual(['awaiting_reply']);
  });
});

test('a relay that hangs does not keep the program from ending, and has the mail once later', async () => {
  await play();
  relay?.failAt('rcpt', 'hang');
  await played.drop(HANAKO, HANAKO_ASKS);
  while ((await outbox(played))[0]?.state !== 'sending') {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const before = performance.now();
  await played.pause();
  expect(performance.now() - before).toBeLessThan(5000);
  relay?.heal();
  played.clock.set('2025-11-25T10:00');
  await played.resume();
  await played.at('2025-11-25T11:00');
  expect(takenBy(HANAKO.address)).toHaveLength(1);
  expect(await played.states()).toEqual(['awaiting_reply']);
});

test('a terms mail refused for good shows the booking to a counselor with the telephone number', async () => {
  await play();
  relay?.failAt('rcpt', { replyCode: 550, text: '5.1.1 unknown user' }, HANAKO.address);
  await played.write(HANAKO, HANAKO_ASKS);
  relay?.heal();
  await played.at('2025-11-25T10:00');
  expect(await played.states()).toEqual(['requested']);
  expect(await played.openReasons()).toContain('terms_mail_bounced');
  const alert = await lastMailTo(played, COUNSELOR.address);
  expect(alert.text).toContain('090-0000-0001');
  await played.answer(COUNSELOR, '確定 電話で規約に同意を得た');
  expect(await played.states()).toEqual(['confirmed']);
});

test('送信許可 after a refusal lets the terms leave once more, and only once', async () => {
  await play();
  relay?.failAt('rcpt', { replyCode: 550, text: '5.7.1 try again later' }, HANAKO.address);
  await played.write(HANAKO, HANAKO_ASKS);
  relay?.heal();
  await played.at('2025-11-25T10:00');
  await played.answer(COUNSELOR, '送信許可');
  await played.answer(COUNSELOR, '送信許可');
  expect(takenBy(HANAKO.address)).toHaveLength(1);
  expect(await played.states()).toEqual(['awaiting_reply']);
  await played.answer(HANAKO, 'はい');
  expect(await played.states()).toEqual(['confirmed']);
});

test('terms that could not leave by the deadline void nobody', async () => {
  await play();
  relay?.failAt('connect', 'drop');
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-12-03T00:02');
  expect(await played.states()).toEqual(['requested']);
  expect(await played.openReasons()).toContain('terms_not_sent');
});

/** A delivery status notification (RFC 3464) about a mail of ours. */
function notice(
  action: 'failed' | 'delayed',
  status: string,
  about: string,
  recipient = HANAKO.address,
): string {
  return [
    'From: MAILER-DAEMON@mx.office.example.jp',
    `To: ${OFFICE.address}`,
    'Subject: Delivery Status Notification',
    `Message-ID: <dsn-${action}@mx.office.example.jp>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `Your message: ${action}`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.office.example.jp',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `From: ${OFFICE.address}`,
    `To: ${recipient}`,
    `Message-ID: ${about}`,
    '--b--',
  ].join('\r\n');
}

describe('a delivery notice about the terms mail', () => {
  test('that says failed shows the booking to a counselor with the telephone number, and the deadline runs on', async () => {
    await play();
    await played.write(HANAKO, HANAKO_ASKS);
    const { message_id } = await lastMailTo(played, HANAKO.address);
    await played.sendRaw('', notice('failed', '5.1.1', message_id));
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toEqual(['terms_mail_bounced']);
    expect((await lastMailTo(played, COUNSELOR.address)).text).toContain('090-0000-0001');
    await played.at('2025-12-02T12:00');
    expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.action.terms']);
    await played.at('2025-12-03T00:02');
    expect(await played.states()).toEqual(['void']);
  });

  test('that says delayed changes nothing and alarms nobody', async () => {
    await play();
    await played.write(HANAKO, HANAKO_ASKS);
    const { message_id } = await lastMailTo(played, HANAKO.address);
    await played.sendRaw('', notice('delayed', '4.4.1', message_id));
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toEqual([]);
    expect(await played.kindsTo(COUNSELOR.address)).toEqual([]);
    expect((await inbox(played)).at(-1)).toMatchObject({ state: 'handled', booking_id: 1 });
  });
});

test('a counselor’s mailbox that sends everything back gets no mail about that', async () => {
  await play();
  await played.write(HANAKO, '求人について教えてください。', { subject: '質問' });
  const { message_id } = await lastMailTo(played, COUNSELOR.address);
  await played.sendRaw('', notice('failed', '5.2.2', message_id, COUNSELOR.address));
  const unknown = '<not-in-our-outbox@office.example.jp>';
  await played.sendRaw('', notice('failed', '5.2.1', unknown, COUNSELOR.address));
  expect(await played.kindsTo(COUNSELOR.address)).toEqual(['staff.action.decide']);
  const listed = await played.openReasons();
  expect(listed).toEqual(['not_a_request', 'delivery_failed', 'delivery_failed']);
});

test('a reply that comes before the program learns that the relay took the terms mail confirms', async () => {
  await play();
  // The relay takes the mail and its answer gets lost: the row is still on its way for us.
  relay?.failAt('data_done', 'drop');
  await played.write(HANAKO, HANAKO_ASKS);
  expect(await played.states()).toEqual(['requested']);
  const terms = await played.newestTo(HANAKO.address);
  const options: WriteOptions = terms ? { answers: terms } : {};
  await played.write(HANAKO, 'はい', options);
  expect(await played.states()).toEqual(['confirmed']);
  relay?.heal();
  await played.at('2025-11-25T10:00');
  expect(await played.states()).toEqual(['confirmed']);
  const types = (await events(played)).map(({ type }) => type);
  expect(types.indexOf('reply_confirmed')).toBeGreaterThan(types.indexOf('terms_sent'));
  expect((await bookings(played))[0]?.consented_at).toBe('2025-11-25T09:00:00+09:00');
});

test('in hold nothing leaves until an admin releases it, and the request does not wait for a reply before', async () => {
  await play({ sendMode: 'hold' });
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-11-25T12:00');
  expect(relay?.taken).toHaveLength(0);
  expect(await played.states()).toEqual(['requested']);
  await played.office.store.transact((tx) => releaseHeld(tx, null));
  await played.at('2025-11-25T12:01');
  expect(takenBy(HANAKO.address)).toHaveLength(1);
  expect(await played.states()).toEqual(['awaiting_reply']);
});

test('every mail has one recipient, and neither Cc nor Bcc nor Precedence', async () => {
  await play();
  await played.write(HANAKO, HANAKO_ASKS);
  await played.write(
    COUNSELOR,
    requestForm({ name: '山田 太郎', number: '45010-10000002', wish: '12月4日 14:00' }),
  );
  await played.answer(TARO, 'はい');
  const taken = relay?.taken ?? [];
  expect(taken.length).toBeGreaterThanOrEqual(4);
  for (const { rcptTo, source } of taken) {
    expect(rcptTo).toHaveLength(1);
    const header = source.toString('utf8').split('\r\n\r\n')[0] ?? '';
    expect(header).not.toMatch(/^(?:cc|bcc|precedence):/im);
    expect(header).toMatch(/^Auto-Submitted: auto-(?:generated|replied)/im);
  }
});

test('in hold a terms mail that is released after its deadline is withdrawn, and voids nobody', async () => {
  await play({ sendMode: 'hold' });
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-12-03T00:02');
  expect(await played.states()).toEqual(['requested']);
  await played.office.store.transact((tx) => releaseHeld(tx, null));
  await played.at('2025-12-03T00:03');
  expect(await played.states()).toEqual(['requested']);
  expect(await played.openReasons()).toContain('terms_not_sent');
  const toHer = takenBy(HANAKO.address).map(({ source }) => source.toString('utf8'));
  expect(toHer.filter((source) => source.includes('Zoom'))).toEqual([]);
});

test('a confirmation by word after the relay was down past the deadline carries the terms, and no question follows it', async () => {
  await play();
  relay?.failAt('connect', 'drop');
  await played.write(HANAKO, HANAKO_ASKS);
  await played.at('2025-12-03T00:02');
  expect(await played.openReasons()).toContain('terms_not_sent');
  const { reference } = (await bookings(played))[0] ?? { reference: '' };
  await played.write(COUNSELOR, '確定 電話で規約に同意を得た', {
    subject: `予約番号 ${reference}`,
  });
  relay?.heal();
  await played.at('2025-12-03T01:30');
  await played.at('2025-12-03T03:00');
  expect(await played.states()).toEqual(['confirmed']);
  const kinds = (await outbox(played))
    .filter(({ to_address, state }) => to_address === HANAKO.address && state === 'sent')
    .map(({ kind }) => kind);
  expect(kinds).not.toContain('seeker.action.terms');
  const notice = await lastMailTo(played, HANAKO.address);
  expect(notice.kind).toBe('seeker.notice.confirmed');
  expect(notice.text).toContain('第6条');
});
