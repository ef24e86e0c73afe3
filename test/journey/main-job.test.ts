/**
 * The main job, end to end, over real IMAP and SMTP: on the embedded servers everywhere, and the
 * same on Dovecot where it is installed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HANAKO, JUN, MISAKI, TARO } from '../../src/demo/people.ts';
import { parseMessage } from '../../src/message/parse.ts';
import { noShowsOf } from '../../src/store/sessions.ts';
import { dovecotInstalled, WITHOUT_DOVECOT } from '../support/dovecot.ts';
import { bookings, lastMailTo, onlyBooking } from '../support/look.ts';
import {
  COUNSELOR,
  OFFICE,
  type Played,
  playOffice,
  requestForm,
  type Servers,
} from '../support/world.ts';

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10：00～',
});

const JUN_HAS = { name: '鈴木 潤', number: '45010-10000004' };

/** What the office has sent to an address, as it came over the wire. */
const served = ({ servers }: Played, address: string) =>
  servers.delivered
    .filter(({ recipient, mailFrom }) => recipient === address && mailFrom === OFFICE.address)
    .map(({ source }) => source);

const worlds: Servers[] = dovecotInstalled() ? ['embedded', 'dovecot'] : ['embedded'];
test.runIf(worlds.length === 1)(
  `the journeys on Dovecot are skipped: ${WITHOUT_DOVECOT}`,
  (context) => {
    context.skip();
  },
);

