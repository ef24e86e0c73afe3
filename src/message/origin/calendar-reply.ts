/**
 * Calendar answers that programs send when somebody presses a button, or by themselves:
 * RFC 6047 (iMIP) with METHOD REPLY, COUNTER, DECLINECOUNTER or REFRESH of RFC 5546.
 * An invitation or a calendar file that a person sends along is not spoken for.
 */
import { headerValues } from '../header-evidence.ts';
import type { JudgedMail } from './judged-mail.ts';
import type { OriginRule } from './rule.ts';

const ANSWER_METHOD = /(?:^|[\s;])method\s*[=:]\s*"?(reply|counter|declinecounter|refresh)\b/iu;

/** A text/calendar body whose method is an answer. Seen: Outlook, Google Calendar, Apple Calendar. */
export const calendarAnswer: OriginRule = {
  name: 'imip-reply',
  origin: 'calendar_reply',
  find(mail) {
    const { type, parameters } = mail.message.contentType;
    if (type === 'text/calendar' && ANSWER_METHOD.test(`method=${parameters['method'] ?? ''}`)) {
      return `content-type: ${type}; method=${parameters['method']}`;
    }
    if (type === 'text/calendar') return methodLine(mail.message.text);
    for (const part of mail.message.parts) {
      if (!/^(?:text\/calendar|application\/ics)\b/iu.test(part.contentType)) continue;
      const found = ANSWER_METHOD.exec(part.contentType)?.[0] ?? methodLine(part.text ?? '');
      if (found) return `text/calendar ${found.trim()}`;
    }
    return null;
  },
};

function methodLine(calendar: string): string | null {
  return /^METHOD:(?:REPLY|COUNTER|DECLINECOUNTER|REFRESH)\b/imu.exec(calendar)?.[0] ?? null;
}

const ANSWER_SUBJECT =
  /^(?:承諾|承諾済み|承認済み|仮承諾|仮の予定|仮の承諾|辞退|新しい日時の提案|会議開催者への返信|accepted|tentative|tentatively accepted|declined|new time proposed)\s*[:：]/iu;

/** Exchange's meeting answers whose calendar part was lost or is TNEF ([MS-OXCICAL], winmail.dat). */
export const exchangeMeetingAnswer: OriginRule = {
  name: 'exchange-meeting-answer',
  origin: 'calendar_reply',
  find(mail) {
    if (!ANSWER_SUBJECT.test(mail.subject)) return null;
    return hasCalendarTrace(mail) ? `subject: ${mail.subject}` : null;
  },
};

function hasCalendarTrace({ message, written }: JudgedMail): boolean {
  const calendarClass = /urn:content-classes:calendarmessage/iu;
  return (
    headerValues(message, 'content-class').some((value) => calendarClass.test(value)) ||
    message.parts.some((part) =>
      /^(?:text\/calendar|application\/(?:ms-tnef|ics))/iu.test(part.contentType),
    ) ||
    written.words === ''
  );
}
