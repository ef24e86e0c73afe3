/**
 * What follows for the seeker of a request that has been taken up, told to the counselor in one
 * sentence. It decides nothing; words only.
 */
import type { Booking } from '../../domain/booking.ts';
import { exactStarts } from '../../domain/wish.ts';

/** `outcome` as `handle-request.ts` tells it; null where nothing goes to the seeker by it. */
export function wentOn(outcome: string, { wish }: Pick<Booking, 'wish'>): string | null {
  switch (outcome) {
    case 'terms_sent':
      return 'ご本人に、規約と日時のメールを送ります。';
    case 'slots_offered':
      return exactStarts(wish).length > 0
        ? '希望の日時には、相談を入れられません。\nご本人に、空いている日時をご案内します。'
        : '日時を1つに決めるため、ご本人に、空いている日時をご案内します。';
    case 'details_asked':
      return '同じ方の申込みの続きとして受け付けました。\nまだ足りない事項を、ご本人にメールでたずねます。';
    default:
      return null;
  }
}
