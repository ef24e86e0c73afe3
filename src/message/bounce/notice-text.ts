/**
 * Parts the text of a delivery notice: what the mail system says, and the mail of ours that
 * it returns below. It reads no code and judges nothing.
 */
import type { InboundMessage } from '../types.ts';
import { RETURNED_BEGINS } from './notice-forms.ts';

const READ_AT_MOST = 60_000;

export interface NoticeText {
  /** The mail system's words. */
  notice: string;
  /** Header and text of the returned mail, '' where none stands in the text. */
  returned: string;
}

/**
 * Splits the readable body; text leaves with a file name (McAfee's "deliveryproblems.txt") are read
 * too.
 */
export function noticeText(message: InboundMessage): NoticeText {
  const named = message.parts.filter((part) => part.contentType === 'text/plain' && part.fileName);
  const body = [message.text, ...named.map((part) => part.text ?? '')].join('\n');
  const lines = body.slice(0, READ_AT_MOST).split(/\r?\n/u);
  const cut = lines.findIndex((line, at) => RETURNED_BEGINS.test(line) || headerBlockAt(lines, at));
  if (cut < 0) return { notice: lines.join('\n'), returned: '' };
  return { notice: lines.slice(0, cut).join('\n'), returned: lines.slice(cut).join('\n') };
}

const FIELD =
  /^(return-path|received|from|to|date|subject|message-id|mime-version|content-type|x-[\w-]{1,40}):/iu;

/** Whether the header of a mail begins here: three known fields within the next twelve lines. */
function headerBlockAt(lines: readonly string[], at: number): boolean {
  if (!FIELD.test(lines[at] ?? '')) return false;
  const names = new Set<string>();
  for (const line of lines.slice(at, at + 12)) {
    if (line.trim() === '') break;
    const name = FIELD.exec(line)?.[1];
    if (name) names.add(name.toLowerCase());
  }
  return names.size >= 3;
}
