/**
 * One labelled field of a text, and how to find the field at an offset. The cutting is done by
 * fields.ts and its helpers; what a value means is read elsewhere.
 */
import type { LabelHit } from './label-match.ts';
import type { FieldKind } from './label-table.ts';

/** One labelled value; offsets point into `Sheet.text`. */
export interface Field {
  kind: FieldKind;
  /** Where the label (with its bullet) begins. */
  labelStart: number;
  start: number;
  /** End of the value, trimmed; equal to `start` where nothing was filled in. */
  end: number;
  /** Set as a sentence ("番号は…です"), not as a form. */
  inSentence: boolean;
}

export interface PlacedLabel extends LabelHit {
  line: number;
  atLineStart: boolean;
  /** Counts only among other fields. */
  tentative: boolean;
}

/** The field whose value holds an offset, if any; `fields` as splitFields orders them. */
export function fieldAt(fields: readonly Field[], offset: number): Field | null {
  let low = 0;
  let high = fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fields[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const field = fields[low - 1];
  return field !== undefined && offset < field.end ? field : null;
}
