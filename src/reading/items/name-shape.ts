/**
 * What a Japanese or foreign personal name looks like, and which words are never one.
 * Patterns and word lists only; where a name stands in a text is found by name-cues.ts.
 * Works on the width-folded copy; variation selectors (IVS) belong to their kanji.
 */
import { isSurname, surnameLength } from './surnames.ts';

const HAN = '[\\p{Script=Han}々〆ヶヵ\\u{E0100}-\\u{E01EF}]';
const HAN_RUN = `${HAN}(?:${HAN}|[ノケツ](?=${HAN})){0,4}`;
const READING = '(?:[(][ぁ-ゖァ-ヶーA-Za-z・ ]{1,24}[)])?';
const GIVEN = `(?:${HAN}{1,3}[ぁ-ゖ]{0,2}|[ァ-ヶ]{1,4}${HAN}|[ぁ-ゖ]{1,3}${HAN}|[ぁ-ゖー]{2,5}|[ァ-ヶー]{1,10})`;
const KANJI_NAME = `${HAN_RUN}${READING}(?:[ \\u3000・]{0,4}${GIVEN})?`;
const KATAKANA_NAME = '[ァ-ヶー]{2,12}(?:[ ・=]{1,2}[ァ-ヶー]{1,12}){0,4}';
const MIXED_NAME = `[ァ-ヶー]{2,10}[ ・]?${HAN}{1,3}|[ぁ-ゖ]{2,5}[ ]{1,2}(?:${HAN}{1,3}|[ァ-ヶー]{2,8})`;
const HIRAGANA_NAME = '[ぁ-ゖー]{2,6}[ ]{1,2}[ぁ-ゖー]{2,6}';
const LATIN_NAME = "[A-Z][A-Za-z'.-]{1,20}(?:[ ,]{1,2}[A-Z][A-Za-z'.-]{0,20}){1,4}";

const ANY_NAME = [KANJI_NAME, MIXED_NAME, KATAKANA_NAME, HIRAGANA_NAME, LATIN_NAME].join('|');
const WHOLE = new RegExp(`^(?:${ANY_NAME})$`, 'u');
const TITLE =
  '(?<=求職者|登録者|利用者|申込者|大学生|会社員|課長|部長|係長|主任|代表|店長|在住|名前|氏名)';
const AT_END = new RegExp(
  [
    `(?:(?<!${HAN}|[ァ-ヶー])|${TITLE})${KANJI_NAME}$`,
    `(?<![ァ-ヶーぁ-ゖ])(?:${MIXED_NAME})$`,
    `(?<![ァ-ヶー])${KATAKANA_NAME}$`,
    `(?<![ぁ-ゖ])${HIRAGANA_NAME}$`,
    `(?<![A-Za-z])${LATIN_NAME}$`,
  ].join('|'),
  'gu',
);
const AT_START = new RegExp(`^(?:${KANJI_NAME}|${KATAKANA_NAME}|${LATIN_NAME})`, 'u');

