/**
 * Cuts a name out of the value of a label: honorific, polite verb, reading in brackets or
 * behind the kanji, age and remarks come off; what stays is cut from the raw text, exactly as
 * written. It takes the value's word for it that it is a name.
 */

import { isLabel } from './label-words.ts';
import { isFamilyNameOnly } from './name-shape.ts';
import { asWritten, type Sheet } from './sheet.ts';

export interface NameValue {
  value: string;
  start: number;
  end: number;
}

const QUOTED = /[「『][^「」『』\n]{0,30}[」』]/g;
const BRACKETED = /[(（[［〈<《「][^)）\]］〉>》」\n]{0,40}[)）\]］〉>》」]/g;
const TAIL =
  /[ \u3000]*(?:と申します|ともうします|といいます|と言います|でございます|であります|になります|とのこと.*|です.*|だよ|(?<=.)(?:様|さま|さん|サマ|サン|殿|氏|くん|ちゃん)(?:より.*|から.*|の.*)?)[。.]?$/;
const STOP = /[、,，;；|│\n\t※*]|\/|／|[ \u3000](?=\d|[0-9]|〒|tel|TEL|☎|携帯|電話|求職)|\d/;
const EMPTY =
  /^(?:[様殿氏]|さま|さん|サマ|サン|なし|無し|無|未記入|未入力|匿名|名無し|不明|同上|[-―ー○〇◯*＊xX×.…_ \u3000]+|n\/?a|null)$/i;
/** Sex and age behind the name: "男 32歳", "女性", "（三十代）". */
const PERSONAL =
  /(?:(?<=[ \u3000\u0000・/])[男女♂♀]|[男女]性|[一二三四五六七八九十百]{1,4}[歳才代])[ \u3000\u0000・/]*$/;
const LATIN_TITLE = /^(?:Mr|Ms|Mrs|Miss)\.?[ ]+/i;
const MOST_CHARACTERS = 40;

/** The name in a stretch of the copy, or null if it holds none. */
export function cleanName(sheet: Sheet, start: number, end: number): NameValue | null {
  const blanked = sheet.text
    .slice(start, Math.min(end, start + MOST_CHARACTERS * 2))
    .replace(QUOTED, (group) => '\u0000'.repeat(group.length))
    .replace(BRACKETED, (group) => '\u0000'.repeat(group.length));
  let text = blanked.replace(LATIN_TITLE, (title) => '\u0000'.repeat(title.length));
  const stop = text.search(STOP);
  if (stop > 0) text = text.slice(0, stop);
  text = untilReading(text);
  for (let i = 0; i < 3; i += 1) {
    text = text
      .replace(PERSONAL, '')
      .replace(/[\u0000 \u3000]+$/, '')
      .replace(TAIL, '');
  }
  text = dropReading(text);
  const plain = text.replace(/\u0000/g, '');
  const name = plain.trim();
  if (name === '' || name.length > MOST_CHARACTERS || EMPTY.test(name)) return null;
  if (isLabel(name.replace(/[:：]$/, ''))) return null;
  const lead = text.length - text.replace(/^[\u0000 \u3000]+/, '').length;
  const trail = text.replace(/[\u0000 \u3000]+$/, '').length;
  const value = stitch(sheet, text, start).replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
  return { value, start: start + lead, end: start + trail };
}

/** Behind a bracket a given name may follow its family name ("河野（かわの）早苗"), nothing else. */
function untilReading(text: string): string {
  const gap = text.search(/\u0000/);
  const before = text.slice(0, gap).trim();
  if (gap < 1 || before === '' || isFamilyNameOnly(before)) return text;
  return text.slice(0, gap);
}

/** The raw text of everything that was not blanked. */
function stitch(sheet: Sheet, text: string, offset: number): string {
  let value = '';
  for (const part of text.matchAll(/[^\u0000]+/g)) {
    value += asWritten(sheet, offset + part.index, offset + part.index + part[0].length);
  }
  return value;
}

/** "山田 太郎 ヤマダ タロウ", "山田太郎 やまだたろう": the kana behind are the reading. */
function dropReading(text: string): string {
  const parts = text.split(/([ \u3000]+)/);
  const words = parts.filter((_, i) => i % 2 === 0);
  const kana = /^[ぁ-ゖァ-ヶー]+$/;
  const first = words[0] ?? '';
  if (words.length < 2 || kana.test(first) || /^[A-Za-z]/.test(first)) return text;
  const firstKana = words.findIndex((word) => kana.test(word));
  if (firstKana < 1) return text;
  const tail = words.slice(firstKana);
  const isReading =
    firstKana >= 2 || tail.length >= 2 || (first.length >= 3 && (tail[0]?.length ?? 0) >= 5);
  return isReading ? parts.slice(0, firstKana * 2 - 1).join('') : text;
}
