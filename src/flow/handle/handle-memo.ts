/**
 * A counselor's phone memo, written or forwarded: a booking for the person it names, and the echo
 * that tells the counselor what was read and what follows. Where a decision is due an alert tells
 * it instead.
 */
import type { CounselorWord, RequestReading } from '../../reading/types.ts';
import { bookingById } from '../../store/bookings.ts';
import { putSeeker, seekerByNumber } from '../../store/seekers.ts';
import type { Writer } from '../../store/store.ts';
import type { Arrival } from '../arrival/arrival.ts';
import type { Handled } from '../handled.ts';
import type { Office } from '../office.ts';
import { startRequest } from '../request/handle-request.ts';
import { namesAgree } from '../request/standing.ts';
import { wentOn } from '../request/went-on.ts';
import { answerCounselor } from './answer-counselor.ts';

export interface Memo {
  arrival: Arrival;
  /** What was read of it. */
  memo: RequestReading;
  /** The counselor's own words beside it: 登録確認, メール:, 済. */
  words: readonly CounselorWord[];
}

/** Begins the booking of a memo about one person. */
export async function handleMemo(
  tx: Writer,
  office: Office,
  { arrival, memo, words }: Memo,
): Promise<Handled> {
  const registered = await registerBeside(tx, office, { memo, words });
  const handled = await startRequest(tx, office, { arrival, reading: memo, channel: 'phone' });
  return echo(tx, office, { arrival, handled, registered });
}

/**
 * 登録確認 in the memo itself puts its person into the register first (Article 2(1)). The address
 * is the counselor's own word or the register's; a forwarded mail's own lines give none (trap 1).
 */
async function registerBeside(
  tx: Writer,
  { clock }: Office,
  { memo: { items }, words }: Pick<Memo, 'memo' | 'words'>,
): Promise<boolean> {
  const [number, name] = [items.seekerNumber?.value, items.name?.value];
  if (!words.some(({ kind }) => kind === 'register') || !number || !name) return false;
  const known = await seekerByNumber(tx, number);
  // Who is registered by another name is asked about, not renamed by the way.
  if (known !== null && !namesAgree(name, known.name)) return false;
  const stated = words.find((word) => word.kind === 'address')?.address;
  const address = stated ?? known?.address ?? null;
  if (address === null) return false;
  const phone = items.phone?.value ?? known?.phone ?? null;
  const refusedReason = known?.refusedReason ?? null;
  const seeker = { seekerNumber: number, name: known?.name ?? name, address, phone, refusedReason };
  await putSeeker(tx, seeker, clock.now());
  return true;
}

/** Tells the counselor what became of a memo or of an addition to one. */
export async function echo(
  tx: Writer,
  office: Office,
  { arrival, handled, registered = false }: Echo,
): Promise<Handled> {
  const booking = handled.bookingId === null ? null : await bookingById(tx, handled.bookingId);
  if (booking === null || handled.state !== 'handled') return handled;
  const follows = wentOn(handled.outcome, booking, office);
  const todo = follows === null ? MERGED : `${follows}\n${CORRECTION}`;
  await answerCounselor(tx, office, {
    arrival,
    booking,
    kind: 'staff.notice.echo',
    what: '受付メモを読み取りました。',
    todo: registered ? `名簿に記録しました。\n${todo}` : todo,
  });
  return handled;
}

interface Echo {
  arrival: Arrival;
  handled: Handled;
  registered?: boolean;
}

const MERGED = '同じ申込みを受け付け済みです。新しい予約は作っていません。';
const CORRECTION = [
  '違うところがあれば、このメールに「電話番号: 番号」のように、1行に1つずつ書いて返信してください。',
  '日時は、「変更 12月4日 14時」の形で書いてください。',
  '取りやめるときは、「取消」と理由を返信してください。',
].join('\n');
