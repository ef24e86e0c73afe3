/**
 * Character references of HTML (WHATWG HTML section 13.5) that mail really holds, as a table.
 * Names that are not here stay as written, as a browser leaves unknown ones.
 */

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '',
  zwnj: '',
  zwj: '\u200D',
  lrm: '',
  rlm: '',
  iexcl: '¡',
  cent: '¢',
  pound: '£',
  curren: '¤',
  yen: '¥',
  brvbar: '¦',
  sect: '§',
  uml: '¨',
  copy: '©',
  laquo: '«',
  raquo: '»',
  not: '¬',
  reg: '®',
  deg: '°',
  plusmn: '±',
  sup2: '²',
  sup3: '³',
  acute: '´',
  micro: 'µ',
  para: '¶',
  middot: '·',
  frac12: '½',
  frac14: '¼',
  iquest: '¿',
  Agrave: 'À',
  Aacute: 'Á',
  Acirc: 'Â',
  Auml: 'Ä',
  Ccedil: 'Ç',
  Eacute: 'É',
  Ntilde: 'Ñ',
  Ouml: 'Ö',
  times: '×',
  Uuml: 'Ü',
  szlig: 'ß',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  auml: 'ä',
  aring: 'å',
  aelig: 'æ',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ouml: 'ö',
  divide: '÷',
  oslash: 'ø',
  uacute: 'ú',
  uuml: 'ü',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  prime: '′',
  Prime: '″',
  lsaquo: '‹',
  rsaquo: '›',
  oline: '‾',
  euro: '€',
  trade: '™',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
  harr: '↔',
  rArr: '⇒',
  hArr: '⇔',
  minus: '−',
  infin: '∞',
  ne: '≠',
  le: '≤',
  ge: '≥',
  loz: '◊',
  hearts: '♥',
};

/** Windows-1252 in numeric references (WHATWG HTML section 13.2.5.80). */
const WINDOWS_1252 = new TextDecoder('windows-1252');
const REFERENCE = /&(?:#(\d{1,8}|[xX][0-9A-Fa-f]{1,8})|([A-Za-z][A-Za-z0-9]{1,31}));?/g;

/**
 * Text with its character references resolved; NUL and half a surrogate pair become U+FFFD.
 * A whole pair written as two references is the character: old mailers write emoji so.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const resolved = text.replace(REFERENCE, (written, code?: string, name?: string) => {
    if (code !== undefined) return fromCode(code);
    const named = Object.hasOwn(NAMED, name ?? '') ? NAMED[name ?? ''] : undefined;
    return named ?? written;
  });
  return resolved.toWellFormed();
}

function fromCode(code: string): string {
  const value = /^[xX]/.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  if (value >= 0x80 && value <= 0x9f) return WINDOWS_1252.decode(Uint8Array.of(value));
  if (value === 0 || value > 0x10ffff) return '\uFFFD';
  return String.fromCodePoint(value);
}
