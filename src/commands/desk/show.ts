/**
 * `uketsuke show REF`: one booking with its story in sentences and its mails. It changes nothing
 * and shows no 相談内容 (Article 8).
 */
import type { Booking } from '../../domain/booking.ts';
import { bookingFacts } from '../../flow/mail/staff-views.ts';
import { knownForm } from '../../flow/words/desk-word.ts';
import { type BookingFile, bookingFile } from '../../store/booking-file.ts';
import { bookingByReference } from '../../store/bookings.ts';
import { toStored } from '../../store/stored-time.ts';
import { padded } from '../line/width.ts';
import { withDatabase } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';
import { bookingRecord } from './record.ts';
import { eventRecord, eventSentence, mailSentence } from './story.ts';

export interface ShowOptions {
  configPath: string;
  reference: string;
  json: boolean;
}

/** Resolves to the exit code: 1 where there is no such booking. Throws what `withDatabase` throws. */
export async function show(options: ShowOptions, outlet: Outlet): Promise<number> {
  const { configPath, reference, json } = options;
  const found = await openBookingFile({ configPath, reference }, outlet);
  if (found === null) return 1;
  const { booking, file } = found;
  if (json) outlet.out(JSON.stringify(asRecord(booking, file), null, 2));
  else for (const line of asLines(booking, file)) outlet.out(line);
  return 0;
}

/** A booking by its typed reference, with everything kept about it; null where there is none, which is told. */
export async function openBookingFile(
  { configPath, reference }: { configPath: string; reference: string },
  outlet: Outlet,
): Promise<{ booking: Booking; file: BookingFile } | null> {
  const found = await withDatabase(configPath, outlet, async ({ read }) => {
    const code = knownForm(reference);
    const booking = code === null ? null : await bookingByReference(read, code);
    return booking && { booking, file: await bookingFile(read, booking.id) };
  });
  if (found === null) outlet.complain(`${reference}：この予約番号の予約はありません。`);
  return found;
}

/** For eyes: facts, story, mails. */
export function asLines(booking: Booking, file: BookingFile): string[] {
  const facts = bookingFacts(booking, { topic: 'that_read' });
  return [
    `${padded('予約番号', 14)}${booking.reference}`,
    ...facts.map(({ label, value }) => `${padded(label, 14)}${value}`),
    '',
    '経過',
    ...file.events.map((event) => `  ${eventSentence(event)}`),
    '',
    'こちらから送るメール',
    ...(file.sent.length === 0
      ? ['  ありません']
      : file.sent.map((row) => `  ${mailSentence(row)}`)),
  ];
}

export function asRecord(booking: Booking, file: BookingFile) {
  const { id, reference, state, channel, items, slot, replyBy } = booking;
  const { appliedAt, consentedAt, unverified } = booking;
  const { name, seekerNumber, phone } = items;
  const where = { start: slot?.start ?? null, lane: slot?.lane ?? null };
  const listed = { id, reference, state, channel, name, seekerNumber, phone, ...where };
  return {
    ...bookingRecord({ ...listed, replyBy, appliedAt, consentedAt, unverified }),
    events: file.events.map(eventRecord),
    mails: file.sent.map(({ kind, subject, state: sending, date, sent_at: sentAt }) => ({
      kind,
      subject,
      state: sending,
      date,
      sentAt,
    })),
    received: file.received.map(({ id: inboxId, arrivedAt }) => ({
      inboxId,
      arrivedAt: toStored(arrivedAt),
    })),
  };
}
