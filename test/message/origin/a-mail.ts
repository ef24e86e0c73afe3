/**
 * Builds typed messages for tests of pure rules: a plain mail of a person, changed where a test
 * says so.
 */
import type { OriginContext } from '../../../src/message/origin/judged-mail.ts';
import type { InboundMessage, Part } from '../../../src/message/types.ts';

export interface MailParts extends Partial<Omit<InboundMessage, 'headers'>> {
  headers?: Record<string, string>;
}

export function aMail({ headers = {}, ...parts }: MailParts = {}): InboundMessage {
  return {
    messageId: '<m1@docomo.ne.jp>',
    inReplyTo: [],
    references: [],
    from: [{ name: '小林 花子', address: 'hanako@docomo.ne.jp' }],
    sender: null,
    replyTo: [],
    to: [{ name: '', address: 'booking@office.example.jp' }],
    cc: [],
    returnPath: 'hanako@docomo.ne.jp',
    subject: 'Re: オンライン職業相談のご案内',
    headers: Object.entries(headers).map(([name, value]) => ({ name: name.toLowerCase(), value })),
    contentType: { type: 'text/plain', parameters: {} },
    authentication: { dmarc: null, dkim: null, spf: null, passedFor: [] },
    text: 'はい',
    html: null,
    parts: [],
    attached: [],
    doubts: [],
    ...parts,
  };
}

export function aPart(
  contentType: string,
  text: string | null = null,
  fileName: string | null = null,
): Part {
  return { contentType, fileName, sizeBytes: text?.length ?? 0, text };
}

export const OFFICE: OriginContext = {
  ownAddresses: ['booking@office.example.jp'],
  isOwnMessageId: (id) => id.startsWith('<ours.'),
};
