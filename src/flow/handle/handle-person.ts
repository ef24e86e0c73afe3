/**
 * A person's mail that is not a counselor's: an answer to one of our mails, or a new request.
 * Who may speak for a booking is the decision table of trap 6. What the words mean is read in
 * `reading/`, what follows from them is decided in `domain/`.
 */
import type { AttentionReason } from '../../domain/attention.ts';
import type { Booking } from '../../domain/booking.ts';
import { arrivedInTime } from '../../domain/deadline.ts';
import { decide } from '../../domain/decide.ts';
import { type ReplyText, replyText } from '../../message/reply-text.ts';
import type { RequestReading } from '../../reading/types.ts';
import { openBookingsOfAddress } from '../../store/bookings.ts';
import { latestMailTo } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import { type Arrival, causeOf, threadBooking } from '../arrival/arrival.ts';
import {
  answersTermsChange,
  bookingConsentedTo,
  consents,
  mayConsent,
} from '../arrival/consent.ts';
import { couldBeSame } from '../arrival/could-be-same.ts';
import { isRequest } from '../arrival/is-request.ts';
import { isSurelyRead, readReplyWords, readSeekerRequest } from '../arrival/understand.ts';
import type { Handled } from '../handled.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';
import { startRequest } from '../request/handle-request.ts';
import { askToPhone } from './ask-to-phone.ts';
import { handleSupplement } from './handle-supplement.ts';
import { ABOUT_THE_TERMS, adviceOn, BEFORE_THE_TERMS } from './reply-advice.ts';

export async function handlePerson(tx: Writer, office: Office, arrival: Arrival): Promise<Handled> {
  const booking = await threadBooking(tx, arrival);
  if (booking !== null) {
    const written = replyText(arrival.message, arrival.thread?.ourText ?? null);
    return speaksFor(arrival.sender, booking)
      ? handleAnswer(tx, office, { arrival, booking, written })
      : toStaff(tx, office, { arrival, reason: 'other_sender', booking });
  }
  return handleUnthreaded(tx, office, arrival);
}

/** The registered address speaks for a booking; before it is known, whoever wrote the request does. */
function speaksFor(sender: string, booking: Booking): boolean {
  const { channel, registeredAddress, requesterAddress } = booking;
  return sender === (registeredAddress ?? (channel === 'site' ? null : requesterAddress));
}

/** Without a thread: a request, or the answer of somebody who has exactly one open booking. */
async function handleUnthreaded(tx: Writer, office: Office, arrival: Arrival): Promise<Handled> {
  const open = (await openBookingsOfAddress(tx, arrival.sender)).filter((booking) =>
    speaksFor(arrival.sender, booking),
  );
  const [booking] = open;
  const latest = booking ? await latestMailTo(tx, booking.id, arrival.sender) : null;
  const written = replyText(arrival.message, open.length === 1 ? (latest?.text ?? null) : null);
  const { reading } = readSeekerRequest(arrival, written);
  const complete = isRequest(reading) && (open.length === 0 || reading.items.seekerNumber !== null);
  const waiting = open.filter(({ state, slot }) => state === 'requested' && slot === null);
  const [own] = waiting.filter(({ items }) => couldBeSame(items, reading));
  const consented = await bookingConsentedTo(tx, { arrival, open, reading, written });
  if (consented !== null) {
    return handleReply(tx, office, { arrival, booking: consented, written });
  }
  if (isRequest(reading) && own !== undefined) {
    return handleSupplement(tx, office, { arrival, booking: own, written });
  }
  if (complete) {
    return isSurelyRead(arrival, written)
      ? startRequest(tx, office, { arrival, reading, channel: 'mail' })
      : toStaff(tx, office, { arrival, reason: 'unreadable' });
  }
  if (booking !== undefined && open.length === 1) {
    return handleAnswer(tx, office, { arrival, booking, written });
  }
  const moves = reading.intent === 'change' || reading.intent === 'cancel';
  if (moves) await askToPhone(tx, office, arrival);
  return toStaff(tx, office, { arrival, reason: reasonFor(moves, open.length), others: open });
}

