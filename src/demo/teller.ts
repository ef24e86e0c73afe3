/**
 * Tells what the bot did, read from the database after each step: events with their article,
 * mails sent, what waits for a person. It plays nothing.
 */
import { longDateTime } from '../domain/japanese-date.ts';
import { ATTENTION_WORDS } from '../domain/words/attention-words.ts';
import { STATE_WORDS } from '../domain/words/booking-words.ts';
import { EVENT_WORDS } from '../domain/words/event-words.ts';
import type { Store } from '../store/store.ts';
import { startFromStored } from '../store/stored-time.ts';

export class Teller {
  #event = 0;
  #mail = 0;
  #attention = 0;
  #heading: string | null = null;
  readonly #store: Store;
  readonly #say: (line: string) => void;

  constructor(store: Store, say: (line: string) => void) {
    this.#store = store;
    this.#say = say;
  }

  /** What has come since the last call, under a heading; where nothing has come, nothing. */
  async tellNews(heading: string | null = null): Promise<void> {
    this.#heading = heading;
    await this.#tellEvents();
    await this.#tellMails();
    await this.#tellAttention();
  }

  #tell(line: string): void {
    if (this.#heading !== null) this.#say(`\n${this.#heading}`);
    this.#heading = null;
    this.#say(line);
  }

  async #tellEvents(): Promise<void> {
    const events = await this.#store.read
      .selectFrom('event')
      .innerJoin('booking', 'booking.id', 'event.booking_id')
      .select([
        'event.id',
        'event.type',
        'event.article',
        'event.detail',
        'event.actor',
        'booking.reference',
      ])
      .where('event.id', '>', this.#event)
      .orderBy('event.id')
      .execute();
    for (const { id, type, article, detail, actor, reference } of events) {
      const words = EVENT_WORDS[type as keyof typeof EVENT_WORDS] ?? type;
      const cited = article === null ? '' : `（第${article.replace('(', '条(')}）`;
      const because = detail ? `「${detail}」${actor === 'seeker' ? 'と読み取り' : ''}` : '';
      this.#tell(`   * ${reference} ${words}${fullArticle(cited)}${because}`);
      this.#event = id;
    }
  }

  async #tellMails(): Promise<void> {
    const mails = await this.#store.read
      .selectFrom('outbox')
      .select(['id', 'to_address', 'subject', 'state'])
      .where('id', '>', this.#mail)
      .orderBy('id')
      .execute();
    for (const { id, to_address: to, subject, state } of mails) {
      this.#tell(`   > ${to} へ「${subject}」 ${state === 'sent' ? '' : `[${state}]`}`.trimEnd());
      this.#mail = id;
    }
  }

  async #tellAttention(): Promise<void> {
    const rows = await this.#store.read
      .selectFrom('attention')
      .select(['id', 'reason'])
      .where('id', '>', this.#attention)
      .orderBy('id')
      .execute();
    for (const { id, reason } of rows) {
      this.#tell(`   ! 担当者へ: ${ATTENTION_WORDS[reason].what}`);
      this.#attention = id;
    }
  }

  /** Every booking as it stands at the end. */
  async tellTable(): Promise<void> {
    const rows = await this.#store.read.selectFrom('booking').selectAll().orderBy('id').execute();
    for (const row of rows) {
      const session = row.slot_start_at ? longDateTime(startFromStored(row.slot_start_at)) : '-';
      this.#say(`  ${row.reference}  ${row.name ?? ''}  ${session}  ${STATE_WORDS[row.state]}`);
    }
  }
}

/** "6(3)" is written 第6条(3), "9" is written 第9条. */
function fullArticle(cited: string): string {
  return cited === '' || cited.includes('条') ? cited : cited.replace('）', '条）');
}
