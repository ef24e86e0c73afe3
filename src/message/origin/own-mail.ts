/**
 * Our own mail coming back: a redirection, a list that mirrors, a robot that resends, or
 * another program on our mailbox. Relies on RFC 5322 3.6.4 (a Message-ID is unique) and on
 * our own address as author. It never speaks for a mail that merely answers one of ours.
 */
import type { OriginRule } from './rule.ts';

/** The mail bears a Message-ID that we made. Seen: .forward loops, Exchange redirect rules. */
export const ownMessageId: OriginRule = {
  name: 'own-message-id',
  origin: 'own',
  find({ message, context }) {
    const id = message.messageId;
    return id !== null && context.isOwnMessageId(id) ? `message-id: ${id}` : null;
  },
};

/**
 * We are the author (RFC 5322 3.6.2): From is an address of the office's mailbox. Sender may be
 * ours where the mailbox is run as a group.
 */
export const ownAddress: OriginRule = {
  name: 'own-address',
  origin: 'own',
  find({ message, context }) {
    const own = new Set(context.ownAddresses.map((address) => address.toLowerCase()));
    const author = message.from.find(({ address }) => own.has(address.toLowerCase()));
    return author ? `from: ${author.address}` : null;
  },
};
