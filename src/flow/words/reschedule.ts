/**
 * 変更: a counselor moves a booking to another slot. What is confirmed stays confirmed and is told
 * so; what still awaits its reply gets the terms of the new date, and only an answer to these
 * confirms (6(3)). A request without a slot is taken up again with the new wish.
 */
import type { Booking, Slot } from '../../domain/booking.ts';
import { replyDeadline } from '../../domain/deadline.ts';
import { decide } from '../../domain/decide.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import type { Wish } from '../../domain/wish.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { waitsFor } from '../../store/attention.ts';
import { bookingById, updateDetails } from '../../store/bookings.ts';
import { newestOfKind } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import type { Office } from '../office.ts';
import { resumeRequest } from '../request/handle-request.ts';
import { standingOf } from '../request/standing.ts';
import { wentOn } from '../request/went-on.ts';
import { termsForSlot } from '../terms-of.ts';
import { nameSlot } from './named-slot.ts';
import { STILL_WAITS } from './register-words.ts';
import { answered, notDone, type SpokenWord, type WordResult } from './spoken-word.ts';
import { andPhone } from './today.ts';

/** Moves the booking of `spoken` to the slot of `wish`, or says why not and moves nothing. */
export async function reschedule(
  tx: Writer,
  office: Office,
  { spoken, wish }: { spoken: SpokenWord; wish: Wish },
): Promise<WordResult> {
  const { booking, words } = spoken;
  const hindrance = hindranceTo(spoken, await movedAtSite(tx, booking));
  if (hindrance !== null) return notDone(booking, hindrance);
  const isConfirmed = booking.state === 'confirmed';
  // With 確定 in the same mail the seeker has agreed by telephone: no terms are to be answered.
  const agreed = words.some((word) => word.kind === 'confirm' && word.reason !== null);
  const answerDue = !isConfirmed && !agreed;
  const named = await nameSlot(tx, office, { spoken, wish, self: booking.id, answerDue });
  if ('refused' in named) return notDone(booking, `${named.said}\n予約は動かしていません。`);
  const { slot } = named;
  if (isSameTime(booking, slot)) return notDone(booking, 'もうその日時の予約です。');
  const address = booking.registeredAddress ?? (await addressOf(tx, office, booking));
  if (booking.slot === null && (!agreed || address === null)) {
    return takeUpAgain(tx, office, { spoken, slot });
  }
  const moved = await moveTo(tx, office, { spoken, slot, address, answerDue });
  const to = `日時を、${longDateTime(slot.start)}に${booking.slot === null ? '決め' : '変更し'}ました。`;
  if (agreed && !isConfirmed) return answered(moved, to);
  return answered(
    moved,
    isConfirmed
      ? andPhone(`${to}\n${tellOf(moved)}`, booking.slot, spoken.cause.now)
      : `${to}\n規約と新しい日時のメールを、ご本人に送ります。\n前のメールへの返信では確定しません。`,
  );
}

function tellOf({ registeredAddress, channel }: Booking): string {
  if (channel === 'site') return 'ご本人には、予約サイトがお知らせしています。';
  return registeredAddress === null
    ? '送り先のアドレスが分からないので、ご本人には電話で伝えてください。'
    : '予約は確定したままです。\nご本人に、新しい日時をお知らせします。';
}

/** Whether the booking site has given another date, which a counselor takes over. */
async function movedAtSite(tx: Writer, { id, channel }: Booking): Promise<boolean> {
  return channel === 'site' && waitsFor(tx, id, ['site_moved']);
}

/** What stands against any change of this booking. */
function hindranceTo({ booking, words }: SpokenWord, movedThere: boolean): string | null {
  const { state, channel, slot, registeredAddress } = booking;
  if (words.filter(({ kind }) => kind === 'change').length > 1) {
    return '変更の日時が2つ書かれています。予約は動かしていません。';
  }
  if (state !== 'requested' && state !== 'awaiting_reply' && state !== 'confirmed') {
    return `この予約は「${STATE_WORDS[state]}」なので、日時を変えられません。\n新しい日時は、別のメールで受付メモとして送ってください。`;
  }
  if (channel === 'site' && !movedThere) {
    return '予約サイトの予約です。日時は、予約サイトで変えてもらってください。';
  }
  if (state !== 'confirmed' && slot !== null && registeredAddress === null) {
    return '送り先のアドレスが決まっていないので、日時を変えられません。';
  }
  return null;
}

function isSameTime({ slot }: Booking, { start }: Slot): boolean {
  return slot !== null && Temporal.ZonedDateTime.compare(slot.start, start) === 0;
}

/** Where the mail of a request without a slot may go (2(1), 6(3)); null where that is not known. */
async function addressOf(tx: Writer, office: Office, booking: Booking): Promise<string | null> {
  const standing = await standingOf(tx, office, { booking, statedAddress: null });
  return 'address' in standing ? standing.address : null;
}

interface Moving {
  spoken: SpokenWord;
  slot: Slot;
  address: string | null;
  answerDue: boolean;
}

async function moveTo(
  tx: Writer,
  office: Office,
  { spoken, slot, address, answerDue }: Moving,
): Promise<Booking> {
  const { booking, cause, at } = spoken;
  const isMailed = booking.channel !== 'site' && (booking.state === 'confirmed' || answerDue);
  const move = decide(booking, {
    type: 'rescheduled',
    at,
    toldOtherwise: !isMailed,
    set: answerDue
      ? {
          slot,
          replyBy: replyDeadline(slot.start, office.policy.closing),
          termsSha256: termsForSlot(office, slot).sha256,
        }
      : { slot, replyBy: null, registeredAddress: address, offered: [] },
  });
  if (move.kind === 'refused') throw new Error(`a ${move.state} booking takes no other slot`);
  const before = await newestOfKind(tx, booking.id, 'seeker.action.terms');
  return applyMove(tx, office, {
    booking,
    move,
    cause: {
      ...cause,
      extras: { ...cause.extras, changed: before?.tried ?? false },
      detail: `${booking.slot ? `${longDateTime(booking.slot.start)}から` : ''}${longDateTime(slot.start)}へ`,
    },
  });
}

/** A request that holds no slot yet goes on with the new wish, by the rules of any request. */
async function takeUpAgain(
  tx: Writer,
  office: Office,
  { spoken, slot }: { spoken: SpokenWord; slot: Slot },
): Promise<WordResult> {
  const { booking, cause, at } = spoken;
  const wish: Wish = { kind: 'exact', start: slot.start };
  const { items, announcements } = booking;
  await updateDetails(tx, booking.id, { items, announcements, wish });
  const wished = { ...booking, wish };
  const resumed = { booking: wished, reading: null, cause, at };
  const { outcome } = await resumeRequest(tx, office, resumed);
  const now = (await bookingById(tx, booking.id)) ?? wished;
  const said = `希望日時を、${longDateTime(slot.start)}に直しました。`;
  return answered(now, `${said}\n${wentOn(outcome, now, office) ?? STILL_WAITS}`);
}
