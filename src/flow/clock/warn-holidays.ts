/**
 * Tells the staff, once, that the known public holidays come to an end: past it the office would
 * offer sessions on holidays. The morning list repeats it until the data is renewed.
 */
import { dayInJapan } from '../../domain/deadline.ts';
import { lastKnownHoliday } from '../../domain/holidays.ts';
import { longDate } from '../../domain/japanese-date.ts';
import { choreDone, setChoreDone } from '../../store/chores.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { Office } from '../office.ts';

export async function warnOfHolidayData(office: Office): Promise<void> {
  if (!holidaysRunOut(office)) return;
  const { store, clock, config, templates } = office;
  const last = lastKnownHoliday();
  const doneFor = last.toString();
  if ((await choreDone(store.read, 'holiday_warning'))?.doneFor === doneFor) return;
  const now = clock.now();
  await store.transact(async (tx) => {
    const kind = 'staff.notice.holidays';
    const written = await writeMail(tx, office, {
      kind,
      occasion: doneFor,
      booking: null,
      to: { name: '', address: config.staff.notify },
      text: templates.render(kind, { lastHoliday: longDate(last) }),
      answers: null,
      now,
    });
    if (written !== 'capped') await setChoreDone(tx, 'holiday_warning', { doneFor, doneAt: now });
  });
}

/** Whether the last known holiday is less than the set number of days away, or over. */
export function holidaysRunOut({ clock, policy }: Office): boolean {
  const today = dayInJapan(clock.now());
  const warnFrom = lastKnownHoliday().subtract({ days: policy.reminders.holidayWarningDays });
  return Temporal.PlainDate.compare(today, warnFrom) >= 0;
}
