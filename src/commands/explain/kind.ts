/**
 * What kind of mail an explanation speaks of, told from the mail alone: the store, which knows
 * our threads and bookings for sure, is not asked. Pure; it reads no words itself.
 */
import type { Speaker } from '../../flow/arrival/understand.ts';
import { subjectPrefix } from '../../message/quotation/subject-prefixes.ts';
import { threadKeys } from '../../message/thread-keys.ts';
import type { InboundMessage, Origin } from '../../message/types.ts';
import type { RequestReading } from '../../reading/types.ts';

export type MailClass =
  | 'request'
  | 'reply'
  | 'counselor'
  | 'site_notice'
  | 'machine'
  | 'bounce'
  | 'other';

/**
 * What shows that a mail answers another; Japanese, for people. Null where nothing does: a
 * forward carries the thread of what it forwards (seen in Outlook), and answers nothing.
 */
export function threadSign(message: InboundMessage): string | null {
  const prefix = subjectPrefix(message.subject);
  if (prefix === 'forward') return null;
  const { messageIds, reference } = threadKeys(message);
  if (messageIds.length > 0) return '返信の印（In-Reply-To、References）があります';
  if (reference !== null) return `件名に予約番号（${reference}）があります`;
  return prefix === 'reply' ? '件名が返信の形（Re: など）です' : null;
}

/** The kind of a person's mail that is no counselor's. */
export function personsMail(
  reading: RequestReading,
  { isRequest, answers }: { isRequest: boolean; answers: boolean },
): Extract<MailClass, 'request' | 'reply' | 'other'> {
  if (!answers) return isRequest ? 'request' : 'other';
  return isRequest && namesItself(reading) ? 'request' : 'reply';
}

/** In a thread a date alone is an answer; with a number beside it, it is a request of its own. */
function namesItself({ items }: RequestReading): boolean {
  const wished = items.wish !== null && items.wish.value.kind !== 'none';
  return wished && items.seekerNumber !== null;
}

/** A desk's or a robot's mail; other machines (vacation, receipts) never carry a booking. */
const SITE_ORIGINS: ReadonlySet<Origin> = new Set(['bulk', 'acknowledgement']);

/** The kind of a mail that a machine sent: a booking site's notice names person, number and time. */
export function machinesMail(
  { speaker, origin }: { speaker: Speaker; origin: Origin },
  { items }: RequestReading,
): Extract<MailClass, 'bounce' | 'machine' | 'site_notice'> {
  if (speaker === 'bounce') return 'bounce';
  const booked = items.wish?.value.kind === 'exact' || items.wish?.value.kind === 'range';
  const named = items.name !== null && items.seekerNumber?.evidence === 'label';
  return SITE_ORIGINS.has(origin) && booked && named ? 'site_notice' : 'machine';
}
