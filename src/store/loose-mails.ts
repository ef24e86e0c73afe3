/**
 * For a disclosure (Article 7(2)): mails that belong to no booking and may still be about a person,
 * and by what other people are known. It looks through whole tables, once, as a rare act may.
 */
import { type Selectable, sql } from 'kysely';
import type { Database } from './schema.ts';
import type { Reader } from './store.ts';

/** Received mails without a booking that still have their bytes, from an id on; a page of them. */
export async function looseInbox(
  db: Reader,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<Selectable<Database['inbox']>[]> {
  return db
    .selectFrom('inbox')
    .selectAll()
    .where('id', '>', afterId)
    .where('booking_id', 'is', null)
    .where('raw', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Our mails about no booking: to one of the addresses, about one of the mails, or with one of the words in them. */
export async function looseOutbox(
  db: Reader,
  about: { addresses: readonly string[]; inboxIds: readonly number[]; words: readonly string[] },
): Promise<Selectable<Database['outbox']>[]> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('booking_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('to_address', 'in', about.addresses),
        eb('inbox_id', 'in', about.inboxIds),
        ...about.words.map((word) => sql<boolean>`instr(text, ${word}) > 0`),
      ]),
    )
    .orderBy('id')
    .execute();
}

/** What of the staff's list is about these mails and no booking. */
export async function looseAttention(
  db: Reader,
  inboxIds: readonly number[],
): Promise<Selectable<Database['attention']>[]> {
  return db
    .selectFrom('attention')
    .selectAll()
    .where('booking_id', 'is', null)
    .where('inbox_id', 'in', inboxIds)
    .orderBy('id')
    .execute();
}

/** Whom a disclosure is about, as far as others are told from him by it. */
export interface Self {
  seekerNumber: string;
  name: string;
  addresses: readonly string[];
}

/** What a text names that somebody is known by. */
export interface NamedInText {
  references: readonly string[];
  addresses: readonly string[];
}

/** The names of all whom the office knows under another number, as they are written, each once. */
export async function namesOfOthers(
  db: Reader,
  { seekerNumber }: Pick<Self, 'seekerNumber'>,
): Promise<string[]> {
  const isOther = sql<boolean>`seeker_number is not ${seekerNumber}`;
  const rows = await db
    .selectFrom('booking')
    .select('name')
    .where(isOther)
    .where('name', 'is not', null)
    .union(db.selectFrom('seeker').select('name').where(isOther))
    .execute();
  return rows.flatMap(({ name }) => name ?? []);
}

/** Whether a reference or a My-Page address is another seeker's. */
export async function belongsToAnother(
  db: Reader,
  self: Pick<Self, 'seekerNumber'>,
  { references, addresses }: NamedInText,
): Promise<boolean> {
  const isOther = sql<boolean>`seeker_number is not ${self.seekerNumber}`;
  const booking = await db
    .selectFrom('booking')
    .select('id')
    .where(isOther)
    .where((eb) =>
      eb.or([eb('reference', 'in', references), eb('registered_address', 'in', addresses)]),
    )
    .limit(1)
    .executeTakeFirst();
  if (booking !== undefined) return true;
  const seeker = await db
    .selectFrom('seeker')
    .select('seeker_number')
    .where(isOther)
    .where('address', 'in', addresses)
    .limit(1)
    .executeTakeFirst();
  return seeker !== undefined;
}

/** Whether another seeker is registered, or has booked, under one of the addresses (a family). */
export async function isShared(db: Reader, self: Self): Promise<boolean> {
  return belongsToAnother(db, self, { references: [], addresses: self.addresses });
}