/** Words that show that a stretch is a matter, not a person. */
const NEVER_IN_NAME =
  /[ァ-ヶー]人|日本人|外国人|直通|代表|内線|呼出|固定|番地|折返|手机|号码|求职|经由|経由|追伸|拝啓|敬具|時半|電番|旧姓|希[ ]望|予約|相談|希望|電話|求職|仕事|求人|職業|訓練|番号|連絡|氏名|名前|名無|メール|担当|窓口|部門|安定所|面接|対策|応募|書類|履歴|転職|就職|就活|退職|離職|失業|給付|保険|資格|介護|事務|営業|製造|清掃|販売|建設|農業|工場|看護|保育|警備|調理|運転|医療|福祉|午前|午後|明日|明後|来週|今週|再来|曜|時間|時以|時頃|日時|日程|都合|件名|本日|昨日|今日|初回|初め|以上|以下|宜し|返信|変更|取消|中止|願|無職|学生|学校|主婦|主夫|障害|手帳|正社員|契約|派遣|短期|長期|短時|会社|企業|件|利用|登録|申込|申請|質問|問合|お世話|参加|確認|承知|了解|添付|転送|転記|至急|緊急|重要|通知|案内|自動|送信|受信|受付|受電|代理|本人|本件|母|父親|息子|主人|家族|友人|通訳|手話|同席|介助|携帯|自宅|日中|不可|可能|必要|不要|大丈夫|結構|無料|経験|未経験|年齢|歳|以降|以外|場合|場所|住所|県|都合|在宅|勤務|技能|実習|外国|人材|紹介|支援|制度|年金|税|給料|賃金|残業|夜勤|日勤|週[0-9一二三四五]|フル|パート|バイト|アルバイト|ズーム|オンライン|ハローワーク|リモート|テスト|サービス|センター|スマホ|パソコン|タブレット|ありがと|お願い|おねがい|よろしく|すみません|ください|です|ます|こと|もの|ため|よう|ない|から|まで|した|して|いる|ある|する|たい|相手|方々|各位|皆様|御中|様|殿|今後|現在|最近|最初|次回|前回|今回|毎日|平日|土日|祝日|全部|全て|一部|何時|何曜|何卒|早め|急募|急ぎ|了|続き|件数|有効|期限|締切|予定|調整|候補|第[一二三123]|空き|内容|用件|要件|概要|備考|要望|以内|程度|前後|職種|職務|職場|職員|職人|求[め職]|探し|悩み|不安|ブランク|スキル|キャリア|ネイリスト|デザイン|プログラ|ホテル|アパレル|コンビニ|スーパー|レストラン|カフェ|データ|エンジニア|ドライバー|タクシー|トラック|フォーク|ヘルパー|マイページ|アカウント|アドレス|パスワード|キャンセル|ミーティング|カウンセリ|メニュー|コース|セミナー|メモ|フォーム|スタッフ|お客|お母|お父|奥|娘|整備|設備|管理|監理|技術|塗装|溶接|左官|大工|土木|物流|配送|配達|倉庫|事業|自営|開業|起業|独立|経理|総務|人事|秘書|接客|飲食|栄養|歯科|薬剤|理容|美容|林業|漁業|畜産|酪農|教員|教師|教育|講師|公務|役場|役所|市役|病院|施設|年末|年始|年内|来年|今年|去年|来月|今月|先月|上旬|中旬|下旬|月末|週末|昼|夕方|朝|夜|正午/;
const NEVER_END =
  /(?:[県市区町村郡]|業|職|者|員|書|課|係|所|社|店|用|系|品|費|料|法|証|機|的|性|化|目|頃|分|時|月|日|年|円|回|名|点|番|号|枠|線|駅|校|側|別|等|様|氏|宛|行)$/u;

/** Whether a whole stretch of text can be a personal name. */
export function looksLikeName(text: string): boolean {
  if (text.length === 1 && !isSurname(text)) return false;
  return WHOLE.test(text) && !NEVER_IN_NAME.test(text) && !endsLikeMatter(text);
}

/** The longest name-shaped stretch at the end of a text, or null. */
export function nameAtEnd(text: string): string | null {
  AT_END.lastIndex = 0;
  for (let found = AT_END.exec(text); found !== null; found = AT_END.exec(text)) {
    if (looksLikeName(found[0])) return found[0];
    AT_END.lastIndex = found.index + String.fromCodePoint(found[0].codePointAt(0) ?? 0).length;
  }
  return null;
}

/** The longest name-shaped stretch at the beginning of a text, or null. */
export function nameAtStart(text: string): string | null {
  const found = AT_START.exec(text)?.[0].trimEnd();
  return found !== undefined && looksLikeName(found) ? found : null;
}

function endsLikeMatter(text: string): boolean {
  return !/[ \u3000]/.test(text) && surnameLength(text) < 2 && NEVER_END.test(text);
}

/** Written in kana only: a reading rather than the name, where both are given. */
export function isKanaOnly(text: string): boolean {
  return /^[ぁ-ゖァ-ヶー・ \u3000]+$/.test(text);
}

/** A known family name stands at its beginning. */
export function hasKnownSurname(text: string): boolean {
  return surnameLength(text) >= 2 || (/^.{1,3}[ \u3000]/u.test(text) && surnameLength(text) >= 1);
}

/** Only the family name, as far as can be told. */
export function isFamilyNameOnly(text: string): boolean {
  if (/[ \u3000]/.test(text) || text.length > 3) return false;
  return surnameLength(text) === text.length || text.length <= 2;
}
