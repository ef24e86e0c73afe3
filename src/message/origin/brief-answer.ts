/**
 * Whether a mail is a few words in which a person takes a stand. It protects answers that
 * pass through services which add marks of bulk mail; it never judges what the words mean.
 */
import type { JudgedMail } from './judged-mail.ts';
import { PERSON_PHRASES } from './person-phrases.ts';
import { phraseScore } from './phrase-score.ts';

/** Characters without white space. */
const BRIEF_CHARACTERS = 200;

/** At most 200 characters, and one of the phrases of `person-phrases.ts` among them. */
export function answersBriefly({ written }: JudgedMail): boolean {
  if (written.squeezed.length > BRIEF_CHARACTERS) return false;
  return phraseScore(written, PERSON_PHRASES).points > 0;
}
