/**
 * Reads delivery notices: which mail of ours, which recipient, what happened, and whether
 * a later try could succeed (RFC 3464, 3463, 5321, and the plain-text forms in `bounce/`).
 * It decides nothing about a booking, and finds no words for people: templates do.
 */
import {
  decisiveStatus,
  type RecipientStatus,
  readDeliveryStatus,
} from './bounce/delivery-status.ts';
import { diagnose } from './bounce/diagnosis.ts';
import { failedRecipient } from './bounce/failed-recipient.ts';
import { noticeAction } from './bounce/notice-action.ts';
import { isDeliveryNotice } from './bounce/notice-recognition.ts';
import { type NoticeText, noticeText } from './bounce/notice-text.ts';
import { findReturned } from './bounce/returned-message.ts';
import type { BounceAction, BounceReport, InboundMessage } from './types.ts';

/** Reads a delivery notice; null where the mail is none (RFC 3464 and older forms). */
export function readBounce(message: InboundMessage): BounceReport | null {
  if (!isDeliveryNotice(message)) return null;
  const text = noticeText(message);
  const status = decisiveStatus(
    message.parts.filter(isStatusPart).flatMap((part) => readDeliveryStatus(part.text ?? '')),
  );
  return report(message, text, status);
}

function report(
  message: InboundMessage,
  text: NoticeText,
  status: RecipientStatus | null,
): BounceReport {
  const returned = findReturned(message, text.returned);
  const diagnostic = status?.diagnostic || noticeDiagnostic(text.notice);
  const action =
    status && status.action !== 'unknown'
      ? status.action
      : noticeAction(message.subject, text.notice);
  const { replyCode, enhancedStatusCode, permanence } = diagnose(
    diagnostic,
    status?.status ?? null,
  );
  return {
    action,
    permanence: permanenceOf(action, permanence),
    finalRecipient: status?.recipient ?? failedRecipient(message, text.notice) ?? returned.to,
    enhancedStatusCode,
    replyCode,
    diagnostic: diagnostic.replace(/\s+/gu, ' ').trim().slice(0, 500),
    originalMessageId: returned.messageId,
  };
}

const isStatusPart = (part: InboundMessage['parts'][number]) =>
  /^message\/(?:global-)?delivery-status\b/u.test(part.contentType);

/**
 * The mail system's words about the failure: the notice without blank lines, from the recipient on
 * where he is named.
 */
function noticeDiagnostic(notice: string): string {
  const lines = notice.split('\n').filter((line) => line.trim() !== '');
  const from = lines.findIndex((line) => /@[a-z\d-]+\.[a-z]/iu.test(line));
  const start = from < 0 ? 0 : Math.max(0, from - 1);
  return lines.slice(start, start + 30).join('\n');
}

/** RFC 3464 2.3.3: `failed` means that the mail system has given up, unless codes or words say more. */
function permanenceOf(
  action: BounceAction,
  diagnosed: BounceReport['permanence'],
): BounceReport['permanence'] {
  if (action === 'delayed') return 'transient';
  if (action === 'failed') return diagnosed === 'unknown' ? 'permanent' : diagnosed;
  return action === 'unknown' ? diagnosed : 'unknown';
}
