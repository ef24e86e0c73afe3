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
import {
  CALLER,
  COPULA,
  INTRODUCES,
  MEMO,
  SELF_LEAD,
  SELF_TITLED,
  SOMEBODY_ELSE,
  TITLED,
} from './name-cue-words.ts';
import { isKanaOnly, nameAtEnd, nameAtStart } from './name-shape.ts';

const PARENTHESES = /[(（][^()（）\n]{0,36}[)）]$/;
const DENIED = /^[」』]?(?:では|じゃ)なく/;

/** Names that a phrase of the prose introduces; `memo` = written by staff about somebody. */
export function namesInPhrases(prose: string, memo: boolean): NameCandidate[] {
  const titled = memo || MEMO.test(prose);
  return [
    ...behindSelf(prose),
    ...before(prose, INTRODUCES, { weight: WEIGHT.introduced }),
    ...before(prose, CALLER, { weight: WEIGHT.caller }),
    ...before(prose, COPULA, { weight: WEIGHT.copula, strict: true }),
    ...(titled ? before(prose, TITLED, { weight: WEIGHT.titled }) : []),
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
function before(
  prose: string,
  cue: RegExp,
  { weight, strict = false }: { weight: number; strict?: boolean },
): NameCandidate[] {
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
    found.push(candidate(prose, { start, end: end - padding }, weight));
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
    if (name !== null)
      found.push(candidate(prose, { start: from, end: from + name.length }, WEIGHT.self));
  }
  return found;
}
