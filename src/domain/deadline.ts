/**
 * The deadline of Article 6(1): a booking must be confirmed by the end of the calendar day
 * before the session, in Japan. Pure calendar arithmetic; it never asks what time it is.
 */

export const OFFICE_TIME_ZONE = 'Asia/Tokyo';

/**
 * The last second in which a reply still confirms: on the day before the session, at `closing`
 * (default 23:59:59, a config value may make it earlier). Not "24 hours before" (Article 6(1)).
 */
export function replyDeadline(
  sessionStart: Temporal.ZonedDateTime,
  closing: Temporal.PlainTime,
): Temporal.Instant {
  return onTheDayBefore(sessionStart, closing);
}

/** The instant at which clocks in Japan show `time` on the calendar day before the session. */
export function onTheDayBefore(
  sessionStart: Temporal.ZonedDateTime,
  time: Temporal.PlainTime,
): Temporal.Instant {
  return sessionStart
    .withTimeZone(OFFICE_TIME_ZONE)
    .toPlainDate()
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone: OFFICE_TIME_ZONE, plainTime: time })
    .toInstant();
}

/**
 * Until when an offer of free slots is to be answered: no longer than `patience`, and not after the
 * last of the slots can be had by a reply (6(1)).
 */
export function offerDeadline(
  starts: readonly Temporal.ZonedDateTime[],
  { closing, patience }: { closing: Temporal.PlainTime; patience: Temporal.Instant },
): Temporal.Instant {
  const deadlines = starts.map((start) => replyDeadline(start, closing));
  const last = deadlines.sort(Temporal.Instant.compare).at(-1) ?? patience;
  return Temporal.Instant.compare(last, patience) < 0 ? last : patience;
}

/**
 * Whether a mail that arrived at `arrival` (IMAP INTERNALDATE) is in time; the deadline's own
 * second counts.
 */
export function arrivedInTime(arrival: Temporal.Instant, deadline: Temporal.Instant): boolean {
  return Temporal.Instant.compare(arrival, deadline.add({ seconds: 1 })) < 0;
}

/** Whether `now` lies past the last second of the deadline. */
export function deadlinePassed(now: Temporal.Instant, deadline: Temporal.Instant): boolean {
  return !arrivedInTime(now, deadline);
}

/** The calendar day in Japan at an instant. */
export function dayInJapan(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDate();
}
