/**
 * Units, counters, parts of the day and what modifies a clock time. Data only: add a
 * spelling (folded: half-width digits and Latin, small letters) and it is understood.
 */
import type { VocabularyEntry } from '../token.ts';
import { spellings } from './spellings.ts';

const UNITS: readonly VocabularyEntry[] = [
  ['年', { type: 'unit', unit: 'year' }],
  ['元年', { type: 'first_year' }],
  ['月', { type: 'unit', unit: 'month' }],
  ['がつ', { type: 'unit', unit: 'month' }],
  ['日', { type: 'unit', unit: 'day' }],
  ['にち', { type: 'unit', unit: 'day' }],
  ['時', { type: 'unit', unit: 'hour' }],
  ['じ', { type: 'unit', unit: 'hour' }],
  ['点', { type: 'foreign_unit', unit: 'hour' }],
  ['点钟', { type: 'foreign_unit', unit: 'hour' }],
  ['号', { type: 'foreign_unit', unit: 'day' }],
  ['分', { type: 'unit', unit: 'minute' }],
  ['ふん', { type: 'unit', unit: 'minute' }],
  ['ぷん', { type: 'unit', unit: 'minute' }],
  ['秒', { type: 'unit', unit: 'second' }],
  ['半', { type: 'unit', unit: 'half' }],
  ['はん', { type: 'unit', unit: 'half' }],
];

const LENGTHS: readonly VocabularyEntry[] = [
  ...spellings('分間', { type: 'length', unit: 'minutes' }),
  ...spellings('時間 時間半 じかん', { type: 'length', unit: 'hours' }),
  ...spellings('日間 日ほど 日以内 日目 日分 日程度', { type: 'length', unit: 'days' }),
  ...spellings('週間 週 週目', { type: 'length', unit: 'weeks' }),
  ...spellings('か月 ヶ月 ケ月 カ月 ヵ月 箇月 ヵ月間 ヶ月間 か月間 カ月間', {
    type: 'length',
    unit: 'months',
  }),
  ...spellings('年間 年前 年ぶり 年目 年半 年以上 年ほど 年くらい 年ちょっと 年程度', {
    type: 'length',
    unit: 'years',
  }),
];

/** What is counted is no time; the number before it is left alone. */
const COUNTERS: readonly VocabularyEntry[] = spellings(
  `
    円 万円 千円 億 万 名 人 回 歳 才 代 件 個 社 枚 % パーセント 割 倍 度 階 号室 丁目 番地 番 級
    種 通 冊 本 匹 版 以上 以下 未満 割合 キロ メートル センチ インチ km kg cm 行 ページ 項 条 章
    部 課 期生 年生 年度 月度 月期 月分 月給 月号 時給 日給 日制
  `,
  { type: 'counter' },
);

const PARTS: readonly VocabularyEntry[] = [
  ...spellings('am a.m. a.m', { type: 'part', part: 'morning', sense: 'am', latin: true }),
  ...spellings('pm p.m. p.m', { type: 'part', part: 'afternoon', sense: 'pm', latin: true }),
  ...spellings('午前 上午 午前中 ごぜん ごぜんちゅう ごぜん中 午前の部', {
    type: 'part',
    part: 'morning',
    sense: 'am',
  }),
  ...spellings(
    '朝 早朝 朝方 朝一 朝いち 朝イチ 朝一番 朝早く あさ 朝のうち 昼前 お昼前 朝の内 始業時',
    {
      type: 'part',
      part: 'morning',
      sense: 'dawn',
    },
  ),
  ...spellings(
    `
      昼 お昼 ひる おひる 昼食時 昼時 お昼時 昼頃 昼ごろ お昼頃 お昼ごろ お昼どき 昼休み お昼休み
      ランチタイム お昼くらい お昼ぐらい
    `,
    { type: 'part', part: 'noon', sense: 'midday' },
  ),
  ...spellings('午後 下午 ごご 午后 午後の部 ごごいち', {
    type: 'part',
    part: 'afternoon',
    sense: 'pm',
  }),
  ...spellings(
    `
      昼過ぎ お昼過ぎ 昼すぎ お昼すぎ 午後一 午後イチ 午後いち 午後一番 昼一 昼イチ 昼いち
      お昼から 昼から 昼以降 お昼以降 昼下がり
    `,
    { type: 'part', part: 'afternoon', sense: 'midday' },
  ),
  ...spellings('夕方 夕刻 ゆうがた 夕方頃 夕方ごろ', {
    type: 'part',
    part: 'evening',
    sense: 'evening',
  }),
  ...spellings('夜 晩 よる 夜間 ばん', { type: 'part', part: 'night', sense: 'night' }),
  ...spellings('深夜 夜中 真夜中 未明', { type: 'part', part: 'night', sense: 'late' }),
  ...spellings('日中 昼間 ひるま', { type: 'part', part: 'day', sense: 'midday' }),
  ...spellings('正午 しょうご', { type: 'clock', hour: 12, minute: 0 }),
];

const MODIFIERS: readonly VocabularyEntry[] = [
  ...spellings('頃 ごろ ころ くらい ぐらい 位 前後 あたり 辺り 目安 めど ちょうど 丁度 きっかり', {
    type: 'link',
    link: 'about',
  }),
  ...spellings('過ぎ すぎ 台 ちょっと前 少し前', { type: 'link', link: 'past_by' }),
  ...spellings('以降 以後 いこう から後 より後 よりあと からあと 降', {
    type: 'link',
    link: 'onward',
  }),
  ...spellings('まで までに までの間 迄 迄に までで', { type: 'link', link: 'until' }),
  ...spellings('以前 より前 よりまえ', { type: 'link', link: 'before' }),
  ...spellings('から より からは', { type: 'link', link: 'from' }),
  ...spellings('の間 の間で 間で のあいだ の間に', { type: 'link', link: 'between' }),
  ...spellings('後 ご のち あと', { type: 'later' }),
  ...spellings('前 まえ', { type: 'earlier' }),
  ['同', { type: 'same', what: 'meridiem' }],
  ...spellings(
    '同じ時間 同時間 同時刻 同じ時刻 同じ時間帯 同時間帯 おなじ時間 同じじかん 時間は同じ 時刻は同じ',
    { type: 'same', what: 'time' },
  ),
];

export const TIME_WORDS: readonly VocabularyEntry[] = [
  ...UNITS,
  ...LENGTHS,
  ...COUNTERS,
  ...PARTS,
  ...MODIFIERS,
];
