/**
 * The booking and the words around it: states, channels, slots. Types and small constants only.
 * The moves between states are in `lifecycle.ts`, the decisions in `decide.ts`.
 */

import type { Wish } from './wish.ts';

/** Requirements, section 4. */
export const BOOKING_STATES = [
  'requested',
  'awaiting_reply',
  'confirmed',
  'attended',
  'no_show',
  'cancelled',
  'void',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export type VoidReason = 'no_reply' | 'incomplete' | 'ineligible';

/** How the booking came: 6(2) by mail or by phone, the booking site, 6(5) in a session. */
export type Channel = 'mail' | 'phone' | 'site' | 'session';

/** Thirty minutes (Article 6(1)) in one lane: a counselor with a Zoom room. */
export interface Slot {
  start: Temporal.ZonedDateTime;
  lane: string;
}

/** A Zoom meeting, as a person needs it to come in. */
export interface Meeting {
  meetingId: string;
  passcode: string;
  url: string;
}

/** The five items of Article 6(2), in the order of the terms. */
export const ITEM_NAMES = ['name', 'seekerNumber', 'datetime', 'phone', 'topic'] as const;
export type ItemName = (typeof ITEM_NAMES)[number];

/** The items of Article 6(2) but the wish, as far as they are known. */
export interface Items {
  name: string | null;
  seekerNumber: string | null;
  phone: string | null;
  topic: string | null;
}

/** People and wishes that a counselor must know of before the session (Article 12(3)). */
export interface Announcements {
  interpreter: boolean;
  attendant: boolean;
}

export interface Booking {
  id: number;
  /** The code in every subject, "K7QM-2WXA". */
  reference: string;
  state: BookingState;
  voidReason: VoidReason | null;
  channel: Channel;
  items: Items;
  announcements: Announcements;
  /** The address registered for the seeker's My-Page (6(3)); null until it is known. */
  registeredAddress: string | null;
  /** 未照合: taken on its sender's word, because no register knew the person (`registration: "sender"`). */
  unverified: boolean;
  /** Who wrote the request: the seeker's own address, or the counselor's for a memo. */
  requesterAddress: string;
  /** What was wished (6(2)③), so that a later word can take the request up again. */
  wish: Wish;
  /** Held from the moment a terms mail is written. */
  slot: Slot | null;
  /** Free slots that were offered, in the order of their numbers; an offer holds nothing. */
  offered: Temporal.ZonedDateTime[];
  /** The last second in which an answer counts (6(1), 6(4)); null while none is due. */
  replyBy: Temporal.Instant | null;
  /** How often missing items were asked for. */
  timesAsked: number;
  appliedAt: Temporal.Instant;
  /** When the consenting reply arrived at the server (6(3)). */
  consentedAt: Temporal.Instant | null;
  /** The text of the terms that this booking was sent. */
  termsSha256: string | null;
  /** Its own Zoom meeting; null where its lane has a fixed room, and until the meeting is made. */
  meeting: Meeting | null;
}

/** What a new booking is made of, before the database gives it an id. */
export type BookingDraft = Omit<Booking, 'id' | 'meeting'>;
