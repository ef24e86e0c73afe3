/** Reads the labels of our own invented mails: a CSV with quoted fields that may hold line breaks. */
import { readFileSync } from 'node:fs';

export interface LabelledMail {
  file: string;
  expectedClass: string;
  inThread: boolean;
  newText: string;
  items: ForwardedItems;
}

export interface ForwardedItems {
  name?: string | null;
  seekerNumber?: string | null;
  phone?: string | null;
  topic_contains?: string[];
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function rows(csv: string): string[][] {
  const found: string[][] = [[]];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < csv.length) {
    const match = FIELD.exec(csv);
    if (match === null) throw new Error(`unreadable label at ${FIELD.lastIndex}`);
    found.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') found.push([]);
  }
  return found.filter((row) => row.length > 1);
}

/** All labelled mails of a file with the columns file, expected_class, in_thread, new_text, items. */
export function labelledMails(path: string): LabelledMail[] {
  const [head = [], ...body] = rows(readFileSync(path, 'utf8'));
  return body.map((row) => {
    const value = (column: string) => row[head.indexOf(column)] ?? '';
    return {
      file: value('file'),
      expectedClass: value('expected_class'),
      inThread: value('in_thread') === 'yes',
      newText: value('new_text').replaceAll('\\n', '\n').trim(),
      items: JSON.parse(value('items') || '{}'),
    };
  });
}
