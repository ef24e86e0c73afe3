/**
 * Data: sentences in which a mail says of itself that a program sent it, or that nobody
 * reads answers to it. A question about it (「自動送信ですか」) or a report of it
 * (「自動返信メールを受け取りました」) is a person's sentence and must not fit.
 */
import { phraseTable } from './phrase-score.ts';

const LISTS = {
  このメール:
    '(?:この|本|当|こちらの|下記の)(?:メール|メッセージ|通知|返信|お知らせ|案内|ご案内|確認メール)|こちら',
  自動送信:
    '自動(?:的に|で|にて)?(?:送信|返信|配信|応答|発信|送付|返答|発行|生成|作成|お送り|返送|通知|受付)',
  /** Not followed by the words of somebody who asks or tells about an automatic mail. */
  と聞かない:
    '(?![^。?]{0,8}(?:でしょうか|ですか|ますか|\\?))(?!(?:メール|メッセージ|通知)?(?:みたい|よう(?:です|な)|らし|かも|と(?:書|あ|い|の|か)|なので|が(?:届|来|き|あ)|を(?:受|いた|見|拝|確|も)|で(?:届|来|き)|について|の件|ばかり|だけ))',
  専用アドレス: '(?:送信|配信|発信|返信|受信)専用',
  このアドレス: '(?:この|本|当|こちらの)(?:メール|メールアドレス|アドレス|メッセージ|通知)',
  答えられない:
    '(?:でき(?:ません(?!で)|かね)|いただけません|いただいても|いただきましても|されても|されましても|なさらない|しないで|ご遠慮|お控え|お受け|ご対応|対応いたし|届きません|受付ており)',
};

/** Rows for both absence replies and acknowledgements. */
export const AUTOMATIC_PHRASES = phraseTable(
  [
    {
      kind: 'automatic',
      points: 3,
      in: 'squeezed',
      says: [
        '<このメール>は?……<自動送信><と聞かない>', // 本メールはシステムより自動配信しております
        '自動(?:送信|返信|配信|応答|通知|受付|返答)(?:専用)?(?:メール|メッセージ|通知)?(?:です(?!か)|となります|となって|になります|になって(?!しま)|でございます)',
        '自動(?:送信|返信|配信|応答|通知|返答)(?:メール|メッセージ)?(?:にて|で)(?:お送り|お知らせ|ご案内|ご連絡|ご返信|失礼|対応)',
        'AI(?:アシスタント|エージェント|秘書|チャット)?(?:が|による|にて)…(?:返信|返答|対応|送信|お送り)(?:して|いたし|し|です|させ)',
        '自動(?:送信|返信|配信|応答|通知|返答)(?:させていただ|いたしており|しております|しています)',
        '自動(?:送信|返信|配信|応答|通知|受付)用?(?:システム|プログラム|機能|サービス)(?:により|によって|より|から|で|にて|を利用|です)',
        '自動(?:的に|で)(?:送信|返信|配信|お送り|お返事|通知|発信|返答)(?:され|させ|して(?:い|お)|いたし)',
        '(?:システム|プログラム|サーバー?|コンピュー?ター?)(?:から|より|による|にて|が)の?自動(?:的に)?(?:送信|返信|配信|応答|通知)(?:し|され|いたし|です|メールです|となり)',
        '[[【〔(<≪《※*■◆●](?:この|本)?(?:メール)?は?自動(?:送信|返信|配信|応答)(?:メール|メッセージ|専用)?[\\])】〕>≫》※*]',
      ],
    },
    {
      // a line that says nothing else: 「※自動返信」
      kind: 'automatic',
      points: 3,
      in: 'lines',
      says: [
        '^[ \\t]*[※*■◆●▼□・\\-=~<(\\[【]{0,4}[ \\t]*(?:不在(?:時|中|の)?)?自動(?:送信|返信|配信|応答|返答)(?:の?(?:メール|メッセージ|通知))?(?:です|。)?[ \\t]*[※*■◆●▲□・\\-=~>)\\]】]{0,4}[ \\t]*$',
      ],
    },
    {
      kind: 'automatic',
      points: 3,
      in: 'words',
      says: [
        '\\bthis (?:is an? |(?:e-?mail|message|mail|reply) (?:is|was|has been) )(?:automat(?:ed|ic|ically)|auto-?(?:generated|reply|response|responder)|computer[- ]generated|system[- ]generated)',
        '\\bautomatically generated (?:message|e-?mail|response|reply)',
        '\\b(?:an|this) automated (?:message|e-?mail|response|reply|notification)',
        '\\bauto-?generated (?:message|e-?mail)',
        '\\b(?:sent|generated|created) automatically by',
      ],
    },
    {
      kind: 'no-reply',
      points: 3,
      in: 'squeezed',
      says: [
        '<専用アドレス>の?(?:メール|メールアドレス|アドレス)?(?:です(?!か)|で[ごあ]|のため|となって|と[なし]|に?(?:なり|つき)|(?:から|より)…(?:送信|配信|発信|送付|配送|お送り))',
        '<このアドレス>(?:に|へ|宛に|宛てに|あてに)?(?:は|の|直接|そのまま|対して)?[^。?]{0,14}(?:返信|返答|お返事)[^。?]{0,16}<答えられない>',
      ],
    },
    {
      kind: 'no-reply',
      points: 3,
      in: 'squeezed',
      says: [
        '<このアドレス>(?:では|へのメールは|宛のメールは|宛てのメールは|は)[^。?]{0,20}(?:受付|受信|対応|回答|確認)(?:は|を)?(?:いたし|し|て)(?:ており|てい|おり|い)?ません(?!で)',
        '<このアドレス>(?:へ|に|宛|宛て|あて)?の?(?:返信|ご返信|メール)?は[^。?]{0,10}(?:読まれて|読んで|見られて|確認されて|確認(?:を)?して|チェックして|監視されて|受け取られて)(?:おり|い)ません(?!で)',
        '<このアドレス>は……(?:廃止|閉鎖|停止|終了|無効|利用停止|変更)(?:と|に)?(?:いたし|し|され|なり|させていただき|しており)?(?:まし|ます|ており)',
        '<このアドレス>は[^。?]{0,10}(?:使われて|使用(?:され|し)て|利用(?:され|し)て)(?:おり|い)ません',
      ],
    },
    {
      // people write 「このメールに返信は不要です」 too
      kind: 'no-reply',
      points: 1,
      in: 'squeezed',
      says: [
        '<このアドレス>(?:に|へ)?(?:は|の)?[^。?]{0,8}(?:返信|返答|お返事)(?:は|の必要は)?…(?:不要|ご無用|必要ありません|必要ございません|及びません)',
      ],
    },
    {
      kind: 'no-reply',
      points: 2,
      in: 'squeezed',
      says: [
        '返信(?:は|を)?(?:いただいても|いただきましても|されても|されましても)…(?:でき|かね|届き|いたし)',
      ],
    },
    {
      kind: 'no-reply',
      points: 3,
      in: 'words',
      says: [
        '\\b(?:please )?do not (?:reply|respond) (?:directly )?to this (?:e-?mail|message|mail|address)',
        '\\bthis (?:mailbox|inbox|e-?mail address|address) is not (?:monitored|checked)',
        '\\breplies to this (?:e-?mail|message|address) (?:are|will) not',
        '\\bunmonitored (?:mailbox|e-?mail|address)|cannot accept incoming e-?mail',
      ],
    },
  ],
  LISTS,
);
