/**
 * The last of the machine rules: a null reverse-path and nothing else. RFC 5321 4.5.5
 * keeps it for notices that programs send; no mail program for people writes it. What
 * kind of notice it is, nobody knows here: delivery notices were asked for before.
 */
import { nullReversePath } from '../bounce/delivery-traces.ts';
import type { OriginRule } from './rule.ts';

export const nullSender: OriginRule = {
  name: 'null-return-path',
  origin: 'acknowledgement',
  find: ({ message }) => nullReversePath(message),
};
