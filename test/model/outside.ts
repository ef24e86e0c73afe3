/**
 * What people outside the office know and write: the mails they hold, the mails they wrote. It is
 * the model's side of the story; it never looks into the database.
 */
import {
  answerText,
  COUNSELOR,
  type InHand,
  letterSource,
  type Person,
} from '../../src/demo/people.ts';
import type { OutboundMessage } from '../../src/domain/outbound.ts';
import { REGISTERED, type Seeker } from './house.ts';
import type { MortalOffice } from './mortal-office.ts';

const CODE = /予約番号[：: ]*([0-9A-Z]{4}-[0-9A-Z]{4})/g;

export type LetterKind =
  | 'request'
  | 'memo'
  | 'consent'
  | 'doubt'
  | 'machine'
  | 'choice'
  | 'word'
  | 'site_booked'
  | 'site_cancelled'
  | 'forged';

export interface WrittenLetter {
  kind: LetterKind;
  messageId: string;
  from: Person;
  source: string;
  /** What was written anew. */
  text: string;
  /** The booking that a counselor's word is about, by its code. */
  reference: string | null;
  /** The Message-ID of our mail that it answers. */
  answers: string | null;
  /** When the first copy of it arrived. */
  arrivedAt: Temporal.Instant;
  copies: number;
}

export interface Draft {
  kind: LetterKind;
  from: Person;
  subject: string;
  text: string;
  answers?: OutboundMessage;
  reference?: string;
  headers?: readonly string[];
  /** Without the quotation that a person's mail program adds. */
  bare?: true;
}

/** A booking as the booking site has it. */
export interface SiteBooking {
  reference: string;
  seeker: Seeker;
  /** "2025年12月3日（水）10：00" */
  when: string;
}

export class Outside {
  readonly letters: WrittenLetter[] = [];
  /** What the booking site has booked, in order. */
  readonly site: SiteBooking[] = [];
  /** By seeker number, every address that the office was ever told of by somebody who may. */
  readonly addresses = new Map<string, Set<string>>();
  /** How often the office has said that its terms change. */
  announcements = 0;
  readonly #real: MortalOffice;

  constructor(real: MortalOffice) {
    this.#real = real;
    for (const seeker of REGISTERED) this.tellAddress(seeker.seekerNumber, seeker.address);
  }

  /** The office was told where a seeker's mail goes. */
  tellAddress(seekerNumber: string, address: string): void {
    const known = this.addresses.get(seekerNumber) ?? new Set();
    this.addresses.set(seekerNumber, known.add(address));
  }

  /** Writes a letter and lets the mailbox have it. */
  write(draft: Draft): void {
    const { kind, from, subject, answers, headers, bare, reference } = draft;
    const at = this.#real.clock.now();
    const hand: InHand | null = answers ?? null;
    const text = hand === null || bare ? draft.text : answerText(draft.text, hand, at);
    const source = letterSource({
      from,
      subject,
      text,
      at,
      number: this.letters.length + 1,
      ...(hand ? { answers: hand } : {}),
      ...(headers ? { headers } : {}),
    });
    this.letters.push({
      kind,
      from,
      source,
      text: draft.text,
      reference: reference ?? null,
      messageId: /^Message-ID: (\S+)/m.exec(source)?.[1] ?? '',
      answers: hand?.messageId ?? null,
      arrivedAt: at,
      copies: 1,
    });
    this.#real.mailbox.deliver(source, at);
  }

  /** The same mail once more, byte for byte. */
  deliverAgain(index: number): void {
    const letter = this.letters[index % Math.max(1, this.letters.length)];
    if (letter === undefined) return;
    letter.copies += 1;
    this.#real.mailbox.deliver(letter.source, this.#real.clock.now());
  }

  /** The newest mail to a person with such a subject; null where there is none. */
  inHand(person: Person, subject: RegExp): OutboundMessage | null {
    const mine = (mail: OutboundMessage) =>
      mail.to.address === person.address && subject.test(mail.subject);
    return this.#real.relay.sink.findLast(mine) ?? null;
  }

  /** A code of a booking that the counselor has read of; null before the first. */
  referenceKnownToStaff(index: number): string | null {
    const codes = this.#real.relay.sink
      .filter(({ to }) => to.address === COUNSELOR.address)
      .flatMap(({ subject, text }) => [...`${subject}\n${text}`.matchAll(CODE)])
      .map(([, code]) => code ?? '');
    // The newest first: it is those that people speak of.
    const known = [...new Set(codes.reverse())];
    return known[index % Math.max(1, known.length)] ?? null;
  }
}
