/**
 * Lines of plain text with quotation marks in front: collects words and breaks and writes
 * each line with ">" for its depth, as a plain text mail would show it (RFC 3676 4.5).
 * It never writes a break before it knows what follows, and never grows beyond its bound.
 */

const MAX_DEPTH = 20;
const WIDE = /[\u3000-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/;
const RUNS = /[ \t\r\n\f]+|[^ \t\r\n\f]+/g;

/** What stands between the last word and the next, the weakest first. */
const BREAKS = ['none', 'source_line', 'blank', 'block', 'paragraph'] as const;
type Break = (typeof BREAKS)[number] | 'cell';

export class QuotedLines {
  /** Quotation depth of what is written next. */
  depth = 0;
  private readonly maxLength: number;
  private readonly lines: string[] = [];
  private line = '';
  private lastChar = '';
  private lineDepth = 0;
  private length = 0;
  private pending: Break = 'none';
  private rowHasWords = false;
  private atRowStart = false;

  constructor(maxLength: number) {
    this.maxLength = maxLength;
  }

  /** True once nothing more is kept. */
  get isFull(): boolean {
    return this.length + this.line.length >= this.maxLength;
  }

  /** Writes words as HTML shows them: runs of blanks are one, none at the start of a line. */
  words(text: string): void {
    for (const [run] of text.matchAll(RUNS)) {
      if (this.isFull) return;
      if (!/^[ \t\r\n\f]/.test(run)) this.word(run);
      else if (this.line !== '') this.raise(run.includes('\n') ? 'source_line' : 'blank');
    }
  }

  /** Writes text with its own line breaks and blanks. */
  preformatted(text: string): void {
    text.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.lineBreak();
      if (line !== '') this.word(line);
    });
  }

  /** Ends the line, even an empty one. */
  lineBreak(): void {
    if (this.line !== '' && (this.pending === 'block' || this.pending === 'paragraph')) {
      this.endLine();
    }
    this.endLine();
    this.pending = 'none';
  }

  /** What follows stands on a line of its own. */
  block(): void {
    this.raise('block');
  }

  /** What follows stands apart by a blank line. */
  paragraph(): void {
    this.raise('paragraph');
  }

  /** What follows stands in another cell of the same table row, on the same line. */
  cell(): void {
    if (this.rowHasWords && this.line !== '') this.pending = 'cell';
  }

  /** What follows stands in another table row. */
  row(): void {
    this.rowHasWords = false;
    this.raise('block');
    this.atRowStart = true;
    if (this.pending === 'cell') this.pending = 'block';
  }

  /** All lines, without breaks at the end. */
  text(): string {
    if (this.line !== '') this.endLine();
    return this.lines.join('\n').slice(0, this.maxLength);
  }

  private raise(to: (typeof BREAKS)[number]): void {
    // between two cells nothing ends the line
    if (this.pending === 'cell') return;
    // the space around the first paragraph of a row is within its cell
    if (to === 'paragraph' && this.atRowStart) return;
    if (BREAKS.indexOf(to) > BREAKS.indexOf(this.pending)) this.pending = to;
  }

  private word(word: string): void {
    if (this.pending === 'block' || this.pending === 'paragraph') this.startParagraph();
    if (this.line === '') this.lineDepth = this.depth;
    else if (this.pending === 'cell') this.line += '\t';
    else if (this.pending === 'blank') this.line += ' ';
    // a line of the source that breaks between two Japanese characters is no blank
    else if (this.pending === 'source_line' && !this.joinsWide(word)) this.line += ' ';
    this.pending = 'none';
    this.rowHasWords = true;
    this.atRowStart = false;
    this.line += word;
    this.lastChar = word.charAt(word.length - 1);
  }

  private joinsWide(word: string): boolean {
    return WIDE.test(this.lastChar) && WIDE.test(word.charAt(0));
  }

  private startParagraph(): void {
    const above = this.line === '' ? this.depth : this.lineDepth;
    if (this.line !== '') this.endLine();
    const last = this.lines.at(-1)?.replace(/^>+/, '');
    if (this.pending === 'paragraph' && last !== undefined && last !== '') {
      this.push('', Math.min(above, this.depth));
    }
  }

  private endLine(): void {
    this.push(this.line, this.line === '' ? this.depth : this.lineDepth);
    this.line = '';
  }

  private push(line: string, depth: number): void {
    if (this.length > this.maxLength) return;
    const marks = '>'.repeat(Math.min(depth, MAX_DEPTH));
    const text = line.replaceAll('\u00A0', ' ').trimEnd();
    const marked = marks === '' || text === '' ? marks + text : `${marks} ${text}`;
    this.length += marked.length + 1;
    this.lines.push(marked);
  }
}
