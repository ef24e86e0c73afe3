/**
 * What kind of office a story plays in: how many lanes, fixed rooms or a Zoom meeting for each
 * booking, with a register or without. Its config, its register, and terms that change on the way.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { COUNSELOR, HANAKO, OFFICE, SEEKERS, SITE } from '../../src/demo/people.ts';

export interface House {
  lanes: 1 | 2;
  zoom: 'rooms' | 'meetings';
  registration: 'register' | 'sender';
}

/** Mostly the plain office; the others often enough to be met in every exploration. */
export const houses: fc.Arbitrary<House> = fc.record({
  lanes: fc.constantFrom(1, 1, 2),
  zoom: fc.constantFrom('rooms', 'rooms', 'meetings'),
  registration: fc.constantFrom('register', 'register', 'register', 'sender'),
});

/** Whom the register knows from the first day; two of them share an address. */
export const REGISTERED = [
  ...SEEKERS,
  {
    name: '小林 次郎',
    address: HANAKO.address,
    seekerNumber: '45010-10000009',
    phone: '090-0000-0009',
  },
];

/** Somebody whom only a counselor's word or the office's next list makes known. */
export const NEWCOMER = {
  name: '新田 芽衣',
  address: 'mei@example.ne.jp',
  seekerNumber: '45010-10000077',
  phone: '090-0000-0077',
};

export type Seeker = typeof NEWCOMER;

/** The office's new list: the newcomer, and a seeker whose address has changed. */
export const NEW_LIST: readonly Seeker[] = [
  NEWCOMER,
  ...REGISTERED.slice(1, 2).map((seeker) => ({ ...seeker, address: 'taro-new@example.com' })),
];

/** Half an hour each, once in the middle of the stories, once at their end. */
export const TERMS_CHANGE_ON = '2025-12-08';

const OLD_TERMS = new URL('../../templates/terms/2025-03-11.txt', import.meta.url).pathname;

/** Writes config and terms into the folder of a story. */
export function writeHouse(folder: string, house: House): void {
  const coming = join(folder, 'coming-terms.txt');
  writeFileSync(coming, `${readFileSync(OLD_TERMS, 'utf8').trimEnd()}\n\n令和7年12月8日\n`);
  const terms = [
    { file: OLD_TERMS, effectiveFrom: '2025-03-11' },
    { file: coming, effectiveFrom: TERMS_CHANGE_ON },
  ];
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...configOf(house), terms }));
}

function configOf({ lanes, zoom, registration }: House): object {
  const host = '127.0.0.1';
  const password = { env: 'MODEL_PASSWORD' };
  return {
    office: { name: 'ハローワーク小林', telephone: '0984-00-0000' },
    staff: { addresses: [COUNSELOR.address], notify: COUNSELOR.address },
    registration,
    imap: { host, port: 143, tls: 'none', user: OFFICE.address, password },
    smtp: { host, port: 25, tls: 'none', from: OFFICE },
    authservId: 'mx.office.example.jp',
    lanes: ['A', 'B'].slice(0, lanes).map((id) => laneOf(id, zoom)),
    zoom: zoom === 'rooms' ? { kind: 'rooms' } : ZOOM_ACCOUNT,
    bookingSite: bookingSites(),
    limits: {
      mailsPerAddressAndHour: 1000,
      mailsPerKindAndBooking: 1000,
      staffMailsPerHour: 100_000,
    },
    database: 'uketsuke.sqlite',
    sendMode: 'live',
  };
}

function laneOf(id: string, zoom: House['zoom']): object {
  const room = { meetingId: '000 1111 2222', passcode: '123456', url: 'https://zoom.example/j/1' };
  const place = zoom === 'rooms' ? { zoom: room } : { zoomUser: `soudan-${id}@office.example.jp` };
  return { id, counselor: `職業相談部門 ${id}番窓口`, ...place };
}

/** The paper Zoom stands in its place; nothing is ever called. */
const ZOOM_ACCOUNT = {
  kind: 'meetings',
  accountId: 'model',
  clientId: 'model',
  clientSecret: { env: 'MODEL_PASSWORD' },
  apiUrl: 'http://127.0.0.1:9/v2',
  tokenUrl: 'http://127.0.0.1:9/oauth/token',
};

/** The formats of config.example.json, sent by the demo's site. */
function bookingSites(): object[] {
  const example = new URL('../../config.example.json', import.meta.url);
  const { bookingSite } = JSON.parse(readFileSync(example, 'utf8')) as {
    bookingSite: { senders: string[] }[];
  };
  return bookingSite.slice(0, 1).map((format) => ({ ...format, senders: [SITE.address] }));
}
