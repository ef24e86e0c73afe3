/**
 * For a disclosure (Article 7(2)): mails that belong to no booking and may still be about a person,
 * and whether a text tells of other people, too. It looks through whole tables, as a rare act may.
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
  /** The whole text without spaces. */
  packed: string;
}

/** Whether a text names another seeker: by reference, My-Page address or full name. */
export async function namesAnother(db: Reader, self: Self, named: NamedInText): Promise<boolean> {
  const addresses = named.addresses.filter((address) => !self.addresses.includes(address));
  const isOther = sql<boolean>`seeker_number is not ${self.seekerNumber}`;
  const packedName = sql<string>`replace(replace(name, ' ', ''), '　', '')`;
  const isNamed = sql<boolean>`length(${packedName}) > 2 and ${packedName} <> ${self.name}
    and instr(${named.packed}, ${packedName}) > 0`;
  const booking = await db
    .selectFrom('booking')
    .select('id')
    .where(isOther)
    .where((eb) =>
      eb.or([
        eb('reference', 'in', named.references),
        eb('registered_address', 'in', addresses),
        isNamed,
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  const seeker = await db
    .selectFrom('seeker')
    .select('seeker_number')
    .where(isOther)
    .where((eb) => eb.or([eb('address', 'in', addresses), isNamed]))
    .limit(1)
    .executeTakeFirst();
  return booking !== undefined || seeker !== undefined;
}

/** Whether another seeker is registered, or has booked, under one of the addresses (a family). */
export async function isShared(db: Reader, self: Self): Promise<boolean> {
  return namesAnother(
    db,
    { ...self, addresses: [] },
    {
      references: [],
      addresses: self.addresses,
      packed: '',
    },
  );
}
