/**
 * From the meanings of all clauses to one intent. Data only: rows from the top, the
 * first whose `all` are present and whose `none` are absent decides. A refusal, a change
 * or a doubt always stands above a consent: in doubt a counselor decides.
 */
import type { ReplyIntent } from '../types.ts';
import type { Meaning } from './vocabulary.ts';

export interface PrecedenceRow {
  all: readonly Meaning[];
  none?: readonly Meaning[];
  intent: ReplyIntent;
}

export const PRECEDENCE: readonly PrecedenceRow[] = [
  { all: ['change'], intent: 'change' },
  {
    all: ['refusal', 'resolved', 'consent'],
    none: ['doubt', 'complaint'],
    intent: 'confirm_with_question',
  },
  { all: ['refusal', 'consent'], intent: 'unclear' },
  { all: ['refusal', 'assurance'], intent: 'unclear' },
  { all: ['refusal', 'doubt'], intent: 'unclear' },
  { all: ['refusal'], intent: 'decline' },
  { all: ['ambiguous', 'question'], none: ['consent', 'agreement'], intent: 'question' },
  { all: ['ambiguous'], intent: 'unclear' },
  { all: ['complaint'], intent: 'unclear' },
  { all: ['doubt', 'question'], none: ['consent', 'agreement', 'assurance'], intent: 'question' },
  { all: ['doubt'], intent: 'unclear' },
  { all: ['trouble', 'consent', 'question'], intent: 'confirm_with_question' },
  { all: ['trouble', 'agreement', 'question'], intent: 'confirm_with_question' },
  { all: ['trouble', 'resolved', 'consent'], intent: 'confirm_with_question' },
  { all: ['trouble', 'resolved', 'agreement'], intent: 'confirm_with_question' },
  { all: ['trouble', 'question'], intent: 'question' },
  { all: ['trouble'], intent: 'unclear' },
  { all: ['objection', 'question', 'consent'], intent: 'confirm_with_question' },
  { all: ['objection', 'question'], intent: 'question' },
  { all: ['objection'], intent: 'unclear' },
  { all: ['consent', 'question'], intent: 'confirm_with_question' },
  { all: ['agreement', 'question'], intent: 'confirm_with_question' },
  { all: ['assurance', 'question'], intent: 'confirm_with_question' },
  { all: ['plea', 'question'], intent: 'unclear' },
  { all: ['question'], intent: 'question' },
  { all: ['exclusion'], none: ['consent'], intent: 'unclear' },
  { all: ['lapsed'], none: ['consent'], intent: 'unclear' },
  { all: ['need'], none: ['consent', 'agreement'], intent: 'unclear' },
  { all: ['notice', 'consent'], intent: 'confirm_with_question' },
  { all: ['consent'], intent: 'confirm' },
  { all: ['statement'], intent: 'unclear' },
  { all: ['notice', 'agreement'], intent: 'confirm_with_question' },
  { all: ['notice', 'courtesy'], intent: 'confirm_with_question' },
  { all: ['agreement'], intent: 'confirm' },
  { all: ['assurance'], intent: 'confirm' },
  { all: ['courtesy'], intent: 'confirm' },
  { all: [], intent: 'unclear' },
];

/** The intent that the table gives to a set of meanings. */
export function intentOf(meanings: ReadonlySet<Meaning>): ReplyIntent {
  const has = (meaning: Meaning) => meanings.has(meaning);
  const row = PRECEDENCE.find(({ all, none = [] }) => all.every(has) && !none.some(has));
  return row?.intent ?? 'unclear';
}
