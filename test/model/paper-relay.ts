/**
 * A relay on paper: takes mails, puts them off, refuses them, or falls silent after the final dot,
 * where nobody knows whether it took them. What it took lies in its sink for good.
 */
import type { OutboundMessage } from '../../src/domain/outbound.ts';
import type { DeliveryOutcome } from '../../src/smtp/outcome.ts';
import type { Relay } from '../../src/smtp/relay.ts';

export const RELAY_MOODS = [
  'accepts',
  'defers',
  'refuses',
  'falls_silent_taken',
  'falls_silent_lost',
  'is_unreachable',
] as const;
export type RelayMood = (typeof RELAY_MOODS)[number];

export class PaperRelay {
  mood: RelayMood = 'accepts';
  readonly sink: OutboundMessage[] = [];
  /** How often it took a mail and never said so. */
  silences = 0;

  /** The relay as one life of the program has it; a life that ended sends nothing. */
  open(isAlive: () => boolean): Relay {
    return {
      send: async (mail) => {
        if (!isAlive()) throw new Error('sent by a life that has ended');
        const takes = this.mood === 'accepts' || this.mood === 'falls_silent_taken';
        if (takes) this.sink.push(mail);
        if (this.mood === 'falls_silent_taken') this.silences += 1;
        return OUTCOMES[this.mood];
      },
      verify: async () => undefined,
      close: async () => undefined,
    };
  }
}

const OUTCOMES: Record<RelayMood, DeliveryOutcome> = {
  accepts: { kind: 'accepted', replyCode: 250, response: '250 2.0.0 Ok' },
  defers: {
    kind: 'deferred',
    replyCode: 451,
    enhancedStatusCode: '4.3.0',
    response: '451 4.3.0 later',
  },
  refuses: {
    kind: 'refused',
    replyCode: 550,
    enhancedStatusCode: '5.1.1',
    response: '550 5.1.1 unknown',
    scope: 'recipient',
  },
  falls_silent_taken: { kind: 'unknown', reason: 'no reply after the final dot' },
  falls_silent_lost: { kind: 'unknown', reason: 'no reply after the final dot' },
  is_unreachable: { kind: 'unreachable', reason: 'ECONNREFUSED', setting: 'smtp.host' },
};
