/**
 * The settings about the office itself: name, hours, staff, and its lanes.
 */
import { z } from 'zod';
import { address, clockTime, date, text } from './fields.ts';

export const office = z.strictObject({
  name: text('the name of the office'),
  telephone: text('the telephone number that seekers call'),
  timeZone: z.literal('Asia/Tokyo', { error: '"Asia/Tokyo"' }).default('Asia/Tokyo'),
  hours: z
    .strictObject({
      open: clockTime.prefault('08:30'),
      close: clockTime.prefault('17:15'),
      breakStart: clockTime.prefault('12:00'),
      breakEnd: clockTime.prefault('13:00'),
      gridMinutes: z.literal([10, 15, 20, 30, 60], { error: '10, 15, 20, 30 or 60' }).default(30),
    })
    .refine(
      ({ open, breakStart, breakEnd, close }) =>
        [open, breakStart, breakEnd, close].every(
          (time, i, all) => i === 0 || Temporal.PlainTime.compare(all[i - 1] ?? time, time) <= 0,
        ),
      'open, breakStart, breakEnd and close in the order of the day',
    )
    .prefault({}),
  closedDays: z.array(date, { error: 'a list of dates' }).default([]),
});

export const staff = z.strictObject({
  addresses: z.array(address).min(1, 'at least one address whose mails count as a counselor’s'),
  notify: address,
});

const lane = z.strictObject({
  id: text('a short name of the lane'),
  counselor: text('the counselor or desk'),
  zoom: z
    .strictObject({
      meetingId: text('the Zoom meeting ID'),
      passcode: text('the Zoom passcode'),
      url: z.url('the link of the Zoom meeting'),
    })
    .nullable()
    .default(null),
  zoomUser: text('the Zoom user who holds the meetings, by mail address or ID')
    .nullable()
    .default(null),
});

/** Counselors with their Zoom rooms, in the order in which they are filled. */
export const lanes = z
  .array(lane)
  .min(1, 'at least one lane')
  .refine(
    (all) => new Set(all.map(({ id }) => id)).size === all.length,
    'lanes with different ids',
  );
