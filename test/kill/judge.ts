/**
 * Judges a kill test: the mailbox, the database and the sink must tell one story. Each check
 * returns what is wrong in words; nothing is written anywhere.
 */
import type { BookingRow, Evidence, Tables } from './evidence.ts';
import { readTables } from './evidence.ts';
import { judgeSink } from './judge-sink.ts';
import type { WrittenLetter } from './traffic.ts';

export interface Verdict {
  /** Empty where every promise held. */
  problems: string[];
  /** How often each thing happened, in the order in which it is printed. */
  figures: Record<string, number>;
}

export async function judge(evidence: Evidence): Promise<Verdict> {
  const tables = readTables(evidence.database);
  const sink = judgeSink(evidence, tables);
  return {
    problems: [
      ...tables.damage,
      ...judgeLives(evidence),
      ...judgeLedger(evidence, tables),
      ...judgeMailbox(evidence, tables),
      ...judgeOutbox(tables),
      ...sink.problems,
      ...judgeSlots(tables),
      ...judgeConsents(evidence, tables),
      ...judgeAnswers(evidence, tables),
    ],
    figures: figuresOf(evidence, tables, sink.again),
  };
}

/** No life complains of anything or ends by itself, however the one before it ended. */
function judgeLives({ lives, endedWith }: Evidence): string[] {
  const complaints = lives.flatMap(({ number, complaints }) =>
    complaints.map((text) => `life ${number} complained: ${text}`),
  );
  return endedWith === 0 ? complaints : [...complaints, `the last life ended with ${endedWith}`];
}

/** One row a delivered mail, each with its end; of a mail that came twice one is no duplicate. */
function judgeLedger({ letters, oldMails }: Evidence, { inbox }: Tables): string[] {
  const problems: string[] = [];
  const delivered = letters.reduce((sum, { timesDelivered }) => sum + timesDelivered, 0);
  if (inbox.length !== delivered + oldMails) {
    problems.push(
      `${delivered + oldMails} mails were delivered, ${inbox.length} are in the ledger`,
    );
  }
  const noted = inbox.filter(({ state }) => state === 'noted').length;
  if (noted !== oldMails) problems.push(`${oldMails} mails lay there before, ${noted} are noted`);
  const byMessageId = Map.groupBy(inbox, (row) => row.messageId);
  for (const { messageId, timesDelivered, kind } of letters) {
    const rows = byMessageId.get(messageId) ?? [];
    const once = rows.filter(({ state }) => state !== 'duplicate');
    const ended = once.every(({ state }) => state === 'handled' || state === 'for_staff');
    if (rows.length !== timesDelivered || once.length !== 1 || !ended) {
      const states = rows.map(({ state }) => state).join(', ');
      problems.push(`${kind} ${messageId}, delivered ${timesDelivered} times, became: ${states}`);
    }
  }
  return problems;
}

/** The keywords on the server say the same as the ledger. */
function judgeMailbox({ mailbox }: Evidence, { inbox }: Tables): string[] {
  const onServer = new Map(mailbox.map(({ uid, flags }) => [uid, flags.join(' ')]));
  const wrong = inbox.filter(({ uid, state }) => {
    const said = { noted: '', for_staff: 'Uketsuke-ForStaff' }[state] ?? 'Uketsuke-Handled';
    return onServer.get(uid) !== said;
  });
  return [
    ...(onServer.size === inbox.length ? [] : [`the mailbox holds ${onServer.size} mails`]),
    ...wrong.map(({ uid, state }) => `UID ${uid} is ${state}, on the server ${onServer.get(uid)}`),
  ];
}

/** Each mail for an occasion once, and sent, unless it was withdrawn because the booking moved on. */
function judgeOutbox({ outbox }: Tables): string[] {
  const problems: string[] = [];
  const occasions = new Set<string>();
  for (const row of outbox) {
    const occasion = `${row.bookingId} ${row.kind} ${row.occasion}`;
    if (occasions.has(occasion)) problems.push(`written twice: ${occasion}`);
    occasions.add(occasion);
    const withdrawn = row.state === 'failed' && row.response?.startsWith('withdrawn');
    if (row.state !== 'sent' && !withdrawn) problems.push(`outbox ${row.id} ended ${row.state}`);
  }
  return problems;
}

