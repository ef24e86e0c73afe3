/**
 * What each template is given, typed by mail kind, and a sample of each for checking the
 * templates at start. Nothing here holds 相談内容 or a 求職番号 for a seeker's mail (Article 8).
 */
import type { MailKind } from '../domain/mail-kind.ts';
import { STAFF_SAMPLES, type StaffMails } from './staff-mail-data.ts';

/** In every mail to a seeker about a booking. */
export interface SeekerMailData extends CallUsMailData {
  /** Without 様; "ご利用者" where no name is known. */
  name: string;
  reference: string;
}

/** To whoever wrote, so that nothing is in it but whom to phone. */
export interface CallUsMailData {
  office: OfficeData;
}

export interface OfficeData {
  name: string;
  telephone: string;
  /** "平日 8時30分から17時15分まで" */
  openingHours: string;
}

export interface SessionData extends SeekerMailData {
  /** "2026年12月3日（木）10時00分" */
  session: string;
  /** "12月3日（木）10時00分", for the subject. */
  sessionShort: string;
}

export interface ZoomData {
  meetingId: string;
  passcode: string;
  url: string;
}

export interface TermsMailData extends SessionData {
  /** Terms of another date were sent before: they are not to be answered any more. */
  changed: boolean;
  /** "2026年12月2日（水）23時59分" */
  replyBy: string;
  counselor: string;
  zoom: ZoomData;
  /** The configured terms file, byte for byte. */
  terms: string;
}

export interface NudgeMailData extends SessionData {
  replyBy: string;
}

/** When and where, again or anew: the reminder, and 変更 of a confirmed booking. */
export interface ReminderMailData extends SessionData {
  counselor: string;
  zoom: ZoomData;
}

export interface ConfirmedMailData extends ReminderMailData {
  /** The terms, byte for byte, where they leave with this mail; null where they left before. */
  terms: string | null;
}

export interface TermsChangedMailData extends SeekerMailData {
  /** "2027年1月1日（金）" */
  effectiveFrom: string;
  /** An answer to the terms mail is still due. */
  awaitingReply: boolean;
  /** The new text, byte for byte. */
  terms: string;
}

export interface DetailsMailData extends SeekerMailData {
  /** One line a point to be answered, in the words of Article 6(2). */
  points: string[];
  /** Only the wish is open: its possible readings, in full. */
  readings: string[];
  /** "2026年12月2日（水）23時59分" */
  replyBy: string;
}

export interface OfferMailData extends SeekerMailData {
  /** The wished starts that cannot be had; null where no time was wished to the minute. */
  refused: string | null;
  /** Why it cannot be had, where it is not just taken; whole sentences. */
  why: string | null;
  /** In the order of their numbers, from 1. */
  slots: { number: number; session: string }[];
  replyBy: string;
}

export interface ReceivedMailData extends SeekerMailData {
  /** The booking is confirmed already; the mail was something else. */
  confirmed: boolean;
  /** Where an answer is still due: until when; otherwise null. */
  replyBy: string | null;
  /** Where an answer is still due: for when, so that nobody answers for a date he has not read. */
  session: string | null;
  /** The slots of an offer that waits for its answer, and until when; else none. */
  slots: { number: number; session: string }[];
  slotsReplyBy: string | null;
  /** It answers the notice that the terms change (13), which asks for no consent. */
  aboutTermsChange: boolean;
}

export interface LateReplyMailData extends SessionData {
  /** The session has not begun, so that a counselor can still take it up. */
  ahead: boolean;
}

export interface CancelledMailData extends SeekerMailData {
  /** Null where no slot was held yet. */
  session: string | null;
  sessionShort: string | null;
}

export interface MailData extends StaffMails, Record<Exclude<MailKind, keyof StaffMails>, unknown> {
  'seeker.action.details': DetailsMailData;
  'seeker.action.offer': OfferMailData;
  'seeker.action.terms': TermsMailData;
  'seeker.action.nudge': NudgeMailData;
  'seeker.notice.terms_changed': TermsChangedMailData;
  'seeker.notice.receipt': SeekerMailData;
  'seeker.notice.received': ReceivedMailData;
  'seeker.notice.call_us': CallUsMailData;
  'seeker.notice.confirmed': ConfirmedMailData;
  'seeker.notice.rescheduled': ReminderMailData;
  'seeker.notice.session_booked': ConfirmedMailData;
  'seeker.notice.reminder': ReminderMailData;
  'seeker.notice.void': SessionData;
  'seeker.notice.lapsed': SeekerMailData;
  'seeker.notice.late_reply': LateReplyMailData;
  'seeker.notice.cancelled': CancelledMailData;
  'seeker.notice.office_cancelled': CancelledMailData;
}

const seeker: SeekerMailData = {
  office: {
    name: 'ハローワーク小林',
    telephone: '0984-00-0000',
    openingHours: '平日 8時30分から17時15分まで',
  },
  name: '見本 花子',
  reference: 'K7QM-2WXA',
};
const session: SessionData = {
  ...seeker,
  session: '2026年12月3日（木）10時00分',
  sessionShort: '12月3日（木）10時00分',
};
const zoom = {
  meetingId: '000 0000 0000',
  passcode: '000000',
  url: 'https://zoom.example/j/00000000000?pwd=example',
};
/** One example of each mail's data, complete; with it the templates are checked at start. */
export const SAMPLE_DATA: MailData = {
  'seeker.action.details': {
    ...seeker,
    points: ['連絡先電話番号'],
    readings: [],
    replyBy: session.session,
  },
  'seeker.action.offer': {
    ...seeker,
    refused: '2026年12月3日（木）9時00分',
    why: null,
    slots: [{ number: 1, session: session.session }],
    replyBy: session.session,
  },
  'seeker.action.terms': {
    ...session,
    changed: false,
    replyBy: '2026年12月2日（水）23時59分',
    counselor: '1番窓口',
    zoom,
    terms: '（利用規約の全文）\n',
  },
  'seeker.action.nudge': { ...session, replyBy: '2026年12月2日（水）23時59分' },
  'seeker.notice.terms_changed': {
    ...seeker,
    effectiveFrom: '2027年1月4日（月）',
    awaitingReply: true,
    terms: '（利用規約の全文）\n',
  },
  'seeker.notice.receipt': seeker,
  'seeker.notice.received': {
    ...seeker,
    confirmed: false,
    replyBy: '2026年12月2日（水）23時59分',
    session: session.session,
    slots: [],
    slotsReplyBy: null,
    aboutTermsChange: false,
  },
  'seeker.notice.call_us': { office: seeker.office },
  'seeker.notice.confirmed': { ...session, counselor: '1番窓口', zoom, terms: null },
  'seeker.notice.rescheduled': { ...session, counselor: '1番窓口', zoom },
  'seeker.notice.session_booked': { ...session, counselor: '1番窓口', zoom, terms: null },
  'seeker.notice.reminder': { ...session, counselor: '1番窓口', zoom },
  'seeker.notice.void': session,
  'seeker.notice.lapsed': seeker,
  'seeker.notice.late_reply': { ...session, ahead: true },
  'seeker.notice.cancelled': session,
  'seeker.notice.office_cancelled': session,
  ...STAFF_SAMPLES,
};
