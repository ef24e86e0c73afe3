/**
 * Replies in English and single words of other languages, by phrases per sentence.
 * English says "not" and "if" before the word, so it needs its own small reader.
 * It reads only sentences without Japanese characters.
 */
import type { Act, Manner } from './vocabulary.ts';

/** Data: the first row with a phrase in the sentence decides; phrases as separate words. */
const PHRASES: readonly { act: Act; phrases: readonly string[] }[] = [
  {
    act: 'waver',
    phrases: [
      'maybe',
      'perhaps',
      'might',
      'probably',
      'not sure',
      'not certain',
      'not decided',
      'if ',
      'unless',
      'depends',
      'let me check',
      'will check',
      'get back to you',
      'think about',
    ],
  },
  {
    act: 'change',
    phrases: [
      'reschedule',
      'another day',
      'another time',
      'another date',
      'different day',
      'different time',
      'different date',
      'change',
      'postpone',
      'move it',
      'move the',
      'instead',
      'later time',
      'earlier time',
      'rearrange',
    ],
  },
  {
    act: 'cancel',
    phrases: [
      'cancel',
      'decline',
      'withdraw',
      'cannot',
      'can not',
      "can't",
      'cant',
      'unable',
      'no longer',
      "won't",
      'will not',
      'not able',
      'not attend',
      'not join',
      'not come',
      'not interested',
      "don't need",
      'do not need',
      'no thank',
      'regret',
      'not available',
      'unavailable',
      'not agree',
      "don't agree",
      'do not agree',
      'not confirm',
      'found a job',
      'got a job',
    ],
  },
  {
    act: 'complaint',
    phrases: [
      'wrong person',
      'never applied',
      'did not apply',
      "didn't apply",
      'unsubscribe',
      'complain',
      'unacceptable',
    ],
  },
  {
    act: 'trouble',
    phrases: [
      'did not receive',
      "didn't receive",
      'not received',
      'not working',
      "doesn't work",
      'not open',
      'error',
    ],
  },
  {
    act: 'attend',
    phrases: [
      'attend',
      'join',
      'i will be there',
      "i'll be there",
      'be there',
      'i will come',
      "i'll come",
      'come',
      'participate',
      'see you',
      'looking forward',
      'look forward',
      'i confirm',
      'confirm',
      'confirmed',
      'i accept',
      'accept',
      'accepted',
      'xac nhan',
      'confirmo',
      'confirmado',
      '确认',
      '確認',
    ],
  },
  {
    act: 'accept',
    phrases: [
      'yes',
      'yeah',
      'yep',
      'yup',
      'ok',
      'okay',
      'sure',
      'agree',
      'agreed',
      'understood',
      'understand',
      'noted',
      'got it',
      'no problem',
      'works for me',
      'sounds good',
      'all good',
      'fine',
      'good',
      'great',
      'perfect',
      'of course',
      'certainly',
      'roger',
      'alright',
      'all right',
      'right',
      'sim',
      'si',
      'da',
      'oo',
      'opo',
      'vang',
      'oui',
      'ja',
      'y',
    ],
  },
  {
    act: 'courtesy',
    phrases: [
      'thank',
      'thanks',
      'thank you',
      'thx',
      'appreciate',
      'obrigado',
      'obrigada',
      'cam on',
      'salamat',
      'gracias',
      'please',
      'best regards',
      'kind regards',
      'regards',
      'sincerely',
    ],
  },
  {
    act: 'greeting',
    phrases: ['hello', 'hi', 'dear', 'my name', 'i am', "i'm", 'good morning', 'good afternoon'],
  },
];
const QUESTION_WORDS =
  /^(how|what|when|where|which|who|why|can i|can you|could|do i|do you|is it|is there|are|may i|should|will i|would)\b/;

/** Whether the English reader is the one for a sentence. */
export function isLatin(text: string): boolean {
  return /[a-z]{2}/.test(text) && !/[^\x00-\u024f\u2000-\u206f]/.test(text);
}

/** What an English sentence says, or null. */
export function readEnglish(
  text: string,
  hasQuestionMark: boolean,
): { act: Act; manner: Manner } | null {
  const padded = ` ${text
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[^a-z0-9']+/g, ' ')
    .trim()} `;
  const row = PHRASES.find(({ phrases }) =>
    phrases.some(
      (phrase) =>
        padded.includes(` ${phrase.trim()} `) ||
        (phrase.length > 5 && padded.includes(` ${phrase.trim()}`)),
    ),
  );
  const isAsked = hasQuestionMark || QUESTION_WORDS.test(padded.trim());
  if (isAsked)
    return row?.act === 'change'
      ? { act: 'change', manner: 'begged' }
      : { act: 'ask', manner: 'asked' };
  if (!row) return null;
  const isNegated =
    /\b(not|never|don't|didn't|won't|isn't)\b/.test(padded) &&
    row.act !== 'cancel' &&
    row.act !== 'waver' &&
    row.act !== 'trouble' &&
    row.act !== 'complaint';
  return { act: row.act, manner: isNegated ? 'negated' : 'said' };
}
