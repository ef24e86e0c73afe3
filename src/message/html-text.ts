/**
 * HTML to readable text in one linear pass: blocks become lines, quotation (blockquote and
 * the containers of mail programs) becomes lines that begin with ">", scripts, styles and
 * hidden elements vanish. Own converter, because what is quoted must be known for sure.
 * It never loads anything, keeps no markup, and does not hang on hostile HTML.
 */
import { decodeEntities } from './html-entities.ts';
import { attribute, type HtmlToken, htmlTokens } from './html-tokens.ts';
import { QuotedLines } from './quoted-lines.ts';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  `address article aside body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
  header hr li main nav ol p pre section table tbody tfoot thead ul blockquote`.split(/\s+/),
);
/** Blocks with a blank line around them. */
const SPACED = new Set(['p', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol']);
/** Elements that are tracked until their end tag, because they may quote, hide or keep blanks. */
const CONTAINERS = new Set(['div', 'blockquote', 'pre', 'span', 'section', 'ul', 'ol']);
/** Outlook writes `<hr>` above what it quotes; its plain text mail shows this line. */
const RULE = '_'.repeat(32);
/** Classes of the containers that hold the quoted mail: Yahoo!, ProtonMail, Zoho. */
const QUOTE_CLASSES = /yahoo_quoted|protonmail_quote|zmail_extra/;
/** The bar that Outlook draws beside a quotation; Word writes the line's kind first. */
const OUTLOOK_BAR = /border-left\s*:\s*solid\b/i;
/** Any bar on the left; the indent of Gmail has "border:none" and no bar. */
const LEFT_BAR = /border-left\s*:\s*(?!none|0)/i;
/** The same containers hold forwarded mail, which is not quoted. */
const FORWARD_MARK = /-{3,}|forwarded|転送/i;
const LOOK_AHEAD = 600;

interface Container {
  name: string;
  quotes: boolean;
  hides: boolean;
  /** Next number of an ordered list. */
  number: number;
}

/** Readable text of an HTML body, at most `maxLength` UTF-16 units. Never throws. */
export function htmlToText(html: string, maxLength: number): string {
  const writer = new HtmlWriter(maxLength);
  for (const token of htmlTokens(html)) {
    if (writer.lines.isFull) break;
    if (token.kind === 'text') writer.text(token.text);
    else if (token.kind === 'close') writer.close(token.name);
    else writer.open(token, html.slice(token.end, token.end + LOOK_AHEAD));
  }
  return writer.lines.text();
}

class HtmlWriter {
  readonly lines: QuotedLines;
  private readonly stack = new ContainerStack();
  private hidden = 0;
  private preformatted = 0;

  constructor(maxLength: number) {
    this.lines = new QuotedLines(maxLength);
  }

  text(text: string): void {
    if (this.hidden > 0) return;
    const readable = decodeEntities(text);
    if (this.preformatted > 0) this.lines.preformatted(readable);
    else this.lines.words(readable);
  }

  open(tag: HtmlToken & { kind: 'open' }, following: string): void {
    const { name, attributes } = tag;
    if (this.hidden === 0) this.breakBefore(name, attributes);
    if (name === 'table') this.stack.enterTable();
    if (!CONTAINERS.has(name)) return;
    const container = {
      name,
      quotes: isQuotation(name, attributes, following),
      hides: /display\s*:\s*none/i.test(attribute(attributes, 'style')),
      number: name === 'ol' ? Number.parseInt(attribute(attributes, 'start') || '1', 10) : 0,
    };
    this.stack.open(container);
    this.count(container, 1);
  }

  close(name: string): void {
    const closed = this.stack.close(name);
    // an end tag without its start ends nothing, and breaks no line
    if (closed === null) return;
    if (this.hidden === 0 && name === 'p') this.lines.block();
    else if (this.hidden === 0 && BLOCKS.has(name)) this.breakAround(name, '');
    for (const container of closed) this.count(container, -1);
  }

  private breakBefore(name: string, attributes: string): void {
    if (name === 'br') this.lines.lineBreak();
    else if (name === 'hr') this.rule();
    else if (name === 'tr') this.lines.row();
    else if (name === 'td' || name === 'th') this.lines.cell();
    else if (name === 'img') this.picture(attributes);
    else if (BLOCKS.has(name)) this.breakAround(name, attributes);
    if (name === 'li') this.lines.words(this.stack.nextMark());
  }

  private breakAround(name: string, attributes: string): void {
    // Outlook gives each line a paragraph of class MsoNormal, which has no space around it
    const tight = name === 'p' && /^Mso/.test(attribute(attributes, 'class'));
    if (SPACED.has(name) && !tight) this.lines.paragraph();
    else this.lines.block();
  }

  private rule(): void {
    this.lines.row();
    this.lines.words(RULE);
    this.lines.lineBreak();
  }

  /** Emoji come as pictures with the character as their description. */
  private picture(attributes: string): void {
    const alt = decodeEntities(attribute(attributes, 'alt'));
    if (alt.length <= 12 && /\p{Extended_Pictographic}/u.test(alt)) this.lines.words(alt);
  }

  private count(container: Container, by: 1 | -1): void {
    if (container.quotes) this.lines.depth += by;
    if (container.hides) this.hidden += by;
    if (container.name === 'pre') this.preformatted += by;
  }
}

/** A blockquote quotes, unless it only indents; a div where a mail program marks it so. */
function isQuotation(name: string, attributes: string, following: string): boolean {
  if (name !== 'blockquote' && name !== 'div') return false;
  const classes = attribute(attributes, 'class');
  const style = attribute(attributes, 'style');
  if (name === 'div') {
    if (OUTLOOK_BAR.test(style)) return true;
    if (!QUOTE_CLASSES.test(classes)) return false;
    return !FORWARD_MARK.test(following.replace(/<[^<>]*>/g, ''));
  }
  if (/cite|quote/i.test(attribute(attributes, 'type') + classes)) return true;
  return !/border\s*:\s*none/i.test(style) || LEFT_BAR.test(style);
}

/** Open containers; an end tag closes down to its nearest start, but not out of a table. */
class ContainerStack {
  private readonly lists: Container[] = [];
  private frames: { containers: Container[]; open: Map<string, number> }[] = [newFrame()];

  open(container: Container): void {
    this.track(container, true);
    const frame = this.frames.at(-1);
    frame?.containers.push(container);
    frame?.open.set(container.name, (frame.open.get(container.name) ?? 0) + 1);
  }

  /** The containers that the end tag closes; null where it has no start. */
  close(name: string): Container[] | null {
    if (name === 'table') return this.leaveTable();
    if (!CONTAINERS.has(name)) return [];
    const frame = this.frames.at(-1);
    if (!frame?.open.get(name)) return null;
    const closed: Container[] = [];
    for (;;) {
      const top = frame.containers.pop();
      if (!top) return closed;
      closed.push(top);
      this.track(top, false);
      frame.open.set(top.name, (frame.open.get(top.name) ?? 1) - 1);
      if (top.name === name) return closed;
    }
  }

  enterTable(): void {
    this.frames.push(newFrame());
  }

  private leaveTable(): Container[] | null {
    if (this.frames.length === 1) return null;
    const left = this.frames.pop()?.containers ?? [];
    for (const container of left) this.track(container, false);
    return left;
  }

  /** What stands before an item of the innermost list. */
  nextMark(): string {
    const list = this.lists.at(-1);
    return list?.name === 'ol' && !Number.isNaN(list.number) ? `${list.number++}. ` : '・';
  }

  /** Keeps the innermost list in reach. */
  private track(container: Container, opened: boolean): void {
    if (container.name !== 'ol' && container.name !== 'ul') return;
    if (opened) this.lists.push(container);
    else this.lists.pop();
  }
}

function newFrame(): { containers: Container[]; open: Map<string, number> } {
  return { containers: [], open: new Map() };
}
