/**
 * The instant to which "明日" in a mail refers, when it is read outside the mailbox: told by the
 * caller, or the mail's own Date, or the present. Always in Japanese time.
 */
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import type { InboundMessage } from '../../message/types.ts';
import { readDateField } from './date-field.ts';

export interface Reference {
  at: Temporal.ZonedDateTime;
  from: 'told' | 'date' | 'present';
}

/** `told` wins; a Date that cannot be read counts as none. */
export function referenceOf(
  message: InboundMessage,
  { told, present }: { told: Temporal.Instant | null; present: Temporal.Instant },
): Reference {
  if (told !== null) return { at: inJapan(told), from: 'told' };
  const date = writtenAt(message);
  return date === null
    ? { at: inJapan(present), from: 'present' }
    : { at: inJapan(date), from: 'date' };
}

/** ISO 8601 with offset; without one, Japanese time is meant. Null where it is neither. */
export function readInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    // no offset, or no time at all
  }
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(OFFICE_TIME_ZONE).toInstant();
  } catch {
    return null;
  }
}

function writtenAt({ headers }: InboundMessage): Temporal.Instant | null {
  return readDateField(headers.find(({ name }) => name === 'date')?.value ?? '');
}

function inJapan(at: Temporal.Instant): Temporal.ZonedDateTime {
  return at.toZonedDateTimeISO(OFFICE_TIME_ZONE);
}
