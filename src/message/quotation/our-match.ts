/**
 * What is known of a line that stands in our own mail, and our mail made ready for the search.
 * Types only.
 */

/** Where a line of the answer stands in our own text, as half-open offsets of its folded form. */
export interface OurMatch {
  start: number;
  end: number;
  /** The words of the line where the person wrote onto a line of ours; null where it is all ours. */
  filledIn: string | null;
  /** Written onto a sentence or an offer of ours, not behind a label: a person looks. */
  doubtful: boolean;
}

/** Our mail, folded and indexed. */
export interface OurText {
  /** All lines folded and joined without any break. */
  flat: string;
  /** Folded whole lines and where they begin. */
  wholeLines: Map<string, number[]>;
  /** Lengths of our lines, the longest first. */
  lineLengths: number[];
  /** Offsets at which a line of ours begins, by the characters that follow (`OPENING_LENGTH`). */
  lineStarts: Map<string, number[]>;
  /** Folded lines that end like a label, with their offsets. */
  labels: Map<string, number>;
}
