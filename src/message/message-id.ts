/**
 * Message identifiers (RFC 5322 section 3.6.4) out of Message-ID, In-Reply-To and References,
 * as mailers really write them: with comments, phrases, without brackets, cut in the middle.
 * It never invents an identifier out of prose.
 */

/** Bounds for hostile headers: so many identifiers of so many characters are read. */
const MAX_IDENTIFIERS = 1000;
const BRACKETED = /<([^<>]{1,995})>/g;

/** The identifiers of a header body with angle brackets, in order, each once. */
export function readMessageIds(body: string): string[] {
  const found = new Set<string>();
  for (const match of body.matchAll(BRACKETED)) {
    const inner = (match[1] ?? '').replace(/\s+/g, '');
    if (inner !== '') found.add(`<${inner}>`);
    if (found.size >= MAX_IDENTIFIERS) break;
  }
  if (found.size === 0) {
    // seen in practice: an identifier without brackets
    for (const word of body.slice(0, 100_000).split(/[\s,;]+/)) {
      if (/^[^\s<>()"@]{1,400}@[^\s<>()"@]{1,400}$/.test(word)) found.add(`<${word}>`);
    }
  }
  return [...found];
}
