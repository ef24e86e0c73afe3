/**
 * One session as the board shows it: when, with whom, in which state, and what to mind. No
 * 求職番号, no mail address, no 相談内容 (Article 8). Pure.
 */
import type { BookingState } from '../domain/booking.ts';
import { clockTime } from '../domain/japanese-date.ts';
import { NO_SHOW_AFTER_MINUTES } from '../domain/session.ts';
import { STATE_WORDS } from '../domain/words/booking-words.ts';
import type { BoardSession } from '../store/board.ts';
import type { BoardSettings } from './facts.ts';

export interface Entry {
  time: string;
  reference: string;
  name: string;
  state: string;
  /** The colour of the state; the word is always beside it. */
  tone: Tone;
  /** The desk, where there is more than one. */
  desk: string | null;
  notes: string[];
}

export type Tone = 'sure' | 'open' | 'done' | 'bad';

const TONES: Record<BookingState, Tone> = {
  requested: 'open',
  awaiting_reply: 'open',
  confirmed: 'sure',
  attended: 'done',
  no_show: 'bad',
  cancelled: 'done',
  void: 'done',
};

export function entryOf(
  session: BoardSession,
  { now, settings }: { now: Temporal.ZonedDateTime; settings: BoardSettings },
): Entry {
  const { start, state, lane } = session;
  const due = start.add({ minutes: NO_SHOW_AFTER_MINUTES });
  const unsaid = state === 'confirmed' && Temporal.ZonedDateTime.compare(due, now) <= 0;
  const counselor = settings.lanes.find(({ id }) => id === lane)?.counselor ?? lane;
  return {
    time: clockTime(start.toPlainTime()),
    reference: session.reference,
    name: session.name ?? '氏名不明',
    state: STATE_WORDS[state],
    tone: TONES[state],
    desk: settings.lanes.length > 1 ? counselor : null,
    notes: [
      unsaid ? '出欠未入力' : null,
      session.interpreter ? '通訳' : null,
      session.attendant ? '介助者など' : null,
      session.unverified ? '未照合' : null,
    ].filter((note) => note !== null),
  };
}
