/**
 * Zoom on loopback: a token server and the meetings of its users, as the API documents them. It
 * refuses what Zoom would refuse, and can be told to fail before or after it has done the work.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeptRequest, type StandInAnswer, startStandIn } from './web-stand-in.ts';

export interface ZoomMeetingThere {
  id: number;
  user: string;
  topic: string;
  agenda: string;
  start_time: string;
  timezone: string;
  duration: number;
  password: string;
  settings: Record<string, unknown>;
}

/** What happens to the next requests of a kind: an answer instead of the work, or after it. */
export interface ZoomFault {
  when: 'before' | 'after';
  answer: StandInAnswer;
}

export const ZOOM_SECRET = 'himitsu-zoom';
const ACCOUNT = 'account-1';
const CLIENT = 'client-1';

export async function startZoom() {
  const standIn = await startStandIn();
  const folder = mkdtempSync(join(tmpdir(), 'uketsuke-zoom-'));
  const secretFile = join(folder, 'secret');
  writeFileSync(secretFile, `${ZOOM_SECRET}\n`);
  const meetings = new Map<number, ZoomMeetingThere>();
  const zoom = {
    standIn,
    meetings,
    token: 'zoom-token-1',
    users: ['soudan1@office.example.jp', 'soudan2@office.example.jp'],
    fault: null as null | ((request: KeptRequest) => ZoomFault | null),
    /** The config's block that leads here. */
    config: {
      kind: 'meetings',
      accountId: ACCOUNT,
      clientId: CLIENT,
      clientSecret: { file: secretFile },
      apiUrl: `${standIn.url}/v2`,
      tokenUrl: `${standIn.url}/oauth/token`,
    },
    /** Method and path of every request to the API, in order. */
    asked: () =>
      standIn.requests
        .filter(({ path }) => path.startsWith('/v2'))
        .map(({ method, path }) => `${method} ${path.slice(3)}`),
    stop: async () => {
      await standIn.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  let lastId = 81_234_567_890;
  standIn.answerWith((request) => {
    const fault = zoom.fault?.(request) ?? null;
    if (fault?.when === 'before') return fault.answer;
    const answer = answerTo(request);
    return fault?.answer ?? answer;
  });

  const answerTo = (request: KeptRequest): StandInAnswer => {
    if (request.path === '/oauth/token') return tokenFor(request);
    if (request.headers.authorization !== `Bearer ${zoom.token}`) {
      return { status: 401, json: { code: 124, message: 'Invalid access token.' } };
    }
    const [, what = '', name = '', more] =
      /^\/v2\/(users|meetings)\/([^/]+)(\/meetings)?$/.exec(request.path) ?? [];
    if (what === 'users' && more) return ofUser(request, decodeURIComponent(name));
    if (what === 'meetings') return ofMeeting(request, Number(name));
    return { status: 404, json: { code: 404, message: 'no such path' } };
  };

  const tokenFor = ({ method, query, headers }: KeptRequest): StandInAnswer => {
    const basic = `Basic ${Buffer.from(`${CLIENT}:${ZOOM_SECRET}`).toString('base64')}`;
    const right =
      method === 'POST' &&
      query.grant_type === 'account_credentials' &&
      query.account_id === ACCOUNT;
    if (headers.authorization !== basic) return { status: 401, json: { error: 'invalid_client' } };
    if (!right) return { status: 400, json: { error: 'unsupported_grant_type' } };
    return {
      status: 200,
      json: { access_token: zoom.token, token_type: 'bearer', expires_in: 3599 },
    };
  };

  const ofUser = ({ method, body }: KeptRequest, user: string): StandInAnswer => {
    if (!zoom.users.includes(user)) {
      return { status: 404, json: { code: 1001, message: `User does not exist: ${user}.` } };
    }
    if (method === 'GET') {
      const own = [...meetings.values()].filter((meeting) => meeting.user === user);
      const listed = own.map(({ password: _, ...rest }) => rest);
      return { status: 200, json: { page_size: 300, next_page_token: '', meetings: listed } };
    }
    lastId += 1;
    const made = {
      ...(JSON.parse(body) as Omit<ZoomMeetingThere, 'id' | 'user'>),
      id: lastId,
      user,
    };
    meetings.set(lastId, made);
    return { status: 201, json: withLink(made) };
  };

  const ofMeeting = ({ method, body }: KeptRequest, id: number): StandInAnswer => {
    const known = meetings.get(id);
    if (known === undefined) {
      return { status: 404, json: { code: 3001, message: `Meeting does not exist: ${id}.` } };
    }
    if (method === 'GET') return { status: 200, json: withLink(known) };
    if (method === 'DELETE') meetings.delete(id);
    else meetings.set(id, { ...known, ...(JSON.parse(body) as object) });
    return { status: 204 };
  };
  return zoom;
}

function withLink(meeting: ZoomMeetingThere) {
  return { ...meeting, join_url: `https://zoom.example/j/${meeting.id}?pwd=q.${meeting.password}` };
}

export type ZoomStandIn = Awaited<ReturnType<typeof startZoom>>;
