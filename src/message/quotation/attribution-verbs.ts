/**
 * The verbs with which mail programs say that somebody wrote ("… wrote:"). Data only: a new
 * language is a new entry, as a phone or program of that language prints it.
 */

/** By language of the phone, English first. */
const VERBS = [
  'wrote',
  'writes',
  'a écrit',
  'schrieb',
  'ha scritto',
  'escribió',
  'escreveu',
  'schreef',
  'skrev',
  'napisał(a)',
  'napisał',
  'написал',
  'пишет',
  'yazdı',
  'kirjoitti',
  'napsal(a)',
  'napsal',
  'napísal(a)',
  'napísal',
  'írta',
  'ezt írta',
  'a scris',
  'пише',
  'написав',
  'έγραψε',
  'je napisao',
  'napisao je',
  'het volgende',
  'đã viết',
  'menulis',
  'sumulat',
  'isinulat ni',
  '写道',
  '寫道',
  '님이 작성',
  '작성',
  'เขียน',
  'लेख्नुभयो',
];

/** Any of the verbs, as a part of a pattern. */
export const WROTE = VERBS.map((verb) => verb.replace(/[()]/g, '\\$&')).join('|');