function reasonFor(moves: boolean, openBookings: number): AttentionReason {
  if (openBookings > 1) return 'several_bookings';
  return moves ? 'change_or_cancel' : 'not_a_request';
}

/** An answer of the right person about a booking that is known. */
async function handleAnswer(
  tx: Writer,
  office: Office,
  { arrival, booking, written }: { arrival: Arrival; booking: Booking; written: ReplyText },
): Promise<Handled> {
  if (booking.state === 'requested' && booking.slot === null) {
    return handleSupplement(tx, office, { arrival, booking, written });
  }
  if (isClosed(booking) && !wasAnsweredInTime(booking, arrival)) {
    const { reading } = readSeekerRequest(arrival, written);
    if (isSurelyRead(arrival, written) && isRequest(reading) && goesOn(booking, reading)) {
      return startRequest(tx, office, {
        arrival,
        reading,
        channel: 'mail',
        knownItems: booking.items,
      });
    }
  }
  return handleReply(tx, office, { arrival, booking, written });
}

/** The reply to a terms mail, or to what came after it. */
async function handleReply(
  tx: Writer,
  office: Office,
  { arrival, booking, written }: { arrival: Arrival; booking: Booking; written: ReplyText },
): Promise<Handled> {
  const { reading, ...read } = readReplyWords(arrival, written, {
    booked: booking.slot?.start ?? null,
    offered: [],
  });
  const early = consents(read.judgement) && !(await mayConsent(tx, arrival, booking));
  const judgement = early ? 'unclear' : read.judgement;
  const move = decide(booking, {
    type: 'reply',
    at: arrival.row.internalDate,
    judgement,
    announcements: {
      interpreter: reading.flags.includes('interpreter'),
      attendant: reading.flags.includes('attendant'),
    },
  });
  if (move.kind === 'refused') {
    return toStaff(tx, office, { arrival, reason: 'reply_to_closed', booking });
  }
  const aboutTermsChange = answersTermsChange(arrival);
  const doubt = aboutTermsChange ? ABOUT_THE_TERMS : BEFORE_THE_TERMS;
  const detail = early ? doubt : reading.because;
  const now = office.clock.now();
  const cause = { ...causeOf(arrival, 'seeker', now), detail };
  const advice = early ? doubt : await adviceOn(tx, move, { booking, arrival, now });
  if (advice !== null) cause.extras = { ...cause.extras, advice };
  if (early) cause.extras = { ...cause.extras, aboutTermsChange };
  await applyMove(tx, office, { booking, move, cause });
  return {
    state: move.attention === null ? 'handled' : 'for_staff',
    outcome: move.event,
    bookingId: booking.id,
  };
}

/** Shows a mail to the staff and leaves every booking as it is. */
export async function toStaff(
  tx: Writer,
  office: Office,
  shown: {
    arrival: Arrival;
    reason: AttentionReason;
    booking?: Booking;
    /** Those that may be meant. */
    others?: readonly Booking[];
  },
): Promise<Handled> {
  const { arrival, reason, booking = null, others = [] } = shown;
  const cause = causeOf(arrival, 'seeker', office.clock.now());
  cause.extras = { ...cause.extras, others };
  await alertStaff(tx, office, { reason, booking, cause });
  return { state: 'for_staff', outcome: reason, bookingId: booking?.id ?? null };
}

/** A reply that was in time and is read only after the void: what it says is about that booking. */
function wasAnsweredInTime({ state, slot, replyBy }: Booking, { row }: Arrival): boolean {
  if (state !== 'void' || slot === null || replyBy === null) return false;
  return arrivedInTime(row.internalDate, replyBy);
}

function isClosed({ state }: Booking): boolean {
  return state === 'void' || state === 'cancelled' || state === 'attended' || state === 'no_show';
}

/**
 * Whether an answer about what is over begins anew: it says when. "予約をお願いします" alone may be the
 * late consent to what became void; after anything else it asks for another booking.
 */
function goesOn({ state }: Booking, { items, asksToBook }: RequestReading): boolean {
  const saysWhen = items.wish !== null && items.wish.value.kind !== 'none';
  return saysWhen || (asksToBook && state !== 'void');
}
