/**
 * Gathers what the domain must know to decide on a request: what is missing, what the register
 * says, which bookings the person has. It decides nothing.
 */
import type { BookingDraft, ItemName, Items } from '../../domain/booking.ts';
import { ITEM_NAMES } from '../../domain/booking.ts';
import type { OpenPoint, RequestFacts } from '../../domain/decide-request.ts';
import type { Wish } from '../../domain/wish.ts';
import { WISH_DOUBT_WORDS } from '../../domain/wish-doubt-words.ts';
import type { RequestReading } from '../../reading/types.ts';
import { openBookingsOfSeeker } from '../../store/bookings.ts';
import type { Writer } from '../../store/store.ts';
import type { Office } from '../office.ts';
import { standingOf } from './standing.ts';

export interface KnownRequest {
  booking: BookingDraft;
  reading: RequestReading | null;
  statedAddress: string | null;
  self?: number;
}

/** The facts as of now. */
export async function requestFacts(
  tx: Writer,
  office: Office,
  known: KnownRequest,
): Promise<RequestFacts> {
  const { booking, reading } = known;
  const { seekerNumber } = booking.items;
  const others = seekerNumber
    ? await openBookingsOfSeeker(tx, seekerNumber, office.clock.now())
    : [];
  return {
    items: booking.items,
    wish: booking.wish,
    openPoints: openPoints(booking.items, booking.wish, reading),
    standing: await standingOf(tx, office, known),
    timesAsked: booking.timesAsked,
    otherBookings: others.filter(({ id }) => id !== known.self),
  };
}

/** What has to be asked: absent items, and those that the reading found unclear (6(2)). */
function openPoints(items: Items, wish: Wish, reading: RequestReading | null): OpenPoint[] {
  const unclear = new Map(reading?.unclear.map(({ item, reason }) => [item, reason]));
  if (wish.kind === 'ambiguous') unclear.set('datetime', WISH_DOUBT_WORDS[wish.reason]);
  else unclear.delete('datetime');
  const absent = (item: ItemName) =>
    item === 'datetime' ? wish.kind === 'none' : items[item] === null;
  return ITEM_NAMES.flatMap((item): OpenPoint[] => {
    const reason = unclear.get(item);
    if (reason !== undefined) return [{ item, reason }];
    return absent(item) ? [{ item, reason: null }] : [];
  });
}
