/**
 * The set phrases of Japanese letters: greeting, closing formula, rules and signature lines.
 * They carry no item and must not be read as one. Data and three small questions; no search
 * beyond the line that is asked about.
 */
import { anyPhrase, phrases } from './phrase-table.ts';

/** What closes a letter, wherever in the line it stands. */
const CLOSES = `
  敬具 かしこ$ 草々 拝$ 失礼(いた|致)?します (ありがとう|有難う|有り難う)ございま(す|した)[。!！\\s]*$
`;
/** The same, where the line begins with it: from there the letter has said what it had to say. */
const CLOSES_FROM_START = `以上(です|になります)?[、。,\\s\u3000]*$ 以上[、,]`;
/** What may lead to よろしく. */
const PLEA_LEADS = `
  何卒 なにとぞ どうぞ どうか ご確認 ご検討 ご返信 ご連絡 お手数 お忙し ご多忙 (大変)?恐れ入り ご迷惑 お返事 返信
`;
const PLEAS = `(よろしく|宜しく|ヨロシク)(お願い|おねがい|御願い|頼み|です|どうぞ|$|。)`;
const CLOSING = new RegExp(
  `^[\\s\u3000]*(?:${phrases(CLOSES_FROM_START)}|(?:それでは|では)?[、,\\s\u3000]*${phrases(PLEA_LEADS)}?.{0,28}${phrases(PLEAS)})|${phrases(CLOSES)}`,
);

/** How a letter begins, and whom it greets. */
const GREETS = `
  お世話 おせわ いつも 初めまして はじめまして 突然 拝啓 前略 謹啓 こんにちは こんばんは おはよう お疲れ ご担当 担当者
  担当の 御中 時下 平素 日頃 貴所 貴職 貴安定所 .{0,14}の候 寒く 寒さ 朝夕 秋も 初冬 いよいよ このたびは お忙しい
  お忙し ご多忙 お電話ありがとう ご連絡(いただき|頂き)?(ありがとう|有難う)
  ハローワーク.{0,12}(御中|様|さん|さま)?[\\s\u3000]*$
  .{0,20}(御中|ご担当者様?|担当者様|ご担当様|担当様|各位|窓口様)[\\s\u3000]*$
`;
const GREETING = new RegExp(`^[\\s\u3000]*${phrases(GREETS)}`);

const LONGEST_PHRASE = 120;
const RULE = /^[\s　]*(?:[-=_*~+#.･・…─━ー—─◆■□●○◇☆★※|〜～]{3,}|--)[\s　]*$/;
const SENT_FROM = anyPhrase(
  'から(の)?送信 より送信 送信しました$ メールアプリ Sent␣from Get␣Outlook␣for Outlook␣for',
  'i',
);

/** "よろしくお願いいたします。" and its like. */
export function isClosing(line: string): boolean {
  return CLOSING.test(essence(line));
}

/** "いつもお世話になっております。" and its like. */
export function isGreeting(line: string): boolean {
  return GREETING.test(essence(line));
}

/** A drawn line, "-----", "━━━", or the signature mark "-- ". */
export function isRule(line: string): boolean {
  return RULE.test(essence(line));
}

/** "iPhoneから送信", "Sent from my Galaxy". */
export function isSentFrom(line: string): boolean {
  return SENT_FROM.test(essence(line));
}

/** A line without its margins; no set phrase is longer. */
function essence(line: string): string {
  return line.trim().slice(0, LONGEST_PHRASE);
}
