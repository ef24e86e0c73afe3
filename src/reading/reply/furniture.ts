/**
 * Lines of a mail that say nothing about the booking: signatures, addresses, telephone
 * numbers, phone footers, rules, salutations. `message/` has cut quotation and signature
 * already; this catches what slipped through. It never judges a sentence.
 */

/** A footer that a phone or a mail service appends. */
const FOOTERS =
  /^[^。、]{1,30}(から|より)(の)?送信(しました|しています|されました)?$|^sent from |^get outlook|^yahoo!?める|^(?:android|ios)(?: ?版| ?用)? ?outlook/;

/** The whole line is an address, a number, a rule or a salutation. */
const WHOLE_LINES: readonly RegExp[] = [
  /^[-_=*━─☆★■□◆◇○●+~#.・。:;'"|／/\\^\s]{2,}$/,
  /^(〒|(住所|所在地)\s*[:0-9])/,
  /^(e-?mail|mail|める|あどれす|tel|fax|電話|でんわ|携帯|けいたい|phone|url|http)[^ぁ-ん]{0,12}[\d@:/][^ぁ-ん]{0,60}$/,
  /^[^\sぁ-ん]{1,60}@[^\sぁ-ん]{1,60}$/,
  /^(求職番号|求職者番号|受付番号|予約番号|番号)?[:\s#no.]{0,4}[\d\s()-]{5,30}$/,
  /^はろわく(小林)?$/,
  /^[^。、]{1,20}(御中|様|さま|殿)$/,
  /^(以上|草々|敬具|かしこ|拝|記)[。.]?$/,
  /^(氏名|名前|なまえ)[:\s]/,
];

/** The rest of the mail is not the person's own word. */
const QUOTE_HEADS =
  /^(-{2,}\s*(original|forwarded|元の|転送)|on .{5,120} wrote:?$|from:|差出人:|件名:|\d{4}年\d{1,2}月\d{1,2}日.{0,80}(:|<)$)/;

/** What to do with a folded line: read it, leave it out, or stop reading. */
export function judgeLine(line: string): 'read' | 'skip' | 'stop' {
  const bare = line.trim().slice(0, 200);
  if (QUOTE_HEADS.test(bare)) return 'stop';
  if (bare === '' || bare.startsWith('>') || bare.startsWith('>')) return 'skip';
  return FOOTERS.test(bare) || WHOLE_LINES.some((form) => form.test(bare)) ? 'skip' : 'read';
}