describe.each(worlds)('on %s servers', (servers) => {
  let played: Played;
  beforeEach(async () => {
    played = await playOffice({ servers });
  });
  afterEach(() => played.end());

  test('a request becomes a confirmed booking by a reply, and the row keeps both consents', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    expect(await played.states()).toEqual(['awaiting_reply']);
    await played.at('2025-11-25T12:30');
    await played.answer(HANAKO, 'はい');
    expect(await played.states()).toEqual(['confirmed']);
    expect(await played.kindsTo(HANAKO.address)).toEqual([
      'seeker.action.terms',
      'seeker.notice.confirmed',
    ]);
    // The sha256 is that of the very text that went over the wire (13, foot).
    const wire = served(played, HANAKO.address)[0] ?? Buffer.alloc(0);
    const { text } = await parseMessage(wire, { authservId: null });
    const sent = text.split('ここから下は、利用規約の全文です。\n----------\n')[1] ?? '';
    expect(sent).toBe(readFileSync('templates/terms/2025-03-11.txt', 'utf8'));
    expect(await onlyBooking(played)).toMatchObject({
      applied_at: '2025-11-25T09:00:00+09:00',
      consented_at: '2025-11-25T12:30:00+09:00',
      terms_sha256: createHash('sha256').update(sent).digest('hex'),
      slot_start_at: '2025-12-03T10:00:00+09:00',
    });
  });

  test('an empty reply is enough', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.answer(HANAKO, '');
    expect(await played.states()).toEqual(['confirmed']);
  });

  test('a reply in the last second of the day before confirms, the next second does not', async () => {
    const wish = (start: string, number: string, name: string) =>
      requestForm({ name, number, wish: start });
    await played.write(HANAKO, wish('12月3日 10:00', '45010-10000001', '小林 花子'));
    await played.write(JUN, wish('12月3日 10:30', '45010-10000004', '鈴木 潤'));
    played.clock.set('2025-12-02T23:59:59');
    await played.answer(HANAKO, 'はい');
    played.clock.set('2025-12-03T00:00:00');
    await played.answer(JUN, 'はい');
    await played.at('2025-12-03T00:02');
    expect(await played.states()).toEqual(['confirmed', 'void']);
    expect((await played.kindsTo(JUN.address)).at(-1)).toBe('seeker.notice.late_reply');
  });

  test('silence makes it void, frees the slot and is no no-show', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.write(JUN, requestForm({ ...JUN_HAS, wish: '12月4日 10:00' }));
    await played.answer(JUN, 'はい');
    await played.at('2025-12-02T23:59:59');
    expect(await played.states()).toEqual(['awaiting_reply', 'confirmed']);
    await played.at('2025-12-03T00:02');
    expect(await played.states()).toEqual(['void', 'confirmed']);
    expect((await played.kindsTo(HANAKO.address)).at(-1)).toBe('seeker.notice.void');
    expect((await lastMailTo(played, HANAKO.address)).text).toContain('0984-00-0000');
    const { read } = played.office.store;
    expect((await bookings(played))[0]?.void_reason).toBe('no_reply');
    expect(await noShowsOf(read, '45010-10000001')).toBe(0);
    // The slot is anybody's: somebody who is confirmed moves into it.
    const [, his] = await bookings(played);
    const subject = `予約番号 ${his?.reference}`;
    await played.write(COUNSELOR, '変更 12/3 10:00', { subject });
    expect((await bookings(played))[1]).toMatchObject({
      state: 'confirmed',
      slot_start_at: '2025-12-03T10:00:00+09:00',
    });
  });

  test('what is missing is asked for by name, and the answer completes the request', async () => {
    await played.write(
      MISAKI,
      requestForm({
        name: '佐藤 美咲',
        number: '45010-10000003',
        wish: '12月8日 13:30',
        phone: '',
      }),
    );
    const question = await played.newestTo(MISAKI.address);
    expect(question?.text).toContain('電話番号');
    expect(question?.text).not.toContain('・氏名');
    await played.answer(MISAKI, '電話番号は090-0000-0003です。');
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.kindsTo(MISAKI.address)).toEqual([
      'seeker.action.details',
      'seeker.action.terms',
    ]);
  });

  test("a counselor's memo books for the seeker, and the terms go to the registered address only", async () => {
    await played.write(
      COUNSELOR,
      requestForm({ name: '山田 太郎', number: '45010-10000002', wish: '12月4日 14:00' }),
    );
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.kindsTo(TARO.address)).toEqual(['seeker.action.terms']);
    expect(await played.kindsTo(COUNSELOR.address)).toEqual(['staff.notice.echo']);
  });

  test('an out-of-office answer in the thread confirms nothing and is listed for staff', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.answer(HANAKO, 'ただいま不在にしております。', {
      headers: ['Auto-Submitted: auto-replied'],
    });
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.openReasons()).toEqual(['machine_mail']);
  });

  test('two people, one slot: the first gets it, the other is offered three free ones', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.write(
      JUN,
      requestForm({ name: '鈴木 潤', number: '45010-10000004', wish: '12月3日 10:00' }),
    );
    expect(await played.states()).toEqual(['awaiting_reply', 'requested']);
    const offer = await played.newestTo(JUN.address);
    expect(offer?.text).toMatch(/1. 2025年12月3日（水）9時00分.*\n2. .*9時30分.*\n3. .*10時30分/);
    await played.answer(JUN, '3番でお願いします');
    expect(await played.states()).toEqual(['awaiting_reply', 'awaiting_reply']);
    const rows = await played.office.store.read
      .selectFrom('booking')
      .select('slot_start_at')
      .orderBy('id')
      .execute();
    expect(rows[1]?.slot_start_at).toBe('2025-12-03T10:30:00+09:00');
  });

  test('the same request twice is one booking', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.write(HANAKO, HANAKO_ASKS);
    await played.write(COUNSELOR, HANAKO_ASKS);
    expect(await played.states()).toEqual(['awaiting_reply']);
    expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.action.terms']);
  });

  test('after a restart nothing is answered twice and what came meanwhile is worked on', async () => {
    await played.write(HANAKO, HANAKO_ASKS);
    await played.restart();
    await played.at('2025-11-25T10:00');
    expect(await played.kindsTo(HANAKO.address)).toEqual(['seeker.action.terms']);
    await played.answer(HANAKO, '了解です');
    await played.restart();
    expect(await played.states()).toEqual(['confirmed']);
    expect(await played.kindsTo(HANAKO.address)).toHaveLength(2);
  });
});
