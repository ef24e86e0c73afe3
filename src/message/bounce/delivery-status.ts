/**
 * Reads the message/delivery-status part of a report: RFC 3464 (and RFC 6533, its UTF-8
 * form). It tolerates what real mail systems write: fields in any order, missing Action,
 * comments in Status, recipients without address type. It reads no prose.
 */
import type { BounceAction } from '../types.ts';

/** One recipient's group of fields (RFC 3464 2.3). */
export interface RecipientStatus {
  recipient: string | null;
  action: BounceAction;
  /** RFC 3463, "5.1.1"; null where the field is missing. */
  status: string | null;
  /** Without the "smtp;" in front. */
  diagnostic: string;
}

/** All recipients' groups of the part, in order; [] where it has none. */
export function readDeliveryStatus(text: string): RecipientStatus[] {
  const groups = text
    .slice(0, 100_000)
    .split(/\n[ \t]*\n/u)
    .map(fieldsOf);
  return groups.map(recipientStatus).filter((group) => group !== null);
}

/**
 * The group that a notice is about: the first that failed, else the first that waits, else the
 * first.
 */
export function decisiveStatus(groups: readonly RecipientStatus[]): RecipientStatus | null {
  return (
    groups.find(({ action }) => action === 'failed') ??
    groups.find(({ action }) => action === 'delayed') ??
    groups[0] ??
    null
  );
}

function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/gu, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function recipientStatus(fields: Map<string, string>): RecipientStatus | null {
  const written = fields.get('final-recipient') ?? fields.get('original-recipient') ?? null;
  const isRecipient = written !== null || fields.has('action') || fields.has('status');
  if (!isRecipient) return null;
  return {
    recipient: written === null ? null : addressOf(written),
    action: actionOf(fields.get('action') ?? ''),
    status: /^\s*([245]\.\d{1,3}\.\d{1,3})\b/u.exec(fields.get('status') ?? '')?.[1] ?? null,
    diagnostic: (fields.get('diagnostic-code') ?? '').replace(/^[\w-]{1,40}\s*;\s*/u, ''),
  };
}

/** "rfc822; <a@b>" without type, brackets and quotes; null where it is no address. */
export function addressOf(written: string): string | null {
  const bare = written
    .replace(/^\s*[\w-]{1,30}\s*;\s*/u, '')
    .replace(/\([^()]{0,200}\)\s*$/u, '')
    .trim();
  const inner = /<([^<>]{1,320})>/u.exec(bare)?.[1] ?? bare.split(/\s/u)[0] ?? '';
  const at = inner.lastIndexOf('@');
  if (at <= 0 || at === inner.length - 1) return null;
  const local = inner
    .slice(0, at)
    .replace(/^"((?:[^"\\]|\\.){0,128})"$/u, '$1')
    .replaceAll('\\', '');
  return `${local}@${inner.slice(at + 1).toLowerCase()}`;
}

const ACTIONS: readonly BounceAction[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

function actionOf(written: string): BounceAction {
  const word = /^\s*([a-z]+)/iu.exec(written)?.[1]?.toLowerCase() ?? '';
  return ACTIONS.find((action) => action === word) ?? 'unknown';
}
