/**
 * The five header fields that an announcement carries, cut from the bytes of
 * BODY.PEEK[HEADER.FIELDS (…)]. Good enough to see what concerns us first; never the basis
 * of a judgement about a mail: that reads the whole mail in message/.
 */

/** The fields asked for, as RFC 5322 names them. */
export const ANNOUNCED_FIELDS = [
  'Message-ID',
  'In-Reply-To',
  'References',
  'From',
  'Subject',
] as const;

/** Values unfolded and trimmed; the first of doubled fields; null or '' where missing. */
export interface AnnouncedFields {
  messageId: string | null;
  inReplyTo: string | null;
  references: string | null;
  from: string | null;
  subject: string;
}

/** Longest header block looked at; one that is longer is cut (bytes). */
const MAX_BLOCK = 64 * 1024;

/** Reads the fields of one mail; raw 8-bit subjects are read as UTF-8 (RFC 6532). */
export function readAnnouncedFields(block: Buffer): AnnouncedFields {
  const values = new Map<string, string>();
  let name = '';
  for (const line of block.subarray(0, MAX_BLOCK).toString('utf8').split(/\r?\n/)) {
    if (line === '' && values.size > 0) break;
    if (/^[ \t]/.test(line) && name !== '') {
      values.set(name, `${values.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const found = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
    // A doubled field is skipped together with its folded lines: the first one counts.
    name = found !== '' && !values.has(found) ? found : '';
    if (name !== '') values.set(name, line.slice(colon + 1).trim());
  }
  const text = (field: string): string | null => values.get(field)?.trim() || null;
  return {
    messageId: text('message-id'),
    inReplyTo: text('in-reply-to'),
    references: text('references'),
    from: text('from'),
    subject: decodeWords(text('subject') ?? ''),
  };
}

/** Decodes RFC 2047 encoded-words; a word with an unknown charset stays as it is. */
function decodeWords(value: string): string {
  return value.replace(/(=\?[^?\s]{1,60}\?[bq]\?[^?\s]{0,1000}\?=)[ \t]+(?==\?)/gi, '$1').replace(
    /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,20})?\?([bq])\?([^?\s]{0,1000})\?=/gi,
    // biome-ignore lint/complexity/useMaxParams: a match and its groups
    (word, charset, kind, data) => decodeWord(String(charset), String(kind), String(data)) ?? word,
  );
}

function decodeWord(charset: string, kind: string, data: string): string | null {
  const bytes = kind.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : fromQ(data);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}

function fromQ(data: string): Buffer {
  const raw = data.replaceAll('_', ' ');
  const latin = raw.replace(/=([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(latin, 'latin1');
}
