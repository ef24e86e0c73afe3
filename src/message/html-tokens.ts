/**
 * HTML cut into text and tags in one pass (the shape of WHATWG HTML section 13.2.5, much
 * simplified). Comments, declarations and the contents of scripts and styles are left out.
 * It never builds a tree and never goes back over what it has read.
 */

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: string; end: number }
  | { kind: 'close'; name: string };

/** Elements whose content is no text for a reader. */
const UNREAD = new Set(['script', 'style', 'title', 'template', 'object', 'select', 'textarea']);
const MAX_ATTRIBUTES = 4000;

/**
 * The tokens of a document, in order; `end` is the offset behind the tag, texts keep their
 * references.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const ends = new TagEnds(html);
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0) {
      yield { kind: 'text', text: html.slice(at) };
      return;
    }
    if (start > at) yield { kind: 'text', text: html.slice(at, start) };
    if (html.startsWith('<!--', start)) {
      at = commentEnd(html, start);
      continue;
    }
    const name = tagName(html, start);
    const end = name === null ? -1 : ends.after(start);
    if (name === null || end < 0) {
      yield { kind: 'text', text: '<' };
      at = start + 1;
      continue;
    }
    at = end;
    if (name === '') continue;
    if (name.startsWith('/')) yield { kind: 'close', name: name.slice(1) };
    else if (UNREAD.has(name)) at = ends.closing(name, end);
    else {
      const from = start + 1 + name.length;
      yield {
        kind: 'open',
        name,
        attributes: html.slice(from, Math.min(end - 1, from + MAX_ATTRIBUTES)),
        end,
      };
    }
  }
}

/** Value of an attribute, or ''. `attributes` is the text behind the tag's name. */
export function attribute(
  attributes: string,
  name: 'class' | 'id' | 'style' | 'type' | 'alt' | 'start',
): string {
  const match = ATTRIBUTE[name].exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

const ATTRIBUTE = {
  class: attributePattern('class'),
  id: attributePattern('id'),
  style: attributePattern('style'),
  type: attributePattern('type'),
  alt: attributePattern('alt'),
  start: attributePattern('start'),
};

function attributePattern(name: string): RegExp {
  return new RegExp(
    `(?:^|[\\s"'])${name}\\s{0,5}=\\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`,
    'i',
  );
}

/** "p", "/p", '' for a declaration, or null where "<" begins no tag. */
function tagName(html: string, start: number): string | null {
  const first = html.charAt(start + 1);
  if (first === '!' || first === '?') return '';
  const match = /^\/?[A-Za-z][A-Za-z0-9:_-]{0,60}/.exec(html.slice(start + 1, start + 64));
  return match ? match[0].toLowerCase() : null;
}

function commentEnd(html: string, start: number): number {
  const end = html.indexOf('-->', start + 2);
  return end < 0 ? html.length : end + 3;
}

/** Finds the ends of tags; what was sought in vain once is not sought again. */
class TagEnds {
  private readonly html: string;
  private quotesBroken = false;
  private exhausted = false;

  constructor(html: string) {
    this.html = html;
  }

  /** Index behind the ">" of the tag at `start`, outside of quoted values; -1: there is none. */
  after(start: number): number {
    if (!this.quotesBroken) {
      const end = this.outsideQuotes(start);
      if (end >= 0) return end;
      this.quotesBroken = true;
    }
    if (this.exhausted) return -1;
    const end = this.html.indexOf('>', start);
    if (end < 0) this.exhausted = true;
    return end < 0 ? -1 : end + 1;
  }

  /** Index behind the closing tag of an element that is skipped; the end where there is none. */
  closing(name: string, from: number): number {
    const pattern = new RegExp(`</${name}[\\s>/]`, 'gi');
    pattern.lastIndex = from;
    const match = pattern.exec(this.html);
    if (!match) return this.html.length;
    const end = this.html.indexOf('>', match.index);
    return end < 0 ? this.html.length : end + 1;
  }

  private outsideQuotes(start: number): number {
    let quote = '';
    for (let at = start + 1; at < this.html.length; at++) {
      const char = this.html.charAt(at);
      if (quote !== '') {
        if (char === quote) quote = '';
      } else if (char === '>') return at + 1;
      else if ((char === '"' || char === "'") && this.html.charAt(at - 1) === '=') quote = char;
    }
    return -1;
  }
}
