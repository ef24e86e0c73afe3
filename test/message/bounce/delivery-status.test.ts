import { describe, expect, it } from 'vitest';
import {
  addressOf,
  decisiveStatus,
  readDeliveryStatus,
} from '../../../src/message/bounce/delivery-status.ts';

describe('RFC 3464 delivery status', () => {
  it('reads a recipient group in any order of fields, folded lines included', () => {
    const text =
      'Reporting-MTA: dns; mx.example.jp\n\nDiagnostic-Code: smtp; 550 5.1.1\n  User unknown\nStatus: 5.1.1 (bad)\nFinal-Recipient: rfc822; <Hanako@Docomo.NE.JP>\nAction: failed\n';
    expect(readDeliveryStatus(text)).toEqual([
      {
        recipient: 'Hanako@docomo.ne.jp',
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 User unknown',
      },
    ]);
  });

  it('takes the original recipient where the final one is missing', () => {
    expect(readDeliveryStatus('Original-Recipient: <a@b.jp>\nAction: failed')[0]?.recipient).toBe(
      'a@b.jp',
    );
  });

  it('knows no action that the standard does not know', () => {
    expect(readDeliveryStatus('Final-Recipient: rfc822;a@b.jp\nAction: exploded')[0]?.action).toBe(
      'unknown',
    );
  });

  it('finds no recipient in the group of the message alone', () => {
    expect(readDeliveryStatus('Reporting-MTA: dns; mx.example.jp\nArrival-Date: today')).toEqual(
      [],
    );
  });

  it('lets a failure decide before a delay, and a delay before a success', () => {
    const group = (address: string, action: string) =>
      `Final-Recipient: rfc822;${address}\nAction: ${action}`;
    const groups = [
      group('a@b.jp', 'delivered'),
      group('c@d.jp', 'delayed'),
      group('e@f.jp', 'failed'),
    ];
    expect(decisiveStatus(readDeliveryStatus(groups.join('\n\n')))?.recipient).toBe('e@f.jp');
    expect(decisiveStatus(readDeliveryStatus(groups.slice(0, 2).join('\n\n')))?.recipient).toBe(
      'c@d.jp',
    );
    expect(decisiveStatus([])).toBeNull();
  });

  it.each([
    ['rfc822;a@B.jp', 'a@b.jp'],
    ['rfc822; "a..b."@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ['.a..b.@docomo.ne.jp', '.a..b.@docomo.ne.jp'],
    ['<a@b.jp> (alias)', 'a@b.jp'],
    ['system; root', null],
    ['@', null],
    ['', null],
  ])('%s is the address %s', (written, address) => {
    expect(addressOf(written)).toBe(address);
  });
});
