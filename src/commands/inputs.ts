/**
 * Options and arguments that several commands have, each told once. Data only.
 */
import { BOOKING_STATES } from '../domain/booking.ts';
import { STATE_WORDS } from '../domain/words/booking-words.ts';
import type { Argument, Flag, Value } from './definition.ts';

/** The option that nearly every command has. */
export const CONFIG = {
  kind: 'value',
  stands: 'FILE',
  short: 'c',
  default: 'config.json',
  does: { ja: '設定ファイル', en: 'the config' },
} as const satisfies Value;

/** `--json`, for scripts. */
export const JSON_OUT = {
  kind: 'flag',
  does: { ja: '結果をJSONで表示します', en: 'print the result as JSON' },
} as const satisfies Flag;

/** The booking that is meant. */
export const REFERENCE = {
  kind: 'argument',
  stands: 'REF',
  does: { ja: '予約番号（例: K7QM-2WXA）', en: 'the reference of the booking, such as K7QM-2WXA' },
} as const satisfies Argument;

/** Why a person decided so; kept in the booking's story. */
export const REASON = {
  kind: 'value',
  stands: 'TEXT',
  required: true,
  does: { ja: '理由（記録に残ります）', en: 'the reason, which is kept' },
} as const satisfies Value;

/** A date and time as people write it. */
export const WHEN = {
  kind: 'argument',
  stands: 'WHEN',
  does: {
    ja: '日時（例: 「12月3日 10:00」「2026-12-03T10:00」）',
    en: 'date and time, such as "12月3日 10:00" or 2026-12-03T10:00',
  },
} as const satisfies Argument;

/** Filters of lists. */
export const STATE = {
  kind: 'value',
  stands: 'STATE',
  choices: [...BOOKING_STATES, ...Object.values(STATE_WORDS)],
  does: { ja: 'この状態の予約だけ', en: 'only bookings in this state' },
} as const satisfies Value;
export const FROM = {
  kind: 'value',
  stands: 'DATE',
  does: { ja: '相談がこの日からの予約だけ', en: 'only sessions from this day' },
} as const satisfies Value;
export const TO = {
  kind: 'value',
  stands: 'DATE',
  does: { ja: '相談がこの日までの予約だけ', en: 'only sessions to this day' },
} as const satisfies Value;
