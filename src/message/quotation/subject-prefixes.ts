/**
 * The prefixes that clients put before the subject of a forward or an answer. Data and one
 * reader; a prefix is evidence only, never proof.
 */

const FORWARD_PREFIXES = [
  'fwd',
  'fw',
  '転送',
  'tr',
  'wg',
  'rv',
  'enc',
  'doorst',
  'vb',
  'i',
  'inoltrato',
  'fwd fw',
  '转发',
  '轉寄',
  '轉發',
  '전달',
  'ct',
  'trs',
];
const REPLY_PREFIXES = [
  're',
  'aw',
  'sv',
  'ref',
  'rif',
  'antw',
  'odp',
  'res',
  '返信',
  '回复',
  '回覆',
  '답장',
  'ynt',
  'tl',
  'bls',
];

const prefix = (names: readonly string[]) =>
  new RegExp(
    `^[\\s\\[【(]{0,3}(?:${names.join('|')})(?:\\[\\d{1,3}\\]|\\d{1,3})?[\\])】]?\\s?[:】\\])]`,
    'i',
  );
const FORWARD = prefix(FORWARD_PREFIXES);
const REPLY = prefix(REPLY_PREFIXES);
const FORWARD_MARK = /^\s?[[【(](?:転送|fwd?)[\]】)]|\((?:fwd)\)\s*$/i;

/** What the first prefix of a subject says; null where there is none. */
export function subjectPrefix(subject: string): 'forward' | 'reply' | null {
  const folded = subject.slice(0, 500).normalize('NFKC').trim();
  if (FORWARD.test(folded) || FORWARD_MARK.test(folded)) return 'forward';
  return REPLY.test(folded) ? 'reply' : null;
}
