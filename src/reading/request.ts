/**
 * The door of the request reading: one mail's plain text in, the five items of Article 6(2)
 * out, with what is missing, what must be asked back, who else is there, and what the mail
 * wants. Pure. It knows no register and no calendar: that a number exists or a slot is free is
 * decided elsewhere. The wish is read by wish.ts, the same reader for form, prose and reply.
 */

import type { Wish } from '../domain/wish.ts';
import { readAddress } from './items/address.ts';
import { readDevice } from './items/device.ts';
import type { Doubt } from './items/doubt.ts';
import { type Field, splitFields } from './items/fields.ts';
import { readFlags } from './items/flags.ts';
import { readIntent } from './items/intent.ts';
import { blank, blankDates, wholeField, wholeNumber } from './items/mask.ts';
import { readName } from './items/name.ts';
import { findNumbers } from './items/numbers.ts';
import { readPhone } from './items/phone.ts';
import { readSeekerNumber } from './items/seeker-number.ts';
import { layOut, rawSpan, type Sheet } from './items/sheet.ts';
import { readTopic } from './items/topic.ts';
import { doubtOfWish } from './items/wish-doubt.ts';
import { type WishText, wishTexts } from './items/wish-text.ts';
import { normalise } from './normalise.ts';
import type { Found, Intent, ItemName, RequestReading, RequestText } from './types.ts';
import { readWish } from './wish.ts';

/** Longer texts are read up to here; a request is some 2,000 characters at most. */
const MOST_CHARACTERS = 50_000;

/** Reads a request, memo or notice; never throws, whatever the text. */
export function readRequest(mail: RequestText, reference: Temporal.ZonedDateTime): RequestReading {
  const sheet = layOut(mail.text.slice(0, MOST_CHARACTERS));
  const subject = normalise(mail.subject).text;
  const fields = splitFields(sheet);
  const numbers = findNumbers(sheet, fields);
  const flags = readFlags(`${subject}。${sheet.text}`, attendantValues(sheet, fields));
  const formless = blank(sheet.text, fields.filter(isSettled).map(wholeField));
  const prose = blank(formless, numbers.map(wholeNumber));
  const name = readName(sheet, {
    fields,
    numbers,
    prose: blankDates(prose),
    senderName: mail.sender?.name ?? null,
    isMemo: mail.sender === null,
    thirdParty: flags.includes('third_party'),
  });
  const seekerNumber = readSeekerNumber(sheet, fields, numbers);
  const phone = readPhone(sheet, fields, numbers);
  const wish = findWish(sheet, wishTexts(sheet, fields, prose), reference);
  const topic = readTopic(sheet, fields, withoutName(prose, name.found));
  const intent = readIntent(subject, sheet.text, {
    hasWish: wish !== null,
    otherItems: [name.found, seekerNumber.found, phone.found, topic].filter((i) => i !== null)
      .length,
    hasSeekerNumber: seekerNumber.found !== null,
    hasTopic: topic !== null,
    isReply: /^\s*(?:re|ｒｅ|返信)[:：]/i.test(subject),
  });
  const items = {
    name: name.found,
    seekerNumber: seekerNumber.found,
    wish: intent === 'cancel' ? null : wish,
    phone: phone.found,
    topic,
  };
  const unclear = doubts({
    name: name.doubt,
    seekerNumber: seekerNumber.doubt,
    phone: phone.doubt,
    datetime: items.wish === null ? null : doubtOfWish(items.wish),
    topic: null,
  });
  return {
    intent,
    items,
    missing: missingItems(items, unclear, intent),
    unclear,
    flags,
    device: readDevice(sheet, fields),
    address: readAddress(sheet, fields),
  };
}

/** Fields whose value is read as such; remarks are prose that happens to have a label. */
function isSettled(field: Field): boolean {
  return field.kind !== 'remarks' && !(field.inSentence && field.kind === 'topic');
}

function attendantValues(sheet: Sheet, fields: readonly Field[]): string[] {
  return fields
    .filter((field) => field.kind === 'attendant')
    .map((field) => sheet.text.slice(field.start, field.end));
}

function withoutName(prose: string, name: Found<string> | null): string {
  if (name?.span == null) return prose;
  const copy = normalise(name.value).text;
  const at = prose.indexOf(copy);
  return at === -1 ? prose : blank(prose, [{ start: at, end: at + copy.length }]);
}

function findWish(
  sheet: Sheet,
  texts: readonly WishText[],
  reference: Temporal.ZonedDateTime,
): Found<Wish> | null {
  for (const source of texts) {
    const { wish, span } = readWish(source.text, reference);
    if (wish.kind === 'none') continue;
    const place = source.place === 'same_offsets' ? span : source.place;
    const evidence = source.labelled ? 'label' : 'prose';
    return { value: wish, evidence, span: place && rawSpan(sheet, place.start, place.end) };
  }
  return null;
}

function doubts(found: Record<ItemName, Doubt | null>): RequestReading['unclear'] {
  const unclear: RequestReading['unclear'] = [];
  for (const item of ['name', 'seekerNumber', 'datetime', 'phone', 'topic'] as const) {
    const doubt = found[item];
    if (doubt !== null) unclear.push({ item, reason: doubt.reason, span: doubt.span });
  }
  return unclear;
}

function missingItems(
  items: RequestReading['items'],
  unclear: RequestReading['unclear'],
  intent: Intent,
): ItemName[] {
  const present: Record<ItemName, boolean> = {
    name: items.name !== null,
    seekerNumber: items.seekerNumber !== null,
    datetime: items.wish !== null || intent === 'cancel',
    phone: items.phone !== null,
    topic: items.topic !== null,
  };
  const asked = new Set(unclear.map((entry) => entry.item));
  return (['name', 'seekerNumber', 'datetime', 'phone', 'topic'] as const).filter(
    (item) => !present[item] && !asked.has(item),
  );
}
