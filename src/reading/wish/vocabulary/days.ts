/**
 * Words for days, weeks, months, years, weekdays and holidays. Data only: add a spelling
 * (in the folded form: half-width digits and Latin, small letters) and it is understood.
 */

import { wordsIn } from '../../word-list.ts';
import type { VocabularyEntry, Weekday, Word } from '../token.ts';
import { spellings } from './spellings.ts';

const day = (days: number): Word => ({ type: 'relative_day', days });
const week = (weeks: number): Word => ({ type: 'relative_week', weeks });
const month = (months: number): Word => ({ type: 'relative_month', months });
const year = (years: number): Word => ({ type: 'relative_year', years });

const RELATIVE: readonly VocabularyEntry[] = [
  ...spellings('今日 本日 きょう ほんじつ 本日中 今日中', day(0)),
  ...spellings('明日 あす あした みょうにち 明日中 tomorrow', day(1)),
  ...spellings('明後日 あさって みょうごにち 明後日中', day(2)),
  ...spellings('明々後日 明明後日 しあさって', day(3)),
  ...spellings('昨日 きのう さくじつ', day(-1)),
  ...spellings('一昨日 おととい おとつい いっさくじつ', day(-2)),
  ...spellings('一昨々日 一昨昨日 さきおととい さきおとつい いっさくさくじつ', day(-3)),
  ['today', day(0)],
  ['今朝', { type: 'relative_day', days: 0, part: 'morning', sense: 'dawn' }],
  ['けさ', { type: 'relative_day', days: 0, part: 'morning', sense: 'dawn' }],
  ...spellings('今夜 今晩 今夕 こんや', {
    type: 'relative_day',
    days: 0,
    part: 'evening',
    sense: 'night',
  }),
  ...spellings('明朝 明日朝', { type: 'relative_day', days: 1, part: 'morning', sense: 'dawn' }),
  ...spellings('明晩', { type: 'relative_day', days: 1, part: 'evening', sense: 'night' }),
  ...spellings('昨夜 昨晩 ゆうべ', {
    type: 'relative_day',
    days: -1,
    part: 'night',
    sense: 'night',
  }),
  ...spellings('今週 こんしゅう こんしゅー 今週中', week(0)),
  ...spellings('来週 らいしゅう らいしゅー 次週 来週中 来週以内', week(1)),
  ...spellings('再来週 さ来週 さらいしゅう さらいしゅー 再来週中 来々週', week(2)),
  ...spellings('再々来週 再再来週', week(3)),
  ...spellings('先週 せんしゅう 前週', week(-1)),
  ...spellings('先々週 先先週 せんせんしゅう', week(-2)),
  ...spellings('今月 こんげつ 当月 今月中', month(0)),
  ...spellings('来月 らいげつ 翌月 来月中', month(1)),
  ...spellings('再来月 さ来月 さらいげつ', month(2)),
  ...spellings('先月 せんげつ 前月', month(-1)),
  ...spellings('先々月', month(-2)),
  ...spellings('今年 本年 ことし 当年', year(0)),
  ...spellings('来年 翌年 らいねん 明年', year(1)),
  ...spellings('再来年 さ来年', year(2)),
  ...spellings('去年 昨年 きょねん 前年', year(-1)),
  ...spellings('一昨年 おととし', year(-2)),
  ...spellings('翌日 次の日 あくる日', { type: 'following', unit: 'day', count: 1 }),
  ...spellings('の前日 の前の日', { type: 'following', unit: 'day', count: -1 }),
  ...spellings('の前々日', { type: 'following', unit: 'day', count: -2 }),
  ...spellings('翌々日 翌翌日', { type: 'following', unit: 'day', count: 2 }),
  ...spellings('翌週 次の週 その次の週', { type: 'following', unit: 'week', count: 1 }),
  ...spellings('翌々週', { type: 'following', unit: 'week', count: 2 }),
  ...spellings('同日 同じ日 その日 同じ日付', { type: 'same', what: 'day' }),
  ...spellings('同じ曜日 同曜日', { type: 'same', what: 'weekday' }),
];

const WEEKDAY_SPELLINGS: readonly (readonly [Weekday, string, string])[] = [
  [1, '月', 'げつようび げつよう monday mon'],
  [2, '火', 'かようび tuesday tue'],
  [3, '水', 'すいようび すいよう wednesday wed'],
  [4, '木', 'もくようび もくよう thursday thu'],
  [5, '金', 'きんようび きんよう friday fri'],
  [6, '土', 'どようび どよう saturday sat'],
  [7, '日', 'にちようび にちよう sunday sun'],
];

const WEEKDAYS: readonly VocabularyEntry[] = WEEKDAY_SPELLINGS.flatMap(([weekday, kanji, others]) =>
  spellings(`${kanji}曜日 ${kanji}曜 ${kanji}よう日 ${kanji}ようび ${others}`, {
    type: 'weekday',
    weekday,
  }),
);

/** 月 and 日 are units too: the grammar decides. */
const WEEKDAY_CHARACTERS: readonly VocabularyEntry[] = WEEKDAY_SPELLINGS.filter(
  ([, kanji]) => kanji !== '月' && kanji !== '日',
).map(([weekday, kanji]) => [kanji, { type: 'weekday_char', weekday }]);

const ERAS: readonly VocabularyEntry[] = [
  ...spellings('令和 令 れいわ r', { type: 'era', yearZero: 2018 }),
  ...spellings('平成 平 へいせい h', { type: 'era', yearZero: 1988 }),
  ...spellings('昭和 昭 s', { type: 'era', yearZero: 1925 }),
  ...spellings('大正 t', { type: 'era', yearZero: 1911 }),
];

