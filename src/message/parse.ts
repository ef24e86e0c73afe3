/**
 * From the bytes of a mail to the typed message: the one door through which mail enters the
 * program's understanding. Deterministic, its result can be cloned between threads.
 * It never judges who sent the mail or what it means, and never throws for bad content:
 * trouble becomes an entry of `doubts`; only bytes without any sign of a mail are refused.
 */
import { parseAddresses } from './address-header.ts';
import { readAuthentication } from './authentication.ts';
import { readBody } from './body.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { type HeaderBlock, type HeaderField, headerText, readHeaders } from './headers.ts';
import { readMessageIds } from './message-id.ts';
import { contentTypeOf, type MimePart, readMimeTree } from './mime-leaves.ts';
import type { InboundMessage, Mailbox } from './types.ts';
import { UnreadableMail } from './unreadable-mail.ts';

export interface ParseOptions {
  /** RFC 8601 id of the office's own server; null: no server is trusted to authenticate. */
  authservId: string | null;
  /** UTF-16 units kept of each text, 500,000 where not given. */
  maxTextLength?: number;
}

const DEFAULT_MAX_TEXT_LENGTH = 500_000;
const MAX_SUBJECT_LENGTH = 2000;
const MAX_ATTACHED_DEPTH = 5;
const MAX_ATTACHED_MESSAGES = 50;

/** Parses one mail (RFC 5322, 2045–2049). Rejects with `UnreadableMail` and nothing else. */
export async function parseMessage(
  source: Uint8Array,
  options: ParseOptions,
): Promise<InboundMessage> {
  return parseLevel(source, options, { depth: 0, room: { messages: MAX_ATTACHED_MESSAGES } });
}

interface Level {
  depth: number;
  room: { messages: number };
}

async function parseLevel(
  source: Uint8Array,
  options: ParseOptions,
  level: Level,
): Promise<InboundMessage> {
  const start = mailStart(source);
  const block = readHeaders(start);
  if (isBlank(start)) {
    throw new UnreadableMail('no header and no body');
  }
  const tree = await readTree(start, block);
  const root = tree.root;
  const body = readBody(root, options.maxTextLength ?? DEFAULT_MAX_TEXT_LENGTH);
  const attached = await parseAttached(root, options, level);
  const fields = readFields(block.fields);
  const doubts = [
    block.doubts,
    tree.doubts,
    body.doubts,
    attached.doubts,
    doubtsAbout(fields, block.fields),
  ];
  return {
    ...fields,
    authentication: readAuthentication(block.fields, options.authservId),
    text: body.text,
    html: body.html,
    parts: body.parts,
    attached: attached.messages,
    doubts: [...new Set(doubts.flat())],
  };
}

/** The MIME tree; where there is none to be found, all that follows the header is one text. */
async function readTree(
  source: Uint8Array,
  block: HeaderBlock,
): Promise<{ root: MimePart; doubts: string[] }> {
  const bare = bareBody(source.subarray(block.bodyStart));
  if (block.fields.length === 0) return { root: bare, doubts: [] };
  const { root, doubts } = await readMimeTree(source);
  if (root === null) return { root: bare, doubts };
  const hasEmptyParts = root.children.length > 0 && doubts.length === 0;
  if (hasContent(root) || hasEmptyParts || isBlank(bare.bytes)) return { root, doubts };
  // mailparser found nothing in a mail that is not empty
  return { root: bare, doubts: [...doubts, 'MIME structure not understood'] };
}

function hasContent(part: MimePart): boolean {
  return part.sizeBytes > 0 || part.children.some(hasContent);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

type FieldValues = Omit<
  InboundMessage,
  'authentication' | 'text' | 'html' | 'parts' | 'attached' | 'doubts'
>;

function readFields(fields: readonly HeaderField[]): FieldValues {
  const first = (name: string) => fields.find((field) => field.name === name)?.body;
  const all = (name: string) => fields.filter((field) => field.name === name);
  const addresses = (name: string): Mailbox[] =>
    all(name).flatMap((field) => parseAddresses(field.body));
  const type = contentTypeOf(fields);
  const returnPath = first('return-path');
  return {
    messageId: readMessageIds(first('message-id') ?? '')[0] ?? null,
    inReplyTo: all('in-reply-to').flatMap((field) => readMessageIds(field.body)),
    references: all('references').flatMap((field) => readMessageIds(field.body)),
    from: addresses('from'),
    sender: addresses('sender')[0] ?? null,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    returnPath: returnPath === undefined ? null : (parseAddresses(returnPath)[0]?.address ?? ''),
    subject: headerText(first('subject') ?? '')
      .slice(0, MAX_SUBJECT_LENGTH)
      .toWellFormed(),
    headers: fields.map((field) => ({ name: field.name, value: headerText(field.body) })),
    contentType: { type: type.value, parameters: type.parameters },
  };
}

/** What the decoded fields leave unsure. RFC 5322 section 3.6.2: there is one From field. */
function doubtsAbout(values: FieldValues, fields: readonly HeaderField[]): string[] {
  const unsure = fields.flatMap(({ name, body }) => {
    if (name !== 'from' && name !== 'subject') return [];
    const { doubt } = decodeEncodedWords(body);
    return doubt === null ? [] : [`header ${name}: ${doubt}`];
  });
  // several authors are nobody whom a reply could bind
  return values.from.length > 1 ? [...unsure, 'several senders'] : unsure;
}

async function parseAttached(
  root: MimePart,
  options: ParseOptions,
  level: Level,
): Promise<{ messages: InboundMessage[]; doubts: string[] }> {
  const messages: InboundMessage[] = [];
  for (const part of messageParts(root)) {
    if (level.depth >= MAX_ATTACHED_DEPTH || level.room.messages <= 0) {
      return { messages, doubts: ['attached messages nested too deep or too many'] };
    }
    level.room.messages -= 1;
    // an attached mail was not received by the office's server: it has nothing to trust in it
    const inner = { ...options, authservId: null };
    try {
      messages.push(await parseLevel(part.bytes, inner, { ...level, depth: level.depth + 1 }));
    } catch (error) {
      if (!(error instanceof UnreadableMail)) throw error;
    }
  }
  return { messages, doubts: [] };
}

function messageParts(part: MimePart): MimePart[] {
  if (part.children.length > 0) return part.children.flatMap(messageParts);
  return part.contentType === 'message/rfc822' || part.contentType === 'message/global'
    ? [part]
    : [];
}

function bareBody(bytes: Uint8Array): MimePart {
  return {
    contentType: 'text/plain',
    parameters: {},
    disposition: null,
    fileName: null,
    children: [],
    bytes,
    sizeBytes: bytes.length,
  };
}

/** The message without the "From " line of an mbox file or blank lines in front. */
function mailStart(source: Uint8Array): Uint8Array {
  let at = 0;
  while (source[at] === 0x0a || source[at] === 0x0d) at++;
  const isMbox = Buffer.from(source.subarray(at, at + 5)).toString('latin1') === 'From ';
  if (!isMbox) return source.subarray(at);
  const feed = source.indexOf(0x0a, at);
  return feed < 0 ? source.subarray(at) : source.subarray(feed + 1);
}
