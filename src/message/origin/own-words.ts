/**
 * What the sender wrote anew, for the rules that look at words: the body without the lines
 * that he quotes. A stranger's 「自動返信」 in a quotation must not make a robot of a person.
 */
import type { InboundMessage } from '../types.ts';

/** Lines from which on everything is somebody else's text. */
const QUOTATION_BEGINS =
  /^\s*(?:[-_＿―ー─━*]{2,}\s*(?:original message|forwarded message|元のメッセージ|転送メッセージ|転送されたメッセージ)|begin forwarded message:|on .{4,120} wrote:\s*$|.{4,120}(?:のメール|のメッセージ)[:：]\s*$|.{4,120} <[^<>\s]{3,80}>[:：]\s*$)/iu;

/** The body without ">" lines and without what follows an "Original Message" line. */
export function ownWords(message: InboundMessage, ourText: string | null): string {
  const ours = new Set((ourText ?? '').split(/\r?\n/u).map((line) => line.trim()));
  const kept: string[] = [];
  for (const line of message.text.split(/\r?\n/u)) {
    if (line.length < 400 && QUOTATION_BEGINS.test(line)) break;
    if (/^\s*[>＞|｜]/u.test(line)) continue;
    const trimmed = line.trim();
    if (trimmed !== '' && ours.has(trimmed)) continue;
    kept.push(line);
  }
  return kept.join('\n');
}
