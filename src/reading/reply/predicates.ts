/**
 * Finds in a clause what is spoken of and how it is said: each word of the tables with
 * the words up to the next one as its ending (Japanese says "not", "if" and "?" there).
 * A word that is only named is the topic of the word that follows; お願いします means
 * what its topic means. It never decides what the reply as a whole wants.
 */
import type { RequestFlag } from '../types.ts';
import type { Clause } from './clauses.ts';
import { wordsOf } from './fold.ts';
import { findHits, findWhole, type Hit } from './lexicon.ts';
import { ASKING_ENDS, MANNERS, NO_MARKS, TOPIC_OPENERS } from './manners.ts';
import type { Act, Manner } from './vocabulary.ts';

export interface Predicate {
  act: Act;
  /** In matching form. */
  word: string;
  manner: Manner;
  flag: RequestFlag | null;
  /** The words relied on, in matching form, and their offsets in the clause. */
  start: number;
  end: number;
  /** What stands before the word since the word before it. */
  gap: string;
  /** The words from the end of the word to the next one. */
  ending: string;
  isWhole: boolean;
  /** The act is that of the topic before the word. */
  isCarried: boolean;
}

const BLANKS = anyOf(wordsOf(NO_MARKS));
const ROWS = MANNERS.map((row) => ({
  ...row,
  marks: wordsOf(row.marks),
  except: row.except ? anyOf(wordsOf(row.except)) : null,
}));
const TWICE_NEGATED = ROWS.filter(({ manner }) => manner === 'twice_negated');
const CONDITIONS = ROWS.filter(({ manner }) => manner === 'conditional' || manner === 'in_case');
const ASKS = wordsOf(ASKING_ENDS);
const OPENERS = wordsOf(TOPIC_OPENERS);
/** An ending that only leads over to the next word. */
const LEADS_OVER =
  /^(?:する|した|の|を|に|が|は|も|と|へ|や|で|とか|こと|事|件|日|ご|お|、|について|に関して|方法|手順|時間|日時|日程|内容|当日|場所|者|前|後|中|という|の方|のほう|上|うえ|ため)*$/;
const LONGEST_LEAD = 12;
/** Acts that are never a mere topic, unless a particle says so. */
const STANDS_ALONE: ReadonlySet<Act> = new Set([
  'accept',
  'courtesy',
  'greeting',
  'contrast',
  'waver',
  'thanks_no',
]);
const CARRIED: ReadonlySet<Act> = new Set([
  'attend',
  'accept',
  'as_given',
  'cancel',
  'change',
  'helper',
  'ask',
  'courtesy',
  'other_time',
]);

/** One pattern for plain words, the longest first. */
function anyOf(words: string[]): RegExp {
  return new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'g');
}

/** "送迎があるんですよね": told with regret, and not asked. */
const EXPLAINS = /(?<!な|[いよ良]い)んですよね[、,\s]*$/;

/** Whether a clause ends as a question. */
export function isAsking(clause: Clause): boolean {
  if (clause.hasQuestionMark) return true;
  if (EXPLAINS.test(clause.text)) return false;
  const bare = clause.text.replace(/[、,\s]+$/, '').replace(/(ね|よ|な)$/, '');
  return ASKS.some((end) => bare.endsWith(end) || clause.text.endsWith(end));
}

function withoutBlanks(words: string): string {
  return words.replaceAll(BLANKS, '＿');
}

function hasMark(text: string, row: (typeof ROWS)[number]): boolean {
  const rest = row.except ? text.replaceAll(row.except, '＿') : text;
  return row.marks.some((mark) => rest.includes(mark));
}

/** The manner of an ending, by the table of manners. */
function mannerOf(ending: string, isAsked: boolean): Manner {
  const text = withoutBlanks(ending);
  for (const row of ROWS) {
    if (row.ifAsked && !isAsked) continue;
    if (hasMark(text, row)) return row.manner;
  }
  return 'said';
}

/** Whether words state a condition for what follows them. */
export function isCondition(words: string): boolean {
  const text = withoutBlanks(words);
  return CONDITIONS.some((row) => hasMark(text, row));
}

/** "参加のご連絡をいたします" says it, and does not only name it. */
const ANNOUNCES =
  /^の(?:ご|お)?(?:連絡|返信|返事|回答|お知らせ|意思|意向|方向|旨)(?:を|で|と|のみ|まで)?(?:です|でございます|いたします|致します|します|させて|しました|お送り|お伝え|お願い|よろ|申し上げ|表明|$)/;

