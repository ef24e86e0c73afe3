/**
 * What a plain-text notice says has happened, where no RFC 3464 Action says it. A delay or
 * a success must be told apart from a failure: they change nothing about a booking.
 */
import type { BounceAction } from '../types.ts';

/** Asked in order, subject first, then the first 3,000 characters of the notice. */
const ACTION_WORDS: readonly [BounceAction, RegExp][] = [
  [
    'delayed',
    /\bdelay(?:ed)?\b|warning message only|still undelivered|not yet been delivered|will (?:be retried|keep trying|continue to (?:try|retry))|could not send message for (?:the )?past|do not need to resend|配信(?:が|の)?遅|遅延|再送を/iu,
  ],
  [
    'failed',
    /(?:fail|undeliver|returned mail|permanent|could not be|cannot be|couldn't|not able to|unable to|wasn't able|did not reach|did not receive|rejected|error|trouble|giv(?:en|ing) up|unknown|mailbox is full|exceeded|doesn't have)|でき(?:ません|なかった)|失敗|エラー|不明|不能|拒否/iu,
  ],
  [
    'delivered',
    /success(?:fully|ful)|has been delivered|was delivered|配信(?:されました|が?完了)|送信完了/iu,
  ],
  ['relayed', /\brelayed\b/iu],
];

/** `unknown` where neither subject nor text tells. */
export function noticeAction(subject: string, notice: string): BounceAction {
  for (const text of [subject, notice.slice(0, 3_000)]) {
    const found = ACTION_WORDS.find(([, words]) => words.test(text));
    if (found) return found[0];
  }
  return 'unknown';
}
