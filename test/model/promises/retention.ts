/**
 * Promises about retention (Article 8): nothing goes before its time, and what is past it is gone,
 * every word of it; the counts stay.
 */
import { sql } from 'kysely';
import type { MortalOffice } from '../mortal-office.ts';
import { type Booking, inJapan, type Promised, type Scene, stored, storyOf } from './scene.ts';

export const CONTENT_DAYS = 90;
export const BOOKING_DAYS = 365;
const CLOSED = ['void', 'cancelled', 'attended', 'no_show'];

/** When a booking came to its end: its session, or its closing where it never had one. */
function endOf(scene: Scene, { id, state, slot_start_at }: Booking): string | null {
  if (slot_start_at !== null) return slot_start_at;
  const closing = storyOf(scene, id).findLast(
    ({ from_state, to_state }) => from_state !== to_state,
  );
  return CLOSED.includes(state) ? (closing?.at ?? null) : null;
}

const daysBefore = (at: string, days: number) =>
  stored(
    inJapan(at)
      .toInstant()
      .subtract({ hours: 24 * days }),
  );

export const nothingGoesEarly: Promised = (scene) => [
  ...scene.bookings.flatMap((booking) => {
    const { id, purged_at } = booking;
    if (purged_at === null || scene.real.wentBack) return [];
    const end = endOf(scene, booking);
    const early = end === null || end > daysBefore(purged_at, CONTENT_DAYS);
    return early ? [`booking ${id}, ended ${end}, lost its words at ${purged_at}`] : [];
  }),
  ...scene.inbox.flatMap(({ id, purged_at, booking_id, internal_date }) =>
    purged_at !== null &&
    booking_id === null &&
    internal_date > daysBefore(purged_at, CONTENT_DAYS) &&
    !scene.real.wentBack
      ? [`mail ${id} of ${internal_date} lost its bytes at ${purged_at}`]
      : [],
  ),
];

/** Where words still stand that are past their time; `words` are what must not be found. */
export async function wordsLeft(real: MortalOffice): Promise<string[]> {
  const before = daysBefore(stored(real.clock.now()), CONTENT_DAYS);
  const found = await sql<{ place: string }>`
    select 'topic of booking ' || id as place from booking
      where topic is not null and slot_start_at < ${before}
    union all select 'bytes of mail ' || inbox.id from inbox
      where raw is not null and internal_date < ${before} and (booking_id is null or booking_id in
        (select id from booking where purged_at is not null))
    union all select 'text of our mail ' || id from outbox
      where text <> '' and date < ${before} and (booking_id is null or booking_id in
        (select id from booking where purged_at is not null))
    union all select 'words of event ' || event.id from event join booking on booking.id = booking_id
      where event.actor = 'seeker' and detail is not null and booking.purged_at is not null
  `.execute(real.office.store.read);
  return found.rows.map(({ place }) => `the ${place} is past its time`);
}

/** How many bookings there are, in rows and in the counts that are left of rows. */
export async function bookingsCounted(
  real: MortalOffice,
): Promise<{ rows: number; counts: number }> {
  const found = await sql<{ rows: number; counts: number }>`
    select (select count(*) from booking) as rows,
      (select coalesce(sum(bookings), 0) from statistic) as counts
  `.execute(real.office.store.read);
  return found.rows[0] ?? { rows: 0, counts: 0 };
}
