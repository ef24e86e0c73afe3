/**
 * Robots that answer everything (trap 17): the caps stop us, and the staff is told once.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO, JUN, type Person } from '../../src/demo/people.ts';
import { bookings, outbox } from '../support/look.ts';
import { COUNSELOR, type Played, playOffice, requestForm } from '../support/world.ts';

const PER_KIND = 3;
const PER_HOUR = 6;
const STAFF_PER_HOUR = 12;

let played: Played;
beforeEach(async () => {
  played = await playOffice({
    config: {
      limits: {
        mailsPerKindAndBooking: PER_KIND,
        mailsPerAddressAndHour: PER_HOUR,
        staffMailsPerHour: STAFF_PER_HOUR,
      },
    },
  });
});
afterEach(() => played.end());

const ask = (name: string, number: string, wish: string) => requestForm({ name, number, wish });
const sentTo = async (address: string) =>
  (await outbox(played)).filter(({ to_address }) => to_address === address).length;
const alarms = async () =>
  (await played.openReasons()).filter((reason) => reason === 'mail_limit_reached').length;

/** Answers each new mail of ours, as long as there is one, at most `rounds` times. */
async function robot(person: Person, words: string, rounds: number): Promise<number> {
  let answered = 0;
  let last = '';
  for (let i = 0; i < rounds; i++) {
    const mail = await played.newestTo(person.address);
    if (mail === null || mail.messageId === last) break;
    last = mail.messageId;
    answered += 1;
    await played.write(person, words, { answers: mail });
  }
  return answered;
}

test('a robot with plausible words and no machine header is stopped by the cap of its kind, with one alert', async () => {
  await played.write(HANAKO, ask('小林 花子', '45010-10000001', '12月3日 10:00'));
  const answered = await robot(HANAKO, 'この件について、詳しく教えていただけますか？', 20);
  expect(answered).toBeLessThan(20);
  expect(await sentTo(HANAKO.address)).toBe(1 + PER_KIND);
  expect(await alarms()).toBe(1);
  expect(await played.states()).toEqual(['awaiting_reply']);
});

test('what the robot writes past the cap is still kept and shown', async () => {
  await played.write(HANAKO, ask('小林 花子', '45010-10000001', '12月3日 10:00'));
  await robot(HANAKO, '詳しく教えていただけますか？', 20);
  const mail = await played.newestTo(HANAKO.address);
  for (let i = 0; i < 3; i++) {
    await played.write(HANAKO, '詳しく教えていただけますか？', mail ? { answers: mail } : {});
  }
  expect(await sentTo(HANAKO.address)).toBe(1 + PER_KIND);
  expect(await alarms()).toBe(1);
  const reasons = await played.openReasons();
  expect(reasons.filter((reason) => reason === 'reply_asks').length).toBe(PER_KIND + 4);
});

test('two robots are each stopped, and neither spends the other’s mails', async () => {
  await played.write(HANAKO, ask('小林 花子', '45010-10000001', '12月3日 10:00'));
  await played.write(JUN, ask('鈴木 潤', '45010-10000004', '12月4日 10:00'));
  await robot(HANAKO, '詳しく教えていただけますか？', 10);
  await robot(JUN, '詳しく教えていただけますか？', 10);
  expect(await sentTo(HANAKO.address)).toBe(1 + PER_KIND);
  expect(await sentTo(JUN.address)).toBe(1 + PER_KIND);
  expect(await alarms()).toBe(2);
});

test('a robot that cancels something for ever is asked once a day to phone', async () => {
  await played.write(JUN, '予約をキャンセルします。', { subject: 'キャンセル' });
  await robot(JUN, '予約をキャンセルします。', 10);
  expect(await played.kindsTo(JUN.address)).toEqual(['seeker.notice.call_us']);
  await played.at('2025-11-26T10:00');
  await played.write(JUN, '予約をキャンセルします。', { subject: 'キャンセル' });
  expect(await sentTo(JUN.address)).toBe(2);
});

test('a flood of requests from one address is stopped by the cap of the hour', async () => {
  for (let day = 1; day <= PER_HOUR + 3; day++) {
    const number = `45010-3000000${day}`;
    await played.write(HANAKO, ask(`架空 ${day}郎`, number, `12月${day + 9}日 10:00`));
  }
  expect(await sentTo(HANAKO.address)).toBe(PER_HOUR);
  expect(await bookings(played)).toHaveLength(PER_HOUR + 3);
});

test('a robot in a counselor’s mailbox is stopped by the staff’s cap of the hour', async () => {
  await played.write(JUN, '求人について教えてください。', { subject: '質問' });
  const answered = await robot(COUNSELOR, 'ただいま席を外しております。後ほど見ます。', 30);
  expect(answered).toBeLessThanOrEqual(STAFF_PER_HOUR);
  expect(await sentTo(COUNSELOR.address)).toBeLessThanOrEqual(STAFF_PER_HOUR);
});
