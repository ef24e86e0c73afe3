/**
 * Machines known by their words: weighs the phrase tables over what the sender wrote.
 * A person's stand (person-phrases) before the machine's words, or beside weak ones, keeps
 * the mail a person's. The thresholds stand here; the words stand in the tables.
 */

import { ACKNOWLEDGEMENT_PHRASES } from './acknowledgement-phrases.ts';
import { AUTOMATIC_PHRASES } from './automatic-phrases.ts';
import { GATEWAY_PHRASES } from './gateway-phrases.ts';
import type { JudgedMail } from './judged-mail.ts';
import { PERSON_PHRASES } from './person-phrases.ts';
import { type PhraseScore, phraseScore } from './phrase-score.ts';
import type { OriginRule } from './rule.ts';
import { senderTraces } from './sender-traces.ts';
import { VACATION_PHRASES } from './vacation-phrases.ts';

/** Points from which on a mail is a machine's. */
const ENOUGH = 2;
/** Points from which on a person's words after the machine's are taken for an echo. */
const AMPLE = 3;

const VACATION_ROWS = [...VACATION_PHRASES, ...AUTOMATIC_PHRASES];
const ACKNOWLEDGEMENT_ROWS = [...AUTOMATIC_PHRASES, ...ACKNOWLEDGEMENT_PHRASES];

/** The text of an absence reply: an absence, and something that only such a text adds. */
export const vacationText: OriginRule = {
  name: 'vacation-text',
  origin: 'vacation',
  find(mail) {
    const score = phraseScore(mail.written, VACATION_ROWS);
    if (!score.kinds.includes('absence') || score.points < ENOUGH) return null;
    return personSpeaks(mail, score) ? null : evidence(score);
  },
};

/** What a gateway, carrier or list program tells of our mail: stopped, held, and why. */
export const gatewayText: OriginRule = {
  name: 'gateway-text',
  origin: 'acknowledgement',
  find(mail) {
    const score = phraseScore(mail.written, GATEWAY_PHRASES);
    const isStopped = score.kinds.some((kind) => kind === 'stopped' || kind === 'moderated');
    if (!isStopped || score.points < ENOUGH) return null;
    return personSpeaks(mail, score) ? null : evidence(score);
  },
};

/** The text of a form's or desk's acknowledgement, an automatic notice, or a no-reply notice. */
export const acknowledgementText: OriginRule = {
  name: 'acknowledgement-text',
  origin: 'acknowledgement',
  find(mail) {
    const score = phraseScore(mail.written, ACKNOWLEDGEMENT_ROWS);
    const traces = score.points > 0 ? senderTraces(mail) : { points: 0, traces: [] };
    const total: PhraseScore = {
      ...score,
      points: score.points + traces.points,
      phrases: [...score.phrases, ...traces.traces],
    };
    if (total.points < ENOUGH) return null;
    return personSpeaks(mail, total) ? null : evidence(total);
  },
};

/** A person's stand outweighs scant evidence anywhere, and ample evidence where it comes first. */
function personSpeaks(mail: JudgedMail, machine: PhraseScore): boolean {
  const saysItself = machine.kinds.some((kind) => SAYS_ITSELF.has(kind));
  const person = phraseScore(
    mail.written,
    PERSON_PHRASES.filter(({ kind }) => !(saysItself && kind === 'acceptance')),
  );
  if (person.points === 0) return false;
  return machine.points < AMPLE || person.firstAt < machine.firstAt;
}

/** Kinds in which a mail says of itself that a program sent it. */
const SAYS_ITSELF = new Set(['automatic', 'no-reply']);

function evidence(score: PhraseScore): string {
  return score.phrases.join(' / ').slice(0, 300);
}
