/**
 * The versions of the terms of use and which of them a booking is sent (Article 13). A version is
 * known by the sha256 of its text; the terms in force on the day of the session govern it. Pure.
 */

export interface TermsText {
  sha256: string;
  /** The last date at the foot of the text, "2025-03-11". */
  label: string;
  /** Byte for byte as the office wrote it. */
  text: string;
}

export interface TermsVersion extends TermsText {
  /** The first day on which it holds; null: it has always held. */
  effectiveFrom: Temporal.PlainDate | null;
  /** From this day on every booking is sent it, whatever the day of its session; null: no such day. */
  sendFrom: Temporal.PlainDate | null;
}

/** At least one version, in the order in which they take effect. */
export type TermsVersions = readonly [TermsVersion, ...TermsVersion[]];

/** The version that a booking for `session`, made on `today`, is sent. */
export function termsFor(
  versions: TermsVersions,
  { session, today }: { session: Temporal.PlainDate; today: Temporal.PlainDate },
): TermsVersion {
  const [first, ...later] = versions;
  return (
    later.findLast(
      ({ effectiveFrom, sendFrom }) =>
        reached(effectiveFrom, session) || (sendFrom !== null && reached(sendFrom, today)),
    ) ?? first
  );
}

/** The version with this text; null where the config does not have it. */
export function termsWithHash(versions: TermsVersions, sha256: string): TermsVersion | null {
  return versions.find((version) => version.sha256 === sha256) ?? null;
}

function reached(from: Temporal.PlainDate | null, day: Temporal.PlainDate): boolean {
  return from === null || Temporal.PlainDate.compare(from, day) <= 0;
}
