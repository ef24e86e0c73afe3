/**
 * Where a text without labels names its people: "…と申します", "…です", "…様よりお電話",
 * a name beside the 求職番号, a line of its own, the signature. Every cue gives a candidate
 * with a weight; which of them is the seeker is decided by name.ts. The weights are a table.
 */
import type { Evidence } from '../types.ts';
import { isClosing, isGreeting, isRule, isSentFrom } from './letter-parts.ts';
import {
  hasKnownSurname,
  isKanaOnly,
  looksLikeName,
  nameAtEnd,
  nameAtStart,
} from './name-shape.ts';
import type { FoundNumber } from './numbers.ts';
import type { Sheet } from './sheet.ts';

export interface NameCandidate {
  start: number;
  end: number;
  weight: number;
  evidence: Evidence;
}

export const WEIGHT = {
  label: 100,
  sentenceLabel: 95,
  self: 90,
  relative: 92,
  introduced: 80,
  caller: 75,
  besideNumber: 62,
  copula: 56,
  titled: 55,
  ownLine: 42,
  segment: 36,
  sender: 20,
} as const;
const KNOWN_SURNAME = 20;
const LOOK_BACK = 40;

const INTRODUCES =
  /と(?:申し|もうし)(?:ます|まして|上げます|上げる)|と申す(?:者|もの)|と(?:言い|いい|云い|ゆい)ます|という者|と名乗/g;
const COPULA =
  /(?:です|でございます|であります|でござります|っす|だよ|といいます|でーす|ですが|と申)(?![かね])/g;
const PARENTHESES = /[(（][^()（）\n]{0,36}[)）]$/;
/** What may stand before a name in "…です" without making it a matter. */
const SELF_LEAD =
  /(?:^|私は?|わたくし(?:は|、)?|わたし(?:は|、)?|ワタシは?|僕は?|ぼくは?|俺は?|自分は?|当方は?|名前は?|氏名は?|本人は?|ではなく[、]?|じゃなくて?[、]?|改めて[、]?|改めまして[、]?|初めまして[、]?|はじめまして[、]?|こんにちは[、]?|お世話になっております[、]?|失礼します[、]?|[市町村区県](?:在住)?の|在住の|に住む|に住んで(?:い|お)?る|登録(?:して|中)?の|求職中の|(?:た|ている|ております|ました)[、]?|先日の|の母の|[)）]の)[ \u3000]*$/;
const CALLER =
  /(?:様|さま|さん|氏)(?:[(（][^()（）\n]{0,24}[)）])?[ \u3000]*(?:より|から|という方|ご本人|本人)/g;
