/**
 * The readable body out of the MIME tree: which leaves the writer meant to be read, in which
 * order, and which of several alternatives (RFC 2046 section 5.1). Text leaves are decoded
 * here, format=flowed lines joined (RFC 3676).
 * It never reads an attachment as the writer's own words.
 */
import { decodeBytes } from './charset.ts';
import { htmlToText } from './html-text.ts';
import type { MimePart } from './mime-leaves.ts';
import type { Part } from './types.ts';

export interface Body {
  text: string;
  html: string | null;
  parts: Part[];
  doubts: string[];
}

const MAX_ATTACHED_SOURCE = 64 * 1024;
/** All but tab, line feed and next line; also those above ASCII, which steer a terminal. */
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F]/g;

interface Reading {
  plain: string[];
  html: string[];
  /** Plain text where there is some, otherwise the text of the HTML. */
  text: string[];
}

/** Reads body and parts; texts are cut at `maxTextLength` UTF-16 units, with a doubt. */
export function readBody(root: MimePart, maxTextLength: number): Body {
  const decoder = new LeafDecoder(maxTextLength);
  const reading = readPart(root, decoder);
  const anyText = reading.text.some((text) => text.trim() !== '');
  const text = anyText ? reading.text : fallbackText(root, decoder);
  const parts = decoder.describe(root);
  if (text.join('').trim() === '' && leavesOf(root).some((leaf) => isUnread(leaf, decoder))) {
    decoder.doubts.add('no readable text, only attachments');
  }
  return {
    text: decoder.bounded(text.join('\n')),
    html: reading.html.length > 0 ? decoder.bounded(reading.html.join('\n')) : null,
    parts,
    doubts: [...decoder.doubts],
  };
}

function readPart(part: MimePart, decoder: LeafDecoder): Reading {
  if (part.contentType === 'multipart/alternative') return readAlternative(part, decoder);
  if (part.children.length > 0) {
    const readings = part.children.map((child) => readPart(child, decoder));
    return {
      plain: readings.flatMap((reading) => reading.plain),
      html: readings.flatMap((reading) => reading.html),
      text: readings.flatMap((reading) => reading.text),
    };
  }
  if (!isBodyLeaf(part)) return { plain: [], html: [], text: [] };
  const decoded = decoder.text(part);
  if (part.contentType === 'text/html') {
    return { plain: [], html: [decoded], text: [decoder.readable(part)] };
  }
  return { plain: [decoded], html: [], text: [decoded] };
}

/** The plain alternative where it says anything, otherwise the readable text of the richest. */
function readAlternative(part: MimePart, decoder: LeafDecoder): Reading {
  const readings = part.children.map((child) => readPart(child, decoder));
  const html = readings.flatMap((reading) => reading.html);
  const plain = readings.find((reading) => reading.plain.some((text) => text.trim() !== ''));
  const rich = readings.findLast((reading) => reading.text.some((text) => text.trim() !== ''));
  const speaks = plain && !(rich && isPlaceholder(plain.text.join(), rich.text.join()));
  return { plain: plain?.plain ?? [], html, text: (speaks ? plain : rich)?.text ?? [] };
}

/** Seen in practice: a plain alternative that only asks for a mailer that shows HTML. */
function isPlaceholder(plain: string, rich: string): boolean {
  return plain.length < 300 && /HTML/i.test(plain) && rich.length > plain.length * 2;
}

function isBodyLeaf(part: MimePart): boolean {
  if (part.contentType !== 'text/plain' && part.contentType !== 'text/html') return false;
  return part.disposition !== 'attachment' && part.fileName === null;
}

/**
 * No body leaf with text: text that has a file name but is shown inline, and a lone text that
 * is called an attachment, are the body after all.
 */
function fallbackText(root: MimePart, decoder: LeafDecoder): string[] {
  return leavesOf(root)
    .filter((leaf) => leaf.contentType === 'text/plain' || leaf.contentType === 'text/html')
    .filter((leaf) => leaf === root || leaf.disposition !== 'attachment')
    .map((leaf) => decoder.readable(leaf));
}

