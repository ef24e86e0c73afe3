/**
 * Data: sentences in which a mail says of itself that a program sent it, or that nobody
 * reads answers to it. A question about it (「自動送信ですか」) or a report of it
 * (「自動返信メールを受け取りました」) is a person's sentence and must not fit.
 */
import type { PhraseRow } from './phrase-score.ts';

/** 自動送信, 自動返信, … with the verbs around them. */
const AUTO =
  '自動(?:的に|で|にて)?(?:送信|返信|配信|応答|発信|送付|返答|発行|生成|作成|お送り|返送|通知|受付)';
const THIS_MAIL =
  '(?:この|本|当|こちらの|下記の)(?:e?メール|e?mail|メッセージ|通知|電子メール|返信|お知らせ|案内)';

/** Rows for both absence replies and acknowledgements. */
export const AUTOMATIC_PHRASES: readonly PhraseRow[] = [
  // 「このメールは自動送信されています」「本メールはシステムより自動配信しております」
  {
    kind: 'automatic',
    points: 3,
    in: 'squeezed',
    pattern: new RegExp(
      `${THIS_MAIL}は?[^。?]{0,40}?${AUTO}(?![^。]{0,8}(?:でしょうか|ですか|\\?))`,
      'iu',
    ),
  },
  // 「※自動返信メールです」「自動返信にてお送りしています」「自動配信システムより」
  {
    kind: 'automatic',
    points: 3,
    in: 'squeezed',
    pattern:
      /自動(?:送信|返信|配信|応答|通知|受付|返答)(?:専用)?(?:e?メール|メッセージ|通知)?(?:です(?!か)|となります|となって(?:い|お)り?ます|になります|でございます|にてお送り|でお送りして|にて失礼|させていただ[いき]|いたしており|しております|しています)/u,
  },
  {
    kind: 'automatic',
    points: 3,
    in: 'squeezed',
    pattern:
      /自動(?:送信|返信|配信|応答|通知|受付)(?:用)?(?:システム|プログラム|機能|サービス)(?:により|によって|より|から|で|にて|を利用|です)/u,
  },
  {
    kind: 'automatic',
    points: 3,
    in: 'squeezed',
    pattern:
      /自動(?:的に|で)(?:送信|返信|配信|お送り|お返事|通知|発信)(?:され|させ|して(?:い|お)|いたし|致し)/u,
  },
  {
    kind: 'automatic',
    points: 3,
    in: 'squeezed',
    pattern:
      /(?:システム|プログラム|サーバー?|コンピュー?ター?)(?:から|より|による|にて|が)の?自動(?:送信|返信|配信|応答|通知|で)/u,
  },
  // 「【自動返信】」「※自動配信」「(自動送信メール)」 as a label
  {
    kind: 'automatic',
    points: 3,
    in: 'squeezed',
    pattern:
      /[[【〔(<≪《※*■◆●＊](?:この|本)?(?:e?メール)?(?:は)?自動(?:送信|返信|配信|応答)(?:メール|メッセージ|専用)?[\])】〕>≫》※*＊]/u,
  },
  {
    kind: 'automatic',
    points: 3,
    in: 'words',
    pattern:
      /\bthis (?:is an? |e-?mail (?:is|was|has been) |message (?:is|was|has been) |(?:e-?)?mail (?:is|was) )(?:automat(?:ed|ic|ically)|auto-?(?:generated|reply|response|responder)|computer[- ]generated|system[- ]generated)/u,
  },
  {
    kind: 'automatic',
    points: 3,
    in: 'words',
    pattern:
      /\b(?:automatically generated (?:message|e-?mail|response|reply)|(?:an|this) automated (?:message|e-?mail|response|reply|notification)|auto-?generated (?:message|e-?mail)|(?:sent|generated|created) automatically by)/u,
  },
  // 「送信専用アドレス」「配信専用のため返信できません」
  {
    kind: 'no-reply',
    points: 3,
    in: 'squeezed',
    pattern:
      /(?:送信|配信|発信)専用(?:の)?(?:e?メール|メールアドレス|アドレス|です(?!か)|のため|となって|と[なし]|に?(?:なり|つき))/u,
  },
  // 「このメールに返信いただいてもお答えできません」「本メールへのご返信はご遠慮ください」
  {
    kind: 'no-reply',
    points: 3,
    in: 'squeezed',
    pattern:
      /(?:この|本|当|こちらの)(?:e?メール|e?メールアドレス|アドレス|メッセージ|通知)(?:に|へ|宛に|宛て?に|あてに)?(?:は|の|直接|そのまま|対して)?[^。?]{0,14}(?:ご)?(?:返信|返答|お返事)[^。?]{0,16}(?:でき(?:ません(?!で)|かね)|出来(?:ません(?!で)|かね)|いただけません|頂けません|いただいても|頂いても|いただきましても|頂きましても|されても|されましても|なさらない|しないで|ご遠慮|お控え|お受け|ご対応|対応いたし|届きません|不要です|受け付け)/u,
  },
  {
    kind: 'no-reply',
    points: 2,
    in: 'squeezed',
    pattern:
      /(?:ご)?返信(?:は|を)?(?:いただいても|頂いても|いただきましても|頂きましても|されても|されましても)[^。?]{0,24}(?:でき|出来|かね|届き|いたし)/u,
  },
  {
    kind: 'no-reply',
    points: 3,
    in: 'words',
    pattern:
      /\b(?:please )?do not (?:reply|respond) (?:directly )?to this (?:e-?mail|message|mail|address)|\b(?:this (?:mailbox|inbox|e-?mail address|address) is not (?:monitored|checked)|replies to this (?:e-?mail|message|address) (?:are|will) not|unmonitored (?:mailbox|e-?mail|address)|cannot accept incoming e-?mail)/u,
  },
];
