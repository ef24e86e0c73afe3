/**
 * A small office as the board finds it on Thursday 3 December 2026, 10:05: a week with a closed
 * day, something that waits, something that failed, and a year of months behind it.
 */
import { openBoardPage } from '../../src/board/page.ts';
import { boardSettings } from '../../src/commands/board.ts';
import { type Config, checkConfig } from '../../src/config/schema.ts';
import type { BookingState, Channel } from '../../src/domain/booking.ts';
import { referenceCode } from '../../src/message/thread-keys.ts';
import type { Store } from '../../src/store/store.ts';
import { at } from '../domain/booking-samples.ts';

export const NOW = at('2026-12-03T10:05');
/** Must be found nowhere on the board. */
export const SECRETS = {
  topic: '病歴についての秘密の相談',
  address: 'secret-seeker@docomo.ne.jp',
  number: '45010-99999999',
};

/** As it stands in a config.json. */
export function sampleSettings(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const lane = (id: string, counselor: string) => ({
    id,
    counselor,
    zoom: { meetingId: '0', passcode: '0', url: 'https://zoom.example/j/0' },
  });
  const server = { host: 'mail.example.jp', port: 993, tls: 'implicit' };
  return {
    office: { name: 'ハローワーク小林', telephone: '0984-00-0000', closedDays: ['2026-12-04'] },
    staff: { addresses: ['desk@office.example.jp'], notify: 'desk@office.example.jp' },
    imap: { ...server, user: 'u', password: { env: 'NO' } },
    smtp: { ...server, from: { name: '相談', address: 'online@office.example.jp' } },
    lanes: [lane('A', '1番窓口'), lane('B', '2番窓口')],
    ...changes,
  };
}

export function sampleConfig(changes: Record<string, unknown> = {}): Config {
  const checked = checkConfig(sampleSettings(changes));
  if ('problems' in checked) throw new Error(checked.problems.join('\n'));
  return checked.config;
}

/** The page of the sample office. */
export function samplePage(changes: Record<string, unknown> = {}) {
  return openBoardPage(boardSettings(sampleConfig(changes)));
}

interface Sample {
  name?: string;
  state?: BookingState;
  channel?: Channel;
  start?: string;
  lane?: string;
  replyBy?: string;
  applied?: string;
  consented?: string;
  interpreter?: boolean;
}

let count = 0;

/** Puts a booking into the table as an office's year leaves it there; returns its id. */
async function putBooking(store: Store, sample: Sample): Promise<number> {
  count += 1;
  const { state = 'confirmed', lane = 'A', start } = sample;
  const stored = (local: string) => `${local}:00+09:00`;
  const { id } = await store.transact((tx) =>
    tx
      .insertInto('booking')
      .values({
        reference: referenceCode(Buffer.from([17, 5, 22, 19, 0, 28, count >> 5, count & 31])),
        state,
        void_reason: state === 'void' ? 'no_reply' : null,
        channel: sample.channel ?? 'mail',
        seeker_number: SECRETS.number,
        name: sample.name ?? '架空 太郎',
        phone: '090-0000-0001',
        topic: SECRETS.topic,
        interpreter: sample.interpreter ? 1 : 0,
        attendant: 0,
        registered_address: SECRETS.address,
        requester_address: SECRETS.address,
        wish: '{"kind":"none"}',
        slot_start_at: start === undefined ? null : stored(start),
        lane: start === undefined ? null : lane,
        reply_by: sample.replyBy === undefined ? null : `${sample.replyBy}:59+09:00`,
        applied_at: stored(sample.applied ?? '2026-11-20T10:00'),
        consented_at: sample.consented === undefined ? null : stored(sample.consented),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** Fills the week around `NOW`, the lists and a year of months. */
export async function fillSampleOffice(store: Store): Promise<void> {
  const week: Sample[] = [
    { name: '西諸 一郎', state: 'attended', start: '2026-12-01T09:00' },
    { name: '加久藤 恵', state: 'no_show', start: '2026-12-01T13:30' },
    { name: '小林 花子', start: '2026-12-03T09:30', interpreter: true },
    { name: '霧島 次郎', start: '2026-12-03T10:30' },
    { name: '野尻 さくら', start: '2026-12-03T10:30', lane: 'B' },
    { name: '<b>須木</b> & 太郎', start: '2026-12-03T14:00' },
    { name: '高原 三郎', start: '2026-12-07T11:00' },
  ];
  for (const sample of week) await putBooking(store, sample);
  const waiting = { state: 'awaiting_reply', channel: 'phone' } as const;
  await putBooking(store, {
    ...waiting,
    name: '飯野 四郎',
    start: '2026-12-08T15:00',
    replyBy: '2026-12-07T23:59',
  });
  const lost = await putBooking(store, {
    ...waiting,
    name: '真幸 五郎',
    start: '2026-12-09T09:00',
    replyBy: '2026-12-08T23:59',
  });
  await fillYear(store);
  await fillTrouble(store, lost);
}

async function fillYear(store: Store): Promise<void> {
  const states: BookingState[] = [
    'attended',
    'attended',
    'attended',
    'void',
    'no_show',
    'cancelled',
  ];
  const channels: Channel[] = ['mail', 'mail', 'phone', 'site', 'session'];
  for (let back = 0; back < 12; back++) {
    const month = Temporal.PlainYearMonth.from('2026-11').subtract({ months: back }).toString();
    for (let i = 0; i < 6 + ((back * 5) % 9); i++) {
      const state = states[(i + back) % states.length] ?? 'attended';
      const held = state === 'attended' || state === 'no_show';
      const hour = String(9 + (i % 8)).padStart(2, '0');
      await putBooking(store, {
        state,
        channel: channels[(i * 3 + back) % channels.length] ?? 'mail',
        applied: `${month}-05T08:00`,
        ...(held
          ? {
              start: `${month}-${10 + i}T${hour}:00`,
              consented: `${month}-0${6 + (i % 3)}T${hour}:00`,
            }
          : {}),
      });
    }
  }
}

async function fillTrouble(store: Store, bookingId: number): Promise<void> {
  await store.transact(async (tx) => {
    await tx
      .insertInto('attention')
      .values([
        {
          reason: 'reply_wishes_change',
          booking_id: bookingId,
          raised_at: '2026-12-02T16:20:00+09:00',
        },
        { reason: 'not_a_request', booking_id: null, raised_at: '2026-12-03T09:12:00+09:00' },
        { reason: 'machine_mail', booking_id: null, raised_at: '2026-12-03T09:13:00+09:00' },
      ])
      .execute();
    await tx
      .insertInto('outbox')
      .values({
        booking_id: bookingId,
        kind: 'seeker.action.terms',
        occasion: '',
        message_id: '<lost@office.example.jp>',
        date: '2026-12-02T15:58:00+09:00',
        reply_to: 'online@office.example.jp',
        to_name: '',
        to_address: SECRETS.address,
        subject: 'オンライン職業相談 返信のお願い',
        text: SECRETS.topic,
        references_json: '[]',
        auto_submitted: 'auto-generated',
        attempts: 1,
        state: 'failed',
        next_attempt_at: '2026-12-02T15:58:00+09:00',
        reply_code: 550,
      })
      .execute();
    await tx
      .insertInto('poll')
      .values({
        began_at: '2026-12-03T10:04:00+09:00',
        ended_at: '2026-12-03T10:04:01+09:00',
        mails: 0,
      })
      .execute();
  });
}
