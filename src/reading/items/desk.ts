/**
 * Everything the item readers share about one mail: its sheet, its fields, its numbers, who
 * else is there. A mail for two people is cut before the second, so that no item of one is
 * given to the other; a person handles the rest. It reads no item.
 */
import { normalise } from '../normalise.ts';
import type { RequestFlag, RequestText } from '../types.ts';
import type { Field } from './field.ts';
import { splitFields } from './fields.ts';
import { readFlags } from './flags.ts';
import { blank, wholeField, wholeNumber } from './mask.ts';
import type { FoundNumber, NumberKind } from './number.ts';
import { findNumbers } from './numbers.ts';
import { findKin, type Kin } from './relatives.ts';
import { layOut, lineIndexAt, type Sheet } from './sheet.ts';

export interface Desk {
  sheet: Sheet;
  /** Width-folded. */
  subject: string;
  fields: readonly Field[];
  numbers: readonly FoundNumber[];
  flags: RequestFlag[];
  /** Whom the prose names by kinship. */
  kin: Kin;
  /** The copy with all settled fields blanked, equal in length. */
  formless: string;
  /** The same with all numbers blanked too. */
  prose: string;
}

/** Longer texts are read up to here; a request is some 2,000 characters at most. */
const MOST_CHARACTERS = 50_000;
const TIME_OR_PHONE = /\d{1,2}:\d{2}|\d{1,2}時|\d{1,2}[月/]\d{1,2}|0\d{1,4}[-(]?\d{1,4}[-)]?\d{4}/;

/** Lays a mail out for the item readers. */
export function prepare(mail: RequestText): Desk {
  const raw = mail.text.slice(0, MOST_CHARACTERS);
  const whole = cut(raw);
  const secondAt = secondPerson(whole);
  const { sheet, fields, numbers } = secondAt === null ? whole : cut(raw.slice(0, secondAt));
  const subject = normalise(mail.subject).text;
  const flags = readFlags(`${subject}。${whole.sheet.text}`, attendantValues(sheet, fields));
  if (secondAt !== null && !flags.includes('multiple_people')) flags.push('multiple_people');
  const formless = blank(sheet.text, fields.filter(isSettled).map(wholeField));
  const prose = blank(formless, [...numbers.map(wholeNumber), ...labelledNumbers(numbers)]);
  const kin = findKin(prose);
  if (kin.speaksForAnother && !flags.includes('third_party')) flags.push('third_party');
  return { sheet, subject, fields, numbers, flags, kin, formless, prose };
}

function cut(raw: string) {
  const sheet = layOut(raw);
  const fields = splitFields(sheet);
  return { sheet, fields, numbers: findNumbers(sheet, fields) };
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

/** Raw offset where the items of a second person begin, or null. */
function secondPerson({ sheet, fields, numbers }: ReturnType<typeof cut>): number | null {
  const seekers = numbers.filter((number) => number.kind === 'seeker');
  const first = seekers[0];
  const second = seekers.find((number) => number.digits !== first?.digits);
  if (first === undefined || second === undefined) return null;
  const line = lineIndexAt(sheet, second.start);
  if (line === lineIndexAt(sheet, first.start)) return null;
  const names = fields.filter((field) => field.kind === 'name' && !field.inSentence);
  const secondName = names.find((field, i) => i > 0 && field.labelStart > first.start);
  if (secondName !== undefined) return sheet.toRaw(secondName.labelStart);
  const own = sheet.lines[line];
  if (own === undefined || !TIME_OR_PHONE.test(withoutNumber(own.text, second))) return null;
  return sheet.toRaw(own.start);
}

function withoutNumber(text: string, number: FoundNumber): string {
  return text.replace(/\d{5}[^\d]{0,3}\d{4,8}/, ' '.repeat(number.digits.length));
}

const PERSONAL: ReadonlySet<NumberKind> = new Set([
  'seeker',
  'phone',
  'fax',
  'postal',
  'individual',
]);
const NUMBER_LABEL =
  /(?:(?:私|自分|本人|父|母|妻|夫|息子|娘|親)(?:さん|様)?の)?(?:求職|登録|ハローワーク|受付票|連絡先|連絡|電話|携帯|自宅|TEL|tel|Tel|℡|☎|スマホ|FAX|カード|日中)?(?:者|登録|カード|電話|の)?(?:番号|ばんごう|電話|携帯|TEL|でんわ|連絡先|No\.?)?[はがもで、:： 　(（]{0,4}$/;

/** The copy without fields, personal numbers and their labels, and the name: what is left to say. */
export function remainder(desk: Desk, name: string | null): string {
  return withoutName(blank(desk.formless, labelledNumbers(desk.numbers)), name);
}

/** Personal numbers with the words that introduce them. */
function labelledNumbers(numbers: readonly FoundNumber[]) {
  return numbers
    .filter((number) => PERSONAL.has(number.kind))
    .map((number) => {
      const label = NUMBER_LABEL.exec(number.before)?.[0].length ?? 0;
      return { start: number.start - label, end: number.end };
    });
}

const BEFORE_NAME = '(?:私の)?(?:名前|なまえ|氏名)は[ ]?|私は[ ]?|わたくし|[Mm]y name is ';
const BEHIND_NAME = '(?:と申します|ともうします|といいます|でございます|です)(?![かが])';

/** Blanks a name wherever it stands, with "私の名前は" and "と申します". */
export function withoutName(prose: string, name: string | null): string {
  const copy = name === null ? '' : normalise(name).text;
  if (copy.length < 2) return prose;
  const literal = copy.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?:${BEFORE_NAME})?${literal}(?:${BEHIND_NAME})?`, 'gu');
  return prose.replace(pattern, (match) => match.replace(/[^\n]/g, ' '));
}
