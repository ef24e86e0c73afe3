/**
 * A number found in a text, with its kind and its neighbours: types only. numbers.ts finds it,
 * number-context.ts says its kind, seeker-number.ts and phone.ts choose.
 */

/** What a number is for. */
export type NumberKind =
  | 'seeker'
  | 'job_offer'
  | 'establishment'
  | 'individual'
  | 'postal'
  | 'phone'
  | 'fax'
  | 'other';

/** One number that is no date or time; offsets point into `Sheet.text`. */
export interface FoundNumber {
  kind: NumberKind;
  /** Digits only. */
  digits: string;
  start: number;
  end: number;
  /** The label says what it is, in a form or in the words before it. */
  labelled: boolean;
  /** Up to 24 characters of the same line before and behind. */
  before: string;
  after: string;
}
