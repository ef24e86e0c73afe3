/**
 * The settings of Zoom: fixed rooms, which stand beside each lane, or a meeting for each booking
 * by Zoom's Server-to-Server OAuth app.
 */
import { z } from 'zod';
import { count, secret, text, webAddress } from './fields.ts';
import type { lanes } from './office.ts';

const rooms = z.strictObject({ kind: z.literal('rooms') });

const meetings = z.strictObject({
  kind: z.literal('meetings'),
  accountId: text('the account ID of the Server-to-Server OAuth app'),
  clientId: text('the client ID of the Server-to-Server OAuth app'),
  clientSecret: secret,
  topic: text('what every meeting is called, before the reference code').default(
    'オンライン職業相談',
  ),
  alertAfterMinutes: count(1, 'minutes, 1 or more').default(15),
  apiUrl: webAddress.default('https://api.zoom.us/v2'),
  tokenUrl: webAddress.default('https://zoom.us/oauth/token'),
});

export const zoom = z.discriminatedUnion('kind', [rooms, meetings], {
  error: '{"kind": "rooms"} or {"kind": "meetings", …}',
});

/** What each lane lacks for the kind of meetings that the office wants, by its place. */
export function lacksOfLanes(
  kind: 'rooms' | 'meetings',
  all: z.output<typeof lanes>,
): { path: (string | number)[]; message: string }[] {
  const key = kind === 'rooms' ? 'zoom' : 'zoomUser';
  const message =
    kind === 'rooms'
      ? 'the lane’s fixed room {"meetingId", "passcode", "url"}, since $.zoom.kind is "rooms"'
      : 'the Zoom user of this lane, since $.zoom.kind is "meetings"';
  return all.flatMap((lane, i) =>
    lane[key] === null ? [{ path: ['lanes', i, key], message }] : [],
  );
}
