/**
 * Weighs phrases of a table: the engine behind the rules that read words. Each kind of
 * phrase counts once, with the heaviest row that was found; a verdict needs a strong phrase
 * or weak ones of different kinds. It knows no phrase itself.
 */

/** One row of evidence, as a speaker of Japanese writes it. */
export interface PhraseRow {
  /** Rows of one kind say the same thing in different words and count once. */
  kind: string;
  /** 3 alone suffices, 1 needs a second kind, 0.5 only tips the scale. */
  points: 3 | 2 | 1 | 0.5;
  /**
   * Which spelling is searched: `squeezed` folded Japanese without white space, `lines` the
   * lines as written, `words` lower case with single spaces, `subject` the subject.
   */
  in: 'squeezed' | 'lines' | 'words' | 'subject';
  /**
   * The phrases. `…` stands for up to 24 characters of the same sentence, `……` for up to 48,
   * `<name>` for a list of words; otherwise a regular expression in the spelling of `spelling.ts`.
   */
  says: readonly string[];
}

export interface CompiledRow extends Omit<PhraseRow, 'says'> {
  pattern: RegExp;
}

const GAP = '[^。?\\n]{0,24}?';
const LONG_GAP = '[^。?\\n]{0,48}?';

/** Compiles a table once, at the start of the program; throws where a `<name>` has no list. */
export function phraseTable(
  rows: readonly PhraseRow[],
  lists: Readonly<Record<string, string>> = {},
): CompiledRow[] {
  const expand = (phrase: string) =>
    phrase
      .replaceAll('……', LONG_GAP)
      .replaceAll('…', GAP)
      .replace(/<([^\s<>=!?]+)>/gu, (_, name: string) => {
        const words = lists[name];
        if (words === undefined) throw new Error(`phrase table: no list <${name}>`);
        return `(?:${words})`;
      });
  return rows.map(({ says, ...row }) => ({
    ...row,
    pattern: new RegExp(says.map((phrase) => `(?:${expand(phrase)})`).join('|'), 'imu'),
  }));
}

export interface PhraseScore {
  points: number;
  /** Kinds found, in the order of the table. */
  kinds: string[];
  /** The phrases found, the heaviest of each kind. */
  phrases: string[];
  /**
   * Where the first phrase stands, in characters without white space; a strong subject stands
   * before all, a weak one nowhere.
   */
  firstAt: number;
}

/** The spellings in which a text is searched; all in NFKC. */
export interface SearchedText {
  /** Folded Japanese (`spelling.ts`) without white space, so that wrapped lines read on. */
  squeezed: string;
  /** The lines as written. */
  lines: string;
  /** Lower case, single spaces. */
  words: string;
  /** The subject, folded. */
  subject: string;
}

/** Adds up the rows that are found; 0 points and no kinds where none is. */
export function phraseScore(text: SearchedText, rows: readonly CompiledRow[]): PhraseScore {
  const best = new Map<string, { points: number; phrase: string }>();
  let firstAt = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const found = row.pattern.exec(text[row.in]);
    if (!found) continue;
    firstAt = Math.min(firstAt, positionOf(text, row, found.index));
    const known = best.get(row.kind);
    if (!known || known.points < row.points) {
      best.set(row.kind, { points: row.points, phrase: found[0].trim().slice(0, 80) });
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

function positionOf(text: SearchedText, row: CompiledRow, index: number): number {
  if (row.in === 'squeezed') return index;
  if (row.in === 'subject') return row.points === 3 ? -1 : Number.POSITIVE_INFINITY;
  return text[row.in].slice(0, index).replace(/\s+/gu, '').length;
}
