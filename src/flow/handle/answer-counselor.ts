/**
 * The answer to a counselor's mail, in its thread: what was read, or what was done and why not. It
 * carries no 相談内容, which is only for mails that ask for a decision (Article 8).
 */
import type { Booking } from '../../domain/booking.ts';
import type { Writer } from '../../store/store.ts';
import { type Arrival, causeOf } from '../arrival/arrival.ts';
import { bookingFacts } from '../mail/staff-views.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { Office } from '../office.ts';

export interface Answer {
  arrival: Arrival;
  /** Null where the mail is about none. */
  booking: Booking | null;
  kind: 'staff.notice.echo' | 'staff.notice.done';
  /** What happened, one sentence. */
  what: string;
  /** What follows, one sentence a line. */
  todo: string;
}

export async function answerCounselor(tx: Writer, office: Office, answer: Answer): Promise<void> {
  const { arrival, booking, kind, what, todo } = answer;
  const topic = kind === 'staff.notice.echo' ? 'that_read' : 'left_out';
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  await writeMail(tx, office, {
    kind,
    occasion: `mail ${arrival.row.id}`,
    booking,
    to: { name: '', address: arrival.sender },
    text: office.templates.render(kind, {
      what,
      todo,
      reference: booking?.reference ?? null,
      facts: booking === null ? [] : bookingFacts(booking, { topic }),
      excerpt: null,
    }),
    answers: cause.mail,
    now: cause.now,
  });
}