const MONTH_NAMES: readonly VocabularyEntry[] = [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sep sept',
  'october oct',
  'november nov',
  'december dec',
].flatMap((names, index) => spellings(names, { type: 'month_name', month: index + 1 }));

/** Native day names; いつか and なのか are too often other words (some day, is it that …). */
const KANA_DAYS: readonly VocabularyEntry[] = [
  ['ついたち', 1],
  ['朔日', 1],
  ['ふつか', 2],
  ['みっか', 3],
  ['よっか', 4],
  ['むいか', 6],
  ['ようか', 8],
  ['ここのか', 9],
  ['とおか', 10],
  ['はつか', 20],
].map(([name, number]) => [String(name), { type: 'kana_day', day: Number(number) }]);

const HOLIDAY_NAMES = `
  元日 元旦 成人の日 建国記念の日 建国記念日 天皇誕生日 昭和の日 憲法記念日 みどりの日 こどもの日
  子どもの日 海の日 山の日 敬老の日 スポーツの日 文化の日 勤労感謝の日 クリスマスイブ
  クリスマスイヴ クリスマス 大晦日 大みそか
`;

const HOLIDAYS: readonly VocabularyEntry[] = wordsIn(HOLIDAY_NAMES).map((name) => [
  name,
  { type: 'holiday', name },
]);

const PERIODS: readonly VocabularyEntry[] = [
  ...spellings('月末 末日', { type: 'period', period: 'month_end' }),
  ...spellings('月初 月初め 月はじめ 月始め', { type: 'period', period: 'month_start' }),
  ...spellings('平日 ウイークデー ウィークデー へいじつ', { type: 'period', period: 'weekdays' }),
  ...spellings('週末 土日 土日祝 土日祝日 土・日 祝日', {
    type: 'period',
    period: 'weekend',
  }),
  ...spellings('週明け 週あけ 週初め 週の初め 週の頭 週頭', {
    type: 'period',
    period: 'week_opening',
  }),
  ...spellings('年末 年内', { type: 'period', period: 'year_end' }),
  ...spellings('年明け 年始 新年 お正月 正月', { type: 'period', period: 'year_opening' }),
  ...spellings(
    `
      いつでも いつでも可 いつでもok 何時でも 時間は問いません 日時の希望なし 日時の指定なし
      希望日時なし 希望日なし 指定なし 特に希望なし 特に希望はありません ご都合のよろしい
      都合のよろしい 都合の良い日 都合のよい日 都合のいい日 いつでもいい 何日でも どの日でも 毎日
      お任せ おまかせ 任せます ご都合の良い ご都合のよい ご都合に合わせ そちらの都合 空いている日
      空いてる日 空いている時間 空いてる時間 空いている枠 空いているところ あいている日 あいてる日
      空きがある 予約可能な日
    `,
    { type: 'period', period: 'any' },
  ),
  ...spellings(
    `
      なるべく早く なるべく早い なるべく早め できるだけ早め なるはや できるだけ早く できるだけ早い
      出来るだけ早く 出来る限り早く できる限り早く 早めに 早い時期 最短 一番早い 最も早い 近いうち
      近日中 近々 そのうち 後日
    `,
    { type: 'period', period: 'soon' },
  ),
  ...spellings('毎週 毎月 隔週 いつも', { type: 'every' }),
];

/** Only after a month: 12月上旬, 来月の初め. */
const MONTH_TAILS: readonly VocabularyEntry[] = [
  ...spellings('中 中に いっぱい 一杯 内 以内 いつでも', {
    type: 'month_tail',
    period: 'month_all',
  }),
  ...spellings('上旬 初旬 じょうじゅん', { type: 'month_tail', period: 'month_early' }),
  ...spellings('中旬 半ば なかば 中頃 ちゅうじゅん', {
    type: 'month_tail',
    period: 'month_middle',
  }),
  ...spellings('下旬 後半 げじゅん', { type: 'month_tail', period: 'month_late' }),
  ...spellings('末 末頃 末ごろ 終わり 終わり頃 末まで', {
    type: 'month_tail',
    period: 'month_end',
  }),
  ...spellings('初め 始め はじめ 頭 前半 初め頃 はじめ頃', {
    type: 'month_tail',
    period: 'month_start',
  }),
];

export const DAY_WORDS: readonly VocabularyEntry[] = [
  ...RELATIVE,
  ...WEEKDAYS,
  ...WEEKDAY_CHARACTERS,
  ...ERAS,
  ...MONTH_NAMES,
  ...KANA_DAYS,
  ...HOLIDAYS,
  ...PERIODS,
  ...MONTH_TAILS,
  ['next', { type: 'which_weekday', pick: 'next' }],
  ['this', { type: 'which_weekday', pick: 'this' }],
  ['last', { type: 'which_weekday', pick: 'last' }],
  ['next week', week(1)],
  ['this week', week(0)],
  ...spellings('次の つぎの 今度の こんどの 次回の', { type: 'which_weekday', pick: 'next' }),
  ...spellings('この 今週末の', { type: 'which_weekday', pick: 'this' }),
  ...spellings('前の この前の こないだの この間の 先日の', {
    type: 'which_weekday',
    pick: 'last',
  }),
  ['第', { type: 'nth_prefix' }],
  ...spellings('最初の はじめの', { type: 'nth', nth: 1 }),
  ...spellings('最終 最後の 最終の', { type: 'nth', nth: -1 }),
];
