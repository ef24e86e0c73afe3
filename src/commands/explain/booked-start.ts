/**
 * The session that a reply speaks of, as far as the reply itself shows it: in the subject that it
 * answers, or in what it quotes of our mail. The bot takes it from the booking; this stands in
 * for it where no store is asked, so that "3日の10時に行きます" is not taken for another time.
 */
import type { ReplyText } from '../../message/reply-text.ts';
import { readWish } from '../../reading/wish.ts';

/** Null where neither names exactly one start. */
export function bookedStart(
  subject: string,
  { quotedText }: ReplyText,
  reference: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null {
  const places = [subject, ...sessionLines(quotedText)];
  for (const place of places) {
    const { wish } = readWish(place, reference);
    if (wish.kind === 'exact') return wish.start;
    if (wish.kind === 'range' && wish.start !== null) return wish.start;
  }
  return null;
}

const MAX_LINES = 60;

/** The lines under a heading or label 日時, not those that tell a deadline. */
function sessionLines(quotedText: string): string[] {
  const lines = quotedText.split('\n', MAX_LINES);
  return lines.flatMap((line, i) => {
    if (!/日時/.test(line) || /期限|締切|希望/.test(line)) return [];
    return [line, lines[i + 1] ?? ''];
  });
}
