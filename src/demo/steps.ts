/**
 * What a step of the story needs to be played: the text as a mail program would send it, and the
 * mornings that pass before it. It plays nothing itself.
 */
import { answerText, type InHand } from './people.ts';
import type { Step } from './story.ts';

/** When the counselors' list of the day is due (config `reminders.morningListAt`). */
const MORNING = '08:15';

/** The mornings between two steps, as wall-clock times in Japan. */
export function morningsBetween(earlier: string, later: string): string[] {
  const mornings: string[] = [];
  for (let day = Temporal.PlainDate.from(earlier); ; day = day.add({ days: 1 })) {
    const morning = day.toPlainDateTime(MORNING).toString();
    if (morning >= later) return mornings;
    if (morning > earlier) mornings.push(morning);
  }
}

/** The text of a step's mail, with the quotation a phone would add. */
export function stepText(step: Step, inHand: InHand | null, at: Temporal.Instant): string {
  const { mail } = step;
  if (!mail) return '';
  return inHand === null || mail.bare ? mail.text : answerText(mail.text, inHand, at);
}