/** At most one holder a slot and lane. */
function judgeSlots({ bookings }: Tables): string[] {
  const holders = new Map<string, BookingRow>();
  const problems: string[] = [];
  for (const booking of bookings) {
    if (booking.slot === null || ['void', 'cancelled'].includes(booking.state)) continue;
    const other = holders.get(booking.slot);
    if (other) problems.push(`bookings ${other.id} and ${booking.id} hold ${booking.slot}`);
    holders.set(booking.slot, booking);
  }
  return problems;
}

/** Confirmed by the seeker's own reply to the terms of this booking, once, and by nothing else. */
function judgeConsents({ letters }: Evidence, { bookings, outbox, moves }: Tables): string[] {
  const bookingOfMail = new Map(outbox.map((row) => [row.messageId, row.bookingId]));
  const consented = new Map<number | null | undefined, WrittenLetter>();
  for (const letter of letters.filter(({ kind }) => kind === 'reply')) {
    consented.set(bookingOfMail.get(letter.answers ?? ''), letter);
  }
  return bookings.flatMap(({ id, state, requester }) => {
    const reply = consented.get(id);
    const confirmations = moves.filter(
      ({ bookingId, to }) => bookingId === id && to === 'confirmed',
    );
    const problems: string[] = [];
    if (state === 'confirmed' && reply?.from.address !== requester) {
      problems.push(`booking ${id} is confirmed without a reply of its seeker`);
    }
    if (reply && state !== 'confirmed')
      problems.push(`booking ${id} was consented to, is ${state}`);
    if (confirmations.length > 1) problems.push(`booking ${id} was confirmed twice`);
    return problems;
  });
}

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  request: ['seeker.action.terms', 'seeker.action.offer'],
  choice: ['seeker.action.terms', 'seeker.action.offer'],
  reply: ['seeker.notice.confirmed'],
  machine: [],
};

/** Every person got the answer that is due, by exactly one mail; a machine got none. */
function judgeAnswers({ letters }: Evidence, { inbox, outbox }: Tables): string[] {
  const byMessageId = Map.groupBy(inbox, (row) => row.messageId);
  const byCause = Map.groupBy(outbox, ({ inboxId }) => inboxId);
  return letters.flatMap(({ kind, messageId, from }) => {
    const rows = byMessageId.get(messageId) ?? [];
    const answers = rows.flatMap(({ id }) => byCause.get(id) ?? []);
    const kinds = answers.filter((mail) => mail.toAddress === from.address).map((row) => row.kind);
    const expected = ANSWERS[kind] ?? [];
    const right = kinds.every((each) => expected.includes(each));
    if (right && kinds.length === (expected.length === 0 ? 0 : 1)) return [];
    return [`${kind} ${messageId} of ${from.address} was answered by: ${kinds.join(', ') || '-'}`];
  });
}

function figuresOf(evidence: Evidence, tables: Tables, again: number): Record<string, number> {
  const { letters, lives, sink } = evidence;
  const count = (kind: string) => letters.filter((letter) => letter.kind === kind).length;
  const inState = (state: string) => tables.bookings.filter((row) => row.state === state).length;
  const delivered = letters.reduce((sum, { timesDelivered }) => sum + timesDelivered, 0);
  const over = lives.flatMap(({ killedOver }) => killedOver ?? []);
  return {
    kills: lives.filter(({ killedAtMs }) => killedAtMs !== null).length,
    'of these at a commit': over.length,
    'kinds of commit struck': new Set(over).size,
    'mails delivered': delivered,
    requests: count('request'),
    'replies to terms': count('reply'),
    'answers to offers': count('choice'),
    'out-of-office answers': count('machine'),
    'second deliveries': delivered - letters.length,
    bookings: tables.bookings.length,
    confirmed: inState('confirmed'),
    'mails written': tables.outbox.length,
    'mails withdrawn': tables.outbox.filter(({ state }) => state === 'failed').length,
    'mails in the sink': sink.length,
    'sent again in the gap': again,
  };
}
