/**
 * The settings for keeping the program alive: the copy for looking, backups, and from when on
 * `status` calls something too old.
 */
import { z } from 'zod';
import { address, count, text } from './fields.ts';

/** The copy of the database that viewers open instead of the live file (trap 21). */
export const viewing = z.strictObject({
  file: text('the path of the copy for looking, or null for none')
    .nullable()
    .default('data/閲覧用.sqlite'),
  readableBy: z
    .enum(['owner', 'group', 'everyone'], { error: '"owner", "group" or "everyone"' })
    .default('owner'),
  everySeconds: count(1, 'seconds between two copies at least, 1 or more').default(20),
  freshMinutes: count(1, 'minutes after which it is made anew in any case, 1 or more').default(5),
});

export const backup = z.strictObject({
  folder: text('the path of the folder for backups').default('data/backup'),
  keep: count(1, 'how many backups stay in the folder, 1 or more').default(10),
  /** Before retention removes anything by a clock that has gone on so far since it last looked. */
  afterGapDays: count(1, 'days without a look, 1 or more').default(14),
});

export const health = z.strictObject({
  pollMinutes: count(1, 'minutes without a good poll, 1 or more').default(10),
  deliveryMinutes: count(1, 'minutes that a mail may wait to leave, 1 or more').default(60),
  handlingMinutes: count(1, 'minutes that a mail may wait to be handled, 1 or more').default(10),
  /** Without a good poll for so long, a mail says so; and one when it is well again. */
  alertAfterMinutes: count(1, 'minutes without a good poll, 1 or more, or null for no mail')
    .nullable()
    .default(30),
  alertTo: address.nullable().default(null),
  lockSeconds: count(1, 'seconds that somebody may hold the database, 1 or more').default(3),
});
