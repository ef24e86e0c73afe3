/**
 * The door of the request reading: one mail's plain text in, the five items of Article 6(2)
 * out, with what is missing, what must be asked back, who else is there, and what the mail
 * wants. Pure. It knows no register and no calendar: that a number exists or a slot is free is
 * decided elsewhere. The wish is read by wish.ts, the same reader for form, prose and reply.
 */

import type { Wish } from '../domain/wish.ts';
import { readAddress } from './items/address.ts';
import { asksToBook } from './items/application.ts';
import { type Desk, prepare, remainder, withoutName } from './items/desk.ts';
import { readDevice } from './items/device.ts';
import type { Doubt } from './items/doubt.ts';
import { readIntent } from './items/intent.ts';
import { blankDates } from './items/mask.ts';
import { readName } from './items/name.ts';
import { readPhone } from './items/phone.ts';
import { readSeekerNumber } from './items/seeker-number.ts';
import { askIfSeveral } from './items/several-sessions.ts';
import { rawSpan } from './items/sheet.ts';
import { readTopic } from './items/topic.ts';
import { doubtOfWish, isVague } from './items/wish-doubt.ts';
import { subjectWish } from './items/wish-subject.ts';
import { wishTexts } from './items/wish-text.ts';
import { readablePart } from './limits.ts';
import type { Found, Intent, ItemName, RequestReading, RequestText } from './types.ts';
import { readWish } from './wish.ts';

type Items = RequestReading['items'];

const ITEM_NAMES = ['name', 'seekerNumber', 'datetime', 'phone', 'topic'] as const;
/** So many labelled fields make a mail a form. */
const FORM_FIELDS = 3;
/** In these the matter of a counselling is only believed where it is labelled. */
const NO_MATTER: ReadonlySet<Intent> = new Set([
  'cancel',
  'change',
  'thanks',
  'complaint',
  'auto_reply',
  'trouble',
]);
/** In these a mail may still ask for a booking: "いつもありがとうございます。予約したいです。" */
const MAY_ASK_TO_BOOK: ReadonlySet<Intent> = new Set(['request', 'question', 'thanks', 'other']);
/** In these a date is that of something else. */
const NO_WISH: ReadonlySet<Intent> = new Set([
  'cancel',
  'auto_reply',
  'thanks',
  'trouble',
  'complaint',
]);

/** Reads a request, memo or notice; never throws, whatever the text. */
export function readRequest(mail: RequestText, reference: Temporal.ZonedDateTime): RequestReading {
  const readable = readablePart(mail.text);
  const desk = prepare({ ...mail, text: readable.text });
  const { sheet, fields, numbers, flags } = desk;
  const name = readName(sheet, {
    fields,
    numbers,
    prose: blankDates(desk.prose),
    senderName: mail.sender?.name ?? null,
    isMemo: mail.sender === null,
    thirdParty: flags.includes('third_party'),
    kin: desk.kin,
  });
  const written = name.found?.value ?? null;
  const seekerNumber = readSeekerNumber(sheet, fields, numbers);
  const phone = readPhone(sheet, fields, {
    numbers,
    seekersKin: flags.includes('third_party') ? desk.kin.seekerWords : [],
  });
  const read: Items = {
    name: name.found,
    seekerNumber: seekerNumber.found,
    wish: askIfMore(
      findWish(desk, withoutName(desk.prose, written), reference),
      desk,
      readable.isCut,
    ),
    phone: phone.found,
    topic: readTopic(sheet, fields, {
      prose: remainder(desk, written),
      isNameKnown: written !== null,
    }),
  };
  const intent = intentOf(desk, read);
  const items = settle(read, intent);
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
    asksToBook: MAY_ASK_TO_BOOK.has(intent) && asksToBook(ownSubject(desk), sheet.text),
    device: readDevice(sheet, fields),
    address: readAddress(sheet, fields),
  };
}

