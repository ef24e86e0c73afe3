/**
 * The answer to a question of ours about a request: missing items, a clearer date, or the number
 * of an offered slot. What is learnt is added to the request and the request is taken up again.
 */
import { alsoAnnounced } from '../../domain/announcements.ts';
import type { Booking, Items } from '../../domain/booking.ts';
import { decide } from '../../domain/decide.ts';
import { exactStarts, type Wish } from '../../domain/wish.ts';
import type { ReplyText } from '../../message/reply-text.ts';
import { readReply } from '../../reading/reply.ts';
import type { Found, ReplyReading, RequestReading } from '../../reading/types.ts';
import { bookingById, updateDetails } from '../../store/bookings.ts';
import { newestOfKind } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import { type Arrival, causeOf } from '../arrival/arrival.ts';
import { canAnswer } from '../arrival/can-answer.ts';
import { isStaff } from '../arrival/is-staff.ts';
import { isSurelyRead, readSupplement } from '../arrival/understand.ts';
import type { Handled } from '../handled.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';
import { resumeRequest } from '../request/handle-request.ts';

export interface Supplement {
  arrival: Arrival;
  booking: Booking;
  written: ReplyText;
}

/** A seeker's answer; what teaches nothing is shown to a counselor. */
export async function handleSupplement(
  tx: Writer,
  office: Office,
  supplement: Supplement,
): Promise<Handled> {
  const taken = await takeSupplement(tx, office, supplement);
  if ('handled' in taken) return taken.handled;
  const { arrival, booking } = supplement;
  const { intent } = taken.reply;
  const sure = isSurelyRead(arrival, supplement.written);
  const judgement = sure && intent !== 'confirm' ? intent : 'unclear';
  const announcements = { interpreter: false, attendant: false };
  const at = arrival.row.internalDate;
  const move = decide(booking, { type: 'reply', at, judgement, announcements });
  if (move.kind === 'refused') throw new Error(`booking ${booking.id} takes no supplement`);
  const cause = causeOf(arrival, 'seeker', office.clock.now());
  await applyMove(tx, office, { booking, move, cause });
  return { state: 'for_staff', outcome: 'nothing learnt from the answer', bookingId: booking.id };
}

/**
 * A counselor's answer about a request; null where it teaches nothing, which is not the seeker's
 * matter.
 */
export async function handleCounselorSupplement(
  tx: Writer,
  office: Office,
  supplement: Supplement,
): Promise<Handled | null> {
  const taken = await takeSupplement(tx, office, supplement);
  return 'handled' in taken ? taken.handled : null;
}

/** Adds what a counselor wrote beside a word about the register; the word takes the request up again. */
export async function learnBesideWords(tx: Writer, supplement: Supplement): Promise<Booking> {
  const { booking } = supplement;
  const { learnt } = await readAnswer(tx, supplement, 'counselor');
  if (learnt === null) return booking;
  await updateDetails(tx, booking.id, learnt);
  return { ...booking, ...learnt };
}

/**
 * Takes the request up again with what the answer adds; where it adds nothing, how it reads. What a
 * seeker asks beside the number of a slot is shown to a counselor.
 */
async function takeSupplement(
  tx: Writer,
  office: Office,
  supplement: Supplement,
): Promise<{ handled: Handled } | { reply: ReplyReading }> {
  const { arrival, booking } = supplement;
  const by = isStaff(office, arrival.sender) ? 'counselor' : 'seeker';
  const { reading, reply, learnt } = await readAnswer(tx, supplement, by);
  if (learnt === null || !isSurelyRead(arrival, supplement.written)) return { reply };
  await updateDetails(tx, booking.id, learnt);
  const updated = await bookingById(tx, booking.id);
  if (updated === null) throw new Error(`booking ${booking.id} is gone`);
  const cause = causeOf(arrival, by, office.clock.now());
  const at = arrival.row.internalDate;
  const handled = await resumeRequest(tx, office, { booking: updated, reading, cause, at });
  if (by === 'seeker' && reply.choice !== null && reply.intent === 'confirm_with_question') {
    const booking = await bookingById(tx, updated.id);
    await alertStaff(tx, office, { reason: 'question_beside_choice', booking, cause });
  }
  return { handled };
}

interface ReadAnswer {
  reading: RequestReading;
  reply: ReplyReading;
  learnt: ReturnType<typeof learn>;
}

async function readAnswer(
  tx: Writer,
  supplement: Supplement,
  by: 'seeker' | 'counselor',
): Promise<ReadAnswer> {
  const { arrival, written } = supplement;
  const booking = { ...supplement.booking, offered: await offeredTo(tx, supplement) };
  const { reading } = readSupplement(arrival, written, by);
  const { offered } = booking;
  const reply = readReply(written.newText, arrival.arrivedAt, { booked: null, offered });
  return { reading, reply, learnt: learn(booking, reading, reply) };
}

/**
 * The numbered slots that an answer can mean: those of the newest offer, and only where it may be
 * that one's answer.
 */
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
  const flags = [...reading.flags, ...reply.flags];
  const announcements = alsoAnnounced(booking.announcements, {
    interpreter: flags.includes('interpreter'),
    attendant: flags.includes('attendant'),
  });
  const isNew =
    wish !== null ||
    announcements.interpreter !== booking.announcements.interpreter ||
    announcements.attendant !== booking.announcements.attendant ||
    Object.entries(items).some(([key, value]) => booking.items[key as keyof Items] !== value);
  return isNew ? { items, wish: wish ?? booking.wish, announcements } : null;
}

/** What was open is filled; what was known changes only where it was written under its label. */
function better(known: string | null, found: Found<string> | null): string | null {
  if (found === null) return known;
  return known === null || found.evidence === 'label' ? found.value : known;
}

function namesAnotherTime({ wish }: ReplyReading, offered: Temporal.ZonedDateTime): boolean {
  const isOther = (start: Temporal.ZonedDateTime) =>
    Temporal.ZonedDateTime.compare(start, offered) !== 0;
  if (wish.kind !== 'ambiguous') return exactStarts(wish).some(isOther);
  return wish.time !== undefined && !wish.time.equals(offered.toPlainTime());
}

function chosenWish(booking: Booking, reading: RequestReading, reply: ReplyReading): Wish | null {
  const offered = reply.choice === null ? undefined : booking.offered[reply.choice - 1];
  if (offered !== undefined) {
    return namesAnotherTime(reply, offered) ? null : { kind: 'exact', start: offered };
  }
  const [only] = booking.offered;
  if (only !== undefined && booking.offered.length === 1 && reply.intent === 'confirm') {
    return { kind: 'exact', start: only };
  }
  const wish = reading.items.wish?.value ?? null;
  if (wish === null || wish.kind === 'none') return null;
  // "3でお願いしたいのですが、16時はだめですか": which of both is meant, a person asks.
  const isAgainst = wish.kind === 'ambiguous' && wish.reason === 'exclusion';
  return isAgainst && booking.offered.length > 0 ? null : wish;
}
