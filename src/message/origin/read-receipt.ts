/**
 * Read receipts: notices that a mail was shown, deleted or printed. A program sends them,
 * and they say nothing about consent. It never speaks for a person who asks us for a
 * receipt (Disposition-Notification-To is a request, not a receipt).
 */
import type { JudgedMail } from './judged-mail.ts';
import type { OriginRule } from './rule.ts';

/**
 * RFC 8098: multipart/report with message/disposition-notification. Seen: Outlook, Thunderbird,
 * Becky!.
 */
export const dispositionNotification: OriginRule = {
  name: 'disposition-notification',
  origin: 'read_receipt',
  find({ message }) {
    const { type, parameters } = message.contentType;
    if (/^disposition-notification$/iu.test(parameters['report-type'] ?? '')) {
      return `content-type: ${type}; report-type=disposition-notification`;
    }
    const part = [type, ...message.parts.map((leaf) => leaf.contentType)].find((contentType) =>
      /^message\/(?:global-)?disposition-notification\b/iu.test(contentType),
    );
    return part ? `content-type: ${part}` : null;
  },
};

/** Subjects before which programs put the word; the same words in Outlook, Notes, Zimbra, GroupWise. */
const RECEIPT_SUBJECT =
  /^(?:開封済み|開封通知|開封確認|既読|未開封のまま削除|未読のまま削除|read receipt|read|not read|return receipt(?: \(displayed\))?|gelesen|lu)\s*[:：]/iu;

/** Sentences of receipts that are not reports: Outlook's text form, Outlook Express, Notes, Becky!. */
const RECEIPT_SENTENCE = [
  /(?:あなた[がの]|次の(?:宛先|方)|宛先)[^。]{0,120}(?:メッセージ|メール)[^。]{0,200}(?:開封されました|表示されました|(?:開封|閲覧|表示)されないまま|(?:開封|閲覧|表示)されずに)/u,
  /[「『][^」』]{1,80}[」』](?:が|は)[^。]{0,20}(?:開封|閲覧)されました/u,
  /(?:受信者|宛先|相手)(?:様|の方)?(?:は|が)[^。]{0,20}(?:あなた|お送り)[^。]{0,60}(?:開きました|開封しました|表示しました|閲覧しました)/u,
  /(?:次|以下|下記)のメッセージ(?:を|が)(?:表示|開封|閲覧)(?:し|され)ました/u,
  /(?:この|これは)[^。]{0,40}(?:開封確認|開封通知|受信確認)(?:メッセージ|メール|通知)?(?:は|です)/u,
  /メッセージが受信者のコンピュータ[^。]{0,40}表示されたことを(?:示す|確認)/u,
];
const RECEIPT_PHRASE =
  /\b(?:this is a (?:return|read) receipt for (?:the|your) (?:mail|message)|your message .{0,300}was read on|this receipt verifies that the message has been displayed)/u;

/** Receipts in plain text, known by subject and sentence together. */
export const receiptText: OriginRule = {
  name: 'read-receipt-text',
  origin: 'read_receipt',
  find(mail) {
    const sentence = receiptSentence(mail);
    if (sentence === null) return null;
    return RECEIPT_SUBJECT.test(mail.subject) ? `subject: ${mail.subject}` : sentence;
  },
};

function receiptSentence({ written: { words, squeezed } }: JudgedMail): string | null {
  const japanese = squeezed.slice(0, 2_000);
  for (const sentence of RECEIPT_SENTENCE) {
    const found = sentence.exec(japanese);
    if (found) return found[0];
  }
  return RECEIPT_PHRASE.exec(words.slice(0, 2_000))?.[0] ?? null;
}
