/**
 * The lines that mail clients write above a quotation ("2026/11/20 10:15、名前 <a@b>のメール:").
 * Data only: one row per client and language, written for a line with width and spaces folded
 * (NFKC), cut at 400 characters. A row is two patterns, each tried from one place only: how the
 * line ends, and what stands before that ending. Every quantifier is bounded.
 */

import { WROTE } from './attribution-verbs.ts';

/** How one client attributes a quotation. */
export interface AttributionForm {
  client: string;
  /** How the line ends, within its last `ENDING_LENGTH` characters; most lines fail here. */
  ending: RegExp;
  /** All that stands before the ending; begins with "^". */
  opening: RegExp;
  /** Alone enough, or only where marked lines or lines of ours follow. */
  strength: 'sure' | 'needs_quotation';
}

/** No ending is longer. */
export const ENDING_LENGTH = 120;

/** A pattern that is tried one way only: a line that fails behind it fails (an atomic group). */
const once = (name: string, pattern: string) => `(?=(?<${name}>${pattern}))\\k<${name}>`;

/** The middle of an address, which is looked for instead of measuring an address from each place. */
const AT = String.raw`[^\s<>@]@[^\s<>@]`;
/** An address in which a line ends, from the last character of its local part on. */
const ADDRESS_END = String.raw`${AT}[^\s<>@]{0,99} ?[>)\]]?`;
/** The rest of that local part, behind as much as a name may take. */
const beforeAddress = (most: number) => String.raw`${once('name', `.{0,${most}}`)}[^\s<>@]{0,99}$`;
/** A whole address with words around it, none of which ends a sentence in front of it. */
const aroundAddress = (before: number, after: number) =>
  once('local', String.raw`[^。!?]{0,${before}}[^\s<>@。]{0,99}${AT}`) +
  `${once('domain', '[^\\s<>@。]{0,99}')}[^。]{0,${after}}$`;
const DAY = String.raw`(?:\d{4}年 ?\d{1,2}月 ?\d{1,2}日|\d{2,4}[/.-]\d{1,2}[/.-]\d{1,4}|令和 ?\d{1,2}年 ?\d{1,2}月 ?\d{1,2}日)`;
const WEEKDAY = `(?: ?[(]?[月火水木金土日](?:曜日?)?[)]?)?`;
const HOUR = String.raw`(?:午前|午後|am|pm|AM|PM)? ?\d{1,2}`;
const DAY_AND_HOUR = `${DAY}${WEEKDAY},? ?(?:at |に ?)?${HOUR}`;
/** A date and a time; seconds and zone belong to what follows. */
const WHEN = String.raw`${DAY_AND_HOUR}(?::\d{2}|時\d)`;
const ZONE = String.raw`(?: ?(?:\(?(?:JST|GMT|UTC)\)?)? ?(?:[+-]\d{1,2}:?\d{0,2})?\)?)?`;
/** A date and a time to their very end. */
const WHOLE_WHEN = String.raw`${DAY_AND_HOUR}(?::\d{2}(?::\d{2})?|時\d{1,2}分?)(?: ?[AP]M)?${ZONE}`;

/** How an attribution begins: a preposition and a number soon after, a bracket, or the date itself. */
const OPENING = String.raw`(?:[-> ]{0,6}(?:on|at|le|el|il|am|em|op|den|dnia|w dniu|dne|dňa|på|pe|la|ons|il giorno|em|в|vào|vao|pada|noong|no dia|a las|在|于|於) .{0,30}?\d|[(]?\d{1,4}[-/.年 ]|在 ?\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? .{0,12}\d)`;

/** The beginning of an attribution, for lines that are wrapped. */
export const ATTRIBUTION_OPENING = new RegExp(`^(?:${OPENING}|.{1,60}さん[のはが]$)`, 'i');

/** How an attribution with other words in front of it ends; such a line is never cut, only doubted. */
export const GLUED_ENDING = new RegExp(`(?:wrote|のメール|${ADDRESS_END}) ?:$`, 'i');

