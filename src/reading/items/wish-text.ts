/**
 * Prepares 希望日時, Article 6(2)③, for the reader of wishes: the labelled fields (also date and
 * time under two labels), else the prose with everything blanked that is no wish: numbers,
 * other fields, dates of the past, days that do not suit, the booking that is to be changed.
 * It reads no date itself.
 */
import type { Field } from './field.ts';
import { blank, keepOnly } from './mask.ts';
import { anyPhrase } from './phrase-table.ts';
import type { Sheet } from './sheet.ts';

export interface WishText {
  text: string;
  labelled: boolean;
  /** Where `text` lies in the copy: offset for offset, or as one stretch for joined fields. */
  place: 'same_offsets' | { start: number; end: number };
}

export const DATE =
  /\d{1,2}[月/]\d{1,2}|\d{1,2}日|[月火水木金土日]曜|明日|明後日|あさって|今日|本日|昨日|先日|先週|今週|来週/;
const RANK_LABEL = /第?[一二三1-3](?:希望|候補)|希望[日時]{0,2}[①②③1-3]|候補[日時]{0,2}[①②③1-3]/;
/** A date in such a clause is when something was, or until when something lasts. */
const OTHER_ROLE = anyPhrase(
  `(した|いただいた|頂いた|もらった|届いた|送った|受けた|あった|伺った|うかがった)(際|時|とき|ところ|後|ので|が|けど|の|、|$)
   (しました|いただきました|頂きました|届きました|受けました|ありました|伺いました|なりました|辞めました|終わりました|でした)(が|ので|けど|。|、|$)
   (退職|離職|卒業|失業|入社|入院|引っ越し|登録|申込|来所|面談|訪問|電話|生まれ)(日|予定|済み|しまして|して)
   生まれ 生年月日 有効期限 期限 締[め切]?切 認定日 発行日 交付日
   付け?(の|で)(案内|メール|通知|お手紙) までに(応募|提出|決め|就職|返事|返信)
   (から|より)(働|勤務|入社|就業|開始|新しい|入院) 折り返し 折返し
   まで(に)?(連絡|電話|返事|返信|折)
   (説明会|セミナー|試験|講座|面接会|健診|検診|法事|結婚式|葬儀|出張|旅行|研修|会議|授業|行事)(が|は|の|に|で)
   満了 済み 更新日 面接(が|日|を|は|に|予定) 前回 先日の`,
);
/** Days that do not suit; blanked only where another day is wished. */
const UNSUITABLE = anyPhrase(
  `都合が(悪|つか|付か|あわ|合わ)
   (は|が|も)(無理|不可|仕事|出勤|勤務|難し|むずかし|厳し|きびし|だめ|ダメ|駄目|NG|通院|休め|行け|都合)
   参観 用事が 認定日 予定(が|が入って)(あ|入) 不在 休みが取れ できません(?!か|でしょう)
   行けません 参加できな 出られません 避けて 避けたい`,
);
const FRAME = /^[ \u3000]*(?:来週|再来週|今週|来月|今月|\d{1,2}月(?!\d))の?/;
const CONDITION = /なら|れば|場合|ときは|時は|たら/;
/** Clock times in such a clause are working hours or the like. */
const HOURS_OF_WORK = anyPhrase(
  `仕事 勤務 時給 シフト 昼休み 営業時間 就業 始業 終業 定時 学校 保育園 開所 受付時間`,
);
export const CLOCK = /\d{1,2}:\d{2}|\d{1,2}時(?:半|\d{1,2}分?)?/;
const SENTENCE = /(?:[^。\n!！?？ ]| {1,2}(?! ))+[。!！?？]?/g;
const TIME_WORD = anyPhrase(
  `\\d [一二三四五六七八九十][日時月] 曜 今日 明日 明後日 あさって あした あす 本日 週 午前 午後
   朝 昼 夕 夜 月末 月初 旬 いつでも 同じ 正午 希望 候補 日程 日時 なら だめ ダメ 駄目 都合 平日
   土日 祝 じゅう にち がつ`,
);
/** The moment of the call at the head of a memo. */
const STAMP =
  /^\s*(?:\d{4}[年/.])?\d{1,2}[月/]\d{1,2}日?(?:\([月火水木金土日]\))? {0,3}\d{1,2}[:時]\d{2}分? {0,3}(?:受電|受付|入電|着信|電話|TEL|受)?(?=[ \n])(?=[\s\S]{0,60}(?:様|さん|TEL|電話|入電))/;
const ASIDE = /[(（][^()（）\n]{4,40}[)）]/g;
const ZONE = /[(（]?(?:UTC|GMT)[+-]\d{1,2}:?\d{2}[)）]?[^\n]{0,40}|JST/g;
const CALLING_HOURS =
  /(?:日中|昼間|夜間|夕方以降|平日|\d{1,2}時以降)?は?[^。、\n\d]{0,6} {0,40}(?:に|へ|まで)?(?:ご|お)?(?:連絡|電話)(?:を|が)?(?:いただ|頂|くださ|下さ|お願い|つなが|繋が)[^。\n]{0,20}/g;
