/**
 * Gathers what is handed out about a person or a booking: what the tables tie to it, and where it is
 * a person also the mails that nothing ties to a booking. Reads only.
 */

import { senderOf } from '../../flow/arrival/understand.ts';
import { parseMessage } from '../../message/parse.ts';
import { UnreadableMail } from '../../message/unreadable-mail.ts';
import { type About, type Dossier, dossierOf } from '../../store/disclosures.ts';
import { isShared, looseAttention, looseInbox, looseOutbox } from '../../store/loose-mails.ts';
import type { Reader } from '../../store/store.ts';
import {
  amongOthers,
  namedIn,
  type Person,
  personOf,
  surely,
  tellsOfOthers,
  type Whom,
} from './person.ts';
import {
  type Findings,
  type InboxWords,
  OTHERS,
  type ShownInbox,
  type ShownOutbox,
} from './record.ts';

const PAGE = 50;
const MAY_BE_OTHERS = '同じ氏名かアドレスのほかの方のものかもしれないため';

/** All that is stored; null where nothing is. */
export async function findingsAbout(db: Reader, about: About): Promise<Findings | null> {
  const dossier = await dossierOf(db, about);
  if (dossier.bookings.length === 0 && dossier.seeker === null) return null;
  const person = await amongOthers(db, personOf(dossier));
  const tied = await Promise.all(dossier.inbox.map((row) => shownInbox(db, person, row)));
  const loose = 'reference' in about ? [] : await looseMailsOf(db, person);
  const inbox = [...tied, ...loose].toSorted((a, b) => a.row.id - b.row.id);
  const ours = 'reference' in about ? [] : await ourLooseMails(db, person, loose);
  const outbox: ShownOutbox[] = [];
  for (const row of [...dossier.outbox, ...ours].toSorted((a, b) => a.id - b.id)) {
    const withheld = await tellsOfOthers(db, person, `${row.subject}\n${row.text}`);
    outbox.push(withheld ? { row, withheld: OTHERS } : { row, words: true });
  }
  const withheldDetails = new Set<number>();
  for (const { id, detail } of dossier.events) {
    if (detail !== null && (await tellsOfOthers(db, person, detail))) withheldDetails.add(id);
  }
  const ids = loose.map(({ row }) => row.id);
  const attention = [...dossier.attention, ...(await looseAttention(db, ids))];
  return { dossier: { ...dossier, attention }, inbox, outbox, withheldDetails };
}

/** A mail that the tables tie to the person. */
async function shownInbox(
  db: Reader,
  person: Whom,
  row: Dossier['inbox'][number],
): Promise<ShownInbox> {
  const words = await wordsOf(row.raw);
  const withheld = words !== null && (await tellsOfOthers(db, person, inOne(words)));
  return withheld ? { row, withheld: OTHERS } : { row, words };
}

/** Of the mails that belong to no booking those that the person wrote, or that name the person. */
async function looseMailsOf(db: Reader, person: Whom): Promise<ShownInbox[]> {
  const shared = await isShared(db, person);
  const found: ShownInbox[] = [];
  for (let afterId = 0; ; ) {
    const page = await looseInbox(db, { afterId, limit: PAGE });
    for (const row of page) {
      const words = await wordsOf(row.raw);
      if (words === null) continue;
      const named = namedIn(person, inOne(words));
      const isOwn = person.addresses.includes(words.sender);
      if (!isOwn && named === 'not') continue;
      const isSure = named === 'surely' || (isOwn && !shared);
      if (!isSure) found.push({ row, withheld: MAY_BE_OTHERS });
      else found.push(await shownInbox(db, person, row));
    }
    const last = page.at(-1);
    if (last === undefined) return found;
    afterId = last.id;
  }
}

async function ourLooseMails(db: Reader, person: Person, loose: readonly ShownInbox[]) {
  const rows = await looseOutbox(db, {
    addresses: person.addresses,
    inboxIds: loose.map(({ row }) => row.id),
    words: surely(person),
  });
  // What answers a mail whose words are withheld repeats them.
  const withheld = new Set(loose.flatMap((each) => ('withheld' in each ? [each.row.id] : [])));
  return rows.filter(({ inbox_id: id }) => id === null || !withheld.has(id));
}

/** What a mail says, as it was read; null where nothing of it is left or it cannot be read. */
async function wordsOf(
  raw: Uint8Array | null,
): Promise<(NonNullable<InboxWords> & { sender: string }) | null> {
  if (raw === null) return null;
  try {
    const message = await parseMessage(raw, { authservId: null });
    const sender = senderOf(message);
    const from = message.from.map(({ address }) => address).join(', ');
    return { sender, from, subject: message.subject, text: message.text };
  } catch (trouble) {
    if (trouble instanceof UnreadableMail) return null;
    throw trouble;
  }
}

function inOne({ from, subject, text }: NonNullable<InboxWords>): string {
  return `${from}\n${subject}\n${text}`;
}
