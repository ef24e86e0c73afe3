/**
 * What the clock makes the office do: after each poll and once a minute, in this order. Each chore
 * finds for itself whether something is due, and may be asked at any time; trouble with one is told
 * and keeps no other waiting.
 */

import { whyOf } from '../../log.ts';
import { isDatabaseError } from '../../store/sqlite.ts';
import type { Office } from '../office.ts';
import { askAttendance } from './ask-attendance.ts';
import { sendMorningList } from './morning-list.ts';
import { purgeExpired } from './purge.ts';
import { nudgeUnanswered, remindConfirmed } from './remind.ts';
import { resumeRegistered } from './resume-registered.ts';
import { tellMailboxBack } from './tell-outage.ts';
import { voidUnanswered } from './void-unanswered.ts';
import { warnOfHolidayData } from './warn-holidays.ts';

/** One kind of work by the clock; it writes in transactions of its own. */
type Chore = (office: Office) => Promise<unknown>;

const CHORES: readonly Chore[] = [
  resumeRegistered,
  voidUnanswered,
  nudgeUnanswered,
  remindConfirmed,
  askAttendance,
  sendMorningList,
  warnOfHolidayData,
  tellMailboxBack,
  purgeExpired,
];

/** Does all that is due now. Throws only where the database fails. */
export async function doChores(office: Office): Promise<void> {
  for (const chore of CHORES) {
    try {
      await chore(office);
    } catch (error) {
      if (isDatabaseError(error)) throw error;
      office.log.error('chore_failed', { chore: chore.name, why: whyOf(error) });
    }
  }
}