/** All forms; the order does not matter, a sure one is taken before a doubtful one. */
export const ATTRIBUTION_FORMS: readonly AttributionForm[] = [
  {
    client: 'Gmail (Japanese)', // 2026年11月20日(金) 10:15 名前 <a@b>:
    ending: new RegExp(`${ADDRESS_END} ?:$`),
    opening: new RegExp(`^${WHEN}${beforeAddress(180)}`),
    strength: 'sure',
  },
  {
    client: 'Gmail (older)', // 2016-10-24 15:36 GMT+02:00 Name <a@b>: / 2026/11/20 名前 <a@b>
    ending: new RegExp(`${ADDRESS_END} ?:?$`),
    opening: new RegExp(`^${DAY}${beforeAddress(200)}`),
    strength: 'needs_quotation',
  },
  {
    client: 'Apple Mail, iOS (Japanese)', // 2026/11/20 10:15、名前 <a@b>のメール:
    ending: /の(?:メール|メッセージ) ?:$/,
    opening: new RegExp(`^(?:on |[(])?${DAY}.{0,200}$`, 'i'),
    strength: 'sure',
  },
  {
    client: 'Shuriken, AL-Mail (Japanese)', // 名前 さんは書きました:
    ending: /(?:書きました|書いた|述べました|発言)(?: ?[(][^()]{1,60}[)])? ?[:。]?$/,
    opening: /^[^。!?]{1,100}(?:さん|様|氏|殿)[はがの][^。]{0,60}$/,
    strength: 'needs_quotation',
  },
  {
    client: 'Thunderbird, Yahoo!メール (Japanese)', // 2026/11/20 10:15、名前 さんは書きました:
    ending: /(?:書きました|書いた) ?[:。]$/,
    opening: new RegExp(`^(?:on |[(])?${WHEN}[^。]{0,220}$`, 'i'),
    strength: 'sure',
  },
  {
    client: 'Proton (Japanese)', // 名前 <a@b> が 2026年11月20日 10:15 に書きました:
    ending: /(?:書きました|書いた) ?[:。]$/,
    opening: new RegExp(`^${aroundAddress(82, 121)}`),
    strength: 'sure',
  },
  {
    client: 'English and other wrote-forms with a date', // On Fri, Nov 20, 2026 at 10:15 AM Name <a@b> wrote:
    ending: new RegExp(`(?:${WROTE}).{0,40}:$`, 'i'),
    opening: new RegExp(`^${OPENING}.{4}`, 'i'),
    strength: 'sure',
  },
  {
    client: 'name, address and a verb', // Name <a@b> wrote:
    ending: new RegExp(`(?:${WROTE}) ?:$`, 'i'),
    opening: new RegExp(`^${aroundAddress(62, 61)}`),
    strength: 'sure',
  },
  {
    client: 'date in brackets (Thunderbird, Becky!)', // (2026/11/20 10:15), 名前 wrote:
    ending: / (?:wrote|writes) ?:?$/i,
    opening: new RegExp(`^(?:on |at )?[(]?${WHEN}.{0,180}$`, 'i'),
    strength: 'sure',
  },
  {
    client: 'wrote-form without a date', // 名前 wrote:
    ending: new RegExp(` (?:${WROTE}) ?:$`, 'i'),
    opening: /^.{1,120}$/,
    strength: 'needs_quotation',
  },
  {
    client: 'verb before the name (French, German, Chinese phones)', // Am 20.11.2026 um 10:15 schrieb Name <a@b>:
    ending: /:$/,
    opening: new RegExp(
      `^(?:Am|Le|El|Il|Em|Op|Den|On|在|Vào|Pada) ${once('sign', `.{4,390}(?:schrieb|${AT})`)}${once('domain', '[^\\s<>@]{0,99}')}.{0,120}$`,
      'i',
    ),
    strength: 'sure',
  },
  {
    client: 'Becky!, Mew and Eudora: the date line alone', // On Fri, 20 Nov 2026 10:15:00 +0900
    ending: /[+-]\d{4}(?: \([A-Z]{3}\))?,?$/,
    opening: /^(?:On|At) .{6,80}$/,
    strength: 'needs_quotation',
  },
  {
    client: 'Mew, Gnus', // In article <id>, Name writes:
    ending: /$/,
    opening: /^(?:In (?:article|message) |Message-ID: ?)<[^<>]{3,200}>.{0,200}$/i,
    strength: 'needs_quotation',
  },
  {
    client: '秀丸メール, EdMax: the Message-ID', // 名前さんの<id>から
    ending: />から ?[:。]?$/,
    opening: /^.{0,200}<[^<>]{3,200}$/,
    strength: 'needs_quotation',
  },
  {
    client: '秀丸メール, EdMax', // 2026/11/20 … 名前さんからいただきました
    ending: /(?:さんからいただきました|の記事において|からの引用) ?[:。]?$/,
    opening: /^.{0,200}$/,
    strength: 'needs_quotation',
  },
  {
    client: 'date, time and name with a colon', // 2026/11/20 10:15 ハローワーク小林:
    ending: /:$/,
    opening: new RegExp(`^${WHOLE_WHEN}[、, ].{1,80}$`),
    strength: 'needs_quotation',
  },
  {
    client: 'groupware (Garoon and others)', // 名前 wrote (2026/11/20 10:15):
    ending: / wrote ?[(][^()]{4,60}[)] ?:?$/i,
    opening: /^[^。!?]{1,100}$/,
    strength: 'sure',
  },
  {
    client: 'name and のメール with a colon', // ハローワーク小林さんからのメール：
    ending: /の(?:メール|メッセージ)(?: ?[(][^()]{1,60}[)])? ?:$/,
    opening: /^[^。!?]{1,80}$/,
    strength: 'needs_quotation',
  },
  {
    client: 'name and さん with a colon', // ハローワーク小林さん：
    ending: /(?:さん|様|さま|氏) ?:$/,
    opening: /^[^。!?:]{1,40}$/,
    strength: 'needs_quotation',
  },
  {
    client: 'name and address with a colon', // ハローワーク小林 <a@b>:
    ending: new RegExp(`${ADDRESS_END} ?:$`),
    opening: new RegExp(`^${beforeAddress(122)}`),
    strength: 'needs_quotation',
  },
];
