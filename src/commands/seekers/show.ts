/**
 * `uketsuke seekers show NUMBER`: what the register and the bookings say of one seeker, for an
 * admin. It changes nothing and shows no 相談内容.
 */
import { longDateTime } from '../../domain/japanese-date.ts';
import { STATE_WORDS } from '../../domain/words/booking-words.ts';
import { bookingsOfSeeker } from '../../store/bookings.ts';
import { seekerByNumber } from '../../store/seekers.ts';
import { withDatabase } from '../office-database.ts';
import type { Outlet } from '../outlet.ts';
import { seekerNumberCell } from './cells.ts';

/** Resolves to the exit code: 1 where the number is none, or is not in the register. */
export async function showSeeker(
  { configPath, number }: { configPath: string; number: string },
  outlet: Outlet,
): Promise<number> {
  const cell = seekerNumberCell(number);
  const seekerNumber = 'reason' in cell ? null : cell.value;
  if (seekerNumber === null) {
    outlet.complain(`${number}：${'reason' in cell ? cell.reason : ''}`);
    return 1;
  }
  return withDatabase(configPath, outlet, async ({ read }) => {
    const seeker = await seekerByNumber(read, seekerNumber);
    if (seeker === null) {
      outlet.complain(`${seekerNumber}：名簿にない求職番号です。`);
      return 1;
    }
    const bookings = await bookingsOfSeeker(read, seekerNumber);
    outlet.out(`求職番号 ${seekerNumber}`);
    outlet.out(`氏名 ${seeker.name}`);
    outlet.out(`マイページのアドレス ${seeker.address ?? '（分かりません）'}`);
    outlet.out(`電話番号 ${seeker.phone ?? '（分かりません）'}`);
    outlet.out(`利用お断り ${seeker.refusedReason ?? 'なし'}`);
    const noShows = bookings.filter(({ state }) => state === 'no_show').length;
    outlet.out(`無断キャンセル ${noShows}回`);
    for (const { reference, state, slot } of bookings) {
      const when = slot === null ? '日時は未定' : longDateTime(slot.start);
      outlet.out(`予約番号 ${reference}  ${STATE_WORDS[state]}  ${when}`);
    }
    return 0;
  });
}
