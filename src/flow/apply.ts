/**
 * Carries out a decision about a booking inside one transaction: the guarded move, its event,
 * its mails, what waits for a person. It decides nothing.
 */
import type { Booking } from '../domain/booking.ts';
import type { Move } from '../domain/decide.ts';
import { ABOUT_NO_BOOKING, type MailKind } from '../domain/mail-kind.ts';
import { settleAttention } from '../store/attention.ts';
import { moveBooking } from '../store/bookings.ts';
import { addEvent } from '../store/events.ts';
import { withdrawMails } from '../store/outbox.ts';
import type { Writer } from '../store/store.ts';
import { startToStored } from '../store/stored-time.ts';
import { keepTerms } from '../store/terms.ts';
import { type Cause, causeKey, detailOf } from './cause.ts';
import { alertStaff } from './mail/alert-staff.ts';
import { calendarFor } from './mail/calendar.ts';
import { type SeekerMailKind, seekerMailData } from './mail/mail-views.ts';
import { waitsForMeeting } from './mail/room.ts';
import { letMailWait } from './mail/waiting-cause.ts';
import { writeMail } from './mail/write-mail.ts';
import type { Office } from './office.ts';
import { termsByHash } from './terms-of.ts';

/** Writes a move and all that follows from it; returns the booking as it is then. */
export async function applyMove(
  tx: Writer,
  office: Office,
  { booking, move, cause }: { booking: Booking; move: Move; cause: Cause },
): Promise<Booking> {
  const { termsSha256 } = move.change;
  if (termsSha256) await keepTerms(tx, termsByHash(office, termsSha256), cause.now);
  if (move.event === 'rescheduled') await withdrawMails(tx, booking.id);
  const moved = await moveBooking(tx, booking.id, move);
  await addEvent(tx, {
    bookingId: booking.id,
    at: move.at,
    recordedAt: cause.now,
    type: move.event,
    from: move.from,
    to: move.to,
    article: move.article,
    actor: cause.actor,
    inboxId: cause.mail?.inboxId ?? null,
    detail: detailOf(cause, move.reason),
  });
  if (settles(move, cause)) await settleAttention(tx, booking.id, cause.now);
  for (const kind of move.mails) await mailSeeker(tx, office, { kind, booking: moved, cause });
  if (move.attention)
    await alertStaff(tx, office, { reason: move.attention, booking: moved, cause });
  return moved;
}

/** A correction and 済 decide nothing, nor does what is said of the person's later use. */
const MOVES_NOTHING: readonly Move['event'][] = [
  'corrected',
  'settled',
  'refused',
  'refusal_lifted',
];

/**
 * A counselor's act settles what waited for it, and so does a plain consent or a site's
 * cancellation; the clock never does.
 */
function settles(move: Move, cause: Cause): boolean {
  if (MOVES_NOTHING.includes(move.event)) return false;
  const isConsent = move.from !== 'confirmed' && move.to === 'confirmed';
  return cause.actor === 'counselor' || isConsent || move.event === 'site_cancelled';
}

/**
 * The only addresses a seeker's mail may go to: the registered one (6(3)); before it is known,
 * a receipt or a question goes back to who wrote, and a counselor's memo is asked about elsewhere.
 */
function seekerAddress(kind: MailKind, booking: Booking): string | null {
  if (booking.registeredAddress !== null) return booking.registeredAddress;
  const impersonal = kind === 'seeker.action.details' || kind === 'seeker.notice.receipt';
  const harmless =
    impersonal || kind === 'seeker.notice.received' || kind === 'seeker.notice.lapsed';
  return harmless && booking.channel === 'mail' ? booking.requesterAddress : null;
}

/**
 * Writes one mail to the seeker of a booking, where an address may have it; a mail that tells of a
 * Zoom meeting which is still being made waits for it.
 */
export async function mailSeeker(
  tx: Writer,
  office: Office,
  { kind, booking, cause }: { kind: MailKind; booking: Booking; cause: Cause },
): Promise<void> {
  const address = seekerAddress(kind, booking);
  if (address === null || !isSeekerKind(kind)) return;
  const occasion = occasionOf(kind, booking, cause);
  if (waitsForMeeting(kind, booking, office)) {
    return letMailWait(tx, { kind, occasion, booking, cause });
  }
  const extras = { ...cause.extras, now: cause.now };
  const data = seekerMailData(kind, { booking, office, extras });
  const written = await writeMail(tx, office, {
    kind,
    occasion,
    booking,
    to: { name: booking.items.name ?? '', address },
    text: office.templates.render(kind, data),
    answers: cause.mail?.from === address ? cause.mail : null,
    calendar: await calendarFor(tx, office, { kind, booking, now: cause.now }),
    now: cause.now,
  });
  if (written === 'capped') {
    await alertStaff(tx, office, { reason: 'mail_limit_reached', booking, cause, once: true });
  }
}

/** What makes a further mail of one kind about one booking a new one. */
function occasionOf(kind: MailKind, booking: Booking, cause: Cause): string {
  switch (kind) {
    case 'seeker.action.terms': {
      // Let go once more by a counselor, after a refusal or for another date, it is another mail.
      const session = booking.slot?.start.toInstant().toString() ?? '';
      return cause.actor === 'counselor' ? `${session} ${causeKey(cause)}` : session;
    }
    case 'seeker.action.nudge':
    case 'seeker.notice.reminder':
      // As the booking's row has its start, so that one question finds who has had none.
      return booking.slot === null ? '' : startToStored(booking.slot.start);
    case 'seeker.notice.confirmed':
      return booking.slot?.start.toInstant().toString() ?? '';
    case 'seeker.notice.terms_changed':
      return cause.extras?.announcedTerms?.sha256 ?? '';
    case 'seeker.action.details':
      return String(booking.timesAsked);
    case 'seeker.action.offer':
    case 'seeker.notice.received':
    case 'seeker.notice.rescheduled':
      return causeKey(cause);
    default:
      return '';
  }
}

function isSeekerKind(kind: MailKind): kind is SeekerMailKind {
  return kind.startsWith('seeker.') && !ABOUT_NO_BOOKING.includes(kind);
}
