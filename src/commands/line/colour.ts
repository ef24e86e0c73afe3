/**
 * Colour for what stands on a terminal; never where the output goes elsewhere or NO_COLOR is set
 * (no-color.org). The words say the same without it.
 */
import { styleText } from 'node:util';
import type { BookingState } from '../../domain/booking.ts';

const COLOURS = {
  requested: 'yellow',
  awaiting_reply: 'yellow',
  confirmed: 'green',
  attended: 'gray',
  no_show: 'red',
  cancelled: 'gray',
  void: 'gray',
} as const satisfies Record<BookingState, string>;

/** `text` in the colour of a state, as far as standard output shows colours. */
export function inColourOf(state: BookingState, text: string): string {
  return styleText(COLOURS[state], text, { stream: process.stdout, validateStream: true });
}
