/**
 * The lines that mail clients write above a quotation ("2026/11/20 10:15、名前 <a@b>のメール:").
 * Data only: one row per client and language, each pattern written for a line with width and
 * spaces folded (NFKC), cut at 400 characters. Every quantifier is bounded.
 */

/** How one client attributes a quotation. */
export interface AttributionForm {
  client: string;
  pattern: RegExp;
  /** Signs of which one must be on the line; looked for before the pattern is tried. */
  hints: readonly string[];
  /** Alone enough, or only where marked lines or lines of ours follow. */
  strength: 'sure' | 'needs_quotation';
}

const ADDRESS = String.raw`[<(\[]? ?(?:mailto:)?[^\s<>@]{1,100}@[^\s<>@]{1,100} ?[>)\]]?`;
const DAY = String.raw`(?:\d{4}年 ?\d{1,2}月 ?\d{1,2}日|\d{2,4}[/.-]\d{1,2}[/.-]\d{1,4}|令和 ?\d{1,2}年 ?\d{1,2}月 ?\d{1,2}日)`;
const WEEKDAY = `(?: ?[(]?[月火水木金土日](?:曜日?)?[)]?)?`;
const TIME = String.raw`(?:午前|午後|am|pm|AM|PM)? ?\d{1,2}(?::\d{2}(?::\d{2})?|時\d{1,2}分?)(?: ?[AP]M)?`;
const ZONE = String.raw`(?: ?(?:\(?(?:JST|GMT|UTC)\)?)? ?(?:[+-]\d{1,2}:?\d{0,2})?\)?)?`;
const WHEN = `${DAY}${WEEKDAY},? ?(?:at |に ?)?${TIME}${ZONE}`;

/** Verbs that close an attribution, by language of the phone. */
const VERBS = [
  'wrote',
  'writes',
  'a écrit',
  'schrieb',
  'ha scritto',
  'escribió',
  'escreveu',
  'schreef',
  'skrev',
  'napisał(a)',
  'napisał',
  'написал',
  'пишет',
  'yazdı',
  'kirjoitti',
  'napsal(a)',
  'napsal',
  'napísal(a)',
  'napísal',
  'írta',
  'ezt írta',
  'a scris',
  'пише',
  'написав',
  'έγραψε',
  'je napisao',
  'napisao je',
  'het volgende',
  'đã viết',
  'menulis',
  'sumulat',
  'isinulat ni',
  '写道',
  '寫道',
  '님이 작성',
  '작성',
  'เขียน',
  'लेख्नुभयो',
];
const WROTE = VERBS.map((verb) => verb.replace(/[()]/g, '\\$&')).join('|');

/** How an attribution begins: a preposition and a number soon after, a bracket, or the date itself. */
const OPENING = String.raw`(?:[-> ]{0,6}(?:on|at|le|el|il|am|em|op|den|dnia|w dniu|dne|dňa|på|pe|la|ons|il giorno|em|в|vào|vao|pada|noong|no dia|a las|在|于|於) .{0,30}?\d|[(]?\d{1,4}[-/.年 ]|在 ?\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? .{0,12}\d)`;

/** The beginning of an attribution, for lines that are wrapped. */
export const ATTRIBUTION_OPENING = new RegExp(`^(?:${OPENING}|.{1,60}さん[のはが]$)`, 'i');

/** How an attribution with other words in front of it ends; such a line is never cut, only doubted. */
export const GLUED_ENDING = new RegExp(`(?:wrote|のメール|${ADDRESS}) ?:$`, 'i');