function leavesOf(part: MimePart): MimePart[] {
  return part.children.length > 0 ? part.children.flatMap(leavesOf) : [part];
}

/** Something that a person would see, and the program cannot: an empty reply it is not. */
function isUnread(leaf: MimePart, decoder: LeafDecoder): boolean {
  if (leaf.contentType === 'text/html') return /<img\s/i.test(decoder.text(leaf));
  if (isBodyLeaf(leaf) || leaf.contentType.startsWith('message/')) return false;
  return leaf.sizeBytes > 0;
}

/** Decodes each text leaf once, within one budget for the whole mail, and collects the doubts. */
class LeafDecoder {
  readonly doubts = new Set<string>();
  private readonly maxTextLength: number;
  private readonly texts = new Map<MimePart, string>();
  private readonly readables = new Map<MimePart, string>();
  /** No charset needs more than four bytes for a character, save hostile escapes. */
  private bytesLeft: number;

  constructor(maxTextLength: number) {
    this.maxTextLength = maxTextLength;
    this.bytesLeft = maxTextLength * 4;
  }

  text(part: MimePart): string {
    return remembered(this.texts, part, () => this.decode(part));
  }

  readable(part: MimePart): string {
    const text = this.text(part);
    if (part.contentType !== 'text/html') return text;
    return remembered(this.readables, part, () => htmlToText(text, this.maxTextLength));
  }

  bounded(text: string, length = this.maxTextLength): string {
    if (text.length <= length) return text;
    this.doubts.add('text cut');
    return text.slice(0, length).toWellFormed();
  }

  describe(part: MimePart): Part[] {
    return leavesOf(part).map((leaf) => ({
      contentType: leaf.contentType,
      fileName: leaf.fileName,
      sizeBytes: leaf.sizeBytes,
      text: /^(?:text|message)\//.test(leaf.contentType) ? this.text(leaf) : null,
    }));
  }

  private decode(part: MimePart): string {
    // an attached mail is parsed for itself; here it is only kept to be looked at
    const attached = part.contentType === 'message/rfc822';
    const room = Math.min(this.bytesLeft, attached ? MAX_ATTACHED_SOURCE : this.bytesLeft);
    const bytes = part.bytes.subarray(0, room);
    this.bytesLeft -= bytes.length;
    if (bytes.length < part.sizeBytes && !attached) this.doubts.add('text cut');
    const { text, doubt } = decodeBytes(bytes, part.parameters['charset'] ?? null);
    if (doubt && isBodyLeaf(part)) this.doubts.add(doubt);
    const lines = this.bounded(text).replace(/\r\n?/g, '\n').replace(CONTROL_CHARACTERS, '');
    return isFlowed(part) ? unflow(lines, part) : lines;
  }
}

function remembered(known: Map<MimePart, string>, part: MimePart, compute: () => string): string {
  const text = known.get(part) ?? compute();
  known.set(part, text);
  return text;
}

function isFlowed(part: MimePart): boolean {
  return part.contentType === 'text/plain' && part.parameters['format']?.toLowerCase() === 'flowed';
}

/** Joins soft line breaks of one quote depth (RFC 3676 section 4). */
function unflow(text: string, part: MimePart): string {
  const deleteSpace = part.parameters['delsp']?.toLowerCase() === 'yes';
  const paragraphs: { quote: string; text: string; isOpen: boolean }[] = [];
  for (const line of text.split('\n')) {
    const quote = /^>*/.exec(line)?.[0] ?? '';
    const content = line.slice(quote.length).replace(/^ /, '');
    const isSoft = content.endsWith(' ') && content !== '-- ';
    const words = isSoft && deleteSpace ? content.slice(0, -1) : content;
    const last = paragraphs.at(-1);
    if (last?.isOpen && last.quote === quote) {
      last.text += words;
      last.isOpen = isSoft;
    } else paragraphs.push({ quote, text: words, isOpen: isSoft });
  }
  return paragraphs.map(({ quote, text }) => (quote === '' ? text : `${quote} ${text}`)).join('\n');
}
