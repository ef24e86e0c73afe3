/**
 * Prepares 希望日時, Article 6(2)③, for the reader of wishes: the labelled fields (also date and
 * time under two labels), else the prose with everything blanked that is no wish: numbers,
 * other fields, dates of the past, days that do not suit, the booking that is to be changed.
 * It reads no date itself.
 */
import type { Field } from './fields.ts';
import { blank, keepOnly } from './mask.ts';
import type { Sheet } from './sheet.ts';

export interface WishText {
  text: string;
  labelled: boolean;
  /** Where `text` lies in the copy: offset for offset, or as one stretch for joined fields. */
  place: 'same_offsets' | { start: number; end: number };
}

const DATE =
  /\d{1,2}[月/]\d{1,2}|\d{1,2}日|[月火水木金土日]曜|明日|明後日|あさって|今日|本日|昨日|先日|先週|今週|来週/;
const RANK_LABEL = /第?[一二三1-3](?:希望|候補)|希望[日時]{0,2}[①②③1-3]|候補[日時]{0,2}[①②③1-3]/;
/** A date in such a clause is when something was, or until when something lasts. */
const OTHER_ROLE =
  /(?:した|いただいた|頂いた|もらった|届いた|送った|受けた|あった|伺った|うかがった)(?:際|時|とき|ところ|後|ので|が|けど|の|、|$)|(?:しました|いただきました|頂きました|届きました|受けました|ありました|伺いました|なりました|辞めました|終わりました|でした)(?:が|ので|けど|。|、|$)|(?:退職|離職|卒業|失業|入社|入院|引っ越し|登録|申込|来所|面談|訪問|電話|生まれ)(?:日|予定|済み|しまして|して)|生まれ|生年月日|有効期限|期限|締[め切]?切|認定日|発行日|交付日|付け?(?:の|で)(?:案内|メール|通知|お手紙)|までに(?:応募|提出|決め|就職|返事|返信)|(?:から|より)(?:働|勤務|入社|就業|開始|新しい|入院)|満了|更新日|面接(?:が|日|を|は|に|予定)|前回|先日の/;
/** Days that do not suit; blanked only where another day is wished. */
const UNSUITABLE =
  /都合が(?:悪|つか|付か|あわ|合わ)|(?:は|が|も)(?:無理|不可|仕事|出勤|勤務|難し|むずかし|厳し|きびし|だめ|ダメ|駄目|NG|ＮＧ|通院|休め|行け|都合)|参観|用事が|予定(?:が|が入って)(?:あ|入)|不在|休みが取れ|できません|行けません|参加できな|出られません|避けて|避けたい/;
const OLD_BOOKING =
  /(?:\d{1,2}月\d{1,2}日|\d{1,2}\/\d{1,2}|\d{1,2}日|明日|本日|今日|来週|今週)[^。、\n]{0,30}?(?:の|に|で)(?:ご?予約|ご?相談|お約束|約束|面談|予定|申し?込)[^。\n]{0,14}?(?:を|が|ですが|の(?:件|変更)|して|していた|済み|から|につい)/g;
const FROM_TO =
  /(?:\d{1,2}月\d{1,2}日|\d{1,2}\/\d{1,2})[^。、\nか]{0,20}(?:から|を|→|⇒)(?=[^。\n]{0,4}(?:\d{1,2}月\d{1,2}日|\d{1,2}\/\d{1,2}|\d{1,2}日)[^。\n]{0,20}(?:に|へ)(?:ご?変更|ずら|移|振))/g;

/** The text in which the wish is to be read; null where form and prose hold none. */
export function wishTexts(sheet: Sheet, fields: readonly Field[], prose: string): WishText[] {
  const texts: WishText[] = [];
  const form = fields.filter((field) => isWish(field) && field.end > field.start);
  const filled = form.filter((field) => !field.inSentence);
  if (filled.length > 0) texts.push(fromFields(sheet, filled));
  const sentences = form.filter((field) => field.inSentence);
  const open = sentences.length === 0 ? prose : restore(sheet, prose, sentences);
  texts.push({ text: blankOtherDates(open), labelled: false, place: 'same_offsets' });
  return texts;
}

function isWish(field: Field): boolean {
  return field.kind === 'wish' || field.kind === 'wishDate' || field.kind === 'wishTime';
}

/** "希望は12月4日…" is a sentence of the prose: it goes back to where it stood. */
function restore(sheet: Sheet, prose: string, fields: readonly Field[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const field of fields) {
    parts.push(prose.slice(from, field.start), sheet.text.slice(field.start, field.end));
    from = field.end;
  }
  parts.push(prose.slice(from));
  return parts.join('');
}

function fromFields(sheet: Sheet, fields: readonly Field[]): WishText {
  const split = fields.some((field) => field.kind === 'wishTime');
  if (split) return joined(sheet, fields);
  const stretches = fields.map((field) => ({ start: rankStart(sheet, field), end: field.end }));
  return { text: keepOnly(sheet.text, stretches), labelled: true, place: 'same_offsets' };
}

/** Keeps "第1希望" before its value, for the reader of wishes knows ranks. */
function rankStart(sheet: Sheet, field: Field): number {
  const label = sheet.text.slice(field.labelStart, field.start);
  const rank = RANK_LABEL.exec(label);
  return rank === null ? field.start : field.labelStart + rank.index;
}

/** Date and time under two labels become one expression, in the order of the form. */
function joined(sheet: Sheet, fields: readonly Field[]): WishText {
  let text = '';
  let timed = false;
  for (const field of fields) {
    const value = sheet.text.slice(field.start, field.end).replace(/\n/g, ' ');
    const next: boolean = field.kind !== 'wishTime' && timed;
    if (text !== '') text += next ? '、' : ' ';
    text += value;
    timed = field.kind === 'wishTime' || (timed && !next);
  }
  const first = fields[0]?.start ?? 0;
  return { text, labelled: true, place: { start: first, end: fields.at(-1)?.end ?? first } };
}

function blankOtherDates(prose: string): string {
  const old = [...prose.matchAll(OLD_BOOKING), ...prose.matchAll(FROM_TO)];
  const open = blank(
    prose,
    old.map((hit) => ({ start: hit.index, end: hit.index + hit[0].length })),
  );
  const clauses = [...open.matchAll(/[^。、,\n!！?？]+/g)].filter((hit) => DATE.test(hit[0]));
  const inRole = clauses.filter((hit) => OTHER_ROLE.test(clauseWithTail(open, hit)));
  const rest = clauses.filter((hit) => !inRole.includes(hit));
  const unsuitable = rest.filter((hit) => UNSUITABLE.test(hit[0]) && !/なら|れば/.test(hit[0]));
  const dropped = unsuitable.length < rest.length ? [...inRole, ...unsuitable] : inRole;
  return blank(
    open,
    dropped.map((hit) => ({ start: hit.index, end: hit.index + hit[0].length })),
  );
}

/** The clause with the mark that ends it. */
function clauseWithTail(text: string, hit: RegExpExecArray): string {
  return text.slice(hit.index, hit.index + hit[0].length + 1);
}
