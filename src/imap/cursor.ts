/**
 * Which of the announced mails are new to us, and in which order they are looked at.
 * Pure: knows UIDs and a ledger's marks; never asks the server and never reads `\Seen`
 * (the staff reads the same mailbox, trap 9).
 */

/** How far the ledger has come in one mailbox. */
export interface Cursor {
  /** As text: RFC 9051 2.3.1.1, compared for equality only. */
  uidValidity: string;
  /** Every UID up to this one is in the ledger, or lies before the start line. */
  lowWater: number;
}

/** Where to begin: after which UID to ask, and why. */
export type StartingPoint =
  | { kind: 'first_start'; afterUid: number }
  | { kind: 'go_on'; afterUid: number }
  | { kind: 'renumbered'; afterUid: 0 };

/**
 * Decides where reading starts. First start: at the server's next UID, so that no old mail is
 * answered (trap 10). Same UIDVALIDITY: after the low-water mark. Another UIDVALIDITY: from the
 * beginning, and the ledger of Message-ID and hash tells what is known already.
 */
export function startingPoint(
  known: Cursor | null,
  selected: { uidValidity: string; uidNext: number | null },
): StartingPoint {
  if (known === null) {
    return { kind: 'first_start', afterUid: Math.max((selected.uidNext ?? 1) - 1, 0) };
  }
  if (known.uidValidity !== selected.uidValidity) return { kind: 'renumbered', afterUid: 0 };
  return { kind: 'go_on', afterUid: known.lowWater };
}

/** The announced mails that the ledger has not seen, each UID once, ascending. */
export function notYetSeen<Mail extends { uid: number }>(
  announced: readonly Mail[],
  ledger: { lowWater: number; seen: ReadonlySet<number> },
): Mail[] {
  const byUid = new Map<number, Mail>();
  for (const mail of announced) {
    if (mail.uid > ledger.lowWater && !ledger.seen.has(mail.uid)) byUid.set(mail.uid, mail);
  }
  return [...byUid.values()].sort((a, b) => a.uid - b.uid);
}

/** Replies to our own mail first, then the rest; within both the order of arrival is kept. */
export function repliesFirst<Mail>(
  mails: readonly Mail[],
  concernsUs: (mail: Mail) => boolean,
): Mail[] {
  const ours: Mail[] = [];
  const others: Mail[] = [];
  for (const mail of mails) (concernsUs(mail) ? ours : others).push(mail);
  return [...ours, ...others];
}
