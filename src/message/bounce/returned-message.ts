/**
 * Finds the mail of ours that a delivery notice returns: as an attached message, as its
 * header alone, in the text of the notice, or only named in In-Reply-To and References.
 * It does not know which Message-IDs are ours; the caller looks the answer up.
 */
import { readMessageIds } from '../message-id.ts';
import type { InboundMessage } from '../types.ts';

export interface ReturnedMessage {
  /** With angle brackets, or null where the notice does not tell. */
  messageId: string | null;
  /** The To address of the returned mail, or null. */
  to: string | null;
}

const HEADER_PARTS =
  /^(?:text\/rfc822-headers|message\/(?:rfc822|global|global-headers|partial|rfc822-headers))\b/u;

/** Looks in that order; `returnedText` is what stands below the notice in its own text. */
export function findReturned(message: InboundMessage, returnedText: string): ReturnedMessage {
  const attached = message.attached[0];
  const headerTexts = message.parts
    .filter(
      ({ contentType, text, fileName }) =>
        text !== null && (HEADER_PARTS.test(contentType) || fileName !== null),
    )
    .map(({ text }) => text ?? '');
  const texts = [...headerTexts, returnedText].map((text) => text.slice(0, 60_000));
  return {
    messageId:
      attached?.messageId ??
      firstOf(texts, messageIdIn) ??
      message.inReplyTo.at(-1) ??
      message.references.at(-1) ??
      messageIdIn(message.text.slice(0, 60_000)),
    to: attached?.to[0]?.address ?? firstOf(texts, toIn),
  };
}

function firstOf(texts: readonly string[], find: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

/** The value of a Message-ID field, also folded, indented or quoted as notices print it. */
function messageIdIn(text: string): string | null {
  const written =
    /^[ \t>]{0,8}message-id:\s{0,10}(<[^<>\s]{1,998}>|[^<>\s]{1,998}@[^<>\s]{1,255})/imu.exec(
      text,
    )?.[1];
  if (written === undefined) return null;
  return readMessageIds(written.startsWith('<') ? written : `<${written}>`)[0] ?? null;
}

function toIn(text: string): string | null {
  return /^to:[^\n<@]{0,200}?<?([^\s<>,;:"]{1,64}@[a-z\d.-]{1,255})/imu.exec(text)?.[1] ?? null;
}
