/**
 * Whether what a mail says of a person fits the person of a booking. It looks nothing up.
 */
import type { Items } from '../../domain/booking.ts';
import type { RequestReading } from '../../reading/types.ts';

/** A family may share one address: another number or another name is another request. */
export function couldBeSame(items: Items, { items: read }: RequestReading): boolean {
  return (
    sameOrOpen(items.seekerNumber, read.seekerNumber?.value ?? null) &&
    sameOrOpen(items.name, read.name?.value ?? null)
  );
}

/** Whether two values can be of one person: they agree, or one of them is not known. */
export function sameOrOpen(known: string | null, read: string | null): boolean {
  return known === null || read === null || plain(known) === plain(read);
}

function plain(text: string): string {
  return text.replace(/\s/g, '');
}
