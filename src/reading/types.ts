/**
 * What the reading room hands out: typed readings of Japanese text, each value with
 * the place it came from and each doubt with its reason. Types only.
 * Nothing here knows mail: callers pass plain text (and the display name of a sender
 * as weaker evidence).
 */
import type { ItemName } from '../domain/booking.ts';
import type { Wish } from '../domain/wish.ts';

/** Half-open range of UTF-16 offsets into the raw text that was read. */
export interface Span {
  start: number;
  end: number;
}

/** Where a value was found; `label` is the strongest evidence, `sender` the weakest. */
export type Evidence = 'label' | 'prose' | 'signature' | 'subject' | 'sender';

export interface Found<T> {
  value: T;
  evidence: Evidence;
  /** Null where the value came from outside the text (subject, sender). */
  span: Span | null;
}

export type { ItemName };

/** A person to be announced (Article 12(3)), or a sign that the mail speaks for another. */
export type RequestFlag = 'interpreter' | 'attendant' | 'third_party' | 'multiple_people';

export type Intent =
  | 'request'
  | 'supplement'
  | 'change'
  | 'cancel'
  | 'question'
  | 'thanks'
  | 'complaint'
  | 'trouble'
  | 'auto_reply'
  | 'other';

export interface RequestText {
  subject: string;
  /** What the person wrote anew and the signature below it; quotation already cut by `message/`. */
  text: string;
  /** Display name and address of the sender; null for a counselor's memo. */
  sender: { name: string; address: string } | null;
}

export interface RequestReading {
  intent: Intent;
  items: {
    name: Found<string> | null;
    /** Normalised "NNNNN-N…" */
    seekerNumber: Found<string> | null;
    wish: Found<Wish> | null;
    /** Japanese national form with hyphens, "090-1234-5678". */
    phone: Found<string> | null;
    topic: Found<string> | null;
  };
  missing: ItemName[];
  /** Present, but to be asked back, with a reason. */
  unclear: { item: ItemName; reason: string; span: Span | null }[];
  flags: RequestFlag[];
  /** Asks for a booking in so many words, whatever it leaves out. */
  asksToBook: boolean;
  /** The device the person says to use (スマートフォン, PC …), as written. */
  device: string | null;
  /** A mail address given in the text (メール: …), as written. */
  address: Found<string> | null;
}

export type ReplyIntent =
  | 'confirm'
  | 'decline'
  | 'change'
  | 'confirm_with_question'
  | 'question'
  | 'unclear';

export interface ReplyReading {
  intent: ReplyIntent;
  /** The words relied on, for `explain` and for the event row. */
  because: string;
  span: Span | null;
  /** 1-based number of the offered slot that was chosen ("2番でお願いします"). */
  choice: number | null;
  /** A date or time written in the reply. */
  wish: Wish;
  flags: RequestFlag[];
}

/** A counselor's word about a booking (requirements, sections 1 and 3). */
export type CounselorWord =
  | { kind: 'register' }
  /** `remark`: something harmless stands beside it. */
  | { kind: 'attended'; remark?: true }
  | { kind: 'no_show'; remark?: true }
  | { kind: 'cancel'; reason: string | null }
  | { kind: 'office_cancel'; reason: string | null }
  | { kind: 'change'; wish: Wish }
  | { kind: 'next_session'; wish: Wish }
  | { kind: 'confirm'; reason: string | null }
  | { kind: 'release_mail' }
  | { kind: 'refuse'; reason: string | null }
  | { kind: 'lift_refusal'; reason: string | null }
  | { kind: 'address'; address: string }
  /** 済: read or done; nothing about the booking is decided. */
  | { kind: 'settle' };

export interface CounselorReading {
  words: CounselorWord[];
  /** Lines that look like a word but were not understood, to be answered. */
  notUnderstood: string[];
}
