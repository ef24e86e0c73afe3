/**
 * What the bot would do with an explained mail, in words. Only told, never done; what depends
 * on the register, the free slots or a booking's state is told as a condition.
 */
import { exactStarts } from '../../domain/wish.ts';
import { isSurelyRead } from '../../flow/arrival/understand.ts';
import { onlySettles } from '../../flow/handle/handle-settle.ts';
import { readBounce } from '../../message/bounce.ts';
import type { RequestReading } from '../../reading/types.ts';
import type { Explanation } from './explanation.ts';
import { NEXT_STEPS } from './words.ts';

/** One or two sentences, the more likely first. */
export function nextSteps(explanation: Explanation): string[] {
  const { speaker } = explanation;
  switch (speaker) {
    case 'own':
      return [NEXT_STEPS.own];
    case 'bounce':
      return [bounceStep(explanation)];
    case 'site':
      return [siteStep(explanation)];
    case 'machine':
      return [explanation.kind === 'site_notice' ? NEXT_STEPS.site_notice : NEXT_STEPS.machine];
    case 'unproven':
    case 'nobody':
      return [NEXT_STEPS[speaker]];
    case 'counselor':
      return [counselorStep(explanation)];
    case 'seeker':
      return seekerSteps(explanation);
  }
}

function siteStep({ site, items }: Explanation): string {
  if (site?.what === 'cancelled') return NEXT_STEPS.site_cancelled;
  const starts = exactStarts(items?.reading.items.wish?.value ?? { kind: 'none' });
  return starts.length === 0 ? NEXT_STEPS.site_unreadable : NEXT_STEPS.site_booked;
}

function bounceStep({ mail }: Explanation): string {
  const action = readBounce(mail.message)?.action ?? 'unknown';
  const failed = action === 'failed' || action === 'unknown';
  return failed ? NEXT_STEPS.bounce_failed : NEXT_STEPS.bounce_quiet;
}

function counselorStep({
  counselor,
  items,
  isRequest,
  threadSign,
  written,
  mail,
}: Explanation): string {
  if (counselor !== null && items === null) {
    if (threadSign === null) return NEXT_STEPS.words_without_thread;
    if (!isSurelyRead(mail, written)) return NEXT_STEPS.not_understood;
    return onlySettles(counselor.words.words) ? NEXT_STEPS.settle : NEXT_STEPS.words;
  }
  if (threadSign !== null) return NEXT_STEPS.memo_supplement;
  if (items === null || !isRequest || mail.message.doubts.length > 0) {
    return NEXT_STEPS.not_understood;
  }
  return isComplete(items.reading) ? NEXT_STEPS.memo_complete : NEXT_STEPS.memo_asks;
}

function seekerSteps({ kind, items, reply, mail, written }: Explanation): string[] {
  if (reply !== null) {
    const learns = items !== null && holdsAnything(items.reading);
    return [NEXT_STEPS[reply.judgement], ...(learns ? [NEXT_STEPS.supplement] : [])];
  }
  if (kind === 'other' || items === null) return [NEXT_STEPS.other];
  if (!isSurelyRead(mail, written)) return [NEXT_STEPS.unsure];
  return [isComplete(items.reading) ? NEXT_STEPS.request_complete : NEXT_STEPS.request_asks];
}

function isComplete({ missing, unclear }: RequestReading): boolean {
  return missing.length === 0 && unclear.length === 0;
}

function holdsAnything({ items }: RequestReading): boolean {
  const { seekerNumber, wish, phone } = items;
  return [seekerNumber, wish, phone].some((item) => item !== null);
}
