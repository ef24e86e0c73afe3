/**
 * The lines that phones and mail programs put at the end of a mail by themselves, the openings
 * of legal footers, and the marks of a signature block. Data only, on width-folded text.
 */

/** What a mail can be sent from; a person (「娘から送信しました」) is none. */
const DEVICES =
  'i-?phone|i-?pad|android|アンドロイド|スマートフォン|スマホ|携帯|ケータイ|モバイル|タブレット|パソコン|pc|windows|mac|outlook|yahoo|gmail|docomo|ドコモ|au|softbank|ソフトバンク|y!?mobile|ワイモバイル|ahamo|楽天|uq|galaxy|xperia|aquos|arrows|pixel|huawei|oppo|redmi|らくらく|@docomo|spモードメール|メールアプリ|アプリ|thunderbird|spark';
const SENT = '(?:しました|しています|されました|いたしました|しております|されています)?';

/** Whole lines; taken out wherever they stand. */
export const CLIENT_LINES: readonly RegExp[] = [
  // iPhoneから送信 / 私のAndroidスマートフォンから送信しています / ドコモメールアプリより送信
  new RegExp(
    `^(?:私の|自分の|my )?(?:${DEVICES})[^。、]{0,30}(?:から|より|で)(?:の|返信・)?(?:送信|返信|作成|送りました|書いています)${SENT}。?$`,
    'i',
  ),
  /^sent (?:from|via|with|using) .{1,80}$/i,
  /^(?:get|obtain) outlook for .{1,80}$/i,
  /^.{0,20}outlook.{0,20}(?:を入手|をダウンロード|を取得).{0,80}$/i,
  /^download .{0,20}(?:app|mail).{0,60}$/i,
  /^(?:yahoo!?メール|gmail).{0,20}(?:アプリ|を使って).{0,20}$/i,
  /^(?:envoyé (?:de(?:puis)? mon|par|avec|à partir)|von meinem|gesendet (?:von|mit)|enviado (?:do|desde|de) |inviato da|verstuurd vanaf|skickat från|wysłane z|отправлено с|gửi từ|được gửi từ|dikirim dari|发自|發自|從我的|从我的|나의 ).{1,60}$/i,
  /^.{1,60}(?:さん|様)?が ?(?:gmail|outlook)? ?(?:から|で)?リアクションしました。?$/i, // beside an emoji alone
  /^.{1,60} reacted (?:via|to) .{1,60}$/i,
  /^ᐧ$/, // the sign that a tracking extension leaves
  /^(?:avast|virus-free|ウイルス ?フリー|ウイルスなし|www\.avast\.)[.。]?.{0,60}$/i,
  /^このメールは.{0,30}(?:ウイルス ?チェック|ウイルス対策|ウイルス ?スキャン).{0,60}$/,
];

/**
 * How a legal or advertising footer begins; from here to the end of the mail it is no word of the
 * person's.
 */
export const FOOTER_OPENINGS: readonly RegExp[] = [
  /^(?:この|本)(?:電子)?(?:メール|e-?mail).{0,80}(?:機密|名宛人|意図された|意図した|法的に保護|秘匿|守秘|誤って(?:受信|お受け取り|送信された|届いた)|受信者限り)/i,
  /^【?(?:機密情報|免責事項|ご注意|confidentiality notice|disclaimer)】? ?(?:[:。]|$|本メール|このメール)/i,
  /^this (?:e-?mail|message|communication)(?: message)?(?: and| \(including| may| is| contains| was).{0,120}(?:confidential|intended|privileged|attachments)/i,
  /^the information (?:contained )?in this (?:e-?mail|message)/i,
];

/** Words that show a line of a signature block: ways to reach the writer, or where he works. */
export const IDENTITY_KINDS: Readonly<Record<string, RegExp>> = {
  telephone:
    /(?:tel|電話|携帯|mobile|phone|fax|℡|☎|📞|📱|内線)|(?:^|[^\d])0\d{1,4}[-( ]?\d{1,4}[-) ]?\d{3,4}(?:[^\d]|$)/i,
  mail: /e-?mail|メール|[^\s@]{1,64}@[^\s@]{1,64}\.[a-z]{2,}/i,
  web: /https?:\/\/|www\.|url|line ?id|instagram|twitter/i,
  postcode: /〒|(?:^|\s)\d{3}-\d{4}(?:\s|$)/,
  address: /(?:都|道|府|県).{1,20}(?:市|区|町|村|郡)|(?:市|区|町|村).{0,20}\d{1,4}[-丁番]/,
  organisation:
    /株式会社|有限会社|合同会社|\(株\)|\(有\)|学校|大学|事務所|課$|部$|係$|co\.,? ?ltd|inc\./i,
};

/** Labels of a request; a block that holds one is no signature. */
export const REQUEST_LABELS =
  /希望|日時|日程|求職番号|相談(?!支援|室|員|課|所|係|窓口|センター|部)|予約|申込|申し込|面談|質問|内容|第[一二三123]希望|(?<![\d-])\d{5}-\d{4,8}(?![\d-])|\d{1,2}月\d{1,2}日|\d{1,2}\/\d{1,2}(?!\d)|\d{1,2}時/;

/** Words that decide something; in a block that names nobody they are no signature. */
export const DECIDES =
  /キャンセル|変更|辞退|欠席|中止|取消|取り消|遠慮|無理|むり|ムリ|不参加|不可|行け|いけな|いけま|出られ|やめ|だめ|ダメ|駄目|パス$|^no$|^ng$|[×✕]|参加|出席|承知|了解|同意|はい|いいえ|ok$|通訳|介助|同席/i;

/** A line that is nothing but a decision; never part of a signature. */
export const ONLY_DECIDES =
  /^(?:キャンセル|変更|辞退|欠席|中止|取消|取り消し|無理|むり|不参加|不可|だめ|ダメ|駄目|パス|no|ng|×|参加|出席|はい|いいえ|ok)(?:で|希望|にします)?[.!]?$/i;

/** Ends of sentences: somebody speaks here. */
export const SPEAKS =
  /[。？?！!]$|(?:です|ます|ません|ました|ください|下さい|でしょうか|お願い|思い|たい|ない)[。、!?ねよか]{0,3}$/;
