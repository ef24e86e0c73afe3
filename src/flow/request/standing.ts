/**
 * What the register says of a requester (Article 2(1)), or the office's choice to keep no
 * register. The address that mail goes to is never learnt from a From: line where a register is
 * kept (trap 1).
 */
import type { BookingDraft } from '../../domain/booking.ts';
import type { Standing } from '../../domain/decide-request.ts';
import { addressKey } from '../../message/address.ts';
import { seekerByNumber } from '../../store/seekers.ts';
import type { Reader } from '../../store/store.ts';
import type { Office } from '../office.ts';

/** `statedAddress`: where a counselor says that the mail goes; null where nobody has said so. */
export async function standingOf(
  db: Reader,
  office: Office,
  { booking, statedAddress }: { booking: BookingDraft; statedAddress: string | null },
): Promise<Standing> {
  const { seekerNumber, name } = booking.items;
  const seeker = seekerNumber === null ? null : await seekerByNumber(db, seekerNumber);
  if (seeker?.refusedReason) return { kind: 'refused' };
  // What the register holds counts in both modes; only whom it does not know is trusted.
  if (office.config.registration === 'sender' && (seeker?.address ?? null) === null) {
    const address = booking.channel === 'mail' ? booking.requesterAddress : statedAddress;
    return address === null
      ? { kind: 'no_address' }
      : { kind: 'trusted', address: addressKey(address) };
  }
  if (seeker === null) return { kind: 'unknown' };
  if (name !== null && !namesAgree(name, seeker.name)) return { kind: 'disagrees' };
  const address = seeker.address === null ? '' : addressKey(seeker.address);
  return address === '' ? { kind: 'no_address' } : { kind: 'registered', address };
}

/** Whether a person goes on without having been found in a register: 未照合. */
export function isUnverified({ kind }: Standing): boolean {
  return kind === 'trusted';
}

/** A family name alone agrees with a full name; spaces and width do not count. */
export function namesAgree(written: string, registered: string): boolean {
  const fold = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const a = fold(written);
  const b = fold(registered);
  return a === b || b.startsWith(a);
}
