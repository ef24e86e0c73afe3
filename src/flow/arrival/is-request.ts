/**
 * The line between a booking request and any other mail. What is no request is shown to a person;
 * this file decides nothing about a booking.
 */
import type { Found, RequestReading } from '../../reading/types.ts';

/**
 * Whether a reading is a request that a booking can begin with, and not just any mail: it says
 * when or whose number, fills in the labels of 6(2) that no advertisement has, or asks for a
 * booking in so many words.
 */
export function isRequest({ intent, items, asksToBook }: RequestReading): boolean {
  const wished = items.wish !== null && items.wish.value.kind !== 'none';
  const labelled = (item: Found<string> | null) => item?.evidence === 'label';
  const fillsIn = labelled(items.topic) || (labelled(items.name) && labelled(items.phone));
  const says = wished || items.seekerNumber !== null || fillsIn;
  return asksToBook || (intent === 'request' && says);
}