export const SAYS_CHANGE = anyPhrase(
  `変更 ずらし ずらす 遅らせ 早め 再調整 仕切り直 延期 振り替 振替 別の日 キャンセル 取り?消
   取り止め 取りやめ`,
);
/** A booking that was made before is no wish, whatever else the mail says. */
const MADE_BOOKING =
  /(?:\d{1,2}月\d{1,2}日|\d{1,2}\/\d{1,2}|\d{1,2}日|明日|本日|今日|来週|今週)[^。、\n]{0,30}?(?:ご?予約|お約束|約束|申し?込み?|[Zz]oom|ZOOM|ご?面談|ご?相談)(?:を)?(?:して(?:い|お)(?:た|り|る|ま)|させていただいて|いただいて|済み?|取って|とって|入れて|の確認|の件)/g;
const OLD_BOOKING =
  /(?:\d{1,2}月\d{1,2}日|\d{1,2}\/\d{1,2}|\d{1,2}日|明日|本日|今日|来週|今週)[^。、\n]{0,30}?(?:(?:の|に|で|から)(?:ご?予約|お約束|約束|面談|予定|ご?相談)[^。\n]{0,14}?(?:を|が|ですが|の(?:件|変更)|して|していた|済み|から|につい)|の件)/g;
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

/** A text with everything blanked that is no wish. */
export function blankOtherDates(prose: string): string {
  const open = blankOldBooking(withoutNoise(prose));
  const clauses = [...open.matchAll(/[^。、,\n!！?？]+/g)];
  const dated = clauses.filter((hit) => DATE.test(hit[0]));
  const inRole = dated.filter((hit) => OTHER_ROLE.test(clauseWithTail(open, hit)));
  const rest = dated.filter((hit) => !inRole.includes(hit));
  const unsuitable = rest.filter((hit) => UNSUITABLE.test(hit[0]) && !CONDITION.test(hit[0]));
  const suitable = rest.length > unsuitable.length;
  const working = clauses.filter(
    (hit) => !DATE.test(hit[0]) && CLOCK.test(hit[0]) && HOURS_OF_WORK.test(hit[0]),
  );
  return blank(
    open,
    [...inRole, ...working].map(stretchOf).concat(suitable ? unsuitable.map(behindFrame) : []),
  );
}

/** Sentences without a word of time, time zones, and the hours at which to telephone. */
function withoutNoise(prose: string): string {
  const timeless = [...prose.matchAll(SENTENCE)].filter((hit) => !TIME_WORD.test(hit[0]));
  const stamp = STAMP.exec(prose);
  const stamped = stamp !== null && CLOCK.test(prose.slice(stamp[0].length)) ? [stamp] : [];
  const asides = [...prose.matchAll(ASIDE)].filter(
    (hit) => DATE.test(hit[0]) && OTHER_ROLE.test(hit[0]),
  );
  const noise = [
    ...stamped,
    ...asides,
    ...timeless,
    ...prose.matchAll(ZONE),
    ...prose.matchAll(CALLING_HOURS),
  ];
  return blank(prose, noise.map(stretchOf)).replace(/(?<= )\/(?= )/g, '、');
}

/** The date of a booking that is to be changed; its day stays where only a new time is named. */
function blankOldBooking(prose: string): string {
  const told = [...prose.matchAll(MADE_BOOKING)];
  const moved = SAYS_CHANGE.test(prose)
    ? [...prose.matchAll(OLD_BOOKING), ...prose.matchAll(FROM_TO)]
    : [];
  const old = [...told, ...moved].map(stretchOf);
  const open = blank(prose, old);
  if (old.length === 0 || DATE.test(open) || !CLOCK.test(open)) return open;
  const times = old.flatMap(({ start, end }) => {
    const from = prose.slice(start, end).search(CLOCK);
    return from === -1 ? [] : [{ start: start + from, end }];
  });
  return blank(prose, times);
}

/** "来週は火曜がだめで、木曜なら": the week belongs to what follows too. */
function behindFrame(hit: RegExpExecArray): { start: number; end: number } {
  const frame = FRAME.exec(hit[0])?.[0].length ?? 0;
  return { start: hit.index + frame, end: hit.index + hit[0].length };
}

function stretchOf(hit: RegExpExecArray): { start: number; end: number } {
  return { start: hit.index, end: hit.index + hit[0].length };
}

/** The clause with the mark that ends it. */
function clauseWithTail(text: string, hit: RegExpExecArray): string {
  return text.slice(hit.index, hit.index + hit[0].length + 1);
}
