/**
 * Whether what a mail says of a person fits the person of a booking. It looks nothing up.
 */
import type { Items } from '../../domain/booking.ts';
import type { RequestReading } from '../../reading/types.ts';

/** A family may share one address: another number or another name is another request. */
export function couldBeSame(items: Items, reading: RequestReading): boolean {
  const sameOrOpen = (known: string | null, read: string | undefined) =>
    known === null || read === undefined || plain(known) === plain(read);
  return (
    sameOrOpen(items.seekerNumber, reading.items.seekerNumber?.value) &&
    sameOrOpen(items.name, reading.items.name?.value)
  );
}

function plain(text: string): string {
  return text.replace(/\s/g, '');
}
