/**
 * Looking up header fields of a typed message by name, for the rules that judge a mail by
 * them. It knows no rule and no header, and decodes nothing: values are decoded already.
 */
import type { InboundMessage } from './types.ts';

/** Values of a header in order of appearance, trimmed; the name is in lower case. */
export function headerValues(message: InboundMessage, name: string): string[] {
  return message.headers.filter((field) => field.name === name).map(({ value }) => value.trim());
}

/** "name: value" of the first header of that name that fits, or null; the usual evidence. */
export function headerEvidence(message: InboundMessage, name: string, fits: RegExp): string | null {
  const field = message.headers.find(
    (candidate) => candidate.name === name && fits.test(candidate.value.trim()),
  );
  return field ? `${name}: ${field.value.trim().slice(0, 200)}` : null;
}
