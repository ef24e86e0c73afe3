/**
 * Judges which lines that equal our own text are quoted and which the person may have written
 * anew (「よろしくお願いします。」, a copied offer). Marked lines are quoted; unmarked ones only
 * in a long unbroken run, since short equal lines are anybody's words.
 */
import type { BodyLine } from './line.ts';
import type { OurMatch } from './our-match.ts';

/** A match that counts as quoted, or null. */
export type AcceptedMatch = OurMatch | null;

/** Folded characters of a run without marks from which on nobody types it anew. */
const SURE_RUN = 120;
/** A line of ours this long, alone and without a mark, was copied; shorter ones are anybody's. */
const DOUBTFUL_LINE = 24;

interface Run {
  indexes: number[];
  characters: number;
  longest: number;
  marked: boolean;
}

/**
 * Runs of matches in which each begins where the one before ended, lines of others between them
 * allowed.
 */
function runs(lines: BodyLine[], matches: (OurMatch | null)[]): Run[] {
  const found: Run[] = [];
  let open: Run | null = null;
  let end = -1;
  matches.forEach((match, i) => {
    if (match === null) return;
    const marked = (lines[i]?.depth ?? 0) > 0;
    if (open === null || match.start !== end) {
      open = { indexes: [], characters: 0, longest: 0, marked: false };
      found.push(open);
    }
    open.indexes.push(i);
    const characters = match.filledIn === null ? match.end - match.start : 0;
    open.characters += characters;
    open.longest = Math.max(open.longest, characters);
    open.marked ||= marked;
    end = match.end;
  });
  return found;
}

/** Keeps the matches that are quotation; `doubtful` where an unmarked run was too short to be sure. */
export function acceptRuns(
  lines: BodyLine[],
  matches: (OurMatch | null)[],
): { matches: AcceptedMatch[]; doubtful: boolean } {
  const accepted: AcceptedMatch[] = lines.map(() => null);
  const all = runs(lines, matches);
  const unmarkedTotal = all
    .filter((run) => !run.marked)
    .reduce((sum, run) => sum + run.characters, 0);
  let doubtful = false;
  for (const run of all) {
    const whole = run.marked || run.characters >= SURE_RUN;
    const partOfMany = !run.marked && unmarkedTotal >= 3 * SURE_RUN && run.characters >= 12;
    if (whole || partOfMany) {
      for (const i of run.indexes) accepted[i] = matches[i] ?? null;
    } else if (run.longest >= DOUBTFUL_LINE) doubtful = true;
  }
  return { matches: accepted, doubtful };
}
