/**
 * Retention by the clock (Article 8): words first, then the rows, at last the traces of both in the
 * database's files. It asks nobody and tells only counts.
 */
import type { Config } from '../../config.ts';
import { OFFICE_TIME_ZONE } from '../../domain/deadline.ts';
import { backUpBefore } from '../../store/backup/by-itself.ts';
import { choreDone, setChoreDone } from '../../store/chores.ts';
import {
  purgeBookingContent,
  purgeInbox,
  purgeOutbox,
  wordyBookings,
  wordyLooseMails,
} from '../../store/purge-content.ts';
import { forgetBookings, forgetLooseRows, forgettableBookings } from '../../store/purge-rows.ts';
import { emptyLog, whilePurging } from '../../store/purging.ts';
import type { Store } from '../../store/store.ts';
import type { Office } from '../office.ts';

/** Before these instants: words go, bookings go. */
export interface Cutoffs {
  content: Temporal.Instant;
  /** A morning list names who wrote days before it; it goes when the oldest of these mails goes. */
  morningLists: Temporal.Instant;
  bookings: Temporal.Instant;
}

export interface Purged {
  /** Bookings, and mails without one, whose words went. */
  bookings: number;
  looseMails: number;
  /** Bookings that are only counted now. */
  forgotten: number;
}

export function cutoffsOf(
  { retention, reminders }: Pick<Config, 'retention' | 'reminders'>,
  now: Temporal.Instant,
): Cutoffs {
  const listDays = Math.max(0, retention.contentDays - reminders.morningListDays);
  return {
    content: now.subtract({ hours: 24 * retention.contentDays }),
    morningLists: now.subtract({ hours: 24 * listDays }),
    bookings: now.subtract({ hours: 24 * retention.bookingDays }),
  };
}

/** The chore, once an hour, because it looks through every row: purges what is due and says how much. */
export async function purgeExpired(office: Office): Promise<void> {
  const { store, clock, config, log } = office;
  const now = clock.now();
  const doneFor = now.toZonedDateTimeISO(OFFICE_TIME_ZONE).toString().slice(0, HOUR_LENGTH);
  const last = await choreDone(store.read, 'retention');
  if (last?.doneFor === doneFor) return;
  if (last !== null) await backUpAfterGap(office, last.doneAt, now);
  const purged = await purge(store, cutoffsOf(config, now), { now });
  await store.transact((tx) => setChoreDone(tx, 'retention', { doneFor, doneAt: now }));
  if (purged.bookings + purged.looseMails + purged.forgotten === 0) return;
  const logEmptied = await emptyLog(store.read);
  log.info('purged', { ...purged, logEmptied });
}

/**
 * A clock that has leapt may be wrong, and what a purge removes does not come back: a copy is kept
 * where something is due. Throws where none can be made, and then nothing is purged.
 */
async function backUpAfterGap(
  { store, config, log }: Office,
  last: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  const { database, backup } = config;
  const days = Math.floor(last.until(now).total('hours') / 24);
  if (days < backup.afterGapDays) return;
  const before = cutoffsOf(config, now);
  const due =
    (await wordyBookings(store.read, before.content, 1)).length +
    (await forgettableBookings(store.read, before.bookings, 1)).length;
  if (due === 0) return;
  backUpBefore('purge', { database, backup, now });
  log.warn('backup_before_purge', { days });
}

/** "2026-12-03T10" */
const HOUR_LENGTH = 13;

/** So many rows go in one transaction: the bot's own work waits no longer than for a mail. */
const PIECE = 200;

/**
 * Purges all that lies before the cutoffs, piece by piece; the log is emptied by the caller.
 * `onPiece` hears how many bookings and mails each piece had.
 */
export async function purge(
  store: Store,
  before: Cutoffs,
  { now, onPiece }: { now: Temporal.Instant; onPiece?: (count: number) => Promise<void> },
): Promise<Purged> {
  const purged: Purged = { bookings: 0, looseMails: 0, forgotten: 0 };
  for (;;) {
    const done = await purgePiece(store, before, now);
    purged.bookings += done.bookings;
    purged.looseMails += done.looseMails;
    purged.forgotten += done.forgotten;
    const count = done.bookings + done.looseMails + done.forgotten;
    if (count === 0) return purged;
    await onPiece?.(count);
  }
}

async function purgePiece(store: Store, before: Cutoffs, now: Temporal.Instant): Promise<Purged> {
  const { read } = store;
  // Looked for outside a transaction: mostly there is nothing, and nobody has to wait for that.
  const wordy = (await wordyBookings(read, before.content, PIECE)).map(({ id }) => id);
  const loose = await wordyLooseMails(read, before, PIECE);
  const old = (await forgettableBookings(read, before.bookings, PIECE)).map(({ id }) => id);
  const looseMails = loose.inbox.length + loose.outbox.length;
  if (wordy.length + looseMails + old.length > 0) {
    await store.transact((tx) =>
      whilePurging(tx, async () => {
        if (wordy.length > 0) await purgeBookingContent(tx, wordy, now);
        await purgeInbox(tx, loose.inbox, now);
        await purgeOutbox(tx, loose.outbox, now);
        if (old.length > 0) await forgetBookings(tx, old);
        await forgetLooseRows(tx, before.bookings);
      }),
    );
  }
  return { bookings: wordy.length, looseMails, forgotten: old.length };
}
