/**
 * Matters on the staff's list as a person strikes them off: found by number, by booking or by the
 * mail that told of them. Which of them may be struck off is not decided here.
 */
import type { AttentionReason } from '../domain/attention.ts';
import type { BookingState } from '../domain/booking.ts';
import type { Reader, Writer } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

/** A matter that nobody has settled. */
export interface ListedMatter {
  id: number;
  reason: AttentionReason;
  /** The booking that it is about; null where it is about none. */
  bookingId: number | null;
  raisedAt: Temporal.Instant;
  /** Of that booking. */
  state: BookingState | null;
  reference: string | null;
}

/** Which matters are meant. */
export type MatterFilter =
  | { by: 'all' }
  | { by: 'number'; ids: readonly number[] }
  | { by: 'booking'; bookingId: number }
  | { by: 'alert'; mailId: number }
  | { by: 'time'; before: Temporal.Instant };

/** The open matters that are meant, in the order in which they came up. */
export async function listedMatters(db: Reader, filter: MatterFilter): Promise<ListedMatter[]> {
  const open = db
    .selectFrom('attention')
    .leftJoin('booking', 'booking.id', 'attention.booking_id')
    .select(['attention.id', 'attention.reason', 'attention.booking_id', 'attention.raised_at'])
    .select(['booking.state', 'booking.reference'])
    .where('attention.settled_at', 'is', null)
    .orderBy('attention.id');
  const meant = () => {
    switch (filter.by) {
      case 'all':
        return open;
      case 'number':
        return open.where('attention.id', 'in', filter.ids);
      case 'booking':
        return open.where('attention.booking_id', '=', filter.bookingId);
      case 'alert':
        return open.where('attention.alert_id', '=', filter.mailId);
      case 'time':
        return open.where('attention.raised_at', '<', toStored(filter.before));
    }
  };
  const rows = await meant().execute();
  return rows.map(({ raised_at: raisedAt, booking_id: bookingId, ...row }) => ({
    ...row,
    bookingId,
    raisedAt: fromStored(raisedAt),
  }));
}

/** Strikes matters off the list. */
export async function settleListed(
  tx: Writer,
  matters: readonly ListedMatter[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { id } of matters) {
    await tx
      .updateTable('attention')
      .set({ settled_at: toStored(now) })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .execute();
  }
}
