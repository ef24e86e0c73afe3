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
import type { MortalOffice } from './mortal-office.ts';

export type LetterKind =
  | 'request'
  | 'memo'
  | 'consent'
  | 'doubt'
  | 'machine'
  | 'choice'
  | 'word'
  | 'bounce';

export interface WrittenLetter {
  kind: LetterKind;
  messageId: string;
  from: Person;
  source: string;
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
  headers?: readonly string[];
  /** Without the quotation that a person's mail program adds. */
  bare?: true;
}

export class Outside {
  readonly letters: WrittenLetter[] = [];
  readonly #real: MortalOffice;

  constructor(real: MortalOffice) {
    this.#real = real;
  }

  /** Writes a letter and lets the mailbox have it. */
  write(draft: Draft): void {
    const { kind, from, subject, answers, headers, bare } = draft;
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
      .flatMap(({ subject }) => /［予約番号 ([^］]+)］/.exec(subject)?.[1] ?? []);
    const known = [...new Set(codes)];
    return known[index % Math.max(1, known.length)] ?? null;
  }
}
