/**
 * A booking's story as sentences with their article: "2026年11月20日（金）10時12分 返信を受け取り、
 * 予約が確定しました（第6条(3)）". Words only; it asks for nothing.
 */
import { longDateTime } from '../../domain/japanese-date.ts';
import { ACTOR_WORDS, STATE_WORDS } from '../../domain/words/booking-words.ts';
import { articleInWords, eventInWords } from '../../domain/words/event-words.ts';
import { MAIL_WORDS } from '../../domain/words/mail-words.ts';
import type { BookingFile } from '../../store/booking-file.ts';

type StoryEvent = BookingFile['events'][number];
type SentMail = BookingFile['sent'][number];

/** One sentence; the reason and who was at the keyboard behind it. */
export function eventSentence(event: StoryEvent): string {
  const article = event.article === null ? '' : `（${articleInWords(event.article)}）`;
  const detail = event.detail === null ? '' : ` ${event.detail}`;
  return `${longDateTime(Temporal.Instant.from(event.at))} ${eventInWords(event.type)}${article}${detail}`;
}

const SENDING = {
  held: '送信の許可を待っています',
  queued: 'これから送ります',
  sending: '送信中です',
  sent: '送りました',
  failed: '届きませんでした',
} as const;

export function mailSentence({ kind, date, state, sent_at: sentAt }: SentMail): string {
  const at = longDateTime(Temporal.Instant.from(sentAt ?? date));
  return `${at} ${MAIL_WORDS[kind] ?? kind}：${SENDING[state as keyof typeof SENDING] ?? state}`;
}

/** For scripts: codes as they are, words beside them. */
export function eventRecord(event: StoryEvent) {
  return {
    at: event.at,
    type: event.type,
    from: event.from_state,
    to: event.to_state,
    article: event.article,
    actor: event.actor,
    detail: event.detail,
    words: eventSentence(event),
    actorWords: ACTOR_WORDS[event.actor],
    stateWords: STATE_WORDS[event.to_state],
  };
}
