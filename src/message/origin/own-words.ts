/**
 * What the sender wrote anew, for the rules that look at words: the body without what he
 * quotes, but with what stands at its end as a signature, because programs say there that
 * they are programs. A stranger's 「自動返信」 in a quotation makes no robot of a person.
 */
import { replyText } from '../reply-text.ts';
import type { InboundMessage } from '../types.ts';

/**
 * The line over which help desks ask to answer (Zendesk, Freshdesk, Jira); below it stands their
 * mail.
 */
const ANSWER_ABOVE =
  /^.{0,20}(?:(?:please )?(?:type|write|reply|enter).{0,20}above this line|この(?:行|線)(?:より|の)上に)/imu;

/** Marks before quoted lines, also where the cut of the quotation was not sure. */
const QUOTE_MARK = /^\s{0,8}[>＞|｜]/u;

/** New text and signature of the mail without any line of `ourText`, the mail of ours it answers. */
export function ownWords(message: InboundMessage, ourText: string | null): string {
  const { newText, signature } = replyText(message, ourText);
  const ours = new Set((ourText ?? '').split('\n').map(bare));
  return `${aboveLine(newText)}\n${signature}`
    .split('\n')
    .filter((line) => !QUOTE_MARK.test(line) && (bare(line) === '' || !ours.has(bare(line))))
    .join('\n');
}

const bare = (line: string) => line.normalize('NFKC').replace(/\s+/gu, '');

/**
 * What stands above such a line, or the whole text where the mail begins with it: then it is the
 * desk's own.
 */
function aboveLine(text: string): string {
  const at = ANSWER_ABOVE.exec(text)?.index ?? 0;
  const above = text.slice(0, at);
  return above.trim() === '' ? text : above;
}
