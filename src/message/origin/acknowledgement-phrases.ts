/**
 * Data: what forms, shops and help desks write when they confirm that something arrived.
 * None of these phrases is enough alone, a polite person or a counselor's memo may use any
 * of them; a speaker of Japanese adds rows here without reading the engine. Searched in
 * what the sender wrote himself, without white space.
 */
import type { PhraseRow } from './phrase-score.ts';

/** What a desk receives; never plain メール or ご連絡, which people thank for too. */
const MATTER =
  '(?:お問い?合わ?せ|お問合わ?せ|お問い?合せ|ご質問|ご相談|ご意見|ご要望|お申し?込み?|お申込|ご予約|ご応募|ご登録|ご注文|ご依頼|ご購入|ご請求|資料請求|資料のご請求|エントリー|会員登録|応募書類|フォーム)';

export const ACKNOWLEDGEMENT_PHRASES: readonly PhraseRow[] = [
  // 「お問い合わせいただきありがとうございます」「この度はご応募いただき誠に…」
  {
    kind: 'thanks',
    points: 1,
    in: 'squeezed',
    pattern: new RegExp(
      `${MATTER}(?:を|に|の|内容|メール|フォーム)?[^。]{0,16}(?:ありがとう|有難う|有り難う|御礼|お礼|感謝)`,
      'u',
    ),
  },
  {
    kind: 'thanks',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:ウェブ|web|ホーム|当)(?:ページ|サイト|サービス)[^。]{0,20}(?:ご利用|ご訪問|お申し?込み)[^。]{0,12}(?:ありがとう|有難う|有り難う)/iu,
  },
  // 「お問い合わせを受け付けました」「以下の内容で承りました」
  {
    kind: 'receipt',
    points: 1,
    in: 'squeezed',
    pattern: new RegExp(
      `${MATTER}[^。]{0,24}(?:受け?付け?(?:い?たし|致し)?(?:まし|ており|ます)|受付(?:完了|いたし|致し|が完了)|承りました|承っております|受領(?:い?たし|致し)?まし|受信(?:い?たし|致し)?まし|送信(?:されま|完了|いたしま|が完了)|完了(?:い?たし|致し|し)まし|届いており|拝受)`,
      'u',
    ),
  },
  {
    kind: 'receipt',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:以下|下記|次)の(?:通り|とおり|内容)(?:で|にて|を)?[^。]{0,20}(?:受け?付け|承り|送信(?:され|いた|が)|登録(?:され|いた|が)|申し?込み)/u,
  },
  {
    kind: 'receipt',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:受信|受領|受付)(?:完了|確認)(?:の)?(?:お知らせ|通知|メール|のご案内)|(?:受付|受領|受信)(?:を|が)?完了(?:い?たし|致し|し)/u,
  },
  // 「内容を確認のうえ、担当者よりご連絡いたします」
  {
    kind: 'later',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:内容|詳細|書類)(?:を|の)?(?:ご)?(?:確認|検討|拝見|精査|審査)(?:の上|のうえ|上|した上|後|し(?:まし)?た?[後ら]|させて|いたしまして|次第)?[^。]{0,40}(?:ご?連絡|ご?返信|ご?返答|ご?回答|ご?案内|折り?返し|お返事)/u,
  },
  {
    kind: 'later',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:担当(?:者|部署|窓口|課|スタッフ|係)?|スタッフ|係りの者|係の者|事務局|弊社|当社|サポート(?:センター|窓口)?)(?:の者)?(?:より|から|が)[^。]{0,30}(?:ご連絡|ご返信|ご返答|ご回答|ご案内|折り?返し|お返事|回答(?:さ|い)|連絡(?:さ|い)|返信(?:さ|い))/u,
  },
  {
    kind: 'later',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:通常|原則|およそ|約)?[0-9一二三四五六七八九〇]{1,2}(?:[~〜～\-−ー・か][0-9一二三四五六七八九]{1,2})?(?:営業日|日|時間)(?:以内|程度|ほど|前後)(?:に|で|を|の)?[^。]{0,24}(?:ご?連絡|ご?返信|ご?返答|ご?回答|お返事|お待ち|いただ|頂)/u,
  },
  {
    kind: 'later',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:今しばらく|いましばらく|しばらく|少々|少し)(?:の間)?お(?:待ち|まち)(?:ください|下さい|いただ|頂)|(?:ご)?(?:連絡|返信|回答|返答)まで[^。]{0,20}お待ち/u,
  },
  // 「3日経っても返信がない場合は」
  {
    kind: 'no-answer',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:経っても|たっても|経過しても|過ぎても|以内に|しばらくしても)[^。]{0,16}(?:ご?連絡|ご?返信|返答|回答|メール)(?:が|の)?[^。]{0,6}(?:ない|無い|なかった|届かない|来ない)(?:場合|とき|際)/u,
  },
  // 「お心当たりのない場合は破棄してください」
  {
    kind: 'not-you',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:お)?(?:心当たり|心あたり|身に覚え|覚え)(?:が|の)?(?:ない|無い|ございません|ありません)(?:場合|方|とき|際|メール)/u,
  },
  // form echo: 「―お問い合わせ内容―」「ご入力いただいた内容」「受付番号:」
  {
    kind: 'echo',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:お問い?合わ?せ|お問合せ|ご入力|入力|ご送信|送信|お申し?込み|ご応募|ご予約|ご注文|ご登録|ご請求)(?:された|いただいた|頂いた|の)?(?:内容|情報|項目|日時|番号|種別|商品)(?:は|が|を)?(?:以下|下記|次|[-=*─━―ー_■◆】\]:：]{1,2})/u,
  },
  {
    kind: 'echo',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:お問い?合わ?せ|受付|受け付け|チケット|整理|ご注文|ご予約|応募|リクエスト|案件)(?:番号|no\.?|id|日時)[:：は#＃]?[#＃]?[0-9a-z]/iu,
  },
  {
    kind: 'echo',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:ご入力|お送り|ご記入|ご登録|送信)(?:いただ(?:きました|いた)|頂(?:きました|いた)|された)(?:内容|情報|メールアドレス|事項)/u,
  },
  // 「受付時間外」「翌営業日以降に」
  {
    kind: 'hours',
    points: 1,
    in: 'squeezed',
    pattern:
      /(?:営業|受付|対応|業務|窓口|診療|稼働)時間外|(?:翌|次|休業明けの?)営業日(?:以降|に|より|から|の)|(?:土日|土・日|土曜|休業日|定休日|年末年始|夏季休業|夏期休業|gw|お盆)[^。]{0,24}(?:翌営業日|休業明け|お休みを?(?:いただ|頂)|(?:ご)?(?:対応|返信|回答|連絡)(?:は|が|を)?[^。]{0,10}(?:でき|出来|いたしかね|遅れ|遅く|お休み|翌))/iu,
  },
  // sign-off or name of a desk
  {
    kind: 'desk',
    points: 0.5,
    in: 'squeezed',
    pattern:
      /(?:カスタマー(?:サポート|センター|サービス)|サポート(?:センター|デスク|窓口|チーム)|お客様(?:センター|相談|窓口|サービス)|お問い?合わ?せ(?:窓口|センター|フォーム|専用)|ヘルプデスク|採用(?:担当|係|事務局|チーム)|運営事務局|予約センター)/u,
  },
  // subjects; tested only where the subject is not our own with Re:
  {
    kind: 'subject',
    points: 3,
    in: 'subject',
    pattern:
      /^(?![^:]{0,6}(?:re|fwd?)\s*:)(?:.{0,30}?[[【〔(<≪《「『※*＊])?\s*自動(?:送信|返信|配信|応答|返答|受付|通知)(?:メール|専用|です)?\s*(?:[\])】〕>≫》」』:：※*＊]|$)/iu,
  },
  {
    kind: 'subject',
    points: 1,
    in: 'subject',
    pattern: new RegExp(
      `^(?!\\s*(?:re|fwd?)\\s*:).{0,60}${MATTER}.{0,20}(?:ありがとう|有難う|受け?付け|受付|承り|完了|確認(?:メール|の?お知らせ|のご連絡)|控え|お礼|御礼)`,
      'iu',
    ),
  },
  {
    kind: 'subject',
    points: 1,
    in: 'subject',
    pattern:
      /^(?!\s*(?:re|fwd?)\s*:).{0,60}(?:受付|受信|受領|送信|登録|申込)(?:完了|確認)(?:の?お知らせ|メール|通知|のご案内|しました|いたしました)?/iu,
  },
  // English desks
  {
    kind: 'thanks',
    points: 1,
    in: 'words',
    pattern:
      /\bthank you for (?:contacting|your (?:inquiry|enquiry|application|order|registration|request|submission)|getting in touch|applying|reaching out)/u,
  },
  {
    kind: 'receipt',
    points: 1,
    in: 'words',
    pattern:
      /\b(?:we have|we've|has been|was) (?:successfully )?received (?:your|and)|\byour (?:request|message|inquiry|enquiry|application|ticket|case)[^.]{0,60}(?:has been|was) (?:received|created|opened|logged|submitted)/u,
  },
  {
    kind: 'later',
    points: 1,
    in: 'words',
    pattern:
      /\b(?:we will|we'll|(?:a member|one) of our (?:team|staff)[^.]{0,20} will|someone will|our team will)[^.]{0,40}(?:get back|respond|reply|contact you|be in touch)|\bwithin \d{1,2}(?:-\d{1,2})? (?:business|working) days/u,
  },
  {
    kind: 'echo',
    points: 1,
    in: 'words',
    pattern:
      /\b(?:ticket|case|request|reference) (?:id|number|no\.?|#)[:\s#]{0,3}[a-z0-9]|##- ?please type your reply above this line|please type your reply above/u,
  },
];
