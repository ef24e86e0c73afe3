/**
 * The names that mail gives to charsets, as a table: what is written behind "charset=",
 * and how its bytes are read. Data only; a new spelling is a new row.
 */

/** How bytes are read: the Japanese family has decoders of its own, the rest is WHATWG's. */
export type CharsetFamily = 'ascii' | 'utf-8' | 'utf-7' | 'jis' | 'sjis' | 'euc' | 'other';

/** Names without case, blanks, `_` and `-` (RFC 2978 names, aliases, and what mailers made of them). */
const FAMILY_BY_NAME: Record<Exclude<CharsetFamily, 'other'>, readonly string[]> = {
  ascii: ['usascii', 'ascii', 'ansix3.41968', 'iso646us', '7bit', 'csascii'],
  'utf-8': ['utf8', 'utf8mb4', 'utf8n', 'unicode11utf8', 'cp65001', 'xutf8', 'unicode'],
  'utf-7': ['utf7', 'unicode11utf7', 'xunicode20utf7', 'csunicode11utf7'],
  jis: [
    'iso2022jp',
    'iso2022jp1',
    'iso2022jp2',
    'iso2022jp3',
    'iso2022jp2004',
    'iso2022jpms',
    'csiso2022jp',
    'csiso2022jp2',
    'xiso2022jp',
    'jis',
    'jis7',
    'jis8',
    'xjis',
    'jisx0208',
    'cp50220',
    'cp50221',
    'cp50222',
    'xwindowsiso2022jp',
    'xwindows50220',
    'xwindows50221',
    'junet',
  ],
  sjis: [
    'shiftjis',
    'xshiftjis',
    'shiftjis2004',
    'shiftjisx0213',
    'sjis',
    'xsjis',
    'sjiswin',
    'xsjisjdk1.1.7',
    'mskanji',
    'csshiftjis',
    'cswindows31j',
    'windows31j',
    'windows932',
    'win31j',
    'cp932',
    'xcp932',
    'ms932',
    'xms932',
    'xmscp932',
    'cp943',
    'cp943c',
    'ibm943',
    'ibm943c',
    'pck',
    'xpck',
    'shiftjisdocomo',
    'xsjisdocomo',
    'xsjiskddi',
    'xsjissoftbank',
  ],
  euc: [
    'eucjp',
    'xeuc',
    'xeucjp',
    'euc',
    'ujis',
    'eucjpms',
    'eucjpwin',
    'cp51932',
    'cp20932',
    'eucjis2004',
    'cseucpkdfmtjapanese',
    'extendedunixcodepackedformatforjapanese',
  ],
};

const FAMILIES = new Map(
  Object.entries(FAMILY_BY_NAME).flatMap(([family, names]) =>
    names.map((name) => [name, family as CharsetFamily] as const),
  ),
);

/** The family of a charset label; null where the label is unknown. */
export function charsetFamily(label: string): CharsetFamily | null {
  const known = FAMILIES.get(label.toLowerCase().replace(/[\s_"'-]/g, ''));
  return known ?? (otherDecoder(label) ? 'other' : null);
}

/** A decoder for a charset outside the Japanese family (WHATWG Encoding names), or null. */
export function otherDecoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label.trim().replace(/^x-(?=iso|windows|cp)/i, ''));
  } catch {
    return null;
  }
}
