/**
 * The lines that phones and mail programs put at the end of a mail by themselves, the openings
 * of legal footers, and the marks of a signature block. Data only, on width-folded text.
 */

/** Whole lines; taken out wherever they stand. */
export const CLIENT_LINES: readonly RegExp[] = [
  // iPhoneから送信 / iPadから送信 / Androidから送信 / スマートフォンから送信しています / 私のiPhoneから送信
  /^.{0,40}(?:から|より)(?:の)?送信(?:しました|しています|されました|いたしました)?。?$/,
  // Yahoo!メールアプリから送信 is covered above; 「ドコモメールから」「Xperiaで作成」
  /^(?:ドコモ|docomo|au|softbank|ソフトバンク|ワイモバイル|ahamo|iphone|android|xperia|galaxy|aquos|らくらくホン|らくらくスマートフォン).{0,30}(?:から|より|で)(?:送信|作成|送りました|書いています)?。?$/i,
  /^sent (?:from|via|with|using|by) .{1,80}$/i,
  /^get outlook for .{1,80}$/i,
  /^.{0,20}outlook.{0,20}(?:を入手|をダウンロード|を取得).{0,80}$/i,
  /^download .{0,20}(?:app|mail).{0,60}$/i,
  /^(?:yahoo!?メール|gmail).{0,20}(?:アプリ|を使って).{0,20}$/i,
  /^(?:envoyé (?:de(?:puis)? mon|par|avec|à partir)|von meinem|gesendet (?:von|mit)|enviado (?:do|desde|de) |inviato da|verstuurd vanaf|skickat från|wysłane z|отправлено с|gửi từ|dikirim dari|发自|發自|從我的|从我的|나의 ).{1,60}$/i,
  /^ᐧ$/, // the sign that a tracking extension leaves
  /^(?:avast|virus-free|ウイルス ?フリー|ウイルスフリー)[.。]?.{0,60}$/i,
  /^このメールは.{0,30}(?:ウイルスチェック|ウイルス対策|ウイルス スキャン).{0,60}$/,
];

/** How a legal or advertising footer begins; from here to the end of the mail it is no word of the person's. */
export const FOOTER_OPENINGS: readonly RegExp[] = [
  /^(?:この|本)(?:電子)?(?:メール|e-?mail)(?:及び|および|並びに|に含まれる|には|は、?|の内容).{0,60}(?:機密|秘密|秘匿|名宛人|宛先|受信者|意図|誤って|法的|個人情報)/i,
  /^(?:機密情報|免責事項|【?ご注意】? ?本メール|confidentiality notice|disclaimer)/i,
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

/** Ends of sentences: somebody speaks here. */
export const SPEAKS =
  /[。？?！!]$|(?:です|ます|ません|ました|ください|下さい|でしょうか|お願い|思い|たい|ない)[。、!?ねよか]{0,3}$/;
