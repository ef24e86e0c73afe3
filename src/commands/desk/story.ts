/**
 * A booking's story as sentences with their article: "2026年11月20日（金）10時12分 返信を受け取り、
 * 予約が確定しました（第6条(3)）". Words only; it asks for nothing.
 */
import { longDateTime } from '../../domain/japanese-date.ts';
import { WITHDRAWN } from '../../domain/outbound.ts';
import { ACTOR_WORDS, STATE_WORDS } from '../../domain/words/booking-words.ts';
import { articleInWords, detailInWords, eventInWords } from '../../domain/words/event-words.ts';
import { MAIL_WORDS, OUTBOX_WORDS, WITHDRAWN_WORDS } from '../../domain/words/mail-words.ts';
import type { BookingFile } from '../../store/booking-file.ts';

type StoryEvent = BookingFile['events'][number];
type SentMail = BookingFile['sent'][number];

/** One sentence; the reason and who was at the keyboard behind it. */
export function eventSentence(event: StoryEvent): string {
  const article = event.article === null ? '' : `（${articleInWords(event.article)}）`;
  const detail = event.detail === null ? '' : ` ${detailInWords(event.detail)}`;
  return `${longDateTime(Temporal.Instant.from(event.at))} ${eventInWords(event.type)}${article}${detail}`;
}

/** One sentence; a mail that was withdrawn is no failure. */
export function mailSentence(mail: SentMail): string {
  const { kind, date, state, sent_at: sentAt, response } = mail;
  const at = longDateTime(Temporal.Instant.from(sentAt ?? date));
  const isWithdrawn = state === 'failed' && response?.startsWith(WITHDRAWN);
  return `${at} ${MAIL_WORDS[kind] ?? kind}：${isWithdrawn ? WITHDRAWN_WORDS : OUTBOX_WORDS[state]}`;
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
