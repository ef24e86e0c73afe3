/**
 * An explanation as the one JSON object a file that scripts read: plain values, wishes in the
 * form of the labelled data. Keys and order are a promise; nothing is computed here.
 */
import type { ItemName } from '../../domain/booking.ts';
import type { SingleWish, Wish } from '../../domain/wish.ts';
import type { Found, ReplyIntent, RequestFlag, RequestReading } from '../../reading/types.ts';
import { type Answer, toAnswer } from '../score/expression-format.ts';
import { because } from './because.ts';
import type { Explanation } from './explanation.ts';
import type { MailClass } from './kind.ts';

export interface ExplanationRecord {
  file: string;
  kind: MailClass;
  because: string;
  sender: { address: string | null; authenticated: boolean | null };
  items: {
    name: string | null;
    /** "NNNNN-N…" */
    seekerNumber: string | null;
    /** The dearest first, each as in `expect` of the labelled data. */
    wishes: Answer[];
    /** National form with hyphens. */
    phone: string | null;
    topic: string | null;
    attendants: RequestFlag[];
  };
  missing: ItemName[];
  unclear: ItemName[];
  replyIntent: ReplyIntent | null;
  unquotedText: string;
}

export function recordOf(file: string, explanation: Explanation): ExplanationRecord {
  const { kind, mail, items, reply, counselor, written } = explanation;
  return {
    file,
    kind,
    because: because(explanation),
    sender: {
      address: mail.message.from[0]?.address ?? null,
      authenticated: explanation.authenticated,
    },
    items: itemsOf(explanation),
    missing: asksBack(explanation) ? (items?.reading.missing ?? []) : [],
    unclear: items?.reading.unclear.map(({ item }) => item) ?? [],
    replyIntent: reply?.judgement ?? null,
    unquotedText: counselor?.forwarded?.text ?? written.newText,
  };
}

/** Whether what is missing would be asked for: in requests and memos, not in answers. */
export function asksBack({ kind, items, isRequest }: Explanation): boolean {
  if (kind === 'reply' || items === null) return false;
  return isRequest || kind === 'site_notice' || items.reading.intent === 'request';
}

function itemsOf({ items, reply }: Explanation): ExplanationRecord['items'] {
  const read: Partial<RequestReading['items']> = items?.reading.items ?? {};
  const value = (found: Found<string> | null | undefined) => found?.value ?? null;
  const flags = new Set([...(items?.reading.flags ?? []), ...(reply?.reading.flags ?? [])]);
  return {
    name: value(read.name),
    seekerNumber: value(read.seekerNumber),
    wishes: wishesOf(read.wish?.value ?? reply?.reading.wish ?? { kind: 'none' }),
    phone: value(read.phone),
    topic: value(read.topic),
    attendants: (['interpreter', 'attendant'] as const).filter((flag) => flags.has(flag)),
  };
}

/** Each choice on its own; what must be asked back stays one answer with its readings. */
function wishesOf(wish: Wish): Answer[] {
  if (wish.kind === 'none') return [];
  const past = wish.past === true ? { past: true } : {};
  const singles: readonly (SingleWish | Wish)[] = wish.kind === 'choices' ? wish.choices : [wish];
  return singles.map((single) => ({ ...toAnswer(single), ...past }));
}
