/** In which order mails leave, and what delivery does where the program's own ground fails. */
import { afterEach, expect, test } from 'vitest';
import { HANAKO } from '../../../src/demo/people.ts';
import { startDelivery } from '../../../src/flow/deliver/deliver.ts';
import type { Office } from '../../../src/flow/office.ts';
import type { Relay } from '../../../src/smtp/relay.ts';
import { insertBooking } from '../../../src/store/bookings.ts';
import { addToOutbox, releaseHeld } from '../../../src/store/outbox.ts';
import { draft, outgoing } from '../../store/store-samples.ts';
import { type Played, playOffice, requestForm } from '../../support/world.ts';

let played: Played;
afterEach(() => played.end());

/** A relay that takes everything, and in which order. */
function noting(sent: (messageId: string) => void): Relay {
  return {
    send: async ({ messageId }) => {
      sent(messageId);
      return { kind: 'accepted', replyCode: 250, response: '250 ok' };
    },
    verify: async () => undefined,
    close: async () => undefined,
  };
}

test('who has answered us is answered before a hundred others who wait longer, in the order of his own mails', async () => {
  played = await playOffice({ start: '2026-11-24T10:00', config: { sendMode: 'hold' } });
  const { office } = played;
  const answered = await office.store.transact(async (tx) => {
    for (let i = 0; i < 100; i += 1) await addToOutbox(tx, outgoing(), 'held');
    const { id: bookingId } = await insertBooking(tx, draft({ state: 'confirmed' }));
    const message = (messageId: string) => ({ ...outgoing().message, messageId });
    const changed = 'seeker.notice.rescheduled' as const;
    await addToOutbox(tx, outgoing({ bookingId, message: message('<first@x>') }), 'held');
    await addToOutbox(
      tx,
      outgoing({ bookingId, kind: changed, message: message('<then@x>') }),
      'held',
    );
    return bookingId;
  });
  await office.store.transact((tx) => releaseHeld(tx, null));
  const order: string[] = [];
  const delivery = startDelivery(
    office,
    noting((id) => order.push(id)),
  );
  delivery.kick(answered);
  await delivery.settled();
  await delivery.stop();
  expect(order).toHaveLength(102);
  expect(order.indexOf('<first@x>')).toBeLessThan(20);
  expect(order.indexOf('<then@x>')).toBe(order.indexOf('<first@x>') + 1);
});

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
  const relay = noting(() => {
    sent += 1;
  });
  const delivery = startDelivery(broken, relay);
  await delivery.settled();
  await delivery.stop();
  expect(sent).toBe(0);
  expect(tries).toBe(1);
});
