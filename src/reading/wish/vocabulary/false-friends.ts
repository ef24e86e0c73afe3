/**
 * Words that contain a date word and are none: names, places, idioms. Data only: the
 * longest spelling wins, so a false friend hides the date word within it.
 */
import type { VocabularyEntry } from '../token.ts';
import { combined, spellings } from './spellings.ts';

const DAY_NUMERALS = '一 二 三 四 五 六 七 八 九 十 十五 二十 廿 二十四 三十';

/** 二十日市, 七日会, 十日町: places and societies named after a day. */
const NAMED_AFTER_DAYS: VocabularyEntry = combined(
  DAY_NUMERALS,
  '日市 日町 日会 日市場 日恵比須 日戎',
  { type: 'gap' },
);

/** Names of people. */
const NAMES_OF_PEOPLE = `
  五月女 早乙女 四月朔日 三月堂 明日香 明日美 明日菜 明日海 明日子 今日子 春日 朝日 旭日 朝子 朝美
  夕子 夕日 夕香 夕貴 昭和町 千秋楽 大晦 五十嵐 一ノ瀬 二ノ宮 三日尻 八月一日 四月一日 十時さん
`;

/** Places and companies. */
const PLACES = `
  四日市 五日市 八日市 廿日市 二日市 十日町 六日町 七日町 三日市 八日町 毎日新聞 朝日新聞 日曜大工
  月曜会 夜間学校 夜間高校 夜間保育 七日市
`;

/** 明日 and 今日 across two words, or as a part of another. */
const ACROSS_WORDS = '証明日 説明日 発明日 判明日 今日的 今日まで 今日では 今日この頃';

/** A word of sense that means something else here. */
const OTHER_SENSES = `
  キャンセル待ち キャンセル料 キャンセルが出 キャンセルの場合 キャンセルの際 キャンセルする場合
  キャンセルポリシー 無断キャンセル 予定がありますか 予定はありますか 予定があれば 変更の場合
  変更がある場合 変更があれば 変更可能 よると による によって
`;

/** Greetings, idioms and words that hold a numeral, a day or a particle. */
const IDIOMS = `
  こんばんは こんばん こんにちは こんにちわ 今晩は おはよう 初めまして はじめまして 初めて
  はじめて 始めて 初めての はじめての 毎度 朝晩 朝夕 昼夜 日夜 日々 夜分 夜分に 夜分遅く 朝早くに
  一時的 一時金 一時期 一時保育 一時停止 一時帰国 一時預かり 十分な 十分に 十分で 不十分
  じゅうぶん 一日千秋 一日の長 一日一善 一日一 三日天下 三日目 十日えびす 一日中 一日も早く
  一日でも早く 一日も 二日酔い 三日坊主 四十九日 三日月 七五三 八方 半日 半年 半分 半角 半額
  半そで 前半 後半 大半 朝食 昼食 夕食 夜食 夜勤 日勤 夜勤明け 準夜勤 早番 遅番 日払い 夜の仕事
  昼の仕事 朝の仕事 夜の勤務 昼職 夜職 夜間の仕事 日中の仕事 昼間の仕事 朝刊 夕刊 夕飯 昼ご飯
  朝ご飯 昼寝 朝型 夜型 時々 時代 時給 時短 時期 時点 時刻表 時間外 時間給 時計 時事 時効 同時
  同時に 当時 臨時 常時 随時 何時 いつ頃 月給 月額 月収 月謝 月々 月例 月間 毎月 正月休み 年齢
  年収 年金 年度 年末調整 年賀 年長 年少 年配 年代 定年 青年 少年 中年 学年 半年 数年 長年 近年
  例年 日給 日本 日本語 日系 日常 日雇 日曜大工 平日のみ勤務 記念日 休日出勤 土日休み 土日祝休み
  完全週休 週休 週休二日 週休2日 週休二日制 週休2日制 連日 日頃 日ごろ 先日 前日 後日談 日にち薬
  午前様 後ほど 後程 今後 最後 前後して 以前の 以前は 以前に 名前 お名前 前職 前向き 前任 自前
  手前 人前 前回 前もって 事前 事前に 直前 目前 一人前 出前 水道 水産 水分 水準 木材 木工 木村
  木下 金額 金融 金属 料金 賃金 現金 年金 資金 給付金 助成金 手当金 土木 土地 土方 火災 消火 防火
  電気 から必ず かどうか かもしれ とか はるか わずか しずか たしか 確か いくつか いつか 何か 誰か
  どこか と申し と思 という と言 とのこと とおり と存じ ととも として とっても もっと ずっと
  きっと ちょっと やっと ほっと のですが のですけど のですけれど のです よろしい じぶん じかい
  じつ じん にちじょう ふんいき rest part am/pm ap amazon より良い よりよい より多く より詳し
  よりも はもちろん 台風 台所 台湾 位置 位は 単位 代表 代理 番組 番地 点数 点検 度々 回答 回線
  回復 人材 人事 人物 人間 人生 本人 本件 本当 本社 本文 本メール 本名 本籍 台数 級友 通訳 通勤
  通信 通常 通話 通学 通知 通り 種類 種別 級数 号車 冊子 社員 社会 社名 件名 個人 個室 個別 今年度
  来年度 昨年度 年度末 年度内 第一に 第三者 第一印象 第一種 第二種 第二新卒 第二外国語 同様 同席
  同居 同行 同意 同僚 同封 同じく 次第 次長 可能性 可能な限り 可能であれば できれば 出来れば
  可能なら 可能でしたら もし可能
`;

const WORDS: readonly VocabularyEntry[] = spellings(
  [NAMES_OF_PEOPLE, PLACES, ACROSS_WORDS, OTHER_SENSES, IDIOMS].join(' '),
  { type: 'gap' },
);

export const FALSE_FRIENDS: readonly VocabularyEntry[] = [NAMED_AFTER_DAYS, ...WORDS];
