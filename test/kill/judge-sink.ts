/**
 * Judges what the relay has taken: nothing that the outbox does not know, nothing missing, and
 * nothing twice except in the gap that no protocol closes: the relay has taken the mail, and the
 * program was killed before it committed that. Then the second mail is the first, byte for byte.
 */
import type { SunkMail } from '../support/smtp-sink.ts';
import type { Life } from './bot.ts';
import type { Evidence, SentRow, Tables } from './evidence.ts';
import { messageIdOf } from './traffic.ts';

export interface SinkVerdict {
  problems: string[];
  /** Mails that the relay took once more. */
  again: number;
}

export function judgeSink({ sink, lives }: Evidence, { outbox }: Tables): SinkVerdict {
  const copies = Map.groupBy(sink, messageIdOf);
  const known = new Map(outbox.map((row) => [row.messageId, row]));
  const problems: string[] = [];
  let again = 0;
  for (const [messageId, mails] of copies) {
    const row = known.get(messageId);
    if (row === undefined) problems.push(`the relay took ${messageId}, which nobody wrote`);
    else problems.push(...judgeCopies(mails, row, lives));
    again += mails.length - 1;
  }
  for (const { id, kind, messageId, state } of outbox) {
    if (state === 'sent' && !copies.has(messageId)) {
      problems.push(`outbox ${id} (${kind}) is sent, and the relay never took it`);
    }
  }
  return { problems, again };
}

function judgeCopies(mails: readonly SunkMail[], row: SentRow, lives: readonly Life[]): string[] {
  const problems: string[] = [];
  const [first] = mails;
  for (const mail of mails) {
    if (mail.rcptTo.length !== 1 || mail.rcptTo[0] !== row.toAddress) {
      problems.push(`outbox ${row.id} went to ${mail.rcptTo.join(', ')}`);
    }
    if (first && !mail.source.equals(first.source)) {
      problems.push(`outbox ${row.id} came again with other bytes`);
    }
  }
  for (const [i, mail] of mails.slice(0, -1).entries()) {
    const life = lifeAt(mail.acceptedAtMs, lives);
    const killedAtMs = life?.killedAtMs ?? null;
    const next = mails[i + 1];
    const sameLife = next === undefined || lifeAt(next.acceptedAtMs, lives) === life;
    if (life === undefined || killedAtMs === null || sameLife || life.accepted.has(row.id)) {
      problems.push(`outbox ${row.id} (${row.kind}) was sent again, but not because of a kill`);
    }
  }
  return problems;
}

/** No life sends anything so soon after its start; the relay may still read what was sent before. */
const SILENT_AT_FIRST_MS = 100;

/** The life in which the relay took a mail. */
function lifeAt(atMs: number, lives: readonly Life[]): Life | undefined {
  return lives.findLast(({ startedAtMs }) => startedAtMs + SILENT_AT_FIRST_MS <= atMs);
}
