/**
 * Recognises the block of header fields that a client prints above a quoted or forwarded mail
 * (差出人: / 送信日時: / 宛先: / 件名:) and reads it. It never judges whether the block opens
 * a reply's quotation or a forward, and a labelled request form is no such block.
 */
import type { Mailbox } from '../types.ts';
import { HEADER_LABELS, type HeaderKind } from './header-labels.ts';
import { type BodyLine, foldWidth, isBlank } from './line.ts';

/** A header block as it was printed, values raw. */
export interface HeaderBlock {
  /** Number of lines from its first to its last field, both included. */
  length: number;
  fields: Partial<Record<HeaderKind, string>>;
}

const MAX_CONTINUATION = 4;
const MAX_FIELDS = 14;
const FIELD = /^([^:]{1,20}):(.*)$/s;
const KIND_BY_LABEL = new Map(
  (Object.entries(HEADER_LABELS) as [HeaderKind, readonly string[]][]).flatMap(([kind, labels]) =>
    labels.map((label) => [label, kind] as const),
  ),
);

/** The field that a line holds, or null; "*From:* x" and "差出人　：x" count. */
export function headerField(body: string): { kind: HeaderKind; value: string } | null {
  if (body.length > 4000 || !/[:：]/.test(body.slice(0, 40))) return null;
  const match = FIELD.exec(body.normalize('NFKC').replace(/^[*_ \t]{1,4}/, ''));
  if (match === null) return null;
  const label = (match[1] ?? '').replace(/\([^()]{0,12}\)|[*_\s]/g, '').toLowerCase();
  const kind = KIND_BY_LABEL.get(label);
  if (kind === undefined) return null;
  const colon = body.search(/[:：]/);
  return {
    kind,
    value: body
      .slice(colon + 1)
      .replace(/^[*_]{0,2}\s*/, '')
      .trim(),
  };
}

/** How many lines from `at` belong to the value of the field before: a folded value, at most a few. */
function continuation(lines: BodyLine[], at: number): number {
  for (let n = 0; n <= MAX_CONTINUATION; n++) {
    const line = lines[at + n];
    if (line === undefined || isBlank(line)) return 0;
    if (headerField(line.body) !== null) return n;
  }
  return 0;
}

type Fields = Partial<Record<HeaderKind, string>>;

/** The field on a line if the block has none of its kind yet. */
function newField(line: BodyLine | undefined, fields: Fields) {
  const field = line === undefined ? null : headerField(line.body);
  if (field === null) return null;
  return fields[field.kind] === undefined || field.kind === 'other' ? field : null;
}

/**
 * Reads the fields that begin at a line. Values may be folded over lines; a blank line may stand
 * between the fields if it stands between all (an HTML reader makes paragraphs of them), so that
 * a label of the body is never taken for one more field. A kind that comes twice ends the block.
 */
export function headerBlockAt(lines: BodyLine[], from: number): HeaderBlock | null {
  const fields: Fields = {};
  let end = from;
  let last: HeaderKind | null = null;
  let paragraphs = false;
  for (let at = from, count = 0; count < MAX_FIELDS; ) {
    const line = lines[at];
    const field = newField(line, fields);
    if (field !== null) {
      fields[field.kind] = field.value;
      last = field.kind;
      end = at += 1;
      count += 1;
      continue;
    }
    if (line === undefined || last === null || headerField(line.body) !== null) break;
    if (isBlank(line)) {
      if ((count > 1 && !paragraphs) || newField(lines[at + 1], fields) === null) break;
      paragraphs = true;
      at += 1;
      continue;
    }
    const folded = continuation(lines, at);
    if (folded === 0) break;
    const more = lines.slice(at, at + folded).map(({ body }) => body);
    fields[last] = [fields[last] ?? '', ...more].join(' ').trim();
    at += folded;
  }
  return end === from ? null : { length: end - from, fields };
}

/**
 * Whether the block can only be a client's: a sender, two of date, recipient and subject, and
 * an address or a year, which a form that a person fills in has no reason to hold there.
 */
export function isFullBlock(block: HeaderBlock): boolean {
  const { from, date, to, subject, cc } = block.fields;
  if (from === undefined) return false;
  const others = [date, to ?? cc, subject].filter((value) => value !== undefined).length;
  const addressed = from.includes('@') || from.includes('＠');
  if (others >= 2) return addressed || /\d{4}/.test((date ?? '').normalize('NFKC'));
  return others === 1 && addressed;
}

const ADDRESS = /[^\s<>()[\]"',;:：、＜＞]{1,200}@[A-Za-z0-9.-]{1,200}/;

/** Reads a printed sender: "名前 <a@b>", "名前 [mailto:a@b]", "a@b", or a bare name (address ''). */
export function printedMailbox(value: string): Mailbox | null {
  const short = value.slice(0, 1000);
  const text = short.replace(/mailto:/gi, '');
  const address = ADDRESS.exec(text)?.[0] ?? '';
  const before = address === '' ? text : text.slice(0, text.indexOf(address));
  const name = before
    .replace(/["'<＜[(*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (address === '' && name === '') return null;
  const at = address.lastIndexOf('@');
  const lowered = at < 0 ? '' : address.slice(0, at) + address.slice(at).toLowerCase();
  return { name: foldWidth(name) === '' ? '' : name, address: lowered };
}
