/**
 * Colour for what stands on a terminal; never where the output goes elsewhere or NO_COLOR is set
 * (no-color.org). The words say the same without it.
 */
import { styleText } from 'node:util';
import type { BookingState } from '../../domain/booking.ts';

/** How something is: as it should be, worth a look, wrong, or neither. */
export type Tone = 'good' | 'notice' | 'bad' | 'faint';

const TONES = {
  good: 'green',
  notice: 'yellow',
  bad: 'red',
  faint: 'gray',
} as const satisfies Record<Tone, string>;

const STATES = {
  requested: 'notice',
  awaiting_reply: 'notice',
  confirmed: 'good',
  attended: 'faint',
  no_show: 'bad',
  cancelled: 'faint',
  void: 'faint',
} as const satisfies Record<BookingState, Tone>;

/** `text` in the colour of a state, as far as standard output shows colours. */
export function inColourOf(state: BookingState, text: string): string {
  return inTone(STATES[state], text);
}

/** `text` in the colour of a tone, as far as standard output shows colours. */
export function inTone(tone: Tone, text: string): string {
  return styleText(TONES[tone], text, { stream: process.stdout, validateStream: true });
}
