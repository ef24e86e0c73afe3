/**
 * The ledger of every mail that was seen: (UIDVALIDITY, UID), Message-ID, hashes, INTERNALDATE
 * and the raw bytes, written before anything else is done with the mail. Rows are never removed
 * here; a mail ends as `handled`, `for_staff`, `duplicate` or `noted`.
 */
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { formsOfMessageId } from './message-id-hash.ts';
import type { InboxState, InboxTable } from './schema.ts';
import type { Reader, Writer } from './store.ts';
import { fromStored, toStored } from './stored-time.ts';

export interface ReceivedMail {
  uidValidity: string;
  uid: number;
  messageId: string | null;
  sizeBytes: number;
  /** IMAP INTERNALDATE: the instant of arrival, which decides (trap 2). */
  internalDate: Temporal.Instant;
  receivedAt: Temporal.Instant;
  /** Null where the mail was only noted: older than the first start, or too large to fetch. */
  raw: Buffer | null;
}

export interface InboxRow {
  id: number;
  uid: number;
  messageId: string | null;
  internalDate: Temporal.Instant;
  raw: Buffer | null;
  state: InboxState;
  bookingId: number | null;
}

/** Writes the ledger row of a mail; a mail that came before under another UID is a `duplicate`. */
export async function recordMail(
  tx: Writer,
  mail: ReceivedMail,
  state: 'noted' | 'received' | 'for_staff',
): Promise<InboxRow> {
  const { sha256, bodySha256 } = hashesOf(mail.raw);
  const twin = state === 'received' && (await hasTwin(tx, { ...mail, sha256, bodySha256 }));
  const row = await tx
    .insertInto('inbox')
    .values({
      uid_validity: mail.uidValidity,
      uid: mail.uid,
      message_id: mail.messageId,
      sha256,
      body_sha256: bodySha256,
      size_bytes: mail.sizeBytes,
      internal_date: toStored(mail.internalDate),
      received_at: toStored(mail.receivedAt),
      raw: mail.raw,
      state: twin ? 'duplicate' : state,
      filed_at: state === 'noted' ? toStored(mail.receivedAt) : null,
    })
    .returning(['id', 'internal_date', 'state', 'booking_id'])
    .executeTakeFirstOrThrow();
  const { uid, messageId, raw } = mail;
  return toRow({ ...row, uid, message_id: messageId, raw });
}

/**
 * Delivered twice by an alias, or moved away and back by somebody at the office, which gives it
 * a new UID (trap 9): the same Message-ID with the same body, or with the same size where only
 * its place was noted (trap 10); without a Message-ID the same bytes.
 */
async function hasTwin(
  db: Reader,
  mail: Pick<ReceivedMail, 'messageId' | 'sizeBytes'> & Hashes,
): Promise<boolean> {
  const { messageId, sizeBytes, sha256, bodySha256 } = mail;
  const query = db.selectFrom('inbox').select('id');
  const twins =
    messageId === null
      ? query.where('message_id', 'is', null).where('sha256', '=', sha256)
      : query
          .where('message_id', 'in', formsOfMessageId(messageId))
          .where((eb) =>
            eb.or([
              eb('body_sha256', '=', bodySha256),
              eb.and([eb('state', '=', 'noted'), eb('size_bytes', '=', sizeBytes)]),
            ]),
          );
  return (await twins.executeTakeFirst()) !== undefined;
}

/** The UIDs above `afterUid` that the ledger already holds. */
export async function knownUids(
  db: Reader,
  uidValidity: string,
  afterUid: number,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('inbox')
    .select('uid')
    .where('uid_validity', '=', uidValidity)
    .where('uid', '>', afterUid)
    .execute();
  return new Set(rows.map(({ uid }) => uid));
}

/**
 * Mails that are recorded but not yet worked on, the oldest first; after a crash these are taken up
 * again.
 */
export async function unhandledMails(db: Reader, limit: number): Promise<InboxRow[]> {
  const rows = await db
    .selectFrom('inbox')
    .selectAll()
    .where('state', '=', 'received')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toRow);
}

/** What the handling of a mail came to. */
export interface MailOutcome {
  state: 'handled' | 'for_staff';
  origin: string | null;
  evidence: string | null;
  outcome: string;
  bookingId: number | null;
}

/**
 * Ends the handling of a mail; throws where it was not waiting for it, so that no mail is handled
 * twice.
 */
export async function concludeMail(tx: Writer, id: number, outcome: MailOutcome): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('inbox')
    .set({
      state: outcome.state,
      origin: outcome.origin,
      evidence: outcome.evidence,
      outcome: outcome.outcome,
      booking_id: outcome.bookingId,
    })
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`inbox row ${id} was not waiting to be handled`);
}

interface Hashes {
  sha256: string | null;
  bodySha256: string | null;
}

/** sha256 of the raw mail and of the part after its header; both null without bytes. */
function hashesOf(raw: Buffer | null): Hashes {
  if (raw === null) return { sha256: null, bodySha256: null };
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const bodySha256 = createHash('sha256')
    .update(raw.subarray(bodyOffset(raw)))
    .digest('hex');
  return { sha256, bodySha256 };
}

function bodyOffset(raw: Buffer): number {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  const ends = [crlf < 0 ? null : crlf + 4, lf < 0 ? null : lf + 2].filter((end) => end !== null);
  return ends.length === 0 ? 0 : Math.min(...ends);
}

type RowColumns = 'id' | 'uid' | 'message_id' | 'internal_date' | 'raw' | 'state' | 'booking_id';

function toRow(row: Pick<Selectable<InboxTable>, RowColumns>): InboxRow {
  return {
    id: row.id,
    uid: row.uid,
    messageId: row.message_id,
    internalDate: fromStored(row.internal_date),
    raw: row.raw === null ? null : Buffer.from(row.raw),
    state: row.state,
    bookingId: row.booking_id,
  };
}
