/**
 * The people of a mail that speaks for somebody else: whom it speaks for ("息子の山田太郎の件で",
 * "山田太郎の妻です"), and who writes it ("母の山田花子と申します"). It only finds them by the
 * words of kinship; that a writer's name is never taken for the seeker's is kept by name.ts.
 */

import { wordsIn } from '../word-list.ts';
import { LOOK_BACK, leadOf, MOST_CUES, type NameCandidate, WEIGHT } from './name-candidate.ts';
import { nameAtEnd, nameAtStart } from './name-shape.ts';

interface Stretch {
  start: number;
  end: number;
}

export interface Kin {
  /** The persons that the mail speaks for. */
  seekers: NameCandidate[];
  /** The words of kinship by which it calls them (妹). */
  seekerWords: string[];
  /** Those who write for them. */
  writers: Stretch[];
  /** Whether the names alone show that the mail speaks for another. */
  speaksForAnother: boolean;
}

/** Relatives, as those who write call themselves and each other. */
const RELATIVES = `息子 娘 夫 妻 嫁 母親 父親 母 父 義母 義父 祖母 祖父 叔母 伯母 叔父 伯父 弟 妹 兄 姉 孫
  長男 次男 三男 長女 次女 三女 甥 姪 婿 婚約者 内縁の妻 内縁の夫`;
/** Said of another only, never of oneself. */
const ONLY_OTHERS = '主人 旦那 家内 女房 友人 利用者 ご本人 本人 教え子 生徒 相談者';
/** In the same sentence these show a helper or a contact, not the writer. */
const NOT_THE_WRITER =
  '同席 付き添 付添 介助 通訳 連絡先 緊急 保護者 紹介 宛て 宛に 児の 人の子 子の';
const SELF =
  'と申 ともうし です でございます であります といいます と言います より が代わ が代理 が連絡';
const MATTER = `件 こと 相談 職業相談 オンライン 予約 申込 申し込み 代わり 代理 就職 仕事 求職 面談 希望 番号
  メール 連絡 電話`;

const RELATIVE = anyOf(RELATIVES);
const ANYONE = anyOf(`${RELATIVES} ${ONLY_OTHERS}`);
const HONORIFIC = '(?:さん|様|ちゃん|くん)?';
const BESIDE = '(?:[(][^()\\n]{0,24}[)])?[ ]*(?:様|さん)?[ ]*';
const KIN = new RegExp(
  `(?<![\\p{Script=Han}ァ-ヶー])(${ANYONE})${HONORIFIC}(の名前は|である|、|の|は|・|[ \\u3000]|[:：(（「])[ \\u3000]*`,
  'gu',
);
const OF_KIN = new RegExp(
  `の${RELATIVE}(?=です|でございます|であります|と申|より|から|の|、|[ (]|が)`,
  'g',
);
const BEHIND_WRITER = new RegExp(`^${BESIDE}(?:${anyOf(SELF)})`);
const BEHIND_SEEKER = new RegExp(`^${BESIDE}の(?:${anyOf(MATTER)})`);
const ELSEWHERE = new RegExp(anyOf(NOT_THE_WRITER));
const IS_RELATIVE = new RegExp(`^${RELATIVE}$`);
const KIN_ALONE = new RegExp(`^(?:私の)?${ANYONE}${HONORIFIC}[のはがも]?$`);
const SITS_IN = /^(?:様|さん)?(?:が|も|と)?(?:[、 ])?(?:同席|付き添|通訳|一緒|隣|より|から)/;
const WINDOW = 30;

function anyOf(words: string): string {
  return `(?:${wordsIn(words).join('|')})`;
}

/** "主人", "息子の": a word of kinship and nothing else. */
export function isKinAlone(text: string): boolean {
  return KIN_ALONE.test(text);
}

/** Everybody whom the prose names by kinship. */
export function findKin(prose: string): Kin {
  const kin: Kin = { seekers: [], seekerWords: [], writers: [], speaksForAnother: false };
  for (const hit of prose.matchAll(KIN).take(MOST_CUES)) addBehind(kin, prose, hit);
  for (const hit of prose.matchAll(OF_KIN).take(MOST_CUES)) addBefore(kin, prose, hit.index);
  return kin;
}

/** "母の山田花子です", "息子（山田太郎）の件". */
function addBehind(kin: Kin, prose: string, hit: RegExpExecArray): void {
  const start = hit.index + hit[0].length;
  const window = prose.slice(start, start + WINDOW).split(/[。、,\n]/)[0] ?? '';
  const name = nameAtStart(window.replace(/(?:様|さん|の|が|は|です|と|も).*$/, ''));
  if (name === null) return;
  const end = start + name.length;
  const behind = prose.slice(end, end + WINDOW).replace(/^[)）」]/, '');
  const isRelative = IS_RELATIVE.test(hit[1] ?? '');
  const isSubject = hit[2] === 'は' || hit[2] === 'の名前は';
  if (isRelative && !isSubject && BEHIND_WRITER.test(behind)) {
    if (ELSEWHERE.test(leadOf(prose, hit.index))) return;
    kin.writers.push({ start, end });
    kin.speaksForAnother = true;
    return;
  }
  if (SITS_IN.test(behind)) return;
  if (isRelative && isSignature(prose, hit, end)) {
    kin.writers.push({ start, end });
    return;
  }
  if (BEHIND_SEEKER.test(behind)) kin.speaksForAnother = true;
  kin.seekers.push({ start, end, weight: WEIGHT.relative, evidence: 'prose' });
  if (hit[1] !== undefined) kin.seekerWords.push(hit[1]);
}

/** "母　日野 恵子" as the last line, unless the mail is about that relative. */
function isSignature(prose: string, hit: RegExpExecArray, end: number): boolean {
  if (!/^[ \u3000]+$/.test(hit[2] ?? '') || prose.slice(end).trim() !== '') return false;
  const before = prose.slice(0, hit.index);
  if (!/\n[ \u3000]*$/.test(before)) return false;
  return !new RegExp(`${hit[1]}(?:さん)?の(?:こと|件|相談|仕事|就職)`).test(before);
}

/** "山田太郎の妻です", "長友 保の長女の長友 恵です". */
function addBefore(kin: Kin, prose: string, at: number): void {
  const lead = leadOf(prose, at).slice(-LOOK_BACK);
  const name = nameAtEnd(lead.replace(/(?:様|さん)$/, ''));
  if (name === null) return;
  const start = at - lead.length + lead.replace(/(?:様|さん)$/, '').length - name.length;
  const found = { start, end: start + name.length };
  kin.seekers.push({ ...found, weight: WEIGHT.relative, evidence: 'prose' });
}
