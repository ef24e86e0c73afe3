/**
 * The booking that a request begins with, from the items that were read (6(2)). It decides nothing
 * and writes nothing.
 */
import type { BookingDraft, Channel, Items } from '../../domain/booking.ts';
import { referenceCode } from '../../message/thread-keys.ts';
import type { RequestReading } from '../../reading/types.ts';
import type { Arrival } from '../arrival/arrival.ts';
import type { Office } from '../office.ts';

export interface NewRequest {
  arrival: Arrival;
  reading: RequestReading;
  channel: Exclude<Channel, 'session'>;
  /** What an earlier booking of the same person tells; it fills what the mail leaves out. */
  knownItems?: Items;
}

/** A draft in `requested`, with a new reference code. */
export function draftOf(
  office: Office,
  { arrival, reading, channel, knownItems }: NewRequest,
): BookingDraft {
  const { items, flags } = reading;
  return {
    reference: referenceCode(office.randomBytes(8)),
    state: 'requested',
    voidReason: null,
    channel,
    items: {
      name: items.name?.value ?? knownItems?.name ?? null,
      seekerNumber: items.seekerNumber?.value ?? knownItems?.seekerNumber ?? null,
      phone: items.phone?.value ?? knownItems?.phone ?? null,
      topic: items.topic?.value ?? knownItems?.topic ?? null,
    },
    announcements: {
      interpreter: flags.includes('interpreter'),
      attendant: flags.includes('attendant'),
    },
    registeredAddress: null,
    unverified: false,
    requesterAddress: arrival.sender,
    wish: items.wish?.value ?? { kind: 'none' },
    slot: null,
    offered: [],
    replyBy: null,
    timesAsked: 0,
    appliedAt: arrival.row.internalDate,
    consentedAt: null,
    termsSha256: null,
  };
}
