/**
 * Zoom on paper: meetings that can be made, found, changed and removed, by a service that is down,
 * refuses, or does its work and never says so.
 */
import type { MadeMeeting, MeetingOrder, Zoom, ZoomResult } from '../../src/web/zoom.ts';

export const ZOOM_MOODS = ['works', 'is_down', 'falls_silent', 'refuses'] as const;
export type ZoomMood = (typeof ZOOM_MOODS)[number];

export interface PaperMeeting extends MadeMeeting {
  user: string;
  reference: string;
  start: Temporal.Instant;
}

export class PaperZoom {
  /** Whether it ever failed. */
  wasInTrouble = false;
  #mood: ZoomMood = 'works';
  readonly meetings = new Map<string, PaperMeeting>();
  /** Every link that was ever handed out, and for which booking. */
  readonly links = new Map<string, string>();
  #last = 80_000_000_000;

  set mood(mood: ZoomMood) {
    this.#mood = mood;
    if (mood !== 'works') this.wasInTrouble = true;
  }

  /** Zoom as one life of the program has it. */
  open(isAlive: () => boolean): Zoom {
    const does = async <T>(work: () => ZoomResult<T>): Promise<ZoomResult<T>> => {
      if (!isAlive()) throw new Error('asked by a life that has ended');
      if (this.#mood === 'is_down') return trouble('passing');
      if (this.#mood === 'refuses') return trouble('refused');
      const result = work();
      return this.#mood === 'falls_silent' ? trouble('passing') : result;
    };
    return {
      make: (order) => does(() => ({ done: this.#make(order) })),
      find: (user, reference) => does(() => ({ done: this.#find(user, reference) })),
      read: (id) => does(() => this.#known(id, (meeting) => meeting)),
      change: (id, order) =>
        does(() =>
          this.#known(id, (meeting) => {
            meeting.start = order.start.toInstant();
            meeting.passcode = order.passcode;
            return null;
          }),
        ),
      remove: (id) =>
        does(() => {
          this.meetings.delete(id);
          return { done: null };
        }),
    };
  }

  #make({ user, reference, start, passcode }: MeetingOrder): MadeMeeting {
    this.#last += 1;
    const id = String(this.#last);
    const url = `https://zoom.example/j/${id}?pwd=${passcode}`;
    this.meetings.set(id, { id, passcode, url, user, reference, start: start.toInstant() });
    this.links.set(url, reference);
    return { id, passcode, url };
  }

  #find(user: string, reference: string): string[] {
    const mine = [...this.meetings.values()].filter(
      (meeting) => meeting.user === user && meeting.reference === reference,
    );
    return mine.map(({ id }) => id);
  }

  #known<T>(id: string, done: (meeting: PaperMeeting) => T): ZoomResult<T> {
    const meeting = this.meetings.get(id);
    return meeting === undefined ? trouble('gone') : { done: done(meeting) };
  }
}

function trouble(kind: 'passing' | 'refused' | 'gone'): ZoomResult<never> {
  return { trouble: { kind, setting: 'zoom', why: `paper Zoom: ${kind}`, retryAfterMs: null } };
}
