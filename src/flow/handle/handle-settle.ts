/**
 * 済 in answer to a mail of ours that is about no booking: an alert, which it settles, or the
 * morning list, of which it settles what was only to be read. What a booking waits for is settled
 * in `settle-matters.ts`.
 */

import { sectionOf } from '../../domain/morning-section.ts';
import { threadKeys } from '../../message/thread-keys.ts';
import type { CounselorWord } from '../../reading/types.ts';
import { type OurMail, ourMail } from '../../store/our-mails.ts';
import type { Writer } from '../../store/store.ts';
import { type Arrival, causeOf } from '../arrival/arrival.ts';
import { isSurelyRead, readCounselorMail } from '../arrival/understand.ts';
import type { Cause } from '../cause.ts';
import type { Handled } from '../handled.ts';
import type { Office } from '../office.ts';
import {
  nothingOpen,
  type Settled,
  settledInWords,
  settleMatters,
} from '../words/settle-matters.ts';
import { answerCounselor } from './answer-counselor.ts';

/** The mail of ours without a booking that a mail answers; null where it answers none. */
export async function looseMailAnswered(tx: Writer, { message }: Arrival): Promise<OurMail | null> {
  for (const id of threadKeys(message).messageIds) {
    const mail = await ourMail(tx, id);
    if (mail !== null) return mail.bookingId === null ? mail : null;
  }
  return null;
}

/** Whether 済 is all that a counselor says. */
export function onlySettles(words: readonly CounselorWord[]): boolean {
  return words.length > 0 && words.every(({ kind }) => kind === 'settle');
}

/** Settles what the answered mail told of, and says so; null where 済 is not surely read. */
export async function handleLooseSettle(
  tx: Writer,
  office: Office,
  { arrival, answers }: { arrival: Arrival; answers: OurMail },
): Promise<Handled | null> {
  const { written, words } = readCounselorMail(arrival, { ourText: answers.text });
  if (!onlySettles(words.words) || !isSurelyRead(arrival, written)) return null;
  const cause = causeOf(arrival, 'counselor', office.clock.now());
  const result = await settleTold(tx, answers, cause);
  const done = result.settled.length > 0;
  await answerCounselor(tx, office, {
    arrival,
    booking: null,
    kind: 'staff.notice.done',
    what: done ? 'ことばのとおりに処理しました。' : '処理できないことばがありました。',
    todo: done ? settledInWords(result, 'mail').join('\n') : nothingOpen('mail'),
  });
  return { state: done ? 'handled' : 'for_staff', outcome: 'words: settle', bookingId: null };
}

/** Any other answer that was carried out settles what an alert told of, too. */
export async function settleAnswered(tx: Writer, answers: OurMail, cause: Cause): Promise<void> {
  if (answers.kind === 'staff.action.decide') await settleTold(tx, answers, cause);
}

function settleTold(tx: Writer, { id, kind, writtenAt }: OurMail, cause: Cause): Promise<Settled> {
  return kind === 'staff.notice.morning'
    ? settleMatters(
        tx,
        { by: 'time', before: writtenAt },
        { cause, only: ({ reason }) => sectionOf(reason) === 'read' },
      )
    : settleMatters(tx, { by: 'alert', mailId: id }, { cause });
}
