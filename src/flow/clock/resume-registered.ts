/**
 * Takes up again the requests that waited because the register did not know their person, once it
 * does: after a list was taken in, or after a counselor's 登録確認 of another request (Article 2(1)).
 * It registers nobody; a name that still disagrees goes on waiting for a person.
 */
import type { Booking } from '../../domain/booking.ts';
import { settleReason } from '../../store/attention.ts';
import { bookingById } from '../../store/bookings.ts';
import { requestsOfRegistered, WAITS_FOR_REGISTER } from '../../store/seekers.ts';
import type { Reader } from '../../store/store.ts';
import type { Office } from '../office.ts';
import { resumeRequest } from '../request/handle-request.ts';
import { standingOf } from '../request/standing.ts';
import { forEachBooking } from './each-booking.ts';

/** Each request goes on as if its mail had come now; what it waited for is off the staff's list. */
export async function resumeRegistered(office: Office): Promise<void> {
  const { store, clock } = office;
  const known: number[] = [];
  for (const id of await requestsOfRegistered(store.read)) {
    const booking = await bookingById(store.read, id);
    if (booking !== null && (await isRegistered(store.read, office, booking))) known.push(id);
  }
  const now = clock.now();
  await forEachBooking(office, known, async (tx, booking) => {
    if (booking.state !== 'requested' || booking.slot !== null) return null;
    if (!(await isRegistered(tx, office, booking))) return null;
    for (const reason of WAITS_FOR_REGISTER) {
      await settleReason(tx, { bookingId: booking.id, reason, now });
    }
    const cause = { actor: 'office' as const, now, mail: null, detail: '名簿に載ったため' };
    return resumeRequest(tx, office, { booking, reading: null, cause, at: now });
  });
}

async function isRegistered(db: Reader, office: Office, booking: Booking): Promise<boolean> {
  const { kind } = await standingOf(db, office, { booking, statedAddress: null });
  return kind === 'registered';
}
