/** What delivery does where not the relay but the program's own ground fails. */
import { afterEach, expect, test } from 'vitest';
import { HANAKO } from '../../../src/demo/people.ts';
import { startDelivery } from '../../../src/flow/mail/deliver.ts';
import type { Office } from '../../../src/flow/office.ts';
import type { Relay } from '../../../src/smtp/relay.ts';
import { releaseHeld } from '../../../src/store/outbox.ts';
import { type Played, playOffice, requestForm } from '../../support/world.ts';

let played: Played;
afterEach(() => played.end());

test('a database that cannot be written sends nothing, and is not tried again without a pause', async () => {
  played = await playOffice({ config: { sendMode: 'hold' } });
  const form = { name: '小林 花子', number: '45010-10000001', wish: '12月3日 10:00' };
  await played.write(HANAKO, requestForm(form));
  await played.office.store.transact((tx) => releaseHeld(tx, null));
  let tries = 0;
  let sent = 0;
  const broken: Office = {
    ...played.office,
    store: {
      ...played.office.store,
      transact: async () => {
        tries += 1;
        throw new Error('the disk is full');
      },
    },
  };
  const relay: Relay = {
    send: async () => {
      sent += 1;
      return { kind: 'accepted', replyCode: 250, response: '250 ok' };
    },
    verify: async () => undefined,
    close: async () => undefined,
  };
  const delivery = startDelivery(broken, relay);
  await delivery.settled();
  await delivery.stop();
  expect(sent).toBe(0);
  expect(tries).toBe(1);
});
