/**
 * Why a wish is not met, in a sentence to the seeker, where the office's rules and not another
 * booking stand against it (6(1)). Words only; what is offered instead is decided elsewhere.
 */
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { clockTime } from '../../domain/japanese-date.ts';
import { comesTooLate } from '../../domain/late-wish.ts';
import { isOfficeSlot } from '../../domain/office-calendar.ts';
import { exactStarts, type Wish } from '../../domain/wish.ts';
import type { Office } from '../office.ts';

/** Null where no rule stands against it, or against a part of it only. */
export function whyRefused(wish: Wish, { policy }: Office, now: Temporal.Instant): string | null {
  const { calendar, closing } = policy;
  if (comesTooLate(wish, { closing, now })) {
    return `予約は、相談の日の${lastDay(closing)}に確定する決まりです。`;
  }
  const starts = exactStarts(wish).map((start) => start.withTimeZone(OFFICE_TIME_ZONE));
  if (starts.length === 0) return null;
  if (starts.every((start) => calendar.isClosedDay(start.toPlainDate()))) {
    return `${starts.length === 1 ? 'その日は' : 'どの日も'}、閉庁日です。`;
  }
  const isClosed = (start: Temporal.ZonedDateTime) => !isOfficeSlot(start, calendar);
  return starts.every(isClosed) ? hoursInWords(policy) : null;
}

/** "前の日まで", "前の日の17時00分まで". */
function lastDay(closing: Temporal.PlainTime): string {
  const isMidnight = closing.hour === 23 && closing.minute === 59;
  return isMidnight ? '前の日まで' : `前の日の${clockTime(closing)}まで`;
}

function hoursInWords({ calendar: { hours } }: Office['policy']): string {
  const { open, close, breakStart, breakEnd, gridMinutes } = hours;
  const lines = [`相談の時間は、${clockTime(open)}から${clockTime(close)}までです。`];
  if (!breakStart.equals(breakEnd)) {
    lines.push(`${clockTime(breakStart)}から${clockTime(breakEnd)}までは休みです。`);
  }
  return [...lines, `相談は、${gridMinutes}分ごとに始まります。`].join('\n');
}
