/**
 * What stays of a Message-ID when a mail is purged: enough to know the mail again, not enough to
 * tell from where it came (Articles 7 and 8, trap 9).
 */
import { createHash } from 'node:crypto';

/** The form in which a purged mail bears its Message-ID. */
export function hashedMessageId(messageId: string): string {
  return messageId.startsWith(PREFIX)
    ? messageId
    : PREFIX + createHash('sha256').update(messageId).digest('hex');
}

const PREFIX = 'sha256:';

/** The forms under which a mail may stand in the ledger. */
export function formsOfMessageId(messageId: string): string[] {
  return [messageId, hashedMessageId(messageId)];
}
