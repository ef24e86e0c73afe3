/**
 * The real flow and store, on a paper mailbox and a paper relay, and mortal: it dies before or
 * after any commit, as a killed process does, and is opened again on the same file.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedConfig, loadConfig } from '../../src/config.ts';
import { OFFICE } from '../../src/demo/people.ts';
import { PlayedClock } from '../../src/demo/played-clock.ts';
import { announceTerms } from '../../src/flow/clock/announce-terms.ts';
import { doChores } from '../../src/flow/clock/chores.ts';
import { type Delivery, startDelivery } from '../../src/flow/deliver/deliver.ts';
import type { Office } from '../../src/flow/office.ts';
import { openOffice } from '../../src/flow/open-office.ts';
import { createParser, type Parser } from '../../src/flow/parse-guard.ts';
import { poll, resumeHandling } from '../../src/flow/receive/receive.ts';
import { settleIn } from '../../src/flow/receive/settle-in.ts';
import { type Meetings, startMeetings } from '../../src/flow/zoom/meetings.ts';
import { MailboxTrouble } from '../../src/imap/trouble.ts';
import { silentLog } from '../../src/log.ts';
import { putEntries } from '../../src/store/register.ts';
import type { Store } from '../../src/store/store.ts';
import { type House, REGISTERED, type Seeker, writeHouse } from './house.ts';
import { PaperMailbox } from './paper-mailbox.ts';
import { PaperRelay } from './paper-relay.ts';
import { PaperZoom } from './paper-zoom.ts';

/** The process was killed here; only the played death throws it. */
class Killed extends Error {
  override readonly message = 'killed at a commit point';
}

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
  meetings: Meetings;
  /** Commit points until death; each transaction has one before and one after its commit. */
  pointsLeft: number;
}

/** In memory where the machine has such a folder: a played death needs no disk. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export class MortalOffice {
  readonly house: House;
  readonly clock = new PlayedClock('2025-11-25T09:00');
  readonly mailbox = new PaperMailbox();
  readonly relay = new PaperRelay();
  readonly zoom = new PaperZoom();
  readonly #folder = mkdtempSync(join(SCRATCH, 'uketsuke-model-'));
  readonly #parser: Parser;
  #life: Life | null = null;
  #drawn = 0;
  deaths = 0;
  /** When a round of work came to its end in one life, the mailbox within reach. */
  readonly worked: Temporal.Instant[] = [];
  /** Whether the clock was ever set back: what was first and what later is then nobody's to say. */
  wentBack = false;

  constructor(house: House, parser: Parser) {
    this.house = house;
    this.#parser = parser;
    writeHouse(this.#folder, house);
    writeFileSync(join(this.#folder, 'uketsuke.sqlite.key'), KEY);
  }

  get office(): Office {
    if (this.#life === null) throw new Error('the office is not open');
    return this.#life.office;
  }

  /** Opens the office for the first time, with its register. */
  async begin(): Promise<void> {
    await this.#open(Number.POSITIVE_INFINITY);
    await this.takeList(REGISTERED);
    await this.work();
  }

  /** The office's list into the register, as `seekers import` takes it. */
  async takeList(list: readonly Seeker[]): Promise<void> {
    await this.office.store.transact((tx) => putEntries(tx, list, this.clock.now()));
  }

  /** Everybody with an open booking is told that the terms change. */
  async announceTerms(): Promise<void> {
    const coming = this.office.terms.at(-1);
    if (coming) await announceTerms(this.office, coming);
  }

  /** Sets the clock forward, or back. */
  passMinutes(minutes: number): void {
    if (minutes < 0) this.wentBack = true;
    const local = this.clock.now().toZonedDateTimeISO('Asia/Tokyo').add({ minutes });
    this.clock.set(local.toPlainDateTime().toString());
  }

  /** Polls, does the clock's chores and sends; after a death the office is opened anew, not more. */
  async work({ dieAfter = Number.POSITIVE_INFINITY } = {}): Promise<void> {
    if (this.#life === null) throw new Error('the office is not open');
    this.#life.pointsLeft = dieAfter;
    const { office, delivery, meetings } = this.#life;
    const isAlive = () => this.#isAlive(office);
    try {
      const reached = await this.#receive(this.#life);
      // The clock goes on while the mailbox is out of reach.
      await doChores(office);
      if (isAlive() && reached) this.worked.push(this.clock.now());
    } catch (error) {
      if (isAlive()) throw error;
    }
    for (const part of [meetings, delivery]) {
      if (isAlive()) part.kick();
      if (isAlive()) await part.settled();
    }
    if (isAlive()) {
      this.#life.pointsLeft = Number.POSITIVE_INFINITY;
    } else {
      await this.#bury();
      await this.#open(Number.POSITIVE_INFINITY);
    }
  }

  /** Returns whether the mailbox was read through. */
  async #receive({ office, delivery }: Life): Promise<boolean> {
    try {
      const hooks = { onHandled: delivery.kick, signal: new AbortController().signal };
      await resumeHandling(office, hooks);
      const session = this.mailbox.open(() => this.#isAlive(office));
      await settleIn(office, session);
      await poll(office, session, { hooks, patience: new Map() });
      return true;
    } catch (error) {
      if (!(error instanceof MailboxTrouble)) throw error;
      return false;
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
    const isAlive = () => this.#isAlive(office);
    const zoom = opened.zoom && this.zoom.open(isAlive);
    const store = this.#mortal(opened.store);
    const office: Office = { ...opened, zoom, store, randomBytes: (count) => this.#bytes(count) };
    const delivery = startDelivery(office, this.relay.open(isAlive));
    const meetings = startMeetings(office, delivery.kick);
    this.#life = { office, delivery, meetings, pointsLeft };
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
      onDisk: () => store.onDisk(),
      transact: async (work, options) => {
        const result = await store.transact(async (tx) => {
          const done = await work(tx);
          pass();
          return done;
        }, options);
        pass();
        return result;
      },
    };
    return mortal;
  }

  /** The same in every play of a story, so that one that breaks a promise breaks it again. */
  #bytes(count: number): Uint8Array {
    this.#drawn += 1;
    return createHash('sha256').update(`bytes ${this.#drawn}`).digest().subarray(0, count);
  }

  async #bury(): Promise<void> {
    const life = this.#life;
    if (life === null) return;
    if (life.pointsLeft <= 0) this.deaths += 1;
    life.pointsLeft = 0;
    await life.meetings.stop();
    await life.delivery.stop();
    await life.office.store.close();
    this.#life = null;
  }
}
