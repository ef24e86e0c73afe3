/**
 * A few lines of IMAP over a plain socket, independent of the door of the program: puts mail into
 * a mailbox as an MTA would, and lets the tests look at flags and folders. Not a general client.
 */
import { createConnection, type Socket } from 'node:net';

/** One logged-in plain connection. */
export class PlainImap {
  readonly #socket: Socket;
  #buffer = '';
  #tag = 0;
  #wake: () => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#buffer += chunk.toString('latin1');
      this.#wake();
    });
    socket.on('error', () => this.#wake());
    socket.on('close', () => this.#wake());
  }

  /** Connects and logs in; ASCII names and passwords only. */
  static async open(port: number, user: string, password: string): Promise<PlainImap> {
    const client = new PlainImap(createConnection({ host: '127.0.0.1', port }));
    await client.#until(/^\* OK.*\r\n/);
    await client.command(`LOGIN "${user}" "${password}"`);
    return client;
  }

  /** Everything up to and with the tagged answer, as Latin-1; throws unless it is OK. One at a time. */
  command(line: string, literal?: Buffer): Promise<string> {
    const answer = this.#last.then(() => this.#run(line, literal));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #run(line: string, literal?: Buffer): Promise<string> {
    this.#tag += 1;
    const tag = `p${this.#tag}`;
    this.#buffer = '';
    if (literal === undefined) {
      this.#socket.write(`${tag} ${line}\r\n`);
    } else {
      this.#socket.write(`${tag} ${line} {${literal.length}}\r\n`);
      await this.#until(/^\+ .*\r\n/m);
      this.#socket.write(Buffer.concat([literal, Buffer.from('\r\n')]));
    }
    const answer = await this.#until(new RegExp(`^${tag} (?:OK|NO|BAD).*\\r\\n`, 'm'));
    if (!new RegExp(`^${tag} OK`, 'm').test(answer)) throw new Error(`${line}: ${answer.trim()}`);
    return answer;
  }

  get closed(): boolean {
    return this.#socket.destroyed;
  }

  close(): void {
    this.#socket.destroy();
  }

  async #until(wanted: RegExp): Promise<string> {
    while (!wanted.test(this.#buffer)) {
      if (this.#socket.destroyed) throw new Error(`connection closed; last words: ${this.#buffer}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#buffer;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 9051 date-time, in UTC. */
export function imapDateTime(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO('UTC');
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`;
  return `${two(at.day)}-${MONTHS[at.month - 1]}-${at.year} ${time} +0000`;
}
