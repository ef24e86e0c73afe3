/**
 * Whether a mail asks for a booking in so many words, although it names no date and no number
 * ("オンライン相談を申し込みたいです。高橋です。"): then what is missing can be asked (6(2)). Pure. It must
 * never answer an advertisement, thanks or a mere question, so that in doubt it says no.
 */
import { anyPhrase, phrases } from './phrase-table.ts';

/** A person who wants to book writes little; a newsletter is longer. */
const LONGEST_TEXT = 500;

const BY_ZOOM = '(?:オンライン|ｵﾝﾗｲﾝ|ズーム|リモート|ビデオ|ウェブ|zoom|web)';
const SESSION = `(?:職業|就職|お?仕事の)?(?:ご?相談|面談)`;
/** How a sentence goes on that asks for what stands before it. */
const WANTS = phrases(`
  したいです したいと したく し(て|に)みたい したい(の|ん)(です|で)(が|けど|けれど) したい$
  を?希望(し|です|いたし|致し|$) を?(お?願い|おねがい)(し(ます|たい)|いたし|致し|申し上げ|$)
  させて(ください|下さい|いただき|頂き|もらい) して(ほし|欲し|いただき|頂き|もらい)
`);
const APPLY = '(?:予約|申し?込み?|利用|受講)';
const APPLIES = phrases(
  '申し?込み(たい|たく|ます|をし) 申し?込(みたい|む(つもり|こと)) 受けたい 受けたく 受けてみたい 利用したい 利用したく',
);

/** Names the session, or its booking, and asks for it. */
const ASKS_FOR_SESSION = [
  `${BY_ZOOM}(?:での?|の|による)?${SESSION}?(?:の|を|に|へ)?(?:${APPLIES}|${APPLY}?(?:を|の)?${WANTS})`,
  `${SESSION}(?:の|を|に)?(?:${APPLIES}|${APPLY}(?:を|の)?${WANTS})`,
  `(?<![ごお])(?:予約|申し?込み)(?:を|の)?(?:${WANTS}|(?:取り|とり|入れ|いれ)(?:たい|たく|て(?:ほし|いただき|頂き|もらい)))`,
].map((pattern) => new RegExp(pattern, 'i'));
/** Under a subject that names the session a plain "お願いします" asks for it. */
const SUBJECT_NAMES_IT = new RegExp(
  `${BY_ZOOM}.{0,6}(?:相談|面談)|(?:相談|面談)の?(?:予約|申し?込み?)|^(?:予約|申し?込み?)(?:希望|依頼|の?お願い)?$`,
  'i',
);
const ASKS_UNDER_SUBJECT = new RegExp(
  `(?:^|[、,はが])(?:${SESSION}|${APPLY})?(?:を|の)?(?:${APPLIES}|${WANTS})`,
);
/** What a plain "お願いします" may stand beside: little, and nothing that does not work. */
const LONGEST_PLAIN_TEXT = 60;
const TELLS_TROUBLE = /(?<!すみ|申し訳(?:あり|ござい))ません|(?<!少)ない|ありがとう/;

/** How one applies: the question of what is missing answers it. */
const ASKS_HOW = anyPhrase(
  '(どう|どのように|何から)…(すれば|したら|やって|申し?込め|送れば|書けば|始めれば) (方法|手順|手続き?|やり方|仕方)(を|が|は) (何|なに)(を|が)(必要|書け|送れ|伝え|お伝え)',
);
const ASKS = anyPhrase(
  '[?？] (です|ます|でしょう|ません|ない|んです)か([。、\\s]|$) 教えて 伺いたい',
);
/** Polite, and no question at all. */
const POLITELY = anyPhrase(
  'お願い(でき|いただけ|頂け)(ます|ません|ない)(でしょう)?か お願いでき(れば|たら) (予約|申し?込み?)(させて|して)(いただけ|頂け|もらえ)(ます|ません|ない)(でしょう)?か',
);
/** Somebody offers, reports, doubts or takes back; or writes for a firm. */
const SPEAKS_AGAINST = anyPhrase(
  `https?: www\\. 配信 弊社 当社 小社 御社 貴社 貴所 貴団体 営業 セミナー 無料 キャンペーン 会員 資料請求 取材
   ませんか (申し?込み?|予約|相談|利用)(ください|下さい|はこちら|受付中|承り) お?(申し?込み?|予約)いただ
   [0-9,]+円 % ％ 株式会社 有限会社 事務局 記入例 見本
   申し?込み(ました|済|をしました) 予約(しました|済|をしました|してい|してあ) 返事が 連絡が(来|こ|ない|あり)
   やめ 止め 見送 結構です 不要 いりません キャンセル 取り?消 変更 辞退 遠慮 思っていました つもりでした
   と言って と申して かもしれ 迷って 考え(て|中) 検討 もし 場合 たら$ 以前 前回 先日 昨日`,
);

/** Both texts are width-folded. */
export function asksToBook(subject: string, text: string): boolean {
  const whole = `${subject}\n${text}`;
  if (whole.length > LONGEST_TEXT || SPEAKS_AGAINST.test(whole)) return false;
  const sentences = text
    .replaceAll(new RegExp(POLITELY.source, 'g'), 'お願いします')
    .split(/[。.!！\n]+/)
    .map((sentence) => sentence.replaceAll(/\s+/g, ''));
  if (sentences.some((sentence) => ASKS.test(sentence) && !ASKS_HOW.test(sentence))) return false;
  const isPlain = text.length <= LONGEST_PLAIN_TEXT && !TELLS_TROUBLE.test(text);
  const named = isPlain && SUBJECT_NAMES_IT.test(subject.replaceAll(/\s+/g, ''));
  return sentences.some(
    (sentence) =>
      ASKS_FOR_SESSION.some((pattern) => pattern.test(sentence)) ||
      (named && ASKS_UNDER_SUBJECT.test(sentence)),
  );
}
