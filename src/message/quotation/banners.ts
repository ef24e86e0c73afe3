/**
 * Warnings that a receiving mail system puts above the body of a mail; in an answer they stand
 * between the frame and the quoted text. Data only, on width-folded lines.
 */

const BANNERS: readonly RegExp[] = [
  /^[[【(<*]{0,2} ?(?:外部|社外|組織外|external|caution|warning|注意|ご注意)/i,
  /(?:外部|組織外|社外)(?:から|の)(?:送信|メール|送信者|差出人)/,
  /からの(?:電子)?メールを(?:頻繁に|あまり|受け取る)/, // Outlook: first contact
  /これが重要である理由|learn why this is important|you don't often get email from/i,
  /心当たりのない(?:メール|リンク|添付)|リンクや添付(?:ファイル)?を開かない|do not click/i,
];

/** Whether a line is such a warning; its argument has its width folded. */
export function isBanner(folded: string): boolean {
  return BANNERS.some((form) => form.test(folded));
}
