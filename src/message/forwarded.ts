/**
 * The mail that a counselor forwarded, inline or attached: the innermost original, the fields
 * its client printed, and apart from it what the forwarder wrote himself. The forwarder's name,
 * address and signature never become part of the forwarded text. It reads no items.
 */

import { type ForwardLayer, forwardLayer } from './quotation/forward-layer.ts';
import { printedMailbox } from './quotation/header-block.ts';
import { subjectPrefix } from './quotation/subject-prefixes.ts';
import { splitReply } from './reply-text.ts';
import { isRule, splitSignature } from './signature.ts';
import type { InboundMessage, Mailbox } from './types.ts';

/** A forwarded mail and what the forwarder wrote around it. */
export interface ForwardedPart {
  /** What the forwarder wrote above and below, without his signature. */
  comment: string;
  /** What those wrote through whose hands it went before; '' where it was forwarded once. */
  between: string;
  /** Subject of the forwarded mail; '' where none was printed. */
  subject: string;
  /** Its sender as printed; `address` is '' where the client printed a name only. */
  from: Mailbox | null;
  /** Its date as printed, not interpreted. */
  date: string | null;
  /** Its words with its own signature, without what it quotes itself. */
  text: string;
  form: 'inline' | 'attached';
}

/** What the headers of the forwarding mail say; empty values where a caller has only text. */
export interface ForwardContext {
  subject: string;
  /** The forwarder. */
  from: Mailbox[];
  /** The recipients of the forwarding mail. */
  to: Mailbox[];
  /** Whether the mail names a mail that it answers. */
  answers: boolean;
}

const MAX_LAYERS = 8;
const MAX_FOOT_LINES = 20;

const same = (a: string, b: string) => a !== '' && a.toLowerCase() === b.toLowerCase();

function holdsAddress(value: string, mailboxes: Mailbox[]): boolean {
  const lower = value.toLowerCase();
  return mailboxes.some(({ address }) => address !== '' && lower.includes(address.toLowerCase()));
}

/** Whether a header block belongs to the quotation of an answer rather than to a forward. */
function isAnswer(layer: ForwardLayer, context: ForwardContext): boolean {
  if (layer.opening === 'forward') return false;
  const prefix = subjectPrefix(context.subject);
  if (prefix === 'forward') return false;
  if (layer.opening === 'attribution') return true;
  const sender = layer.block?.fields.from ?? '';
  if (holdsAddress(sender, context.to)) return true;
  if (holdsAddress(layer.block?.fields.to ?? '', context.from)) return true;
  if (sender.includes('@') && context.from.length > 0) return false;
  return prefix === 'reply' || context.answers;
}

/** Whether the forwarded mail was itself a forward, so that the original lies one layer deeper. */
function goesDeeper(layer: ForwardLayer, inner: ForwardLayer): boolean {
  if (inner.opening === 'forward') return true;
  if (inner.opening === 'attribution') return false;
  const prefix = subjectPrefix(layer.block?.fields.subject ?? '');
  // Sent on without a word; an answer without a word only quotes.
  const isBare = inner.above.every((line) => line.trim() === '');
  return prefix === 'forward' || (isBare && prefix !== 'reply');
}

/** Whether both mails were printed with the same sender address. */
function sameSender(outer: ForwardLayer, inner: ForwardLayer): boolean {
  const [first, second] = [outer, inner].map(
    ({ block }) => printedMailbox(block?.fields.from ?? '')?.address ?? '',
  );
  return same(first ?? '', second ?? '');
}

/** The original below all forwards; who sends on a mail of his own adds to its words. */
function innermost(layer: ForwardLayer): { original: ForwardLayer; between: string[] } {
  let current = layer;
  const between: string[] = [];
  for (let depth = 0; depth < MAX_LAYERS; depth++) {
    const inner = forwardLayer(current.body.join('\n'));
    if (inner === null || !goesDeeper(current, inner)) break;
    const own = sameSender(current, inner);
    if (!own) between.push(...splitSignature(inner.above).body, '');
    current = own ? { ...inner, body: [...inner.above, '', ...inner.body] } : inner;
  }
  return { original: current, between };
}

/** Takes a block under a rule off the foot where it names the forwarder. */
function withoutForwarder(body: string[], forwarders: Mailbox[]): string[] {
  const from = Math.max(0, body.length - MAX_FOOT_LINES);
  for (let i = from; i < body.length; i++) {
    if (!isRule(body[i] ?? '') && !/^--\s?$/.test(body[i] ?? '')) continue;
    const foot = body.slice(i).join(' ').replace(/\s+/g, '');
    const named = forwarders.some(
      ({ name, address }) =>
        (address !== '' && foot.toLowerCase().includes(address.toLowerCase())) ||
        (name.length >= 2 && foot.includes(name.replace(/\s+/g, ''))),
    );
    if (named) return body.slice(0, i);
  }
  return body;
}

/** The forwarded mail's own words and signature, its quotations left out where words remain. */
function ownWords(body: string[]): string {
  const text = body.join('\n').trim();
  const split = splitReply(text, null);
  const words = [split.newText, split.signature].filter((part) => part !== '').join('\n\n');
  return split.newText === '' ? text : words;
}

/** Finds an inline forward in a text; null where there is none. */
export function splitForward(text: string, context: ForwardContext): ForwardedPart | null {
  const layer = forwardLayer(text);
  if (layer === null || isAnswer(layer, context)) return null;
  const { original, between } = innermost(layer);
  const fields = original.block?.fields ?? {};
  const comment = [layer.above, layer.below].map((lines) => splitSignature(lines).body.join('\n'));
  return {
    comment: comment
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n\n'),
    between: between.join('\n').trim(),
    subject: fields.subject ?? '',
    from: fields.from === undefined ? null : printedMailbox(fields.from),
    date: fields.date ?? null,
    text: ownWords(withoutForwarder(original.body, context.from)),
    form: 'inline',
  };
}

function contextOf(message: InboundMessage): ForwardContext {
  return {
    subject: message.subject,
    from: message.from,
    to: [...message.to, ...message.cc],
    answers: message.inReplyTo.length > 0,
  };
}

function attachedPart(message: InboundMessage, attached: InboundMessage): ForwardedPart {
  const deeper = subjectPrefix(attached.subject) === 'forward' ? forwardedPart(attached) : null;
  const { newText } = splitReply(message.text, null);
  const date = attached.headers.find(({ name }) => same(name, 'date'))?.value ?? null;
  const here = {
    between: '',
    subject: attached.subject,
    from: attached.from[0] ?? null,
    date,
    text: ownWords(attached.text.split('\n')),
  };
  const between = [deeper?.comment ?? '', deeper?.between ?? ''].filter((part) => part !== '');
  return { ...here, ...deeper, comment: newText, between: between.join('\n\n'), form: 'attached' };
}

/** The mail that a message forwards, attached before inline; null where it forwards none. */
export function forwardedPart(message: InboundMessage): ForwardedPart | null {
  const attached = message.attached[0];
  if (attached !== undefined) return attachedPart(message, attached);
  return splitForward(message.text, contextOf(message));
}
