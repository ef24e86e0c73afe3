/**
 * What an act said in a manner means for the booking. Data only.
 * `else` is the meaning of every manner that a row does not name.
 */
import type { Act, Manner, Meaning } from './vocabulary.ts';

type MeaningRow = { else: Meaning } & Partial<Record<Manner, Meaning>>;

const ASKING = { asked: 'question', begged: 'question', possible: 'question' } as const;
const NAMED = { topic: 'neutral', in_case: 'neutral' } as const;

export const MEANINGS: Readonly<Record<Act, MeaningRow>> = {
  attend: {
    else: 'doubt',
    ...ASKING,
    topic: 'neutral',
    said: 'consent',
    requested: 'consent',
    negated: 'refusal',
    lapsed: 'lapsed',
    past: 'neutral',
  },
  accept: {
    else: 'doubt',
    negated: 'refusal',
    lapsed: 'lapsed',
    ...ASKING,
    topic: 'neutral',
    said: 'agreement',
    requested: 'agreement',
    past: 'agreement',
  },
  acknowledge: {
    else: 'doubt',
    ...ASKING,
    topic: 'neutral',
    said: 'agreement',
    requested: 'agreement',
    past: 'agreement',
    lapsed: 'lapsed',
  },
  receipt: {
    else: 'doubt',
    ...ASKING,
    topic: 'neutral',
    in_case: 'neutral',
    said: 'courtesy',
    requested: 'courtesy',
    past: 'courtesy',
    lapsed: 'lapsed',
  },
  hindrance: {
    else: 'doubt',
    ...ASKING,
    topic: 'neutral',
    negated: 'agreement',
    in_case: 'neutral',
  },
  as_given: {
    else: 'statement',
    ...ASKING,
    topic: 'neutral',
    said: 'agreement',
    requested: 'agreement',
    conditional: 'doubt',
  },
  courtesy: { else: 'courtesy', ...ASKING, topic: 'courtesy' },
  greeting: { else: 'neutral' },
  cancel: {
    else: 'refusal',
    ...NAMED,
    begged: 'refusal',
    asked: 'question',
    possible: 'question',
    negated: 'assurance',
    twice_negated: 'doubt',
    conditional: 'neutral',
    reported: 'doubt',
    hedged: 'doubt',
    lapsed: 'refusal',
    past: 'refusal',
  },
  obstacle: {
    else: 'refusal',
    ...NAMED,
    ...ASKING,
    negated: 'refusal',
    conditional: 'neutral',
    reported: 'doubt',
  },
  change: {
    else: 'change',
    ...NAMED,
    begged: 'change',
    asked: 'question',
    possible: 'change',
    negated: 'assurance',
    twice_negated: 'doubt',
    conditional: 'neutral',
    reported: 'doubt',
    hedged: 'doubt',
    past: 'doubt',
  },
  other_time: {
    else: 'change',
    ...NAMED,
    topic: 'change',
    negated: 'assurance',
    twice_negated: 'doubt',
    conditional: 'neutral',
    reported: 'doubt',
    hedged: 'doubt',
  },
  lately: { else: 'neutral' },
  ask: { else: 'question', negated: 'neutral', in_case: 'neutral', topic: 'neutral' },
  trouble: { else: 'trouble', conditional: 'neutral', in_case: 'neutral' },
  resolved: { else: 'neutral', ...ASKING, said: 'resolved', past: 'resolved', negated: 'trouble' },
  complaint: { else: 'complaint', in_case: 'neutral' },
  waver: { else: 'doubt', past: 'neutral', in_case: 'neutral' },
  not_needed: { else: 'statement', ...ASKING },
  carrier: { else: 'courtesy', ...ASKING, negated: 'doubt', reported: 'doubt', hedged: 'doubt' },
  other_person: { else: 'neutral' },
  contrast: { else: 'neutral' },
  thanks_no: { else: 'ambiguous', ...ASKING },
  desk: { else: 'statement' },
  third_party: { else: 'neutral' },
  background: { else: 'neutral' },
  remark: { else: 'statement', ...ASKING },
  helper: {
    else: 'consent',
    ...ASKING,
    topic: 'neutral',
    requested: 'question',
    negated: 'neutral',
    twice_negated: 'doubt',
    conditional: 'doubt',
    in_case: 'neutral',
    reported: 'doubt',
    hedged: 'doubt',
    lapsed: 'doubt',
  },
  inform: { else: 'neutral', ...ASKING, begged: 'question' },
};

/** The meaning of an act that is said in a manner. */
export function meaningOf(act: Act, manner: Manner): Meaning {
  const row = MEANINGS[act];
  return row[manner] ?? row.else;
}
