/**
 * What follows for the seeker of a request that has been taken up, told to the counselor in one
 * sentence. It decides nothing; words only.
 */
import type { Booking } from '../../domain/booking.ts';
import { comesTooLate } from '../../domain/late-wish.ts';
import { exactStarts } from '../../domain/wish.ts';
import type { Office } from '../office.ts';

/** `outcome` as `handle-request.ts` tells it; null where nothing goes to the seeker by it. */
export function wentOn(
  outcome: string,
  { wish }: Pick<Booking, 'wish'>,
  { policy, clock }: Pick<Office, 'policy' | 'clock'>,
): string | null {
  switch (outcome) {
    case 'terms_sent':
      return 'ご本人に、規約と日時のメールを送ります。';
    case 'slots_offered':
      if (comesTooLate(wish, { ...policy, now: clock.now() })) return TOO_LATE;
      return exactStarts(wish).length > 0
        ? '希望の日時には、相談を入れられません。\nご本人に、空いている日時をご案内します。'
        : '日時を1つに決めるため、ご本人に、空いている日時をご案内します。';
    case 'details_asked':
      return '同じ方の申込みの続きとして受け付けました。\nまだ足りない事項を、ご本人にメールでたずねます。';
    default:
      return null;
  }
}

/** 6(1) 原則として: only a counselor's 確定 books what no reply can confirm in time. */
const TOO_LATE = [
  '前の日までに確定できない日時です。',
  'ご本人に、空いている日時をご案内します。',
  '電話で規約の同意を得て、希望の日時で受けるときは、「変更」と日時を書き、次の行に「確定」と理由を書いて返信してください。',
].join('\n');
