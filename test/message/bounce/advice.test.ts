import { describe, expect, it } from 'vitest';
import { bounceAdvice } from '../../../src/message/bounce/advice.ts';
import type { BounceReport } from '../../../src/message/types.ts';

const failed: BounceReport = {
  action: 'failed',
  permanence: 'permanent',
  finalRecipient: 'hanako@example.jp',
  enhancedStatusCode: '5.1.1',
  replyCode: 550,
  diagnostic: '550 5.1.1 User unknown',
  originalMessageId: '<ours.1@office.example.jp>',
};

const ROWS: [what: string, report: Partial<BounceReport>, kind: string][] = [
  ['an unknown user elsewhere is a wrong address', {}, 'call_wrong_address'],
  [
    'an unknown user of docomo may be a filter',
    { finalRecipient: 'hanako@docomo.ne.jp' },
    'call_carrier_filter',
  ],
  [
    'an unknown user of au may be a filter',
    { finalRecipient: 'h@ezweb.ne.jp' },
    'call_carrier_filter',
  ],
  [
    'an unknown user of SoftBank may be a filter',
    { finalRecipient: 'h@i.softbank.jp' },
    'call_carrier_filter',
  ],
  [
    'the relay of a carrier counts where the address does not tell',
    { finalRecipient: null, diagnostic: 'host mfsmax.docomo.ne.jp said: 550 Unknown user' },
    'call_carrier_filter',
  ],
  [
    'a full mailbox, also of a carrier',
    {
      finalRecipient: 'h@docomo.ne.jp',
      permanence: 'transient',
      enhancedStatusCode: '5.2.2',
      diagnostic: '552 5.2.2 Mailbox full',
    },
    'call_mailbox_full',
  ],
  [
    'a server that gave up after days',
    { permanence: 'transient', enhancedStatusCode: '4.4.7', diagnostic: 'expired' },
    'call_try_again',
  ],
  ['a refusal', { enhancedStatusCode: '5.7.1', diagnostic: '550 5.7.1 blocked' }, 'call_refused'],
  [
    'no reason given',
    { enhancedStatusCode: null, replyCode: null, diagnostic: '' },
    'call_unknown',
  ],
  ['a delay changes nothing', { action: 'delayed', permanence: 'transient' }, 'nothing'],
  ['a delivery changes nothing', { action: 'delivered' }, 'nothing'],
  [
    'a relaying changes nothing, even to a carrier',
    { action: 'relayed', finalRecipient: 'h@docomo.ne.jp' },
    'nothing',
  ],
];

describe('advice to the counselor', () => {
  it.each(ROWS)('%s', (_, report, kind) => {
    expect(bounceAdvice({ ...failed, ...report }).kind).toBe(kind);
  });
});
