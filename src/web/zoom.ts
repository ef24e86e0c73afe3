/**
 * Zoom's meetings by its REST API, as a Server-to-Server OAuth app: make, find, change, remove.
 * One question, one answer; nothing is tried again here but a token that Zoom no longer takes. A
 * meeting is known by its reference code and nothing personal (Article 8); waiting room and
 * passcode are on, recording is off (Article 12(2)).
 */
import type { AskToken } from '../config/login.ts';
import { call, jsonObject, type WebAnswer, type WebRequest } from './call.ts';
import { madeMeeting, marker, meetingFields, upcomingOf, wordsOfZoom } from './zoom-form.ts';

export interface MeetingOrder {
  /** Whose meeting it is, by mail address or ID. */
  user: string;
  reference: string;
  start: Temporal.ZonedDateTime;
  minutes: number;
  passcode: string;
}

export interface MadeMeeting {
  id: string;
  passcode: string;
  url: string;
}

/** Why Zoom did not do it. */
export interface ZoomTrouble {
  /** `passing`: try again later. `refused`: a setting or a right is wrong. `gone`: no such meeting. */
  kind: 'passing' | 'refused' | 'gone';
  /** The JSON path to look at. */
  setting: string;
  /** One line, without anything secret or personal. */
  why: string;
  retryAfterMs: number | null;
}

export type ZoomResult<T> = { done: T } | { trouble: ZoomTrouble };

export interface Zoom {
  make(order: MeetingOrder): Promise<ZoomResult<MadeMeeting>>;
  /** The IDs of the user's meetings to come that bear the reference; for tries whose end is unknown. */
  find(user: string, reference: string): Promise<ZoomResult<string[]>>;
  read(id: string): Promise<ZoomResult<MadeMeeting>>;
  change(id: string, order: MeetingOrder): Promise<ZoomResult<null>>;
  /** A meeting that is gone already is no trouble. */
  remove(id: string): Promise<ZoomResult<null>>;
}

export interface ZoomSettings {
  apiUrl: string;
  topic: string;
  /** A token of the Server-to-Server app. */
  askToken: AskToken;
}

/** Opens no connection. */
export function openZoom(settings: ZoomSettings): Zoom {
  const ask = (method: WebRequest['method'], path: string, body?: object) =>
    askZoom(settings, { method, path, body });
  return {
    make: async (order) => {
      const path = `/users/${encodeURIComponent(order.user)}/meetings`;
      return read(await ask('POST', path, meetingFields(order, settings.topic)), madeMeeting);
    },
    find: (user, reference) => find(settings, user, reference),
    read: async (id) => read(await ask('GET', `/meetings/${id}`), madeMeeting),
    change: async (id, order) =>
      read(await ask('PATCH', `/meetings/${id}`, meetingFields(order, settings.topic)), () => null),
    remove: async (id) => {
      const result = read(await ask('DELETE', `/meetings/${id}`), () => null);
      return 'trouble' in result && result.trouble.kind === 'gone' ? { done: null } : result;
    },
  };
}

/** Pages of a user's upcoming meetings; more than these an office does not have. */
const MAX_PAGES = 20;

async function find(
  settings: ZoomSettings,
  user: string,
  reference: string,
): Promise<ZoomResult<string[]>> {
  const ids: string[] = [];
  let page = '';
  for (let n = 0; n < MAX_PAGES; n += 1) {
    const query = new URLSearchParams({ type: 'upcoming', page_size: '300' });
    if (page !== '') query.set('next_page_token', page);
    const path = `/users/${encodeURIComponent(user)}/meetings?${query}`;
    const result = read(await askZoom(settings, { method: 'GET', path }), upcomingOf);
    if ('trouble' in result) return result;
    const { meetings, nextPage } = result.done;
    ids.push(...meetings.filter(({ agenda }) => agenda === marker(reference)).map(({ id }) => id));
    if (nextPage === '') return { done: ids };
    page = nextPage;
  }
  return { done: ids };
}

interface Question {
  method: WebRequest['method'];
  path: string;
  body?: object | undefined;
}

type Asked = WebAnswer | { kind: 'no_token'; trouble: ZoomTrouble };

async function askZoom(settings: ZoomSettings, question: Question): Promise<Asked> {
  const first = await askOnce(settings, question, false);
  return first.kind === 'answer' && first.status === 401
    ? askOnce(settings, question, true)
    : first;
}

async function askOnce(
  { apiUrl, askToken }: ZoomSettings,
  { method, path, body }: Question,
  renew: boolean,
): Promise<Asked> {
  const token = await askToken({ renew });
  if ('trouble' in token) {
    const { kind, setting, message: why } = token.trouble;
    const trouble = { kind: kind === 'refused' ? kind : ('passing' as const), setting, why };
    return { kind: 'no_token', trouble: { ...trouble, retryAfterMs: null } };
  }
  const headers = {
    authorization: `Bearer ${token.accessToken}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return call({ method, url: `${apiUrl}${path}`, headers, ...text });
}

/** The answer's meaning; `read` gives null where the answer is not as Zoom documents it. */
function read<T>(asked: Asked, reader: (body: Record<string, unknown>) => T): ZoomResult<T> {
  if (asked.kind === 'no_token') return { trouble: asked.trouble };
  const trouble = (kind: ZoomTrouble['kind'], setting: string, why: string) => ({
    trouble: {
      kind,
      setting,
      why,
      retryAfterMs: asked.kind === 'answer' ? asked.retryAfterMs : null,
    },
  });
  if (asked.kind === 'unreachable') {
    return trouble(
      'passing',
      'zoom.apiUrl',
      `zoom.apiUrl: Zoom cannot be reached (${asked.reason})`,
    );
  }
  const { status } = asked;
  const body = jsonObject(asked.body) ?? {};
  if (status >= 200 && status < 300) {
    try {
      return { done: reader(body) };
    } catch {
      return trouble('passing', 'zoom.apiUrl', `zoom.apiUrl: an unexpected answer (${status})`);
    }
  }
  const said = wordsOfZoom(status, body);
  if (status === 429 || status >= 500) return trouble('passing', 'zoom', `zoom: ${said}`);
  // 1001: no such user; 3001: no such meeting.
  if (status === 404 && Number(body.code) === 1001) {
    return trouble('refused', 'lanes', `lanes[].zoomUser: Zoom knows no such user (${said})`);
  }
  if (status === 404) return trouble('gone', 'zoom', `zoom: no such meeting (${said})`);
  return trouble(
    'refused',
    'zoom',
    `zoom: Zoom refused (${said}); check the app's scopes, its activation and its account`,
  );
}
