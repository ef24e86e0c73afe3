/**
 * The words of Zoom's API: what a meeting is asked to be, and what its answers hold. Pure. Readers
 * throw where an answer is not as Zoom documents it.
 */

export interface MeetingForm {
  reference: string;
  start: Temporal.ZonedDateTime;
  minutes: number;
  passcode: string;
}

/** By what a meeting of ours is known again after a crash; the reference code and nothing personal. */
export function marker(reference: string): string {
  return `uketsuke ${reference}`;
}

/** The body of a request to make or change a meeting. */
export function meetingFields({ reference, start, minutes, passcode }: MeetingForm, topic: string) {
  return {
    topic: `${topic} ${reference}`,
    agenda: marker(reference),
    // A scheduled meeting.
    type: 2,
    start_time: start.toPlainDateTime().toString({ smallestUnit: 'second' }),
    timezone: start.timeZoneId,
    duration: minutes,
    password: passcode,
    settings: {
      waiting_room: true,
      join_before_host: false,
      auto_recording: 'none',
      meeting_authentication: false,
      use_pmi: false,
    },
  };
}

/** A meeting as Zoom tells of it. */
export function madeMeeting(body: Record<string, unknown>): {
  id: string;
  passcode: string;
  url: string;
} {
  const { id, password, join_url: url } = body;
  if ((typeof id !== 'number' && typeof id !== 'string') || !/^\d+$/.test(String(id))) {
    throw new Error('no id');
  }
  if (typeof url !== 'string' || !URL.canParse(url)) throw new Error('no join_url');
  return { id: String(id), passcode: typeof password === 'string' ? password : '', url };
}

/** One page of a user's meetings. */
export function upcomingOf(body: Record<string, unknown>): {
  meetings: { id: string; agenda: string }[];
  nextPage: string;
} {
  const { meetings, next_page_token: next } = body;
  if (!Array.isArray(meetings)) throw new Error('no meetings');
  return {
    meetings: meetings.map((meeting: { id?: unknown; agenda?: unknown }) => ({
      id: String(meeting.id),
      agenda: typeof meeting.agenda === 'string' ? meeting.agenda.trim() : '',
    })),
    nextPage: typeof next === 'string' ? next : '',
  };
}

/** Zoom's own words in one bounded line; addresses in them are left out (Article 8). */
export function wordsOfZoom(status: number, { code, message }: Record<string, unknown>): string {
  const said = typeof message === 'string' ? message : '';
  const line = said.replace(/[\r\n\t]+/g, ' ').replace(/\S+@\S+/g, '…');
  return [status, code, line.slice(0, 160)].filter(Boolean).join(' ');
}

/** "81234567890" as Zoom's own screens write it: "812 3456 7890". */
export function spacedMeetingId(id: string): string {
  return id.replace(/^(\d{3})(\d{3,4})(\d{4})$/, '$1 $2 $3');
}