/** All forms; the order does not matter, a sure one is taken before a doubtful one. */
export const ATTRIBUTION_FORMS: readonly AttributionForm[] = [
  {
    client: 'Gmail (Japanese)', // 2026年11月20日(金) 10:15 名前 <a@b>:
    hints: ['@'],
    pattern: new RegExp(`^${WHEN} ?[、,]? ?.{0,160}${ADDRESS} ?:$`),
    strength: 'sure',
  },
  {
    client: 'Gmail (older)', // 2016-10-24 15:36 GMT+02:00 Name <a@b>: / 2026/11/20 名前 <a@b>
    hints: ['@'],
    pattern: new RegExp(`^${DAY}${WEEKDAY} ?(?:${TIME}${ZONE})? ?.{0,160}${ADDRESS} ?:?$`),
    strength: 'needs_quotation',
  },
  {
    client: 'Apple Mail, iOS (Japanese)', // 2026/11/20 10:15、名前 <a@b>のメール:
    hints: ['のメール', 'のメッセージ'],
    pattern: new RegExp(`^(?:on |[(])?${DAY}.{0,200}の(?:メール|メッセージ) ?:$`, 'i'),
    strength: 'sure',
  },
  {
    client: 'Shuriken, AL-Mail (Japanese)', // 名前 さんは書きました:
    hints: ['書', '述べ', '発言'],
    pattern:
      /^[^。!?]{1,100}(?:さん|様|氏|殿)(?:は|が|の)[^。]{0,60}(?:書きました|書いた|述べました|発言)(?: ?[(][^()]{1,60}[)])? ?[:。]?$/,
    strength: 'needs_quotation',
  },
  {
    client: 'Thunderbird, Yahoo!メール (Japanese)', // 2026/11/20 10:15、名前 さんは書きました:
    hints: ['書', '述べ', '発言'],
    pattern: new RegExp(`^(?:on |[(])?${WHEN}[^。]{0,200}(?:書きました|書いた) ?[:。]$`, 'i'),
    strength: 'sure',
  },
  {
    client: 'Proton (Japanese)', // 名前 <a@b> が 2026年11月20日 10:15 に書きました:
    hints: ['@'],
    pattern: new RegExp(`^[^。!?]{0,80}${ADDRESS}[^。]{0,120}(?:書きました|書いた) ?[:。]$`),
    strength: 'sure',
  },
  {
    client: 'English and other wrote-forms with a date', // On Fri, Nov 20, 2026 at 10:15 AM Name <a@b> wrote:
    hints: VERBS,
    pattern: new RegExp(`^${OPENING}.{4,360}(?:${WROTE}).{0,40}:$`, 'i'),
    strength: 'sure',
  },
  {
    client: 'name, address and a verb', // Name <a@b> wrote:
    hints: ['@'],
    pattern: new RegExp(`^[^。!?]{0,60} ?${ADDRESS}[^。]{0,60}(?:${WROTE}) ?:$`, 'i'),
    strength: 'sure',
  },
  {
    client: 'date in brackets (Thunderbird, Becky!)', // (2026/11/20 10:15), 名前 wrote:
    hints: ['wrote', 'writes'],
    pattern: new RegExp(`^(?:on |at )?[(]?${WHEN}[)]?.{0,160} (?:wrote|writes) ?:?$`, 'i'),
    strength: 'sure',
  },
  {
    client: 'wrote-form without a date', // 名前 wrote:
    hints: VERBS,
    pattern: new RegExp(`^.{1,120} (?:${WROTE}) ?:$`, 'i'),
    strength: 'needs_quotation',
  },
  {
    client: 'verb before the name (French, German, Chinese phones)', // Am 20.11.2026 um 10:15 schrieb Name <a@b>:
    hints: ['schrieb', '@'],
    pattern: new RegExp(
      `^(?:Am|Le|El|Il|Em|Op|Den|On|在|Vào|Pada) .{4,300}(?:schrieb|${ADDRESS}).{0,120}:$`,
      'i',
    ),
    strength: 'sure',
  },
  {
    client: 'Becky!, Mew and Eudora: the date line alone', // On Fri, 20 Nov 2026 10:15:00 +0900
    hints: ['+', '-'],
    pattern: /^(?:On|At) .{6,80}[+-]\d{4}(?: \([A-Z]{3}\))?,?$/,
    strength: 'needs_quotation',
  },
  {
    client: 'Mew, Gnus', // In article <id>, Name writes:
    hints: ['<'],
    pattern: /^(?:In (?:article|message) |Message-ID: ?)<[^<>]{3,200}>.{0,200}$/i,
    strength: 'needs_quotation',
  },
  {
    client: '秀丸メール, EdMax', // 名前さんの<id>から / 2026/11/20 … 名前さんからいただきました
    hints: ['から', 'の記事', 'からの引用'],
    pattern:
      /^.{0,200}(?:<[^<>]{3,200}>から|さんからいただきました|の記事において|からの引用) ?[:。]?$/,
    strength: 'needs_quotation',
  },
  {
    client: 'date, time and name with a colon', // 2026/11/20 10:15 ハローワーク小林:
    hints: [':'],
    pattern: new RegExp(`^${WHEN}[、, ].{1,80}:$`),
    strength: 'needs_quotation',
  },
  {
    client: 'groupware (Garoon and others)', // 名前 wrote (2026/11/20 10:15):
    hints: ['wrote'],
    pattern: /^[^。!?]{1,100} wrote ?[(][^()]{4,60}[)] ?:?$/i,
    strength: 'sure',
  },
  {
    client: 'name and のメール with a colon', // ハローワーク小林さんからのメール：
    hints: ['のメール', 'のメッセージ'],
    pattern: /^[^。!?]{1,80}の(?:メール|メッセージ)(?: ?[(][^()]{1,60}[)])? ?:$/,
    strength: 'needs_quotation',
  },
  {
    client: 'name and さん with a colon', // ハローワーク小林さん：
    hints: [':'],
    pattern: /^[^。!?:]{1,40}(?:さん|様|さま|氏) ?:$/,
    strength: 'needs_quotation',
  },
  {
    client: 'name and address with a colon', // ハローワーク小林 <a@b>:
    hints: ['@'],
    pattern: new RegExp(`^.{0,120}${ADDRESS} ?:$`),
    strength: 'needs_quotation',
  },
];
