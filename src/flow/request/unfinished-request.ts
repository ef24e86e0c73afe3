/**
 * The unfinished request that a new mail or memo of the same person goes on with (trap 20): asked by
 * mail, completed by telephone, forwarded twice. Pure: it looks nothing up and writes nothing.
 */
import { alsoAnnounced } from '../../domain/announcements.ts';
import type { Booking, BookingDraft } from '../../domain/booking.ts';
import { exactStarts } from '../../domain/wish.ts';
import { wishToRecord } from '../../domain/wish-record.ts';
import { sameOrOpen } from '../arrival/could-be-same.ts';

type Details = Pick<Booking, 'items' | 'announcements' | 'wish'>;

/** The unfinished request that the new one, itself unfinished, repeats word for word; null where there is none. */
export function repeatedRequest(others: readonly Booking[], draft: BookingDraft): Booking | null {
  const same = others.find(
    (booking) => isUnfinished(booking) && inOneLine(booking) === inOneLine(draft),
  );
  return same ?? null;
}

/**
 * Among the open bookings of the seeker, the one that is still being worked out and may be what
 * a complete new request means; null where there is none, or where several may.
 */
export function unfinishedRequest(others: readonly Booking[], draft: BookingDraft): Booking | null {
  const unfinished = others.filter(
    (booking) => isUnfinished(booking) && sameOrOpen(booking.items.name, draft.items.name),
  );
  const sameTime = unfinished.find((booking) => sharesAStart(booking, draft));
  if (sameTime !== undefined) return sameTime;
  const [only, another] = unfinished.filter((booking) => awaitsATime(booking, draft));
  return another === undefined ? (only ?? null) : null;
}

/**
 * What the new request adds to the known one; null where it only repeats it. What was open is
 * filled; a counselor, who has just spoken with the person, also renews the telephone number.
 */
export function completedBy(known: Booking, draft: BookingDraft): Details | null {
  const { name, seekerNumber, phone, topic } = known.items;
  const { items, announcements, wish } = draft;
  const told = draft.channel === 'phone' ? (items.phone ?? phone) : (phone ?? items.phone);
  const details: Details = {
    items: {
      name: name ?? items.name,
      seekerNumber: seekerNumber ?? items.seekerNumber,
      phone: told,
      topic: topic ?? items.topic,
    },
    announcements: alsoAnnounced(known.announcements, announcements),
    wish: wish.kind === 'none' || sharesAStart(known, draft) ? known.wish : wish,
  };
  return inOneLine(details) === inOneLine(known) ? null : details;
}

function inOneLine({ items, announcements, wish }: Details): string {
  const { name, seekerNumber, phone, topic } = items;
  const { interpreter, attendant } = announcements;
  return JSON.stringify([
    [name, seekerNumber, phone, topic],
    [interpreter, attendant],
    wishToRecord(wish),
  ]);
}

function isUnfinished({ state, slot, channel }: Booking): boolean {
  return state === 'requested' && slot === null && channel !== 'site';
}

function sharesAStart(known: Booking, draft: BookingDraft): boolean {
  const wished = exactStarts(draft.wish);
  return exactStarts(known.wish).some((start) =>
    wished.some((other) => Temporal.ZonedDateTime.compare(start, other) === 0),
  );
}

/** No start was named yet, those that were could not be had, or none is named now. */
function awaitsATime({ wish, offered }: Booking, draft: BookingDraft): boolean {
  return exactStarts(wish).length === 0 || offered.length > 0 || draft.wish.kind === 'none';
}
