/**
 * What each template of a mail to staff is given, typed by mail kind, and a sample of each. Only
 * `staff.action.decide` may hold 相談内容, where a decision is asked for (Article 8).
 */

export interface StaffMailData {
  reference: string | null;
  /** What happened, one sentence. */
  what: string;
  /** What to do next, one sentence. */
  todo: string;
  /** What is known of the booking, one line a fact. */
  facts: { label: string; value: string }[];
  /** The mail that it is about, as it was read; null where there is none. */
  excerpt: string | null;
}

export interface AttendanceMailData {
  reference: string;
  session: string;
  sessionShort: string;
  /** Minutes since the session's start. */
  minutes: number;
  /** Earlier sessions to which the seeker did not come without a word. */
  noShows: number;
  /** When a mail of the seeker arrived that nobody has judged yet; null where there is none. */
  heardAt: string | null;
  /** That mail does not say which booking it means. */
  heardAboutNone: boolean;
  facts: StaffMailData['facts'];
}

export interface MorningEntry {
  title: string;
  facts: StaffMailData['facts'];
}

export interface MorningListData {
  date: string;
  sessions: MorningEntry[];
  /** What else stands in the list, each with what to do; `more`: left out of it. */
  sections: { title: string; todo: string; entries: MorningEntry[]; more: number }[];
  /** Whole sentences. */
  notices: string[];
  empty: boolean;
}

export interface HolidaysMailData {
  lastHoliday: string;
}

export interface MailboxLostMailData {
  /** When the mailbox was read last; null where it never was. */
  lastRead: string | null;
  minutes: number;
  /** As the log says it, in English. */
  why: string;
}

export interface MailboxBackMailData {
  /** Null where it had never been read before. */
  from: string | null;
  to: string;
}

export interface StaffMails {
  'staff.action.decide': StaffMailData;
  'staff.action.attendance': AttendanceMailData;
  'staff.notice.echo': StaffMailData;
  'staff.notice.done': StaffMailData;
  'staff.notice.morning': MorningListData;
  'staff.notice.holidays': HolidaysMailData;
  'staff.notice.mailbox_lost': MailboxLostMailData;
  'staff.notice.mailbox_back': MailboxBackMailData;
}

const staff: StaffMailData = {
  reference: 'K7QM-2WXA',
  what: '登録のない求職番号での申込みがありました。',
  todo: '登録を確かめて、このメールに返信してください。',
  facts: [{ label: '氏名', value: '見本 花子' }],
  excerpt: '本文の見本です。',
};

/** One example of each staff mail's data, complete. */
export const STAFF_SAMPLES: StaffMails = {
  'staff.action.decide': staff,
  'staff.action.attendance': {
    reference: 'K7QM-2WXA',
    session: '2026年12月3日（木）10時00分',
    sessionShort: '12月3日（木）10時00分',
    minutes: 10,
    noShows: 1,
    heardAt: '2026年12月3日（木）8時00分',
    heardAboutNone: false,
    facts: staff.facts,
  },
  'staff.notice.echo': staff,
  'staff.notice.done': staff,
  'staff.notice.morning': {
    date: '2026年12月3日（木）',
    sessions: [
      { title: '10時00分 見本 花子 様', facts: [{ label: '電話', value: '090-0000-0001' }] },
    ],
    sections: [
      {
        title: '判断を待っているもの',
        todo: '前にお送りしたメールに返信してください。',
        entries: [{ title: '登録のない求職番号での申込みです。', facts: staff.facts }],
        more: 2,
      },
    ],
    notices: ['管理者の許可を待っているメールが、1通あります。'],
    empty: false,
  },
  'staff.notice.holidays': { lastHoliday: '2050年11月23日（水）' },
  'staff.notice.mailbox_lost': {
    lastRead: '2026年12月3日（木）8時00分',
    minutes: 30,
    why: 'imap.host: imap.example.jp does not answer',
  },
  'staff.notice.mailbox_back': {
    from: '2026年12月3日（木）8時00分',
    to: '2026年12月3日（木）9時10分',
  },
};
