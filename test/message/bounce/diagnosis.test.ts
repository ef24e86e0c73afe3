import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/message/bounce/diagnosis.ts';

type Row = [
  words: string,
  status: string | null,
  replyCode: number | null,
  enhanced: string | null,
  permanence: string,
  cause: string,
];

const ROWS: Row[] = [
  [
    '550 5.1.1 <a@b.jp>: Recipient address rejected: User unknown',
    null,
    550,
    '5.1.1',
    'permanent',
    'user_unknown',
  ],
  ['550 Unknown user a@docomo.ne.jp', '5.0.0', 550, '5.0.0', 'permanent', 'user_unknown'],
  [
    'host lsean.ezweb.ne.jp[27.85.176.228] said: 550 <a@ezweb.ne.jp>: User unknown (in reply to RCPT TO command)',
    null,
    550,
    null,
    'permanent',
    'user_unknown',
  ],
  ['552 5.2.2 Mailbox full', null, 552, '5.2.2', 'transient', 'mailbox_full'],
  [
    '送信先のメールボックスが容量の上限に達しています',
    null,
    null,
    null,
    'transient',
    'mailbox_full',
  ],
  ['452 4.2.2 over quota', '4.2.2', 452, '4.2.2', 'transient', 'mailbox_full'],
  [
    '451 4.7.650 temporarily rate limited due to IP reputation',
    '4.7.650',
    451,
    '4.7.650',
    'transient',
    'busy',
  ],
  ['550 4.4.7 QUEUE.Expired; message expired', null, 550, '4.4.7', 'transient', 'expired'],
  ['connection timed out', null, null, null, 'transient', 'network'],
  [
    'Host or domain name not found. Name service error',
    '5.4.4',
    null,
    '5.4.4',
    'permanent',
    'host_unknown',
  ],
  [
    '550-5.7.26 Unauthenticated email from example.jp is not accepted',
    null,
    550,
    '5.7.26',
    'permanent',
    'rejected',
  ],
  ['(reason: 553 sorry)', null, 553, null, 'permanent', 'unknown'],
  ['<<< 421', null, 421, null, 'transient', 'unknown'],
  ['宛先のアドレスが存在しません', null, null, null, 'permanent', 'user_unknown'],
  ['受信者の設定により受信が拒否されました', null, null, null, 'permanent', 'rejected'],
  ['', null, null, null, 'unknown', 'unknown'],
  ['received from 192.0.2.20 (Exim 4.94.2) at 2026', null, null, null, 'unknown', 'unknown'],
];

describe('diagnosis of a delivery failure', () => {
  it.each(ROWS)(
    '"%s" with status %s',
    (words, status, replyCode, enhancedStatusCode, permanence, cause) => {
      expect(diagnose(words, status)).toEqual({ replyCode, enhancedStatusCode, permanence, cause });
    },
  );
});
