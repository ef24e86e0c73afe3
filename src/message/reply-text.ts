/**
 * What a person wrote anew in an answer, apart from what he quotes and how he signs
 * (requirements, trap 4). The quoted terms never speak for the person, and no line is lost:
 * each comes out as new, quoted or signature. It never reads what the words mean.
 */
import { htmlToText } from './html-text.ts';
import { cutQuotation } from './quotation/cut.ts';
import { bodyLines, isTooLong } from './quotation/line.ts';
import { DOUBTS, type Doubt, EVIDENCE } from './quotation/reasons.ts';
import type { Cut } from './quotation/whose.ts';
import { splitSignature } from './signature.ts';
import type { InboundMessage } from './types.ts';

/** The three parts of an answer. Texts have "\n" breaks and are trimmed. */
export interface ReplyText {
  newText: string;
  /** Without the quote marks. */
  quotedText: string;
  /** What stood at the end as a signature; it may be the only place that names the person. */
  signature: string;
  /** False: a person decides whether the cut is right. */
  certain: boolean;
  /** Why it is not sure, and what the cut relied on, in Japanese for `explain` and the staff. */
  because: string;
}

/** Joins lines, with at most one blank line between two. */
function joined(lines: string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The new lines in their order; blank lines run together, since a quotation leaves many behind. */
function newLines(cut: Cut): string[] {
  const kept: string[] = [];
  cut.lines.forEach((line, i) => {
    const owner = cut.owners[i];
    if (owner === 'blank' && kept.at(-1) !== '') kept.push('');
    if (owner === 'new') kept.push(line.depth > 0 && !line.weak ? line.body : line.raw);
  });
  return kept;
}

function quotedLines(cut: Cut): string[] {
  return cut.lines.flatMap((line, i) => {
    const owner = cut.owners[i];
    return owner === 'quoted' || owner === 'frame' ? [line.body] : [];
  });
}

/** From this share on an answer without words quotes our mail, and hides nothing in it. */
const OURS_SURELY = 0.4;

/** Words that say that the answers stand inside the quotation. */
const POINTS_INSIDE =
  /文中|本文中|インライン|赤字|青字|太字|色を変え|追記|書き込み|(?:下記|以下|下)に(?:て)?、?(?:回答|記入|記載|返信|お答え)|inline/i;

/** Why the words left over cannot be trusted to be all. */
function doubtsAbout(newText: string, cut: Cut, tooLong: boolean): Doubt[] {
  const doubts: Doubt[] = [];
  if (tooLong) doubts.push('tooLong');
  if (cut.unknownTail && newText === '') doubts.push('nothingAbove');
  else if (newText === '' && cut.ourShare < OURS_SURELY) doubts.push('unverified');
  const lastNew = cut.owners.lastIndexOf('new');
  const quotedBelow = cut.owners.lastIndexOf('quoted') > lastNew;
  if (quotedBelow && POINTS_INSIDE.test(newText)) doubts.push('pointsInside');
  return doubts;
}

/**
 * Splits a body; `ourText` is the mail of ours that it answers, as sent, or null where it
 * answers none or that is unknown. Several mails of ours may be joined, the newest first.
 */
export function splitReply(text: string, ourText: string | null): ReplyText {
  const cut = cutQuotation(bodyLines(text), ourText);
  const { body, signature } = splitSignature(newLines(cut));
  const newText = joined(body).trim();
  const doubts = [...cut.doubts, ...doubtsAbout(newText, cut, isTooLong(text))];
  const evidence = cut.evidence.length > 0 ? cut.evidence : [EVIDENCE.none];
  return {
    newText,
    quotedText: joined(quotedLines(cut)).trim(),
    signature: joined(signature).trim(),
    certain: doubts.length === 0,
    because: [...new Set([...doubts.map((doubt) => DOUBTS[doubt]), ...evidence])].join('／'),
  };
}

/** Signs of a quotation in HTML, as Gmail, Outlook, Yahoo!, Apple Mail and Thunderbird write them. */
const QUOTING_HTML =
  /<blockquote|gmail_quote|divRplyFwdMsg|yahoo_quoted|moz-cite-prefix|protonmail_quote/i;
const MAX_HTML_TEXT = 200_000;

/** What was split, for as long as its message is in hand: several questions about it begin with this. */
const split = new WeakMap<InboundMessage, Map<string | null, ReplyText>>();

/**
 * What the person wrote anew in a message; see `splitReply`. Where the plain text of an answer
 * has lost the quotation that its HTML still shows, the HTML is read instead.
 */
export function replyText(message: InboundMessage, ourText: string | null): ReplyText {
  const known = split.get(message) ?? new Map<string | null, ReplyText>();
  const text = known.get(ourText) ?? splitMessage(message, ourText);
  split.set(message, known.set(ourText, text));
  return text;
}

function splitMessage(message: InboundMessage, ourText: string | null): ReplyText {
  const plain = splitReply(message.text, ourText);
  const html = message.html ?? '';
  const answers = message.inReplyTo.length > 0;
  if (plain.quotedText !== '' || !answers || !QUOTING_HTML.test(html)) return plain;
  const rich = splitReply(htmlToText(html, MAX_HTML_TEXT), ourText);
  return rich.quotedText === ''
    ? plain
    : { ...rich, because: `${rich.because}／${EVIDENCE.htmlOnly}` };
}