/** "10:30→11:00に訂正" beside a form: which of both holds is asked. */
function isCorrected({ sheet, fields }: Desk): boolean {
  const at = sheet.text.search(CORRECTED);
  return (
    at >= 0 && !fields.some((field) => !field.inSentence && field.start <= at && at < field.end)
  );
}

const CORRECTED =
  /(?:\d{1,2}:\d{2}|\d[時日半分)）])[^\n\d]{0,8}(?:→|⇒|->|=>)[^\n\d]{0,8}\d{1,2}[:時月/日]/;

function askedBack(wish: Wish): Wish {
  return wish.kind === 'ambiguous' ? wish : { kind: 'ambiguous', reason: 'vague', readings: [] };
}

/** The rest of a text that is too long may take the wish back; several sessions are asked about, too. */
function askIfMore(found: Found<Wish> | null, { sheet }: Desk, isCut: boolean): Found<Wish> | null {
  if (found === null) return null;
  const wish = isCut ? askedBack(found.value) : askIfSeveral(found.value, sheet.text);
  return { ...found, value: wish };
}

function findWish(
  desk: Desk,
  prose: string,
  reference: Temporal.ZonedDateTime,
): Found<Wish> | null {
  const subject = subjectWish(desk.subject, desk.sheet.text, hasSeekerNumber(desk));
  for (const source of wishTexts(desk.sheet, desk.fields, prose)) {
    const pointed = subject?.pointed === true;
    const text = pointed ? `${subject.text}\n${source.text}` : source.text;
    const { wish, span } = readWish(text, reference);
    if (wish.kind === 'none') continue;
    if (pointed) return { value: wish, evidence: 'subject', span: null };
    if (source.labelled && isCorrected(desk))
      return { value: askedBack(wish), evidence: 'label', span: null };
    const place = source.place === 'same_offsets' ? span : source.place;
    const evidence = source.labelled ? 'label' : 'prose';
    return { value: wish, evidence, span: place && rawSpan(desk.sheet, place.start, place.end) };
  }
  if (subject === null) return null;
  const { wish } = readWish(subject.text, reference);
  return wish.kind === 'none' ? null : { value: wish, evidence: 'subject', span: null };
}

/** The subject of a reply is somebody else's. */
function ownSubject({ subject }: Desk): string {
  return isReplySubject(subject) ? '' : subject;
}

function isReplySubject(subject: string): boolean {
  return /^\s*(?:re|返信)[:：]/i.test(subject);
}

function hasSeekerNumber(desk: Desk): boolean {
  return desk.numbers.some((number) => number.kind === 'seeker');
}

function intentOf(desk: Desk, items: Items): Intent {
  const others = [items.name, items.seekerNumber, items.phone, items.topic];
  return readIntent(desk.subject, desk.sheet.text, {
    hasWish: items.wish !== null && !isVague(items.wish.value),
    otherItems: others.filter((item) => item !== null).length,
    hasSeekerNumber: items.seekerNumber !== null,
    hasTopic: items.topic !== null,
    hasForm: desk.fields.filter((field) => !field.inSentence).length >= FORM_FIELDS,
    isReply: isReplySubject(desk.subject),
  });
}

/** Takes back what the intent shows to be no item of a request. */
function settle(items: Items, intent: Intent): Items {
  const loose = NO_MATTER.has(intent) && items.topic?.evidence !== 'label';
  const vague = intent === 'question' && items.wish !== null && isVague(items.wish.value);
  return {
    ...items,
    wish: NO_WISH.has(intent) || vague ? null : items.wish,
    phone: intent === 'auto_reply' ? null : items.phone,
    topic: loose ? null : items.topic,
  };
}

function doubts(found: Record<ItemName, Doubt | null>): RequestReading['unclear'] {
  return ITEM_NAMES.flatMap((item) => {
    const doubt = found[item];
    return doubt === null ? [] : [{ item, reason: doubt.reason, span: doubt.span }];
  });
}

function missingItems(
  items: Items,
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
  return ITEM_NAMES.filter((item) => !present[item] && !asked.has(item));
}
