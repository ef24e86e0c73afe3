/**
 * Tells what the bot did, read from the database after each step: events with their article,
 * mails sent, what waits for a person. It plays nothing.
 */
import { longDateTime } from '../domain/japanese-date.ts';
import { ATTENTION_WORDS } from '../domain/words/attention-words.ts';
import { STATE_WORDS } from '../domain/words/booking-words.ts';
import { articleInWords, eventInWords } from '../domain/words/event-words.ts';
import { everyBooking, type News, newsSince, type Seen } from '../store/news.ts';
import type { Store } from '../store/store.ts';

export class Teller {
  #seen: Seen = { event: 0, mail: 0, matter: 0 };
  readonly #store: Store;
  readonly #say: (line: string) => void;

  constructor(store: Store, say: (line: string) => void) {
    this.#store = store;
    this.#say = say;
  }

  /** What has come since the last call, under a heading; where nothing has come, nothing. */
  async tellNews(heading: string | null = null): Promise<void> {
    const news = await newsSince(this.#store.read, this.#seen);
    this.#seen = news.seen;
    const lines = linesOf(news);
    if (heading !== null && lines.length > 0) this.#say(`\n${heading}`);
    for (const line of lines) this.#say(line);
  }

  /** Every booking as it stands at the end. */
  async tellTable(): Promise<void> {
    for (const { reference, name, start, state } of await everyBooking(this.#store.read)) {
      const session = start === null ? '-' : longDateTime(start);
      this.#say(`  ${reference}  ${name ?? ''}  ${session}  ${STATE_WORDS[state]}`);
    }
  }
}

function linesOf({ events, mails, matters }: News): string[] {
  return [
    ...events.map(eventLine),
    ...mails.map(({ to_address: to, subject, state }) =>
      `   > ${to} へ「${subject}」 ${state === 'sent' ? '' : `[${state}]`}`.trimEnd(),
    ),
    ...matters.map(({ reason }) => `   ! 担当者へ: ${ATTENTION_WORDS[reason].what}`),
  ];
}

function eventLine({ type, article, detail, actor, reference }: News['events'][number]): string {
  const cited = article === null ? '' : `（${articleInWords(article)}）`;
  const because = detail ? `「${detail}」${actor === 'seeker' ? 'と読み取り' : ''}` : '';
  return `   * ${reference} ${eventInWords(type)}${cited}${because}`;
}
