/**
 * Whom a disclosure is about, and whether a text is about that person and about nobody else. What
 * may be about others, too, is not handed out: a person looks at it.
 */
import { addressKey } from '../../message/address.ts';
import type { Dossier } from '../../store/disclosures.ts';
import { belongsToAnother, namesOfOthers, type Self } from '../../store/loose-mails.ts';
import type { Reader } from '../../store/store.ts';

/** The person of a dossier. */
export interface Person extends Self {
  references: readonly string[];
  /** Digits only. */
  phones: readonly string[];
}

/** The person, and the full names of everybody else, without spaces, with their lengths. */
export interface Whom extends Person {
  others: { names: ReadonlySet<string>; lengths: readonly number[] };
}

/** A shorter name stands in too many words to be told by. */
const SHORTEST_NAME = 3;

/** Looks up who else is known, once for a whole disclosure. */
export async function amongOthers(db: Reader, person: Person): Promise<Whom> {
  const all = (await namesOfOthers(db, person)).map(packed);
  const names = new Set(all.filter((name) => name.length >= SHORTEST_NAME && name !== person.name));
  const lengths = [...new Set([...names].map(({ length }) => length))];
  return { ...person, others: { names, lengths } };
}

/** `name` without spaces; '' and empty lists where nothing is known. */
export function personOf({ seeker, bookings }: Dossier): Person {
  const written = bookings.flatMap(({ channel, registered_address, requester_address }) =>
    channel === 'mail' ? [registered_address, requester_address] : [registered_address],
  );
  const addresses = [seeker?.address ?? null, ...written].flatMap((each) => each ?? []);
  const phones = [seeker?.phone, ...bookings.map(({ phone }) => phone)].map((phone) =>
    (phone ?? '').replace(/\D/g, ''),
  );
  return {
    seekerNumber: seeker?.seeker_number ?? bookings[0]?.seeker_number ?? '',
    name: packed(seeker?.name ?? bookings[0]?.name ?? ''),
    addresses: [...new Set(addresses.map(addressKey))].filter((address) => address !== ''),
    references: bookings.map(({ reference }) => reference),
    phones: [...new Set(phones)].filter(({ length }) => length >= 10),
  };
}

/** Words by which a text names the person for sure. */
export function surely({ seekerNumber, references }: Person): string[] {
  return [seekerNumber, ...references].filter((word) => word !== '');
}

/** `surely`: by a number or a reference; `perhaps`: by the name alone, which others may bear. */
export function namedIn(person: Person, text: string): 'surely' | 'perhaps' | 'not' {
  const plain = text.normalize('NFKC');
  const digits = packed(plain).replace(/[-()ー]/g, '');
  const isSure =
    surely(person).some((word) => plain.includes(word)) ||
    person.phones.some((phone) => digits.includes(phone));
  if (isSure) return 'surely';
  return person.name.length > 2 && packed(plain).includes(person.name) ? 'perhaps' : 'not';
}

/** Whether a text names anybody else whom the office knows. */
export async function tellsOfOthers(db: Reader, person: Whom, text: string): Promise<boolean> {
  const plain = text.normalize('NFKC');
  const numbers = plain.match(/(?<!\d)(?:0[1-9]|[1-3]\d|4[0-7])\d{3}-\d{4,8}(?!\d)/g) ?? [];
  if (numbers.some((number) => number !== person.seekerNumber)) return true;
  if (holdsName(packed(plain), person)) return true;
  const codes = plain.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/g) ?? [];
  const addresses = plain.match(/[^\s<>"'(),:;[\]]{1,64}@[\w.-]{1,255}/g) ?? [];
  return belongsToAnother(db, person, {
    references: codes.filter((code) => !person.references.includes(code)),
    addresses: addresses
      .map(addressKey)
      .filter((address) => address !== '' && !person.addresses.includes(address)),
  });
}

/** Every piece of the text is looked up among the names, not every name in the text: they are many. */
function holdsName(text: string, { others: { names, lengths } }: Whom): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (lengths.some((length) => names.has(text.slice(at, at + length)))) return true;
  }
  return false;
}

function packed(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
