/**
 * 次回: a further booking that was fixed during a session (6(5)). It is born confirmed, one notice
 * with date, time and meeting follows, no reply is asked and silence never voids it.
 */
import type { Booking, BookingDraft, Slot } from '../../domain/booking.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import { exactStarts, type Wish } from '../../domain/wish.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { referenceCode } from '../../message/thread-keys.ts';
import { openBookingsOfSeeker } from '../../store/bookings.ts';
import type { Writer } from '../../store/store.ts';
import { bearBooking } from '../births.ts';
import type { Office } from '../office.ts';
import { isUnverified, standingOf } from '../request/standing.ts';
import { termsForSlot } from '../terms-of.ts';
import { furtherWord } from './further-word.ts';
import { nameSlot } from './named-slot.ts';
import { answered, notDone, type SpokenWord, type WordResult } from './spoken-word.ts';

/** Books the next session of the seeker of `spoken`, or says why not and books nothing. */
export async function bookNextSession(
  tx: Writer,
  office: Office,
  { spoken, wish }: { spoken: SpokenWord; wish: Wish },
): Promise<WordResult> {
  const { booking, cause, at } = spoken;
  const address = await addressFor(tx, office, spoken);
  if ('not' in address) return notDone(booking, `${address.not}\n次回の予約は作っていません。`);
  const named = await nameSlot(tx, office, { spoken, wish, self: null, answerDue: false });
  if (await isBooked(tx, booking, { wish, now: cause.now })) {
    return notDone(booking, 'この方の同じ日時の予約が、もうあります。新しい予約は作っていません。');
  }
  if ('refused' in named) return notDone(booking, `${named.said}\n次回の予約は作っていません。`);
  const draft = draftAfter(office, booking, { ...named, ...address, at });
  const next = await bearBooking(tx, office, {
    event: 'session_booked',
    draft,
    cause: {
      ...cause,
      detail: `予約番号 ${booking.reference} の相談で予約`,
      extras: { withTerms: draft.consentedAt === null },
    },
    at,
  });
  return answered(
    booking,
    `次回の予約を確定しました。日時は、${longDateTime(named.slot.start)}からです。\n次回の予約番号は、${next.reference}です。\nご本人に、日時とZoomの入り方をお知らせします。`,
  );
}

/** Where the notice goes, or why there is none to be sent (2(1), 6(6), 12(1)). */
async function addressFor(
  tx: Writer,
  office: Office,
  spoken: SpokenWord,
): Promise<{ known: string; unverified: boolean } | { not: string }> {
  const { booking } = spoken;
  if (booking.state !== 'confirmed' && booking.state !== 'attended') {
    return {
      not: `この予約は「${STATE_WORDS[booking.state]}」なので、次回の予約を付けられません。`,
    };
  }
  const asked = { ...booking, channel: 'session' as const };
  const { registeredAddress: statedAddress } = booking;
  const standing = await standingOf(tx, office, { booking: asked, statedAddress });
  return 'address' in standing
    ? { known: standing.address, unverified: isUnverified(standing) }
    : { not: hindranceIn(standing.kind, spoken) };
}

function hindranceIn(kind: keyof typeof STANDINGS, spoken: SpokenWord): string {
  const { why, lead, further } = STANDINGS[kind];
  return `${why}\n${lead}${furtherWord(further, spoken)}`;
}

const STANDINGS = {
  refused: {
    why: 'ご利用をお断りしている方なので、予約できません。',
    lead: '受けるときは、先に',
    further: 'lift_refusal',
  },
  unknown: { why: '名簿にない求職番号です。', lead: '先に', further: 'register_at' },
  disagrees: {
    why: '氏名が名簿と合いません。',
    lead: '氏名が正しいときは、先に',
    further: 'register',
  },
  no_address: { why: '送り先のアドレスが分かりません。', lead: '先に', further: 'address' },
} as const;

/** Whether the seeker has an open booking for that time already: the word was sent twice. */
async function isBooked(
  tx: Writer,
  { items }: Booking,
  { wish, now }: { wish: Wish; now: Temporal.Instant },
): Promise<boolean> {
  if (items.seekerNumber === null) return false;
  const open = await openBookingsOfSeeker(tx, items.seekerNumber, now);
  return exactStarts(wish).some((wished) =>
    open.some(
      ({ slot }) => slot !== null && Temporal.ZonedDateTime.compare(slot.start, wished) === 0,
    ),
  );
}

/**
 * The same person and matter. Where the terms of that session were consented to with the earlier
 * booking, that consent is kept; otherwise the notice carries them, and applying is the consent (6,
 * preamble).
 */
function draftAfter(
  office: Office,
  before: Booking,
  {
    slot,
    known,
    unverified,
    at,
  }: { slot: Slot; known: string; unverified: boolean; at: Temporal.Instant },
): Omit<BookingDraft, 'state' | 'voidReason'> {
  const terms = termsForSlot(office, slot);
  const consented = before.termsSha256 === terms.sha256 ? before.consentedAt : null;
  return {
    reference: referenceCode(office.randomBytes(8)),
    channel: 'session',
    items: before.items,
    announcements: before.announcements,
    registeredAddress: known,
    unverified,
    requesterAddress: before.requesterAddress,
    wish: { kind: 'exact', start: slot.start },
    slot,
    offered: [],
    replyBy: null,
    timesAsked: 0,
    appliedAt: at,
    consentedAt: consented,
    termsSha256: terms.sha256,
  };
}
