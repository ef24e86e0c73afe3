/**
 * A delivery notice (RFC 3464 and its older forms): a terms mail that did not arrive is shown to
 * a counselor at once, with the seeker's telephone number; a delay or a success changes nothing.
 * The deadline runs on.
 */
import type { Booking } from '../../domain/booking.ts';
import { decide } from '../../domain/decide.ts';
import type { MailKind } from '../../domain/mail-kind.ts';
import { addressKey } from '../../message/address.ts';
import { type BounceAdvice, bounceAdvice } from '../../message/bounce/advice.ts';
import { readBounce } from '../../message/bounce.ts';
import { threadKeys } from '../../message/thread-keys.ts';
import type { BounceReport } from '../../message/types.ts';
import { raiseAttention } from '../../store/attention.ts';
import { bookingById, openBookingsOfAddress } from '../../store/bookings.ts';
import { ourMail } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import { applyMove } from '../apply.ts';
import { type Arrival, causeOf, threadBooking } from '../arrival/arrival.ts';
import { isStaff } from '../arrival/is-staff.ts';
import type { Cause } from '../cause.ts';
import type { Handled } from '../handled.ts';
import { alertStaff } from '../mail/alert-staff.ts';
import type { Office } from '../office.ts';

export async function handleBounce(tx: Writer, office: Office, arrival: Arrival): Promise<Handled> {
  const report = readBounce(arrival.message);
  const { booking, kind } = await mailInQuestion(tx, arrival, report);
  const bookingId = booking?.id ?? null;
  const advice = report === null ? null : bounceAdvice(report);
  if (report !== null && advice?.kind === 'nothing') {
    return { state: 'handled', outcome: `delivery notice: ${report.action}`, bookingId };
  }
  if (wasToStaff(office, kind, report)) {
    return onlyListed(tx, office, { arrival, bookingId });
  }
  const cause: Cause = {
    ...causeOf(arrival, 'relay', office.clock.now()),
    extras: { advice: advice === null ? null : BOUNCE_WORDS[advice.kind] },
  };
  const move =
    booking !== null && kind === 'seeker.action.terms'
      ? decide(booking, { type: 'terms_bounced', at: arrival.row.internalDate })
      : null;
  if (booking !== null && move?.kind === 'move') {
    await applyMove(tx, office, { booking, move, cause });
  } else {
    await alertStaff(tx, office, { reason: 'delivery_failed', booking, cause });
  }
  const outcome = `bounce: ${report?.permanence ?? 'unknown'}`;
  return { state: 'for_staff', outcome, bookingId };
}

/**
 * A gateway or carrier says in words of its own, without a delivery report, that it stopped or
 * changed a mail of ours: whether it arrived nobody knows, so the booking is not moved.
 */
export async function handleStopped(
  tx: Writer,
  office: Office,
  arrival: Arrival,
): Promise<Handled> {
  const { booking, kind } = await mailInQuestion(tx, arrival, null);
  const bookingId = booking?.id ?? null;
  if (wasToStaff(office, kind, null)) return onlyListed(tx, office, { arrival, bookingId });
  const cause: Cause = {
    ...causeOf(arrival, 'relay', office.clock.now()),
    extras: { advice: STOPPED_WORDS },
  };
  await alertStaff(tx, office, { reason: 'delivery_failed', booking, cause });
  return { state: 'for_staff', outcome: 'notice: a mail was stopped', bookingId };
}

/** Writing to the counselor about a mail to staff would only come back in turn (trap 17). */
async function onlyListed(
  tx: Writer,
  office: Office,
  { arrival, bookingId }: { arrival: Arrival; bookingId: number | null },
): Promise<Handled> {
  await raiseAttention(tx, {
    reason: 'delivery_failed',
    bookingId,
    inboxId: arrival.row.id,
    outboxId: null,
    raisedAt: office.clock.now(),
  });
  return { state: 'for_staff', outcome: 'bounce: a mail to staff', bookingId };
}

function wasToStaff(office: Office, kind: MailKind | null, report: BounceReport | null): boolean {
  if (kind !== null) return kind.startsWith('staff.');
  const recipient = report?.finalRecipient ?? null;
  const { notify } = office.config.staff;
  if (recipient === null) return false;
  return isStaff(office, addressKey(recipient)) || addressKey(recipient) === addressKey(notify);
}

/** Which mail of ours it is about: by its Message-ID, by the thread, at last by who did not get it. */
async function mailInQuestion(
  tx: Writer,
  arrival: Arrival,
  report: BounceReport | null,
): Promise<{ booking: Booking | null; kind: MailKind | null }> {
  for (const id of [report?.originalMessageId, ...threadKeys(arrival.message).messageIds]) {
    const mail = id ? await ourMail(tx, id) : null;
    if (mail === null) continue;
    const booking = mail.bookingId === null ? null : await bookingById(tx, mail.bookingId);
    return { booking, kind: mail.kind };
  }
  const inThread = await threadBooking(tx, arrival);
  if (inThread !== null) return { booking: inThread, kind: null };
  if (!report?.finalRecipient) return { booking: null, kind: null };
  const [booking, another] = await openBookingsOfAddress(tx, addressKey(report.finalRecipient));
  return { booking: another === undefined ? (booking ?? null) : null, kind: null };
}

const STOPPED_WORDS =
  '相手側の仕組みが、メールを止めたか書き換えたという知らせです。ご本人に届いていないかもしれません。';

/** What a counselor is told to do; a carrier's "Unknown user" may be a filter against PC mail. */
const BOUNCE_WORDS: Record<BounceAdvice['kind'], string> = {
  nothing: '',
  call_carrier_filter:
    '携帯電話会社が受け取りませんでした。パソコンからのメールを断る設定かもしれません。電話でご本人に伝えてください。',
  call_wrong_address: 'アドレスが使われていないようです。電話でご本人に確かめてください。',
  call_mailbox_full:
    'ご本人のメールボックスがいっぱいです。電話でご本人に空きを作ってもらってください。',
  call_try_again: '相手のサーバーに届きませんでした。電話でご本人に伝えてください。',
  call_refused:
    '相手のサーバーが受け取りを断りました。電話でご本人に伝え、管理者にも知らせてください。',
  call_unknown: '届かなかった理由は分かりません。電話でご本人に伝えてください。',
};
