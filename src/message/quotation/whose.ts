/**
 * Whose the lines of a body are: what the steps of the cut hand from one to the next. Types only.
 */
import type { BodyLine } from './line.ts';
import type { OurMatch } from './our-match.ts';
import type { AcceptedMatch } from './our-runs.ts';
import type { Doubt } from './reasons.ts';

/** `frame`: a line that the client added around a quotation. */
export type Owner = 'new' | 'quoted' | 'frame' | 'blank';

/** The lines of a body, each with its owner. */
export interface Cut {
  lines: BodyLine[];
  owners: Owner[];
  /** Why a person should look at the cut; empty where it is sure. */
  doubts: Doubt[];
  /** Quoted only because it stands below a frame: neither marks nor our text tell it apart. */
  unknownTail: boolean;
  /** Share of the quoted characters that stand in our own text; 1 where nothing is quoted. */
  ourShare: number;
  /** What was relied on, in the order it was found. */
  evidence: string[];
}

/** Where lines stand in our text: every equal line, and those that count as quoted. */
export interface Matches {
  raw: (OurMatch | null)[];
  accepted: AcceptedMatch[];
}