const SELF_TITLED = /本人(?:様)?(?:は|の(?:お)?名前は|氏名は|:|が|、|[ \u3000])[ \u3000]*/g;
const TITLED = /(?:様|さま|氏)(?=[。、,\s\u3000(（/]|$|[はがのと])/g;
const MEMO =
  /(?:様|さん|さま)(?:[(（][^()（）\n]{0,24}[)）])?[ \u3000]*(?:より|から|という方)|お電話(?:が|あり|を|にて)|入電|来電|受電|架電|TEL[ ]?あり|電話[ ]?あり|電話受付|電話で(?:の)?(?:受付|申込|予約)|とのこと|聞き取|転記|代行入力/;
/** Not the seeker: the staff, the interpreter, a friend. */
const SOMEBODY_ELSE =
  /(?:担当(?:者|官)?(?:の|は|:)?|窓口の|相談員の?|職員の|部門の?|課の|所長の?|係の|ハローワーク(?!.{0,3}カード)[^、。\n]{0,6}|安定所の?|通訳(?:者)?(?:の|は|:)?|友人の?|友達の?|知人の?|支援員の?|ワーカーの?|先生の|会社の?|上司の?|紹介者の?|店長の?|社長の?|受付の?|受付者:?|対応:?|記:?|同席(?:者)?(?:の|は|:)?|付き添い(?:の|は)?|介助者?(?:の|は)?|ヘルパーの?|宛先:?|to:)[ \u3000:：(（]*$/i;
const DENIED = /^[」』]?(?:では|じゃ)なく/;

/** Everything in a text that may be the name of the person it is about. */
export function findNameCandidates(
  sheet: Sheet,
  prose: string,
  numbers: readonly FoundNumber[],
): NameCandidate[] {
  const memo = MEMO.test(prose);
  const candidates = [
    ...behindSelf(prose),
    ...before(prose, INTRODUCES, WEIGHT.introduced, false),
    ...before(prose, CALLER, WEIGHT.caller, false),
    ...before(prose, COPULA, WEIGHT.copula, true),
    ...(memo ? before(prose, TITLED, WEIGHT.titled, false) : []),
    ...besideNumbers(prose, numbers),
    ...aloneOnLine(sheet, prose),
    ...segments(sheet, prose),
  ];
  return candidates.filter(
    (c) =>
      !SOMEBODY_ELSE.test(prose.slice(Math.max(0, c.start - LOOK_BACK), c.start)) &&
      !DENIED.test(prose.slice(c.end, c.end + 8)),
  );
}

function candidate(prose: string, start: number, end: number, weight: number): NameCandidate {
  const bonus = hasKnownSurname(prose.slice(start, end)) ? KNOWN_SURNAME : 0;
  return { start, end, weight: weight + bonus, evidence: 'prose' };
}

/** Names that end where a cue begins. */
function before(prose: string, cue: RegExp, weight: number, strict: boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const hit of prose.matchAll(cue)) {
    let end = hit.index;
    const lead = leadOf(prose, end);
    const brackets = PARENTHESES.exec(lead)?.[0].length ?? 0;
    end -= brackets;
    const words = lead.slice(0, lead.length - brackets).replace(/[「『"\u0000]/g, ' ');
    const name = nameAtEnd(words.trimEnd()) ?? kanaSegment(words, strict);
    if (name === null) continue;
    const padding = words.length - words.trimEnd().length;
    const start = end - padding - name.length;
    const rest = words.trimEnd().slice(0, -name.length);
    if (strict && !isPlainLead(rest, name)) continue;
    found.push(candidate(prose, start, end - padding, weight));
  }
  return found;
}

/** The text before a cue, back to the sentence mark, at most LOOK_BACK characters. */
function leadOf(prose: string, end: number): string {
  const window = prose.slice(Math.max(0, end - LOOK_BACK), end);
  const cut = Math.max(
    ...['。', '、', '\n', '!', '！', '?', '？', '」', ',', '：', ':'].map((mark) =>
      window.lastIndexOf(mark),
    ),
  );
  return window.slice(cut + 1);
}

function isPlainLead(rest: string, name: string): boolean {
  if (!SELF_LEAD.test(rest.trimEnd()) && rest.trim() !== '') return false;
  return (
    !isKanaOnly(name) || / /.test(name) || rest.trim() !== '' || /^[ァ-ヶー・=]{3,}$/.test(name)
  );
}

/** "やまだたろうと申します": a whole stretch in hiragana, only behind a strong cue. */
function kanaSegment(words: string, strict: boolean): string | null {
  const segment = words.trim();
  if (strict || !/^[ぁ-ゖー]{3,10}$/.test(segment) || !looksLikeKanaName(segment)) return null;
  return segment;
}

function looksLikeKanaName(text: string): boolean {
  return !/(?:です|ます|した|から|ので|けど|はい|どう|それ|これ)/.test(text);
}

function behindSelf(prose: string): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const hit of prose.matchAll(SELF_TITLED)) {
    const from = hit.index + hit[0].length;
    const window = prose.slice(from, from + LOOK_BACK).split(/[。、,\n]/)[0] ?? '';
    const name = nameAtStart(window.replace(/(?:様|さま|さん|氏).*$/, ''));
    if (name !== null) found.push(candidate(prose, from, from + name.length, WEIGHT.self));
  }
  return found;
}

/** "青木亮太（45010-…）", "野間口 徹　45010-…", "橘 空⏎45010-…". */
function besideNumbers(prose: string, numbers: readonly FoundNumber[]): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const number of numbers) {
    if (number.kind !== 'seeker' && number.kind !== 'phone') continue;
    const gap = /[ \u3000\t/|(（、,:：\n。]{1,5}$/.exec(
      prose.slice(Math.max(0, number.start - 5), number.start),
    );
    if (gap === null) continue;
    const end = number.start - gap[0].length;
    const lead = leadOf(prose, end).split(/[/|]/).at(-1) ?? '';
    const name = nameAtEnd(
      lead.replace(/(?:様|さま|さん|です)$/, (t) => ' '.repeat(t.length)).trimEnd(),
    );
    if (name === null) continue;
    const start = end - lead.length + lead.lastIndexOf(name);
    found.push(candidate(prose, start, start + name.length, WEIGHT.besideNumber));
  }
  return found;
}

/** A line that holds a name and nothing else; also "以上、山田太郎", "(山田太郎)". */
function aloneOnLine(sheet: Sheet, prose: string): NameCandidate[] {
  return sheet.lines.flatMap((line) => {
    const text = prose.slice(line.start, line.end);
    if (text.length > LOOK_BACK || isRule(text) || isSentFrom(text) || isGreeting(text)) return [];
    const lead =
      /^[\s\u3000]*(?:以上[、, ]*|[(（]|[-─*・]+[ ]*|[夫妻][ \u3000])?/.exec(text)?.[0].length ?? 0;
    const body = text.slice(lead).replace(/[\s\u3000)）。]+$|[ \u3000]*(?:拝|より|です。?)$/g, '');
    const bare = body.replace(/[ ]*[(（][^()（）]{0,24}[)）]$/, '');
    if (isClosing(text) || !looksLikeName(bare)) return [];
    return [candidate(prose, line.start + lead, line.start + lead + bare.length, WEIGHT.ownLine)];
  });
}

/** "12/3 10時 / 宮田岳 / 45010-…": pieces of a terse line. */
function segments(sheet: Sheet, prose: string): NameCandidate[] {
  return sheet.lines.flatMap((line) => {
    const text = prose.slice(line.start, line.end);
    if (!/\d|[ ]{3}/.test(text) || !/[/|、,。?？!！]|[ ]{2}/.test(text)) return [];
    return [...text.matchAll(/[^/|、,。?？!！\n]{2,24}/g)].flatMap((piece) => {
      const body = piece[0].trim();
      if (!looksLikeName(body) || (isKanaOnly(body) && !/ /.test(body))) return [];
      const start = line.start + piece.index + piece[0].indexOf(body);
      return [candidate(prose, start, start + body.length, WEIGHT.segment)];
    });
  });
}
