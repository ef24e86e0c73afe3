/**
 * Questions about bookings by the time of their session, for what the office does by the clock.
 * Each is answered from the index of state and start. Reads only.
 */
import type { Booking, BookingState } from '../domain/booking.ts';
import type { MailKind } from '../domain/mail-kind.ts';
import type { StartSpan } from '../domain/reminders.ts';
import { toBooking } from './booking-row.ts';
import { asConfirmation } from './events.ts';
import type { Reader } from './store.ts';
import { toStored } from './stored-time.ts';

/**
 * Sessions whose bookings are in `state`, within the span, about which no mail of `kind` was
 * written.
 */
export interface Unwritten extends StartSpan {
  state: BookingState;
  kind: MailKind;
  /** Only those whose state `confirmed` was written before this instant. */
  confirmedBefore?: Temporal.Instant;
  /** Only those whose terms mail was sent by this instant, and neither answered in doubt nor bounced. */
  termsSentBy?: Temporal.Instant;
}

/** The bookings of these sessions, where no mail of `kind` is for this start; the earliest first. */
export async function sessionsWithoutMail(
  db: Reader,
  { state, kind, from, to, confirmedBefore, termsSentBy }: Unwritten,
): Promise<number[]> {
  const rows = await db
    .selectFrom('booking')
    .select('id')
    .where('state', '=', state)
    .where('slot_start_at', '>=', toStored(from))
    .where('slot_start_at', '<=', toStored(to))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.booking_id', '=', 'booking.id')
            .where('outbox.kind', '=', kind)
            .whereRef('outbox.occasion', '=', 'booking.slot_start_at'),
        ),
      ),
    )
    .$if(confirmedBefore !== undefined, (query) =>
      query.where(
        ({ selectFrom }) =>
          selectFrom('event')
            .select('recorded_at')
            .whereRef('event.booking_id', '=', 'booking.id')
            .where(asConfirmation)
            .orderBy('event.id', 'desc')
            .limit(1),
        '<',
        toStored(confirmedBefore ?? to),
      ),
    )
    .$if(termsSentBy !== undefined, (query) =>
      query
        .where(
          ({ selectFrom }) =>
            selectFrom('outbox')
              .select('sent_at')
              .whereRef('outbox.booking_id', '=', 'booking.id')
              .where('outbox.kind', '=', 'seeker.action.terms')
              .orderBy('outbox.id', 'desc')
              .limit(1),
          '<=',
          toStored(termsSentBy ?? to),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('event')
                .select('event.id')
                .whereRef('event.booking_id', '=', 'booking.id')
                .where('event.type', 'in', ['reply_doubtful', 'terms_bounced']),
            ),
          ),
        ),
    )
    .orderBy('slot_start_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Bookings that hold a session within the span and are not over; the earliest first. */
export async function sessionsHeld(db: Reader, { from, to }: StartSpan): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('state', 'in', ['requested', 'awaiting_reply', 'confirmed'])
    .where('slot_start_at', '>=', toStored(from))
    .where('slot_start_at', '<=', toStored(to))
    .orderBy('slot_start_at')
    .orderBy('lane')
    .execute();
  return rows.map(toBooking);
}

/** Confirmed bookings whose session began by `instant`: nobody said who came. The newest first. */
export async function sessionsWithoutWord(
  db: Reader,
  instant: Temporal.Instant,
  limit: number,
): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('state', '=', 'confirmed')
    .where('slot_start_at', '<=', toStored(instant))
    .orderBy('slot_start_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toBooking);
}

/** Open bookings that hold a slot for a counselor's decision, and whose session began by `instant`. */
export async function undecidedBookings(db: Reader, instant: Temporal.Instant): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('state', 'in', ['requested', 'awaiting_reply'])
    .where('reply_by', 'is', null)
    .where('slot_start_at', '<=', toStored(instant))
    .orderBy('slot_start_at')
    .execute();
  return rows.map(toBooking);
}

/** How often this seeker did not come without a word (6(6)); 0 where no number is known. */
export async function noShowsOf(db: Reader, seekerNumber: string | null): Promise<number> {
  if (seekerNumber === null) return 0;
  const { n } = await db
    .selectFrom('booking')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('seeker_number', '=', seekerNumber)
    .where('state', '=', 'no_show')
    .executeTakeFirstOrThrow();
  return Number(n);
}
