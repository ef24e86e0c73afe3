/**
 * No text of a mail holds up what is asked of it: who or what wrote it, what is new in it, what was
 * forwarded, why it came back. Half a million signs are as much as the parser lets through.
 */
import { describe, expect, test } from 'vitest';
import { readBounce } from '../../src/message/bounce.ts';
import { forwardedPart } from '../../src/message/forwarded.ts';
import { judgeOrigin } from '../../src/message/origin.ts';
import { splitReply } from '../../src/message/reply-text.ts';
import { heldUpBy } from '../support/hostile-text.ts';
import { aMail, aPart } from './origin/a-mail.ts';

const OUR_TEXT = 'ご予約の日時\n\n規約\n第1条\n本文のテキストです。\n'.repeat(50);
const context = { ownAddresses: [], isOwnMessageId: () => false, ourText: OUR_TEXT };
const bounce = (text: string) =>
  aMail({
    returnPath: '',
    text,
    headers: { 'Content-Type': 'multipart/report; report-type=delivery-status' },
    contentType: { type: 'multipart/report', parameters: { 'report-type': 'delivery-status' } },
    parts: [aPart('text/plain', text), aPart('message/delivery-status', text)],
  });

const QUESTIONS: readonly { name: string; ask: (text: string) => unknown }[] = [
  { name: 'who wrote it', ask: (text) => judgeOrigin(aMail({ text }), context) },
  { name: 'what is new in it', ask: (text) => splitReply(text, null) },
  { name: 'what is new in an answer to us', ask: (text) => splitReply(text, OUR_TEXT) },
  { name: 'what was forwarded', ask: (text) => forwardedPart(aMail({ text })) },
  { name: 'why it came back', ask: (text) => readBounce(bounce(text)) },
];

describe.each(QUESTIONS)('$name', ({ ask }) => {
  test('is told in no time, whatever the shape of the text', { timeout: 120_000 }, () => {
    expect(heldUpBy(ask, { length: 500_000, limitMs: 500 })).toEqual([]);
  });
});

test('the bounce of the question above is one', () => {
  expect(
    readBounce(bounce('Final-Recipient: rfc822; a@b.jp\nAction: failed\nStatus: 5.1.1\n')),
  ).not.toBeNull();
});
