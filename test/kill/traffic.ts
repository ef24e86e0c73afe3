/**
 * What people and machines write to the office during a kill test: requests for few slots, so
 * that they clash, true replies to the terms mails that lie in the sink, answers to offers,
 * out-of-office answers, and mails that are delivered twice. It knows the wire only, not the
 * database.
 */
import { answerText, type InHand, letterSource, type Person } from '../../src/demo/people.ts';
import { parseMessage } from '../../src/message/parse.ts';
import type { SunkMail } from '../support/smtp-sink.ts';
import { requestForm } from '../support/world.ts';
import type { Chance } from './chance.ts';

export type LetterKind = 'request' | 'reply' | 'choice' | 'machine';

/** A mail that was written to the office, however often it was delivered. */
export interface WrittenLetter {
  kind: LetterKind;
  messageId: string;
  from: Person;
  source: string;
  /** The Message-ID of our mail that it answers. */
  answers: string | null;
  timesDelivered: number;
}

export interface Traffic {
  readonly letters: WrittenLetter[];
  /** The next mail for the mailbox, given what the sink holds: a new one, or an old one again. */
  next(sink: readonly SunkMail[], at: Temporal.Instant): Promise<WrittenLetter>;
}

/** A mail of the office that a seeker can answer. */
interface Answerable {
  kind: 'terms' | 'offer';
  hand: InHand;
  seeker: Person;
}

/** `wishes` are the times that people ask for, as text. */
export function startTraffic(chance: Chance, wishes: readonly string[]): Traffic {
  const letters: WrittenLetter[] = [];
  const seekers = new Map<string, Person>();
  const answered = new Set<string>();
  const hands = new Map<string, Answerable>();
  let read = 0;

  const write = (
    letter: Pick<WrittenLetter, 'kind' | 'from'> & { subject: string; text: string },
    { at, answers, headers }: { at: Temporal.Instant; answers?: InHand; headers?: string[] },
  ): WrittenLetter => {
    const { kind, from, subject, text } = letter;
    const number = letters.length + 1;
    const thread = { ...(answers ? { answers } : {}), ...(headers ? { headers } : {}) };
    const source = letterSource({ from, subject, text, at, number, ...thread });
    const written: WrittenLetter = {
      kind,
      from,
      source,
      messageId: /^Message-ID: (\S+)/m.exec(source)?.[1] ?? '',
      answers: answers?.messageId ?? null,
      timesDelivered: 0,
    };
    letters.push(written);
    return written;
  };

  const request = (at: Temporal.Instant): WrittenLetter => {
    const number = seekers.size + 1;
    const from = { name: '見本 花子', address: `seeker${number}@example.ne.jp` };
    seekers.set(from.address, from);
    const wish = chance.pick(wishes);
    const text = requestForm({ name: from.name, number: `45010-${10_000_000 + number}`, wish });
    return write({ kind: 'request', from, subject: 'オンライン職業相談の予約', text }, { at });
  };

  const answer = ({ kind, hand, seeker }: Answerable, at: Temporal.Instant): WrittenLetter => {
    answered.add(hand.messageId);
    const words = kind === 'terms' ? 'はい、よろしくお願いします。' : '1';
    const text = answerText(words, hand, at);
    const letter = { from: seeker, subject: `Re: ${hand.subject}`, text };
    const option = { at, answers: hand };
    return write({ kind: kind === 'terms' ? 'reply' : 'choice', ...letter }, option);
  };

  const outOfOffice = ({ hand, seeker }: Answerable, at: Temporal.Instant): WrittenLetter => {
    const text = 'ただいま外出しております。戻りましたらご連絡いたします。\n';
    const letter = { from: seeker, subject: `自動応答: ${hand.subject}`, text };
    const headers = ['Auto-Submitted: auto-replied'];
    return write({ kind: 'machine', ...letter }, { at, answers: hand, headers });
  };

  /** By Message-ID; a mail that came twice is one. */
  const answerables = async (sink: readonly SunkMail[]): Promise<Answerable[]> => {
    for (; read < sink.length; read += 1) {
      const mail = sink[read];
      const answerable = mail && (await readAnswerable(mail, seekers));
      if (answerable) hands.set(answerable.hand.messageId, answerable);
    }
    return [...hands.values()];
  };

  return {
    letters,
    next: async (sink, at) => {
      const mails = await answerables(sink);
      const open = mails.filter(({ hand }) => !answered.has(hand.messageId));
      const dice = chance.next();
      let letter: WrittenLetter;
      if (dice < 0.45 && open.length > 0) letter = answer(chance.pick(open), at);
      else if (dice < 0.55 && mails.length > 0) letter = outOfOffice(chance.pick(mails), at);
      else if (dice < 0.63 && letters.length > 0) letter = chance.pick(letters);
      else letter = request(at);
      letter.timesDelivered += 1;
      return letter;
    },
  };
}

/** The Message-ID of a mail in the sink, with brackets. */
export function messageIdOf({ text }: SunkMail): string {
  return /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? '';
}

/** A terms mail or an offer as its seeker holds it; null for every other mail. */
async function readAnswerable(
  mail: SunkMail,
  seekers: ReadonlyMap<string, Person>,
): Promise<Answerable | null> {
  const seeker = seekers.get(mail.rcptTo[0] ?? '');
  if (seeker === undefined) return null;
  const { messageId, subject, text } = await parseMessage(mail.source, { authservId: null });
  if (!subject.includes('返信してください')) return null;
  const kind = subject.includes('日時を選んで') ? 'offer' : 'terms';
  return { kind, seeker, hand: { messageId: messageId ?? '', subject, text } };
}
