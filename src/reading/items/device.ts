/**
 * The device the person says to use (スマートフォン, PC …), as written: from its label, from
 * "スマホで参加します", or from the "Sent from my …" line. It says nothing about whether it fits.
 */
import type { Field } from './field.ts';
import { asWritten, type Sheet } from './sheet.ts';

const DEVICE =
  'スマートフォン|スマートホン|スマホ|アイフォン|iPhone|アイパッド|iPad|Android|アンドロイド|Galaxy|Xperia|AQUOS|Pixel|タブレット|ノートパソコン|ノートPC|パソコン|PC|Mac(?:Book)?|ガラケー|Chromebook|携帯電話';
const USED = new RegExp(
  `(?:${DEVICE})(?=(?:から|で|にて|を(?:使|利用|用)|での|からの|を使)(?!の?(?:仕事|求人|入力|作業|操作|デザイン|教室|スキル)))`,
  'i',
);
const SENT_FROM = new RegExp(
  `(?:Sent from (?:my )?|^)(?:${DEVICE})(?=から送信|より送信|$)|(?<=Sent from (?:my )?)(?:${DEVICE})`,
  'im',
);
const SENT_PREFIX = /^Sent from (?:my )?/i;

/** The device, or null if none is named. */
export function readDevice(sheet: Sheet, fields: readonly Field[]): string | null {
  const field = fields.find((f) => f.kind === 'device' && f.end > f.start);
  if (field !== undefined) return asWritten(sheet, field.start, field.end).trim();
  const hit = USED.exec(sheet.text) ?? SENT_FROM.exec(sheet.text);
  if (hit === null) return null;
  const lead = SENT_PREFIX.exec(hit[0])?.[0].length ?? 0;
  return asWritten(sheet, hit.index + lead, hit.index + hit[0].length).trim();
}
