/**
 * Who else is there: an interpreter or a helper, to be announced beforehand (Article 12(3)),
 * a mail that speaks for somebody else, a mail for several people. A table of signs, each
 * with the words that take it back ("通訳の仕事", "同席者はいません"). Judges a clause at a time.
 */
import type { RequestFlag } from '../types.ts';
import { anyPhrase } from './phrase-table.ts';

interface Sign {
  flag: RequestFlag;
  words: RegExp;
  /** In the same clause these show that it is something else. */
  unless?: RegExp;
}

/** Directly behind the word: it is work, study or a qualification, nobody who comes along. */
const AS_WORK = anyPhrase(
  `^.{0,8}?(仕事|求人|業務|資格|職種|職に|訓練|アルバイト|バイト|パート|経験|案内士|学校|講座|勉強|検定|応募|志望|派遣会社|施設|事業所|業界|免許|[0-9一二三]級)
       ^(として|で)(働|勤務|就職) ^を(目指|やりたい|したい|活か) ^になりたい
       ^(者|員)?(の)?(募集|応募)`,
);
const TAKEN_BACK = anyPhrase(
  `(は|も|が)?(不要|いりません|要りません|必要(は)?(あり|ござい)ません|必要ない|なし|無し|いません|おりません|ありません|しません|いない|希望しない)`,
);
const SIGNS: readonly Sign[] = [
  {
    flag: 'interpreter',
    words: anyPhrase(
      `通訳 手話 要約筆記 つうやく ツウヤク interpret translat 翻訳(者|アプリ)
       日本語(が|を|も)?(できる|わかる|話せる)(人|友|家族|妻|夫)`,
      'i',
    ),
    unless: AS_WORK,
  },
  {
    flag: 'attendant',
    words: anyPhrase(
      `介助 介護者 ヘルパー 付き添
       (私|わたし|母|父|妻|夫|娘|息子|家族|支援員)が?(も)?(横|隣|そば|脇)(で|に) 付添 つきそい
       つきそって 同席 同伴 立ち会 立会 ジョブコーチ
       (支援員|支援者|相談員|ケースワーカー|ワーカー|サポーター|職員|スタッフ|家族|母|父|親|夫|妻|主人|姉|兄|妹|弟|息子|娘|友人|友達|子ども|子供)(の[^、。\\n]{1,8}?)?(さん|様|氏)?(も|と|が|に)?(、)?(一緒に|いっしょに|隣で|隣に|そば|横に|横で|参加|入(り|っ)|立ち合|サポート)`,
    ),
    unless: AS_WORK,
  },
  {
    flag: 'third_party',
    words: anyPhrase(
      `代理で 代理の 代理として 代理人 代行 (の|に)代わり(に|まし|、)
       代わりに(申|連絡|メール|送|予約|お願い|書) に代わ(り|って)
       利用者(の方|様)?の(申|予約|相談) 利用者の[^、。\\n]{2,14}(様|さん)
       [^、。\\n]{2,14}(様|さん)の(オンライン)?(職業)?相談をお願い
       (息子|娘|夫|妻|主人|母|父|弟|妹|兄|姉|孫|友人|子供|子ども|利用者|生徒|教え子)(さん|様)?の(件で|ことで|相談(を|の)|予約|申込|申し込み|代わり|代理|就職|仕事|希望)
       (お母様|お父様|奥様|ご主人|ご家族|ご主人様|お姉様|お兄様|ご両親|ご友人|支援員|相談員)(様|さん)?(より|から)
       (の母|の父|の妻|の夫|の姉|の兄|の妹|の弟|の祖母|の祖父|の家族|の支援員|の叔母)(です|でございます|と申し|より)
       本人(様)?(は|が|の)(…)(できない|苦手|入院|耳|不慣れ|打てない) ご本人は 【代理】 母です
       父です 家族の者 家族です`,
    ),
    unless: /^[^、]{0,8}(?:いません|ではありません)/,
  },
  {
    flag: 'multiple_people',
    words: anyPhrase(
      `(夫婦|姉妹|兄弟|親子|家族|友人と|友達と|二人|2人)で(申|予約|お願い|相談)
       夫婦(で|二人|2人|とも)
       (二人|2人|二名|2名|三人|3人|三名|3名|ふたり)(分|で|とも|の予約|一緒に|同時)
       (妻|夫|主人|姉|妹|兄|弟|友人|友達|息子|娘|母|父)(と(私|わたし|二人|2人)|の分も|も一緒に申|もお願い|も申し込)
       (私|わたし)と(妻|夫|主人|姉|妹|兄|弟|友人|友達|息子|娘|母|父)(?!が同席|と一緒に参加)
       それぞれ(別|予約) 連名`,
    ),
  },
];
const CLAUSE_END = /[。\n!！?？]/;
/** Labelled "同席者: なし". */
const FIELD_EMPTY = /^(?:なし|無し|無|いません|ありません|不要|希望しない|特になし|[-ー―]|0名?)/;

/** All flags of a text; `attendantFields` are the values of labels like 同席者. */
export function readFlags(text: string, attendantFields: readonly string[]): RequestFlag[] {
  const flags = new Set<RequestFlag>();
  for (const clause of text.split(CLAUSE_END)) {
    for (const sign of SIGNS) {
      if (!flags.has(sign.flag) && speaks(sign, clause)) flags.add(sign.flag);
    }
  }
  for (const value of attendantFields) {
    if (value.trim() === '' || FIELD_EMPTY.test(value.trim())) continue;
    flags.add(/通訳|手話|筆記|筆談/.test(value) ? 'interpreter' : 'attendant');
  }
  if (flags.has('interpreter')) dropMereSitting(text, flags);
  if (listsPeople(text)) flags.add('multiple_people');
  return [...flags];
}

/** "小林花子さん 12/10 9:00" and below "山田太郎さん 12/10 9:30": each line somebody's own time. */
const PERSON_WITH_TIME =
  /(?:^|。)[ \t\u3000・\-*＊●■①-⑳]{0,20}([^\s、。,:：\d]{2,10}?)(?:さん|様|氏)[\s、,：:（(](?=[^\n]{0,60}\d{1,2}(?:[:：]\d|時))/gmu;

function listsPeople(text: string): boolean {
  const names = [...text.matchAll(PERSON_WITH_TIME)].map(([, name]) => name);
  return new Set(names).size > 1;
}

function speaks(sign: Sign, clause: string): boolean {
  const hit = sign.words.exec(clause);
  if (hit === null) return false;
  const behind = clause.slice(hit.index + hit[0].length, hit.index + hit[0].length + 24);
  if (sign.unless?.test(behind) === true) return false;
  return !TAKEN_BACK.test(behind.slice(0, 12));
}

/** "通訳が同席します" announces one person, the interpreter, not a helper besides. */
function dropMereSitting(text: string, flags: Set<RequestFlag>): void {
  const clauses = text.split(CLAUSE_END).filter((clause) => !/通訳|手話|筆記|筆談/.test(clause));
  const helper = SIGNS.find((sign) => sign.flag === 'attendant');
  if (helper !== undefined && !clauses.some((clause) => speaks(helper, clause))) {
    flags.delete('attendant');
  }
}
