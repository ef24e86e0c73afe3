/**
 * Longest match over all vocabulary tables, by a trie of UTF-16 code units: the time for one
 * position is bounded by the longest spelling, whatever the text is. Endings that many stems
 * share are one trie of their own, into which each stem leads.
 * Where two tables hold the same spelling, the earlier table wins.
 */
import { isKanjiNumeralCode } from './numerals.ts';
import type { VocabularyEntry, Word } from './token.ts';
import { DAY_WORDS } from './vocabulary/days.ts';
import { ENGAGEMENT_WORDS } from './vocabulary/engagements.ts';
import { FALSE_FRIENDS } from './vocabulary/false-friends.ts';
import { LINK_WORDS } from './vocabulary/links.ts';
import { SENSE_WORDS } from './vocabulary/senses.ts';
import { TIME_WORDS } from './vocabulary/times.ts';

/** Most nodes have one next; only a fork has a map, which costs more than all else in a node. */
interface Node {
  code: number;
  only: Node | null;
  fork: Map<number, Node> | null;
  /** What ends here. */
  word: Ranked | null;
  /** The tries of the endings that may follow here. */
  endings: Node[] | null;
}

/** A word with the place of its entry among all, by which the earlier one wins. */
interface Ranked {
  word: Word;
  rank: number;
}

interface Match {
  word: Word;
  /** In UTF-16 units. */
  length: number;
  rank: number;
}

const ROOT = grow([
  ...DAY_WORDS,
  ...TIME_WORDS,
  ...LINK_WORDS,
  ...SENSE_WORDS,
  ...FALSE_FRIENDS,
  ...ENGAGEMENT_WORDS,
]);

/** Whether any vocabulary word begins with this UTF-16 unit; for speed only. */
export function opensWord(code: number): boolean {
  return nextOf(ROOT, small(code)) !== null;
}

/** The longest vocabulary word that begins at an offset, with its length in UTF-16 units. */
export function longestWord(text: string, at: number): Pick<Match, 'word' | 'length'> | null {
  return longestFrom(ROOT, { text, at, read: 0 }, null);
}

/** `best`, or what is longer or dearer below `root`, where `read` units from `at` on led. */
function longestFrom(
  root: Node,
  { text, at, read }: { text: string; at: number; read: number },
  best: Match | null,
): Match | null {
  let node: Node | null = root;
  let found = best;
  for (let length = read + 1; at + length <= text.length; length++) {
    node = nextOf(node, small(text.charCodeAt(at + length - 1)));
    if (node === null) break;
    if (node.word !== null && isBetter(node.word, length, found) && !splits(text, at, length)) {
      found = { ...node.word, length };
    }
    for (const ending of node.endings ?? []) {
      found = longestFrom(ending, { text, at, read: length }, found);
    }
  }
  return found;
}

function isBetter({ rank }: Ranked, length: number, best: Match | null): boolean {
  if (best === null || length > best.length) return true;
  return length === best.length && rank < best.rank;
}

function grow(entries: readonly VocabularyEntry[]): Node {
  const root = bare(0);
  entries.forEach((entry, rank) => {
    if (!('stems' in entry)) {
      const [spelling, word] = entry;
      nodeOf(root, spelling).word ??= { word, rank };
      return;
    }
    const endings = bare(0);
    for (const ending of entry.endings) nodeOf(endings, ending).word = { word: entry.word, rank };
    for (const stem of entry.stems) {
      const node = nodeOf(root, stem);
      node.endings = [...(node.endings ?? []), endings];
    }
  });
  return root;
}

/** The node at which a spelling ends, grown where there is none yet. */
function nodeOf(root: Node, spelling: string): Node {
  let node = root;
  for (let i = 0; i < spelling.length; i++) {
    const code = spelling.charCodeAt(i);
    node = nextOf(node, code) ?? append(node, bare(code));
  }
  return node;
}

function bare(code: number): Node {
  return { code, only: null, fork: null, word: null, endings: null };
}

function nextOf({ only, fork }: Node, code: number): Node | null {
  if (fork !== null) return fork.get(code) ?? null;
  return only?.code === code ? only : null;
}

function append(node: Node, next: Node): Node {
  if (node.fork !== null) node.fork.set(next.code, next);
  else if (node.only === null) node.only = next;
  else {
    node.fork = new Map([node.only, next].map((each) => [each.code, each]));
    node.only = null;
  }
  return next;
}

function splits(text: string, at: number, length: number): boolean {
  return splitsLatin(text, at, at + length) || splitsNumeral(text, at + length);
}

/** "午後一" is no word in "午後一時", nor "次の日" in "次の日曜". */
function splitsNumeral(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const behind = text.charAt(end);
  if (last === 0x65e5) return behind === '曜';
  if (!isKanjiNumeralCode(last)) return false;
  return isKanjiNumeralCode(behind.charCodeAt(0)) || '時月日分年'.includes(behind || ' ');
}

/** "may" is no month in "mayumi", "am" none in "team". */
function splitsLatin(text: string, start: number, end: number): boolean {
  return (
    (isLetter(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start))) ||
    (isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(end)))
  );
}

/** ASCII letters only. */
export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function small(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}
