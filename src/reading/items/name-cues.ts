/**
 * Where a text without labels names its people: "…と申します", "…です", "…様よりお電話",
 * a name beside the 求職番号, a line of its own, the signature. Every cue gives a candidate
 * with a weight; which of them is the seeker is decided by name.ts. The weights are a table.
 */
import {
  candidate,
  LOOK_BACK,
  leadOf,
  MOST_CUES,
  type NameCandidate,
  WEIGHT,
} from './name-candidate.ts';
import { isKanaOnly, nameAtEnd, nameAtStart } from './name-shape.ts';

const INTRODUCES =
  /と(?:申し|もうし)(?:ます|まして|上げます|上げる)|と申す(?:者|もの)|と(?:言い|いい|云い|ゆい)ます|という者|と名乗/g;
const COPULA =
  /(?:です|でございます|であります|でござります|っす|だよ|といいます|でーす|ですが|と申)(?![かね])/g;
const PARENTHESES = /[(（][^()（）\n]{0,36}[)）]$/;
/** What may stand before a name in "…です" without making it a matter. */
const SELF_LEAD =
  /(?:^|私は?|わたくし(?:は|、)?|わたし(?:は|、)?|ワタシは?|僕は?|ぼくは?|俺は?|自分は?|当方は?|名前は?|氏名は?|本人は?|ではなく[、]?|じゃなくて?[、]?|改めて[、]?|改めまして[、]?|初めまして[、]?|はじめまして[、]?|こんにちは[、]?|お世話になっております[、]?|失礼します[、]?|[市町村区県](?:在住)?の|(?:生|員|主婦|主夫|歳|代|無職|フリーター|マザー|[小中高大][1-6一二三四])の|在住の|に住む|に住んで(?:い|お)?る|登録(?:して|中)?の|求職中の|(?:た|んだ|いだ|ている|ております|ました)[、]?|先日の|^[ \u3000]*の|の母の|[)）]の)[ \u3000]*$/;
const CALLER =
  /(?:様|さま|さん|氏)(?:[(（][^()（）\n]{0,24}[)）])?[ \u3000]*(?:より|から|という方|ご本人|本人|(?:お)?(?:TEL|tel|電話)(?:あり|。|[ \u3000\n]|$)|入電|来電|来所)/g;
const SELF_TITLED =
  /(?:本人(?:様)?(?:は|の(?:お)?名前は|氏名は|:|が|、|[ \u3000])|(?:名前|なまえ|氏名)(?:は|が|、)|(?:[Mm]y name is|I am|I'm|我叫|我是))[ \u3000]*/g;
const TITLED = /(?:様|さま|氏)(?=[。、,\s\u3000(（/]|$|[はがのと])/g;
const MEMO =
  /(?:様|さん|さま)(?:[(（][^()（）\n]{0,24}[)）])?[ \u3000]*(?:より|から|という方)|お電話(?:が|あり|を|にて)|入電|来電|受電|架電|TEL[ ]?あり|電話[ ]?あり|電話受付|電話で(?:の)?(?:受付|申込|予約)|とのこと|聞き取|転記|代行入力/;
/** Not the seeker: the staff, the interpreter, a friend. */
const SOMEBODY_ELSE =
  /(?:担当(?:者|官)?(?:の|は|:)?|窓口の|相談員の?|職員の|部門の?|課の|所長の?|係の|ハローワーク(?!.{0,3}カード)[^、。\n]{0,6}|安定所の?|通訳(?:者)?(?:の|は|:)?|友人の?|友達の?|知人の?|支援員の?|ワーカーの?|先生の|会社の?|上司の?|紹介者の?|店長の?|社長の?|受付の?|受付者:?|対応:?|記:?|同席(?:者)?(?:の|は|:)?|付き添い(?:の|は)?|介助者?(?:の|は)?|ヘルパーの?|宛先:?|to:)[ \u3000:：(（]*$/i;
const DENIED = /^[」』]?(?:では|じゃ)なく/;

/** Names that a phrase of the prose introduces; `memo` = written by staff about somebody. */
export function namesInPhrases(prose: string, memo: boolean): NameCandidate[] {
  const titled = memo || MEMO.test(prose);
  return [
    ...behindSelf(prose),
    ...before(prose, INTRODUCES, WEIGHT.introduced, false),
    ...before(prose, CALLER, WEIGHT.caller, false),
    ...before(prose, COPULA, WEIGHT.copula, true),
    ...(titled ? before(prose, TITLED, WEIGHT.titled, false) : []),
  ];
}

/** Whether a candidate is somebody else (staff, interpreter), or is taken back ("Aではなく"). */
export function isSomebodyElse(prose: string, found: NameCandidate): boolean {
  const lead = prose.slice(Math.max(0, found.start - LOOK_BACK), found.start);
  return SOMEBODY_ELSE.test(lead) || DENIED.test(prose.slice(found.end, found.end + 8));
}

function firstHits(prose: string, cue: RegExp): RegExpExecArray[] {
  return prose.matchAll(cue).take(MOST_CUES).toArray();
}

/** Names that end where a cue begins. */
function before(prose: string, cue: RegExp, weight: number, strict: boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const hit of firstHits(prose, cue)) {
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
  for (const hit of firstHits(prose, SELF_TITLED)) {
    const from = hit.index + hit[0].length;
    const window = prose.slice(from, from + LOOK_BACK).split(/[。、,.\n]/)[0] ?? '';
    const words = window.replace(/(?:様|さま|さん|氏|です|と申|といい|でござ).*$/, '');
    const name = nameAtStart(words) ?? kanaSegment(words, false);
    if (name !== null) found.push(candidate(prose, from, from + name.length, WEIGHT.self));
  }
  return found;
}
