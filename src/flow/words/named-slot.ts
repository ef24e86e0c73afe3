/**
 * The slot that a counselor names beside 変更 or 次回: looked up, judged by the domain, and where it
 * cannot be had told in Japanese why not, with the nearest free ones.
 */
import type { Slot } from '../../domain/booking.ts';
import { isFree } from '../../domain/held-slots.ts';
import { longDateTime } from '../../domain/japanese-date.ts';
import { chooseSlot, type SlotChoice, type SlotObstacle } from '../../domain/slot-choice.ts';
import { searchSpan } from '../../domain/slot-span.ts';
import type { Wish } from '../../domain/wish.ts';
import { WISH_DOUBT_WORDS } from '../../domain/wish-doubt-words.ts';
import { sessionsAround, takenSlots } from '../../store/slots.ts';
import type { Writer } from '../../store/store.ts';
import { readingsInWords } from '../mail/point-words.ts';
import type { Office } from '../office.ts';
import { furtherWord } from './further-word.ts';
import type { SpokenWord } from './spoken-word.ts';

export interface NamedSlot {
  /** The word that names it. */
  spoken: SpokenWord;
  wish: Wish;
  /** The booking that is moved; its own slot is not in its way. */
  self: number | null;
  /** Whether the seeker has to answer a terms mail for this slot. */
  answerDue: boolean;
}

/** The slot, or why it cannot be had; looked up inside the transaction that takes it. */
export async function nameSlot(
  tx: Writer,
  { policy }: Office,
  { spoken, wish, self, answerDue }: NamedSlot,
): Promise<{ slot: Slot } | { refused: SlotObstacle; said: string }> {
  const { now } = spoken.cause;
  const taken = await takenSlots(tx, searchSpan(wish, { policy, now }), self);
  const situation = { policy, now, taken };
  const choice = chooseSlot(wish, answerDue ? situation : { ...situation, noReply: true });
  if (choice.kind === 'free') return { slot: choice.slot };
  return { refused: choice.why, said: obstacleInWords(choice, wish, spoken) };
}

const OBSTACLES: Record<Exclude<SlotObstacle, 'not_exact'>, string> = {
  past: 'もう過ぎた日時です。',
  closed_day: 'その日は閉庁日です。',
  off_hours: 'その時刻には相談を入れられません。',
  taken: 'その日時には、もうほかの予約があります。',
  no_time_to_answer: 'ご本人が返信する時間がありません。',
};

function obstacleInWords(
  { why, nearest }: Extract<SlotChoice, { kind: 'refused' }>,
  wish: Wish,
  spoken: SpokenWord,
): string {
  const lines = why === 'not_exact' ? doubtInWords(wish) : [OBSTACLES[why]];
  if (why === 'no_time_to_answer') {
    lines.push(`電話で同意を得たときは、${furtherWord('agreed', spoken)}`);
  } else if (nearest.length > 0) {
    lines.push('近くで空いている日時は、次のとおりです。', ...nearest.map(asListed));
  } else if (why !== 'not_exact') {
    lines.push('近くに空いている日時はありません。');
  }
  return lines.join('\n');
}

/** What is to be written instead of a day, a range or a time in doubt. */
function doubtInWords(wish: Wish): string[] {
  const readings = readingsInWords(wish);
  return [
    wish.kind === 'ambiguous'
      ? `日時が決まりません。${WISH_DOUBT_WORDS[wish.reason]}。`
      : '日時を1つに決められません。',
    ...(readings.length > 0
      ? ['次のどれかでしょうか。', ...readings.map((each) => `・${each}`)]
      : []),
    '月日と、24時間の時刻を、1つだけ書いてください。',
  ];
}

function asListed(start: Temporal.ZonedDateTime): string {
  return `・${longDateTime(start)}`;
}

/**
 * The first lane that is free at `start`, whatever the office hours: what a booking site gave is
 * given. The slot of the booking `self` is in nobody's way.
 */
export async function freeSlotAt(
  tx: Writer,
  { policy }: Office,
  { start, self = null }: { start: Temporal.ZonedDateTime; self?: number | null },
): Promise<Slot | null> {
  const taken = await takenSlots(tx, sessionsAround(start), self);
  const lane = policy.lanes.find((each) => isFree({ start, lane: each }, taken));
  return lane === undefined ? null : { start, lane };
}