function isTopic(
  hit: Hit,
  { ending, rest }: { ending: string; rest: string },
  isHead: boolean,
): boolean {
  if (ANNOUNCES.test(rest)) return false;
  if (OPENERS.some((opener) => ending.startsWith(opener))) return true;
  if (isHead || hit.place !== 'any' || ending.length > LONGEST_LEAD) return false;
  if (!LEADS_OVER.test(ending)) return false;
  return !STANDS_ALONE.has(hit.act) || /^(の|を|に|が|は|する|とは)/.test(ending);
}

/** The end of a word that is part of how it is said: "行きたい" + "ところですが". */
function wishOf(word: string): string {
  return /(たい|たく)$/.exec(word)?.[0] ?? '';
}

/** "行けなく" + "はないです": the word has one "not" in itself. */
function isNegatedAgain(word: string, ending: string): boolean {
  const negation = /(ない|なく)$/.exec(word)?.[0];
  return negation !== undefined && TWICE_NEGATED.some((row) => hasMark(negation + ending, row));
}

/** "「参加します」と返信すればいい": what is done with the words stands behind the next word, too. */
const QUOTED = /[」』"”](?:と|って)$/;

/** All words of the tables in a clause with their manner, topics resolved. */
export function readPredicates(clause: Clause): Predicate[] {
  const whole = findWhole(clause.text.replaceAll(/\s/g, ''));
  const hits = whole ? [{ ...whole, end: clause.text.length }] : findHits(clause.text);
  const asked = isAsking(clause);
  const found: Predicate[] = [];
  hits.forEach((hit, i) => {
    const next = hits[i + 1]?.start ?? clause.text.length;
    const ending = clause.text.slice(hit.end, next);
    const rest = clause.text.slice(hit.end);
    const isHead = i === hits.length - 1;
    const manner = isTopic(hit, { ending, rest }, isHead)
      ? 'topic'
      : isNegatedAgain(hit.word, ending)
        ? 'twice_negated'
        : mannerOf(wishOf(hit.word) + (QUOTED.test(ending) ? rest : ending), asked && isHead);
    const gap = clause.text.slice(hits[i - 1]?.end ?? 0, hit.start);
    const { act, word, flag, start } = hit;
    found.push({
      act,
      word,
      manner,
      flag,
      gap,
      ending,
      start,
      end: next,
      isWhole: whole !== null,
      isCarried: false,
    });
  });
  return found.map((predicate, i) => carry(predicate, found.slice(0, i)));
}

/** "変更をお願いします" is a change, "返信は不要です" is nothing, "電話をお願いします" asks. */
function carry(predicate: Predicate, before: Predicate[]): Predicate {
  const named = before.at(-1);
  const isUnder =
    named && /^(?:の方向|の方|のほう)?で[、,]?$/.test(named.ending) && UNDER.has(named.act);
  if (isUnder && predicate.act === 'acknowledge')
    return { ...predicate, act: named.act, isCarried: true };
  if (predicate.act !== 'carrier' && predicate.act !== 'not_needed') return predicate;
  const topic = before.findLast((p) => !SKIPPED.has(p.act));
  const isNamed = topic !== undefined && topic.manner === 'topic' && CARRIED.has(topic.act);
  if (predicate.act === 'not_needed') {
    if (isNamed) return { ...predicate, act: topic.act, manner: 'negated', isCarried: true };
    return topic === undefined && /^(?:もう|すでに|既に|今回は|特に|[、,\s])*$/.test(predicate.gap)
      ? { ...predicate, act: 'cancel' }
      : predicate;
  }
  if (isNamed) {
    const manner = predicate.manner === 'said' ? 'requested' : predicate.manner;
    return { ...predicate, act: topic.act, flag: topic.flag, manner, isCarried: true };
  }
  if (topic === undefined && /を$/.test(predicate.gap)) return { ...predicate, act: 'ask' };
  return predicate;
}
/** "キャンセルで承知しました" agrees to what is named. */
const UNDER: ReadonlySet<Act> = new Set(['cancel', 'change', 'other_time']);
const SKIPPED: ReadonlySet<Act> = new Set(['inform', 'greeting', 'carrier', 'contrast']);
