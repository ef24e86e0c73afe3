/**
 * What Zoom is asked, and what its answers mean: method, path, header and body as its API documents
 * them, nothing personal in them.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTokenSource } from '../../src/web/token-source.ts';
import { openZoom, type Zoom } from '../../src/web/zoom.ts';
import { startZoom, ZOOM_SECRET, type ZoomStandIn } from '../support/zoom-stand-in.ts';

let there: ZoomStandIn;
let zoom: Zoom;

beforeEach(async () => {
  there = await startZoom();
  zoom = openAt(there);
});
afterEach(() => there.stop());

function openAt({ config }: ZoomStandIn, clientSecret = ZOOM_SECRET): Zoom {
  const { apiUrl, tokenUrl, accountId, clientId } = config;
  const askToken = openTokenSource({
    place: 'zoom',
    tokenUrl,
    grant: 'account_credentials',
    accountId,
    clientId,
    clientSecret,
    refreshToken: null,
    scope: null,
  });
  return openZoom({ apiUrl, topic: 'オンライン職業相談', askToken });
}

const ORDER = {
  user: 'soudan1@office.example.jp',
  reference: 'K7QM-2WXA',
  start: Temporal.ZonedDateTime.from('2026-12-03T10:00[Asia/Tokyo]'),
  minutes: 30,
  passcode: '012345',
};

test('a meeting is made with a passcode and a waiting room, without recording, and bears the code alone', async () => {
  const made = await zoom.make(ORDER);
  expect(made).toEqual({
    done: {
      id: '81234567891',
      passcode: '012345',
      url: 'https://zoom.example/j/81234567891?pwd=q.012345',
    },
  });
  const request = there.standIn.requests.at(-1);
  expect(request?.method).toBe('POST');
  expect(request?.path).toBe('/v2/users/soudan1%40office.example.jp/meetings');
  expect(request?.headers['content-type']).toBe('application/json');
  expect(JSON.parse(request?.body ?? '')).toEqual({
    topic: 'オンライン職業相談 K7QM-2WXA',
    agenda: 'uketsuke K7QM-2WXA',
    type: 2,
    start_time: '2026-12-03T10:00:00',
    timezone: 'Asia/Tokyo',
    duration: 30,
    password: '012345',
    settings: {
      waiting_room: true,
      join_before_host: false,
      auto_recording: 'none',
      meeting_authentication: false,
      use_pmi: false,
    },
  });
});

test('it is changed, found by its code, and removed; what is gone already is no trouble', async () => {
  await zoom.make(ORDER);
  const later = { ...ORDER, start: ORDER.start.add({ hours: 1 }) };
  expect(await zoom.change('81234567891', later)).toEqual({ done: null });
  expect(there.meetings.get(81_234_567_891)?.start_time).toBe('2026-12-03T11:00:00');
  expect(await zoom.find(ORDER.user, 'K7QM-2WXA')).toEqual({ done: ['81234567891'] });
  expect(await zoom.find(ORDER.user, 'ZZZZ-2WXA')).toEqual({ done: [] });
  expect(await zoom.remove('81234567891')).toEqual({ done: null });
  expect(await zoom.remove('81234567891')).toEqual({ done: null });
  expect(await zoom.change('81234567891', later)).toMatchObject({ trouble: { kind: 'gone' } });
});

test('a list in pages is read to its end', async () => {
  there.fault = ({ path, query }) =>
    path.endsWith('/meetings')
      ? {
          when: 'before',
          answer: {
            status: 200,
            json: query.next_page_token
              ? { next_page_token: '', meetings: [{ id: 2, agenda: 'uketsuke K7QM-2WXA' }] }
              : { next_page_token: 'next', meetings: [{ id: 1, agenda: 'other' }] },
          },
        }
      : null;
  expect(await zoom.find(ORDER.user, 'K7QM-2WXA')).toEqual({ done: ['2'] });
});

test('a token that Zoom takes no longer is renewed once', async () => {
  await zoom.make(ORDER);
  there.token = 'zoom-token-2';
  // The token is new; Zoom’s refusal is told, and no second one is asked for at once.
  expect(await zoom.read('81234567891')).toMatchObject({ trouble: { kind: 'refused' } });
});

describe('trouble', () => {
  test.each([
    ['429 with its patience', { status: 429, headers: { 'retry-after': '77' } }, 'passing', 77_000],
    ['a failure of Zoom’s', { status: 503 }, 'passing', null],
    ['an answer without a link', { status: 201, json: { id: 1 } }, 'passing', null],
    ['a broken connection', 'drop' as const, 'passing', null],
    [
      'a missing scope',
      { status: 400, json: { code: 4711, message: 'no scope' } },
      'refused',
      null,
    ],
  ])('%s', async (_, answer, kind, retryAfterMs) => {
    there.fault = ({ method }) =>
      method === 'POST' && there.standIn.requests.length > 1 ? { when: 'before', answer } : null;
    expect(await zoom.make(ORDER)).toMatchObject({ trouble: { kind, retryAfterMs } });
  });

  test('an unknown user names the lane’s setting, and no address', async () => {
    const result = await zoom.make({ ...ORDER, user: 'dare@office.example.jp' });
    expect(result).toMatchObject({ trouble: { kind: 'refused', setting: 'lanes' } });
    expect(JSON.stringify(result)).not.toContain('dare@');
  });

  test('a wrong secret names zoom.clientSecret and does not tell it', async () => {
    const result = await openAt(there, 'wrong-himitsu').make(ORDER);
    expect(result).toMatchObject({ trouble: { kind: 'refused', setting: 'zoom.clientSecret' } });
    expect(JSON.stringify(result)).not.toContain('himitsu');
  });
});
