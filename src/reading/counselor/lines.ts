/**
 * Which lines of a counselor's mail are the counselor's own words: not the quoted ones,
 * not the signature with its own mail address, not the greeting.
 */
import { normalise } from '../normalise.ts';

const STOPS =
  /^\s*(-{2,}\s*(original|forwarded|元の|転送)|-- ?$|[-_=*━─═☆★■□◆◇+~*]{4,}\s*$|on .{5,120}wrote:?\s*$|(from|差出人|送信者)\s*:|\d{4}[年/-]\d{1,2}[月/-]\d{1,2}.{0,80}(wrote|書きました|<[^>]{3,80}>)\s*:?\s*$)/i;
/** A block with one of these is a signature: its address is the counselor's own. */
const SIGNATURE =
  /(fax|ファックス|〒|ハローワーク小林|公共職業安定所|職業相談部門|内線|直通|https?:|^tel)/im;
/** A sentence of politeness, which neither acts nor gives a reason. */
export const GREETING =
  /^(お疲れ|おつかれ|お世話|いつも|ご苦労|おはよう|こんにち|各位|ご担当|担当者|受付|よろしく|宜しく|ありがとう|有難う|以上)/;

export interface Line {
  /** Width-folded. */
  text: string;
  raw: string;
  /** Stands in a block that looks like a signature. */
  isSignature: boolean;
}

/** The counselor's own lines, in order. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const block of text.replaceAll('\r', '').split(/\n[ \t\u3000]*\n/)) {
    const folded = block
      .split('\n')
      .map((raw) => ({ raw: raw.trim(), text: normalise(raw).text.trim() }));
    const isSignature = SIGNATURE.test(folded.map((line) => line.text).join('\n'));
    for (const line of folded) {
      if (STOPS.test(line.text)) return lines;
      if (line.text === '' || /^[>|]/.test(line.text) || isGreeting(line.text)) continue;
      lines.push({ ...line, isSignature });
    }
  }
  return lines;
}

/** One polite sentence and nothing after it. */
function isGreeting(line: string): boolean {
  return GREETING.test(line) && !/。./.test(line);
}
