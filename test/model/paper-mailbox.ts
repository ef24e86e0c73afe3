/**
 * A mailbox on paper: what the rest of the program sees of an IMAP folder, without a wire, so
 * that thousands of lives can be played. It can be out of reach and it can be renumbered.
 */
import { MailboxTrouble } from '../../src/imap/trouble.ts';
import type { Announced, FetchedMail, MailboxSession } from '../../src/imap/types.ts';

export interface PaperMail extends FetchedMail {
  filedAs: 'handled' | 'for_staff' | null;
}

export class PaperMailbox {
  mails: PaperMail[] = [];
  isDown = false;
  #uidValidity = 1;
  #uidNext = 1;

  /** Puts a mail into the folder; `at` is its INTERNALDATE. */
  deliver(source: string, at: Temporal.Instant): void {
    const uid = this.#uidNext++;
    this.mails.push({ uid, source: Buffer.from(source), internalDate: at, filedAs: null });
  }

  /** The server was restored: another UIDVALIDITY, the same mails under other UIDs. */
  renumber(): void {
    this.#uidValidity += 1;
    this.#uidNext = 1;
    for (const mail of this.mails) mail.uid = this.#uidNext++;
  }

  /** A session for one life of the program; `isAlive` ends it with that life. */
  open(isAlive: () => boolean): MailboxSession {
    const uidValidity = String(this.#uidValidity);
    const reach = (): void => {
      if (this.isDown || !isAlive() || uidValidity !== String(this.#uidValidity)) {
        throw new MailboxTrouble('unreachable', 'imap.host', {
          message: 'the paper mailbox is out of reach',
        });
      }
    };
    const above = (uid: number) => this.mails.filter((mail) => mail.uid > uid);
    const mails = this.mails;
    reach();
    return {
      uidValidity,
      uidNext: this.#uidNext,
      list: async (afterUid) => {
        reach();
        return above(afterUid).map(announcementOf);
      },
      async *fetch(uids) {
        for (const uid of uids) {
          reach();
          const mail = mails.find((candidate) => candidate.uid === uid);
          if (mail) yield { uid, source: mail.source, internalDate: mail.internalDate };
        }
      },
      file: async (uids, as) => {
        reach();
        for (const mail of mails) if (uids.includes(mail.uid)) mail.filedAs = as;
      },
      waitForNews: async () => 'timeout',
      close: async () => undefined,
    };
  }
}

function announcementOf({ uid, source, internalDate }: PaperMail): Announced {
  const head = source.toString().split('\r\n\r\n')[0] ?? '';
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? null;
  return {
    uid,
    sizeBytes: source.length,
    internalDate,
    messageId: header('Message-ID'),
    inReplyTo: header('In-Reply-To'),
    references: header('References'),
    from: header('From'),
    subject: header('Subject') ?? '',
  };
}
