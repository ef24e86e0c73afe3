/**
 * The real flow and store, on a paper mailbox and a paper relay, and mortal: it dies before or
 * after any commit, as a killed process does, and is opened again on the same file.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedConfig, loadConfig } from '../../src/config.ts';
import { COUNSELOR, OFFICE, SEEKERS } from '../../src/demo/people.ts';
import { PlayedClock } from '../../src/demo/played-clock.ts';
import { doChores } from '../../src/flow/clock/chores.ts';
import { type Delivery, startDelivery } from '../../src/flow/mail/deliver.ts';
import type { Office } from '../../src/flow/office.ts';
import { openOffice } from '../../src/flow/open-office.ts';
import { createParser, type Parser } from '../../src/flow/receive/parse-guard.ts';
import { poll, resumeHandling } from '../../src/flow/receive/receive.ts';
import { settleIn } from '../../src/flow/receive/settle-in.ts';
import { MailboxTrouble } from '../../src/imap/trouble.ts';
import { silentLog } from '../../src/log.ts';
import { putSeeker } from '../../src/store/seekers.ts';
import type { Store } from '../../src/store/store.ts';
import { PaperMailbox } from './paper-mailbox.ts';
import { PaperRelay } from './paper-relay.ts';

/** The process was killed here; only the played death throws it. */
class Killed extends Error {}

const KEY = Buffer.alloc(32, 7);

/** One parser for all lives, so that no thread is started for each. */
export function modelParser(): Parser {
  return createParser({
    authservId: 'mx.office.example.jp',
    ownAddresses: [OFFICE.address],
    messageIdKey: KEY,
    limitMs: 10_000,
  });
}

interface Life {
  office: Office;
  delivery: Delivery;
  /** Commit points until death; each transaction has one before and one after its commit. */
  pointsLeft: number;
}

export class MortalOffice {
  readonly clock = new PlayedClock('2025-11-25T09:00');
  readonly mailbox = new PaperMailbox();
  readonly relay = new PaperRelay();
  readonly #folder = mkdtempSync(join(tmpdir(), 'uketsuke-model-'));
  readonly #parser: Parser;
  #life: Life | null = null;
  deaths = 0;

  constructor(parser: Parser) {
    this.#parser = parser;
    writeFileSync(join(this.#folder, 'config.json'), JSON.stringify(CONFIG));
    writeFileSync(join(this.#folder, 'uketsuke.sqlite.key'), KEY);
  }

  get office(): Office {
    if (this.#life === null) throw new Error('the office is not open');
    return this.#life.office;
  }

  /** Opens the office for the first time, with its register. */
  async begin(): Promise<void> {
    await this.#open(Number.POSITIVE_INFINITY);
    await this.office.store.transact(async (tx) => {
      for (const seeker of SEEKERS) {
        await putSeeker(tx, { ...seeker, refusedReason: null }, this.clock.now());
      }
    });
    await this.work();
  }

  /** Sets the clock forward, or back. */
  passMinutes(minutes: number): void {
    const local = this.clock.now().toZonedDateTimeISO('Asia/Tokyo').add({ minutes });
    this.clock.set(local.toPlainDateTime().toString());
  }

  /** Polls, does the clock's chores and sends; after a death the office is opened anew, not more. */
  async work({ dieAfter = Number.POSITIVE_INFINITY } = {}): Promise<void> {
    if (this.#life === null) throw new Error('the office is not open');
    this.#life.pointsLeft = dieAfter;
    const { office, delivery } = this.#life;
    const isAlive = () => this.#isAlive(office);
    try {
      await this.#receive(this.#life);
      // The clock goes on while the mailbox is out of reach.
      await doChores(office);
    } catch (error) {
      if (isAlive()) throw error;
    }
    if (isAlive()) {
      delivery.kick();
      await delivery.settled();
    }
    if (!isAlive()) {
      await this.#bury();
      await this.#open(Number.POSITIVE_INFINITY);
    }
  }

  async #receive({ office, delivery }: Life): Promise<void> {
    try {
      const hooks = { onHandled: delivery.kick, signal: new AbortController().signal };
      await resumeHandling(office, hooks);
      const session = this.mailbox.open(() => this.#isAlive(office));
      await settleIn(office, session);
      await poll(office, session, { hooks, patience: new Map() });
    } catch (error) {
      if (!(error instanceof MailboxTrouble)) throw error;
    }
  }

  async end(): Promise<void> {
    await this.#bury();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #isAlive(office: Office): boolean {
    return this.#life?.office === office && this.#life.pointsLeft > 0;
  }

  async #open(pointsLeft: number): Promise<void> {
    const loaded: LoadedConfig = loadConfig(join(this.#folder, 'config.json'), {
      env: { MODEL_PASSWORD: 'model' },
    });
    const opened = await openOffice(loaded, {
      clock: this.clock,
      log: silentLog,
      parser: this.#parser,
    });
    const office: Office = { ...opened, store: this.#mortal(opened.store) };
    const relay = this.relay.open(() => this.#isAlive(office));
    const delivery = startDelivery(office, relay);
    this.#life = { office, delivery, pointsLeft };
  }

  /** A store that ends the life at the commit point that fate chose, and works no more then. */
  #mortal(store: Store): Store {
    const pass = (): void => {
      const life = this.#life;
      if (life === null || life.office.store !== mortal) return;
      if (life.pointsLeft > 0) life.pointsLeft -= 1;
      if (life.pointsLeft <= 0) throw new Killed();
    };
    const mortal: Store = {
      read: store.read,
      close: () => store.close(),
      transact: async (work) => {
        const result = await store.transact(async (tx) => {
          const done = await work(tx);
          pass();
          return done;
        });
        pass();
        return result;
      },
    };
    return mortal;
  }

  async #bury(): Promise<void> {
    const life = this.#life;
    if (life === null) return;
    if (life.pointsLeft <= 0) this.deaths += 1;
    life.pointsLeft = 0;
    await life.delivery.stop();
    await life.office.store.close();
    this.#life = null;
  }
}

const CONFIG = {
  office: { name: 'ハローワーク小林', telephone: '0984-00-0000' },
  staff: { addresses: [COUNSELOR.address], notify: COUNSELOR.address },
  imap: {
    host: '127.0.0.1',
    port: 143,
    tls: 'none',
    user: OFFICE.address,
    password: { env: 'MODEL_PASSWORD' },
  },
  smtp: { host: '127.0.0.1', port: 25, tls: 'none', from: OFFICE },
  authservId: 'mx.office.example.jp',
  lanes: [
    {
      id: 'A',
      counselor: '職業相談部門 1番窓口',
      zoom: { meetingId: '000 1111 2222', passcode: '123456', url: 'https://zoom.example/j/1' },
    },
  ],
  limits: {
    mailsPerAddressAndHour: 1000,
    mailsPerKindAndBooking: 1000,
    staffMailsPerHour: 100_000,
  },
  termsFile: new URL('../../templates/terms/2025-03-11.txt', import.meta.url).pathname,
  database: 'uketsuke.sqlite',
  sendMode: 'live',
};
