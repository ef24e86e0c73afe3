/**
 * Weighs phrases of a table: the engine behind the rules that read words. Each kind of
 * phrase counts once, with the heaviest row that was found; a verdict needs the points of
 * a strong phrase or of weak ones of different kinds. It knows no phrase itself.
 */

/** One row of evidence. */
export interface PhraseRow {
  /** Rows of one kind say the same thing in different words and count once. */
  kind: string;
  /** 3 alone suffices, 1 needs a second kind, 0.5 only tips the scale. */
  points: 3 | 2 | 1 | 0.5;
  /** Which spelling is searched: Japanese rows without white space, Western rows in lower case. */
  in: 'squeezed' | 'words' | 'subject';
  pattern: RegExp;
}

export interface PhraseScore {
  points: number;
  /** Kinds found, in the order of the table. */
  kinds: string[];
  /** The phrases found, the heaviest of each kind. */
  phrases: string[];
  /** Position in the squeezed text of the first phrase; Infinity where none is there. */
  firstAt: number;
}

/** The spellings in which a text is searched. */
export interface SearchedText {
  squeezed: string;
  words: string;
  subject: string;
}

/** Adds up the rows that are found; 0 points and no kinds where none is. */
export function phraseScore(text: SearchedText, rows: readonly PhraseRow[]): PhraseScore {
  const best = new Map<string, { points: number; phrase: string }>();
  let firstAt = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const found = row.pattern.exec(text[row.in]);
    if (!found) continue;
    if (row.in === 'squeezed') firstAt = Math.min(firstAt, found.index);
    const known = best.get(row.kind);
    if (!known || known.points < row.points) {
      best.set(row.kind, { points: row.points, phrase: found[0].slice(0, 80) });
    }
  }
  const found = [...best.values()];
  return {
    points: found.reduce((sum, { points }) => sum + points, 0),
    kinds: [...best.keys()],
    phrases: found.map(({ phrase }) => phrase),
    firstAt,
  };
}
