/**
 * The characters of JIS X 0208 proper: what every Japanese phone can show. Rows 1 to 8 and 16 to
 * 84 only; the rows that makers added (①, ㈱, 髙) differ from phone to phone.
 */

const ESCAPE_IN = [0x1b, 0x24, 0x42]; // ESC $ B, RFC 1468
const ESCAPE_OUT = [0x1b, 0x28, 0x42];
const CELLS = Array.from({ length: 94 }, (_, i) => 0x21 + i);

const known = new Set(
  CELLS.map((_, i) => i + 1)
    .filter((row) => row <= 8 || (row >= 16 && row <= 84))
    .flatMap((row) => [...decodeRow(row)])
    .filter((character) => character !== '\uFFFD'),
);

function decodeRow(row: number): string {
  const bytes = CELLS.flatMap((cell) => [row + 0x20, cell]);
  const decoder = new TextDecoder('iso-2022-jp');
  return decoder.decode(Uint8Array.from([...ESCAPE_IN, ...bytes, ...ESCAPE_OUT]));
}

/** The characters of `text` that are neither ASCII nor JIS X 0208, each once. */
export function foreignCharacters(text: string): string[] {
  const isPlain = (character: string) => /[\n\x20-\x7e]/.test(character) || known.has(character);
  return [...new Set(text)].filter((character) => !isPlain(character));
}
