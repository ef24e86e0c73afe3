/**
 * All 31 subsets of missing items (6(2)): by mail the question names exactly what is missing, of
 * a phone memo the counselor is asked. One office serves them all, each request its own person.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../src/demo/people.ts';
import { ITEM_NAMES, type ItemName } from '../../src/domain/booking.ts';
import { inbox, outbox } from '../support/look.ts';
import { type PlayedRelay, startPlayedRelay } from '../support/relay.ts';
import { COUNSELOR, OFFICE, type Played, playOffice } from '../support/world.ts';

const LINES: Record<ItemName, string> = {
  name: '氏名：北原 みのり',
  seekerNumber: '求職番号：45010-10000077',
  datetime: '希望日時：12月8日 13:30',
  phone: '電話番号：090-0000-0077',
  topic: '相談内容：面接の練習をしたい',
};
/** How the mails name each item. */
const NAMED: Record<ItemName, RegExp> = {
  name: /氏名/,
  seekerNumber: /求職番号/,
  datetime: /日時/,
  phone: /電話/,
  topic: /相談(?:の|したい)?内容|相談したいこと/,
};

const subsets: ItemName[][] = Array.from({ length: 31 }, (_, i) =>
  ITEM_NAMES.filter((_item, bit) => ((i + 1) >> bit) & 1),
);
const form = (missing: readonly ItemName[], subject: string) =>
  [
    `${subject}です。`,
    ...ITEM_NAMES.filter((item) => !missing.includes(item)).map((item) => LINES[item]),
  ].join('\n');

let played: Played;
let relay: PlayedRelay;
const writers = subsets.map((missing, i): Person & { missing: ItemName[] } => ({
  name: '',
  address: `writer${i + 1}@example.ne.jp`,
  missing,
}));

beforeAll(async () => {
  played = await playOffice({
    config: async (servers) => {
      relay = await startPlayedRelay(servers);
      return { smtp: { host: '127.0.0.1', port: relay.port, tls: 'none', from: OFFICE } };
    },
  });
  for (const writer of writers) {
    const text = form(writer.missing, 'オンライン職業相談の予約をお願いします');
    await played.drop(writer, text, { subject: 'オンライン職業相談の予約' });
  }
  await played.at('2025-11-25T09:30');
  for (const { missing } of writers) {
    await played.drop(COUNSELOR, form(missing, '電話で予約を受けたもの'), {
      subject: '電話受付メモ',
    });
  }
  await played.at('2025-11-25T10:00');
}, 60_000);
afterAll(async () => {
  await played?.end();
  await relay?.stop();
});

/**
 * A memo with nothing but a name or a number, or nothing at all, might be any mail: a person reads
 * it. A seeker's mail says in so many words that it asks for a booking.
 */
const mightBeAnything = (missing: readonly ItemName[]) =>
  missing.includes('seekerNumber') &&
  missing.includes('datetime') &&
  missing.includes('topic') &&
  missing.length > 3;

const namedIn = (lines: string[]) =>
  ITEM_NAMES.filter((item) => NAMED[item].test(lines.join('\n')));

describe('by mail', () => {
  test.each(writers)('without $missing the question names exactly that', async (writer) => {
    const { address, missing } = writer;
    const mails = (await outbox(played)).filter(({ to_address }) => to_address === address);
    expect(mails.map(({ kind }) => kind)).toEqual(['seeker.action.details']);
    const points = mails[0]?.text.split('\n').filter((line) => line.startsWith('・')) ?? [];
    expect(namedIn(points)).toEqual(missing);
  });
});

describe('by a phone memo', () => {
  test.each(writers)('without $missing the counselor is asked exactly for that', async (writer) => {
    const { missing } = writer;
    const memo = (await inbox(played))[writers.length + writers.indexOf(writer)];
    const alert = (await outbox(played)).find(({ inbox_id }) => inbox_id === memo?.id);
    expect(alert).toMatchObject({ kind: 'staff.action.decide', to_address: COUNSELOR.address });
    if (mightBeAnything(missing)) {
      expect(memo?.outcome).toBe('not_understood');
      return;
    }
    const points = alert?.text.split('\n').filter((line) => line.startsWith('確かめること')) ?? [];
    expect(namedIn(points)).toEqual(missing);
  });

  test('nothing was written to anybody but the counselor and the writers of mails', async () => {
    const known = new Set([COUNSELOR.address, ...writers.map(({ address }) => address)]);
    const others = (await outbox(played)).filter(({ to_address }) => !known.has(to_address));
    expect(others).toEqual([]);
  });
});
