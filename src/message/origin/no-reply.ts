/**
 * Mailboxes that say in their name that nobody reads answers, or that a list program owns
 * them (RFC 2142 section 6, RFC 5321 custom). A name that merely contains "auto" or "reply"
 * says nothing and is not looked at.
 */

import { ownList } from './own-list.ts';
import type { OriginRule } from './rule.ts';

/** The mailbox itself says that nobody reads answers: no-reply@, owner-…@, …-bounces@. */
const NO_REPLY_MAILBOX =
  /^(?:[\w.+-]{0,30}[-_.+])?(?:no[-_.]?reply|non[-_.]?reply|not[-_.]?reply|do[-_.]?not[-_.]?reply|dont[-_.]?reply|noresponse|no[-_.]?response|unattended|henshin[-_.]?(?:fuka|fuyou?))(?:[-_.+\d][\w.+-]{0,30})?@/u;
const LIST_MAILBOX =
  /^(?:owner-[\w.-]{1,60}|[\w.-]{1,60}-(?:bounces?|owner|request|errors))(?:\+[\w.=-]{0,80})?@/u;

export const noReplyMailbox: OriginRule = {
  name: 'no-reply-mailbox',
  origin: 'bulk',
  find(mail) {
    const { message, fromAddress } = mail;
    if (NO_REPLY_MAILBOX.test(fromAddress)) return `from: ${fromAddress}`;
    const replyTo = message.replyTo.find(({ address }) =>
      NO_REPLY_MAILBOX.test(address.toLowerCase()),
    );
    if (replyTo) return `reply-to: ${replyTo.address}`;
    const sender = (message.sender?.address ?? '').toLowerCase();
    return LIST_MAILBOX.test(sender) && !ownList(mail) ? `sender: ${sender}` : null;
  },
};
