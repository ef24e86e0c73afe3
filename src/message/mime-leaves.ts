/**
 * The MIME structure of a message: its tree of parts, each leaf with its bytes (transfer
 * encoding undone, charset not). The door to mailparser, the only file that imports it.
 * It never decodes text, never turns HTML to text, and never rejects: what mailparser
 * cannot take apart is told as a doubt, with the parts found until then.
 */
import { type AttachmentStream, MailParser } from 'mailparser';
import { type HeaderField, readHeaders } from './headers.ts';
import { type ParameterizedValue, parseParameters } from './mime-parameters.ts';

/** A part of the tree: a multipart with children, or a leaf with bytes. */
export interface MimePart {
  /** Media type in lower case, "text/plain" where none is written (RFC 2045 section 5.2). */
  contentType: string;
  parameters: Record<string, string>;
  disposition: 'inline' | 'attachment' | null;
  fileName: string | null;
  children: MimePart[];
  /** Text and message leaves: the bytes, cut at `MAX_KEPT_BYTES`; other leaves: empty. */
  bytes: Uint8Array;
  /** All bytes of the leaf, transfer encoding undone. */
  sizeBytes: number;
}

export interface MimeTree {
  root: MimePart | null;
  doubts: string[];
}

const MAX_PARTS = 2000;
/** Parts nested deeper than this are not read; a mail program nests fewer than ten. */
const MAX_DEPTH = 100;
const MAX_HEAD_BYTES = 2 * 1024 * 1024;
/** What is kept of all text and message leaves of one mail together. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/** A well-formed media type of something that is no text; all else may turn out to be text. */
const OTHER_TYPE = /^(?!text\/|message\/)[!-.0-~]{1,60}\/[!-.0-~]{1,100}$/i;

/** mailparser's own node of the tree, as far as this door needs it. */
interface ParserNode {
  headerLines: readonly { key: string; line: string }[];
  headers: AttachmentStream['headers'];
  children: ParserNode[];
}

/**
 * mailparser decodes text leaves itself, by the label alone. With no type to decode, every
 * leaf comes out as a stream of bytes (a test holds that this stays so).
 */
class LeafParser extends MailParser {
  readonly textTypes: readonly string[] = [];
  declare readonly tree: ParserNode | false;
}

interface LeafContent {
  bytes: Uint8Array;
  sizeBytes: number;
}

/** Takes a message apart; `root` is null only where mailparser found nothing at all. */
export async function readMimeTree(source: Uint8Array): Promise<MimeTree> {
  const parser = new LeafParser({
    ignoreEmbedded: true,
    checksumAlgo: false,
    maxHeadSize: MAX_HEAD_BYTES,
    maxChildNodes: MAX_PARTS,
  });
  const { contents, error } = await drain(parser, source);
  const doubts = new Set(error ? [`MIME structure: ${error.message}`] : []);
  const root = parser.tree ? toPart(parser.tree, { contents, doubts, depth: 0 }) : null;
  return { root, doubts: [...doubts] };
}

type Contents = Map<AttachmentStream['headers'], LeafContent>;

function drain(
  parser: LeafParser,
  source: Uint8Array,
): Promise<{ contents: Contents; error: Error | null }> {
  const contents: Contents = new Map();
  let room = MAX_KEPT_BYTES;
  return new Promise((resolve) => {
    const finish = (error: Error | null) => resolve({ contents, error });
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      const keep = !data.headers.has('content-type') || !OTHER_TYPE.test(data.contentType);
      const chunks: Uint8Array[] = [];
      let sizeBytes = 0;
      data.content.on('data', (chunk: Uint8Array) => {
        sizeBytes += chunk.length;
        if (!keep || room <= 0) return;
        chunks.push(chunk.subarray(0, room));
        room -= chunk.length;
      });
      data.content.on('error', finish);
      data.content.on('end', () => {
        contents.set(data.headers, { bytes: Buffer.concat(chunks), sizeBytes });
        data.release?.();
      });
    });
    parser.on('end', () => finish(null));
    parser.on('error', finish);
    parser.end(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  });
}

interface Level {
  contents: Contents;
  doubts: Set<string>;
  depth: number;
}

function toPart(node: ParserNode, level: Level): MimePart {
  const { contents, doubts, depth } = level;
  const tooDeep = depth >= MAX_DEPTH && node.children.length > 0;
  if (tooDeep) doubts.add('MIME structure nested too deep');
  const children = tooDeep ? [] : node.children;
  const block = node.headerLines.map((header) => `${header.line}\r\n`).join('');
  const { fields, doubts: headerDoubts } = readHeaders(Buffer.from(block, 'latin1'));
  // text that stands where a header should be, or parts that never begin, were not read
  for (const doubt of headerDoubts) doubts.add(doubt);
  const disposition = parseParameters(bodyOf(fields, 'content-disposition'));
  const untyped =
    bodyOf(fields, 'content-type') === '' && disposition.parameters['filename'] !== undefined;
  const type = untyped ? UNTYPED_ATTACHMENT : contentTypeOf(fields);
  const content = contents.get(node.headers);
  if (type.value.startsWith('multipart/') && node.children.length === 0) {
    doubts.add('multipart without parts');
  }
  return {
    contentType: type.value,
    parameters: type.parameters,
    disposition: dispositionOf(disposition.value),
    fileName: disposition.parameters['filename'] ?? type.parameters['name'] ?? null,
    children: children.map((child) => toPart(child, { ...level, depth: depth + 1 })),
    bytes: content?.bytes ?? new Uint8Array(),
    sizeBytes: content?.sizeBytes ?? 0,
  };
}

const UNTYPED_ATTACHMENT: ParameterizedValue = {
  value: 'application/octet-stream',
  parameters: {},
};

/** The first Content-Type of a header; without a usable one "text/plain" (RFC 2045 5.2). */
export function contentTypeOf(fields: readonly HeaderField[]): ParameterizedValue {
  const type = parseParameters(bodyOf(fields, 'content-type'));
  if (/^[!-.0-~]{1,60}\/[!-.0-~]{1,100}$/.test(type.value)) return type;
  return { value: 'text/plain', parameters: type.parameters };
}

function bodyOf(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.body ?? '';
}

/** Unknown dispositions count as attachment (RFC 2183 section 2.8). */
function dispositionOf(value: string): MimePart['disposition'] {
  if (value === '') return null;
  return value === 'inline' ? 'inline' : 'attachment';
}
