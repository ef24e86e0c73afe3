/**
 * Puts something on the staff's list and, where the table of words says so, writes to the
 * counselor at once. It settles nothing and moves no booking.
 */
import type { AttentionReason } from '../../domain/attention.ts';
import type { Booking } from '../../domain/booking.ts';
import { sectionOf } from '../../domain/morning-section.ts';
import { todoOf } from '../../domain/words/attention-todo.ts';
import { ATTENTION_WORDS } from '../../domain/words/attention-words.ts';
import { isOnTheList, raiseAttention } from '../../store/attention.ts';
import type { Writer } from '../../store/store.ts';
import { type Cause, causeKey } from '../cause.ts';
import type { Office } from '../office.ts';
import { bookingFacts, mailFacts, openPointFacts, otherBookingFacts } from './staff-views.ts';
import { writeMail } from './write-mail.ts';

export interface Alert {
  reason: AttentionReason;
  booking: Booking | null;
  cause: Cause;
  /** Only where the same is not waiting already. */
  once?: boolean;
}

/** A mail goes to the counselor who wrote, otherwise to the office's address for alerts. */
export async function alertStaff(tx: Writer, office: Office, alert: Alert): Promise<void> {
  const { reason, booking, cause } = alert;
  const bookingId = booking?.id ?? null;
  if (alert.once && (await isOnTheList(tx, { reason, bookingId }))) return;
  await raiseAttention(tx, {
    reason,
    bookingId,
    inboxId: cause.mail?.inboxId ?? null,
    outboxId: null,
    alertId: ATTENTION_WORDS[reason].mail ? await writeAlert(tx, office, alert) : null,
    raisedAt: cause.now,
  });
}

/** Returns the number of the mail; null where a cap was reached or the same was told before. */
async function writeAlert(tx: Writer, office: Office, alert: Alert): Promise<number | null> {
  const { reason, booking, cause } = alert;
  const counselor = cause.actor === 'counselor' ? cause.mail : null;
  const written = await writeMail(tx, office, {
    kind: 'staff.action.decide',
    occasion: `${reason} ${causeKey(cause)}`,
    booking,
    to: { name: '', address: counselor?.from || office.config.staff.notify },
    text: office.templates.render('staff.action.decide', alertData(alert)),
    answers: counselor,
    now: cause.now,
  });
  return written === 'capped' ? null : written.mailId;
}

function alertData({ reason, booking, cause }: Alert) {
  const { what } = ATTENTION_WORDS[reason];
  const topic = sectionOf(reason) === 'decide' ? 'told' : 'left_out';
  const label = reason === 'site_clash' ? '重なる予約の番号' : 'この方の予約の番号';
  const todo = todoOf(reason, booking?.state ?? null);
  return {
    what,
    todo: cause.extras?.advice ? `${cause.extras.advice}\n${todo}` : todo,
    reference: booking?.reference ?? null,
    facts: [
      ...(booking ? bookingFacts(booking, { topic }) : []),
      ...openPointFacts(cause.extras?.points ?? []),
      ...(cause.extras?.others ?? []).flatMap((other) => otherBookingFacts(other, label)),
      ...(cause.mail?.from ? mailFacts(cause.mail) : []),
    ],
    excerpt: cause.mail ? quoted(cause.mail.excerpt) : null,
  };
}

/** Marked as quotation, so that an answer to the alert never speaks with the words of this mail. */
function quoted(excerpt: string): string | null {
  if (excerpt.trim() === '') return null;
  return excerpt
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
