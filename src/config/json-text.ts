/**
 * The text of config.json to its value, as an office saves it: a mark of UTF-8 at its start is let
 * pass, another encoding is named, and where JSON cannot be read the line is shown with the likely
 * slip. JSON itself lets the later of two equal keys win in silence; here they are a problem.
 */

export type ReadJson = { raw: unknown } | { problem: string };

export function readJsonText(bytes: Uint8Array): ReadJson {
  const decoded = decode(bytes);
  if ('problem' in decoded) return decoded;
  const { text } = decoded;
  if (text.trim() === '') {
    return { problem: 'the file is empty; copy config.example.json and fill in your office' };
  }
  try {
    const raw: unknown = JSON.parse(text);
    const twice = keyTwice(text);
    return twice === null ? { raw } : { problem: twice };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { problem: syntaxProblem(text, why) };
  }
}

function decode(bytes: Uint8Array): { text: string } | { problem: string } {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  try {
    if (!isUtf16) return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // Told below.
  }
  const found = isUtf16 ? 'UTF-16 ("Unicode")' : 'not UTF-8, perhaps Shift_JIS ("ANSI")';
  return { problem: `its encoding is ${found}; save it as UTF-8` };
}

/** Slips by what stands in the line or before it, and what to do; the first that fits is told. */
const SLIPS: readonly [RegExp, string][] = [
  [/[“”„‟＂「」『』]/, 'write plain quotes "…" in the place of “ ” or 「 」'],
  [/[，：｛｝［］]|、\s*$/, 'write plain , : { } [ ] in the place of the full-width ones'],
  [/^\s*(?:\/\/|#|\/\*)/, 'JSON knows no comments; remove the line'],
  [/\t/, 'a tab may stand between settings, not inside quotes; remove it'],
  [/(?:^|[{,:])\s*'/, 'write double quotes "…" in the place of single ones'],
];

function syntaxProblem(text: string, why: string): string {
  const place = Number(/at position (\d+)/.exec(why)?.[1] ?? text.length);
  const before = text.slice(0, place);
  const number = before.split('\n').length;
  const line = (text.split('\n')[number - 1] ?? '').trimEnd();
  const closes = /[}\]]/.test(text[place] ?? '') && /,\s*$/.test(before);
  const slip = closes
    ? 'remove the comma before it, after the last of a block'
    : (SLIPS.find(([sign]) => sign.test(line))?.[1] ??
      (why.startsWith("Expected ','")
        ? 'a comma is missing at the end of the setting before it'
        : null));
  return `it is not readable JSON in line ${number}: ${shown(line.trim())} (${slip ?? withoutText(why)})`;
}

/** A secret may stand in the line, where only its place belongs. */
function shown(line: string): string {
  if (/password|secret|token/i.test(line)) return '(not shown, because of a secret)';
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

/** The parser's message without the piece of the file that it may quote. */
function withoutText(why: string): string {
  return why.replace(/, .* is not valid JSON$/s, '');
}

/** Says which key a block has twice; null where none. Expects text that JSON.parse has taken. */
function keyTwice(text: string): string | null {
  const blocks: Set<string>[] = [];
  for (const { 0: token, 1: key, index } of text.matchAll(TOKENS)) {
    if (token === '{') blocks.push(new Set());
    else if (token === '}') blocks.pop();
    else if (key !== undefined) {
      const name = String(JSON.parse(key));
      const block = blocks.at(-1);
      if (block?.has(name)) {
        const line = text.slice(0, index).split('\n').length;
        return `"${name}" stands twice in one block (again in line ${line}); remove one of them`;
      }
      block?.add(name);
    }
  }
  return null;
}

/** A key with its colon, any other string, or the edge of a block. */
const TOKENS = /("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g;
