/**
 * ISO-2022-JP in all the forms that Japanese mailers have sent: RFC 1468, JIS X 0212
 * (RFC 2237), half-width kana by ESC ( I or by SO/SI (cp50221/50222), the NEC and IBM rows
 * of cp50220, carrier emoji in the rows above 84. Works on bytes, in one pass.
 * It never looks at a charset label, and never fails: what has no character is U+FFFD.
 */

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** Rows that no table fills: docomo and au put their emoji there. 0x79–0x7C hold NEC's kanji. */
const FIRST_EMOJI_LEAD = 0x75;
const EMOJI_LEADS = new Set([0x75, 0x76, 0x77, 0x78, 0x7d, 0x7e]);
const EUC_THREE_BYTE_LEAD = 0x8f;
const EUC_KANA_LEAD = 0x8e;
const EUC_UNASSIGNED = 0xff;
const FIRST_PRIVATE_USE = 0xe000;

type CharacterSet = 'ascii' | 'kana' | 'double' | 'supplement';

/** Escape sequences behind ESC (ISO-IR registrations 6, 14, 13, 42, 87, 159, 233). */
const ESCAPES: readonly (readonly [string, CharacterSet])[] = [
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(H', 'ascii'], // seen in practice: a wrong (J of old mailers
  ['(I', 'kana'],
  ['$@', 'double'],
  ['$B', 'double'],
  ['$(@', 'double'],
  ['$(B', 'double'],
  ['$(O', 'double'], // JIS X 0213 plane 1, a superset of JIS X 0208
  ['$(Q', 'double'],
  ['$(D', 'supplement'],
  ['&@', 'double'], // announces the revision of 1990; ESC $ B follows
];

/** True where the bytes hold an escape sequence of ISO-2022-JP. */
export function hasJisEscape(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(ESC);
  while (at >= 0) {
    if (escapeAt(bytes, at) !== null) return true;
    at = bytes.indexOf(ESC, at + 1);
  }
  return false;
}

/** Bytes of ISO-2022-JP to text; U+FFFD for what has no character, private use for emoji. */
export function decodeJis(bytes: Uint8Array): string {
  const euc = new EucWriter(bytes.length);
  let set: CharacterSet = 'ascii';
  let shifted = false;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const sequence = byte === ESC ? escapeAt(bytes, at) : null;
    if (sequence) {
      set = sequence.set;
      shifted = false;
      at += sequence.length;
    } else if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      shifted = byte === SHIFT_OUT;
      at += 1;
    } else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      // RFC 1468: a line ends in ASCII; mailers that cut lines forget the escape
      if (set === 'double' || set === 'supplement') set = 'ascii';
      shifted = false;
      at += euc.one(byte);
    } else if (byte === ESC) {
      at += euc.one(EUC_UNASSIGNED);
    } else if (byte <= 0x20 || byte >= 0x7f) {
      at += euc.eightBit(byte);
    } else if (shifted || set === 'kana') {
      at += euc.kana(byte);
    } else if (set === 'ascii') {
      at += euc.one(byte);
    } else {
      at += euc.double(byte, bytes[at + 1] ?? 0, set === 'supplement');
    }
  }
  return euc.text();
}

function escapeAt(bytes: Uint8Array, at: number): { set: CharacterSet; length: number } | null {
  for (const [sequence, set] of ESCAPES) {
    if ([...sequence].every((char, index) => bytes[at + 1 + index] === char.charCodeAt(0))) {
      return { set, length: 1 + sequence.length };
    }
  }
  return null;
}

/** Collects EUC-JP bytes, which one decoder turns to text; emoji go in between. */
class EucWriter {
  private readonly decoder = new TextDecoder('euc-jp');
  private readonly bytes: Uint8Array;
  private readonly pieces: string[] = [];
  private flushed = 0;
  private length = 0;

  constructor(sourceLength: number) {
    this.bytes = new Uint8Array(sourceLength * 3);
  }

  /** Writes one byte; returns how many bytes of the source it stood for, as all writers do. */
  one(byte: number): number {
    this.bytes[this.length++] = byte;
    return 1;
  }

  /** Kana of JIS X 0201 in eight bits; other bytes above ASCII have no meaning here. */
  eightBit(byte: number): number {
    if (byte < 0x80) return this.one(byte);
    return byte >= 0xa1 && byte <= 0xdf ? this.kana(byte - 0x80) : this.one(EUC_UNASSIGNED);
  }

  kana(byte: number): number {
    if (byte > 0x5f) return this.one(EUC_UNASSIGNED);
    this.one(EUC_KANA_LEAD);
    return this.one(byte + 0x80);
  }

  double(lead: number, trail: number, supplement: boolean): number {
    if (trail <= 0x20 || trail >= 0x7f) return this.one(EUC_UNASSIGNED);
    if (!supplement && EMOJI_LEADS.has(lead)) return this.emoji(lead, trail);
    if (supplement) this.one(EUC_THREE_BYTE_LEAD);
    this.one(lead + 0x80);
    this.one(trail + 0x80);
    return 2;
  }

  text(): string {
    this.flush();
    return this.pieces.join('');
  }

  private emoji(lead: number, trail: number): number {
    this.flush();
    const cell = (lead - FIRST_EMOJI_LEAD) * 94 + (trail - 0x21);
    this.pieces.push(String.fromCharCode(FIRST_PRIVATE_USE + cell));
    return 2;
  }

  private flush(): void {
    this.pieces.push(this.decoder.decode(this.bytes.subarray(this.flushed, this.length)));
    this.flushed = this.length;
  }
}
