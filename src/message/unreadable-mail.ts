/**
 * What is thrown where a mail cannot be read. In a file of its own, so that who only hears of it
 * does not load the parser, whose packages take 20 MB and belong into the parser's thread.
 */

/** The bytes are no mail at all; `reason` is one English phrase for the log. */
export class UnreadableMail extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`unreadable mail: ${reason}`);
    this.name = 'UnreadableMail';
    this.reason = reason;
  }
}
