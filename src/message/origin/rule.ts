/**
 * The shape of one rule of "machine or person". A rule looks for one kind of evidence and
 * answers with it, or with null; it never decides about the order and knows no other rule.
 */
import type { Origin } from '../types.ts';
import type { JudgedMail } from './judged-mail.ts';

export interface OriginRule {
  /** Kebab-case, stored with the verdict and shown to the admin. */
  name: string;
  /** What the mail is if the rule speaks. */
  origin: Exclude<Origin, 'person'>;
  /** The header line or the words found, or null. */
  find(mail: JudgedMail): string | null;
}
