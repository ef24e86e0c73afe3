/**
 * A word from the command line beside the running bot: written into the same database, delivered
 * by the bot, once.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HANAKO } from '../../src/demo/people.ts';
import { speakAtDesk } from '../../src/flow/words/desk-word.ts';
import { type Played, playOffice, requestForm } from '../support/world.ts';

let office: Played;
beforeEach(async () => {
  office = await playOffice({ config: { registration: 'sender' } });
});
afterEach(() => office.end());

test('確定 at the desk: the bot delivers the notice, and the reply that comes after changes nothing', async () => {
  const wish = '12月3日 10:00';
  await office.write(HANAKO, requestForm({ name: '小林 花子', number: '45010-10000001', wish }));
  expect(await office.states()).toEqual(['awaiting_reply']);
  const { reference } = await office.office.store.read
    .selectFrom('booking')
    .select('reference')
    .executeTakeFirstOrThrow();
  const spoken = {
    reference,
    words: [{ kind: 'confirm', reason: '電話で同意' }],
    by: '窓口のコマンド、yamada',
  } as const;
  expect((await speakAtDesk(office.office, spoken))?.map(({ done }) => done)).toEqual([true]);
  await office.at('2025-11-25T09:05');
  await office.answer(HANAKO, 'はい。');
  expect(await office.states()).toEqual(['confirmed']);
  const kinds = await office.kindsTo(HANAKO.address);
  expect(kinds.filter((kind) => kind === 'seeker.notice.confirmed')).toHaveLength(1);
  const sent = await office.office.store.read
    .selectFrom('outbox')
    .select('state')
    .where('kind', '=', 'seeker.notice.confirmed')
    .execute();
  expect(sent).toEqual([{ state: 'sent' }]);
  expect((await speakAtDesk(office.office, spoken))?.[0]?.done).toBe(false);
});
