/**
 * The answer to a question of ours about a request: missing items, a clearer date, or the number
 * of an offered slot. What is learnt is added to the request and the request is taken up again.
 */
import type { Booking, Items } from '../domain/booking.ts';
import { decide } from '../domain/decide.ts';
import type { Wish } from '../domain/wish.ts';
import type { ReplyText } from '../message/reply-text.ts';
import { readReply } from '../reading/reply.ts';
import type { Found, ReplyReading, RequestReading } from '../reading/types.ts';
import { bookingById, updateDetails } from '../store/bookings.ts';
import { newestOfKind } from '../store/our-mails.ts';
import type { Writer } from '../store/store.ts';
import { applyMove } from './apply.ts';
import { type Arrival, causeOf } from './arrival.ts';
import { canAnswer } from './can-answer.ts';
import { resumeRequest } from './handle-request.ts';
import type { Handled } from './handled.ts';
import { isStaff } from './is-staff.ts';
import type { Office } from './office.ts';
import { isSurelyRead, readSupplement } from './understand.ts';

export interface Supplement {
  arrival: Arrival;
  booking: Booking;
  written: ReplyText;
}

export async function handleSupplement(
  tx: Writer,
  office: Office,
  supplement: Supplement,
): Promise<Handled> {
  const { arrival, written } = supplement;
  const booking = { ...supplement.booking, offered: await offeredTo(tx, supplement) };
  const by = isStaff(office, arrival.sender) ? 'counselor' : 'seeker';
  const cause = causeOf(arrival, by, office.clock.now());
  const at = arrival.row.internalDate;
  const { reading } = readSupplement(arrival, written, by);
  const reply = readReply(written.newText, arrival.arrivedAt, {
    booked: null,
    offered: booking.offered,
  });
  const learnt = learn(booking, reading, reply);
  const sure = isSurelyRead(arrival, written);
  if (!sure || learnt === null) {
    const judgement = sure && reply.intent !== 'confirm' ? reply.intent : 'unclear';
    const announcements = { interpreter: false, attendant: false };
    const move = decide(booking, { type: 'reply', at, judgement, announcements });
    if (move.kind === 'refused') throw new Error(`booking ${booking.id} takes no supplement`);
    await applyMove(tx, office, { booking, move, cause });
    return { state: 'for_staff', outcome: 'nothing learnt from the answer', bookingId: booking.id };
  }
  await updateDetails(tx, booking.id, learnt);
  const updated = await bookingById(tx, booking.id);
  if (updated === null) throw new Error(`booking ${booking.id} is gone`);
  return resumeRequest(tx, office, { booking: updated, reading, cause, at });
}

/** The numbered slots that an answer can mean: those of the newest offer, and only where it may be that one's answer. */
async function offeredTo(
  tx: Writer,
  { arrival, booking }: Supplement,
): Promise<Booking['offered']> {
  if (booking.offered.length === 0) return [];
  const offer = await newestOfKind(tx, booking.id, 'seeker.action.offer');
  return canAnswer(arrival, offer) ? booking.offered : [];
}

/** The request with what the answer adds; null where it adds nothing. */
function learn(
  booking: Booking,
  reading: RequestReading,
  reply: ReplyReading,
): Pick<Booking, 'items' | 'announcements' | 'wish'> | null {
  const items: Items = {
    name: better(booking.items.name, reading.items.name),
    seekerNumber: better(booking.items.seekerNumber, reading.items.seekerNumber),
    phone: better(booking.items.phone, reading.items.phone),
    topic: better(booking.items.topic, reading.items.topic),
  };
  const wish = chosenWish(booking, reading, reply);
  const changed =
    wish !== null ||
    Object.entries(items).some(([key, value]) => booking.items[key as keyof Items] !== value);
  if (!changed) return null;
  const flags = [...reading.flags, ...reply.flags];
  return {
    items,
    wish: wish ?? booking.wish,
    announcements: {
      interpreter: booking.announcements.interpreter || flags.includes('interpreter'),
      attendant: booking.announcements.attendant || flags.includes('attendant'),
    },
  };
}

/** What was open is filled; what was known changes only where it was written under its label. */
function better(known: string | null, found: Found<string> | null): string | null {
  if (found === null) return known;
  return known === null || found.evidence === 'label' ? found.value : known;
}

function chosenWish(booking: Booking, reading: RequestReading, reply: ReplyReading): Wish | null {
  const offered = reply.choice === null ? undefined : booking.offered[reply.choice - 1];
  if (offered !== undefined) return { kind: 'exact', start: offered };
  const [only] = booking.offered;
  if (only !== undefined && booking.offered.length === 1 && reply.intent === 'confirm') {
    return { kind: 'exact', start: only };
  }
  const wish = reading.items.wish?.value ?? null;
  return wish === null || wish.kind === 'none' ? null : wish;
}
