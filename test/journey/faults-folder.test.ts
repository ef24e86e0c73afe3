/**
 * A folder goes away under the session, because somebody tidied up in Outlook: the one that mail is
 * filed into, or the one that is read. On Dovecot; what the log says, and that it mends itself.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { HANAKO, letterSource, OFFICE } from '../../src/demo/people.ts';
import { imapDateTime, PlainImap } from '../../src/demo/plain-imap.ts';
import type { Log } from '../../src/log.ts';
import { dovecotInstalled, WITHOUT_DOVECOT } from '../support/dovecot.ts';
import { inbox } from '../support/look.ts';
import { type Played, playOffice, requestForm } from '../support/world.ts';

let played: Played;
let hand: PlainImap | null = null;
afterEach(async () => {
  hand?.close();
  hand = null;
  await played.end();
});

let told: { event: string; setting: unknown }[] = [];
const note = (event: string, facts: Record<string, unknown> = {}) => {
  told.push({ event, setting: facts.setting });
};

/** On Dovecot with other settings of `imap`; a person's own connection goes beside it. */
async function play(imap: object, folders: readonly string[] = []): Promise<PlainImap> {
  told = [];
  let person: PlainImap | null = null;
  played = await playOffice({
    servers: 'dovecot',
    log: { info: note, warn: note, error: note } satisfies Log,
    config: async (servers) => {
      const { host, port, tls, user, password } = servers.imap(OFFICE.address);
      person = await PlainImap.open(port, user, password);
      for (const folder of folders) await person.command(`CREATE ${folder}`);
      return { imap: { host, port, tls, user, password: { env: 'DEMO_PASSWORD' }, ...imap } };
    },
  });
  if (person === null) throw new Error('no connection of a person');
  hand = person;
  return person;
}

const HANAKO_ASKS = requestForm({
  name: '小林 花子',
  number: '45010-10000001',
  wish: '12月3日 10:00',
});

const here = dovecotInstalled();

describe.skipIf(!here)(`a folder that vanishes${here ? '' : `: ${WITHOUT_DOVECOT}`}`, () => {
  test('is made again where mail is filed into it', async () => {
    const filing = { by: 'folder', handled: 'Done', forStaff: 'Staff' };
    const person = await play({ filing });
    await played.write(HANAKO, HANAKO_ASKS);
    await person.command('DELETE Done');
    await played.answer(HANAKO, 'はい');
    expect(await played.states()).toEqual(['confirmed']);
    const answer = await person.command('STATUS Done (MESSAGES)');
    expect(answer).toContain('(MESSAGES 1)');
    expect((await inbox(played)).every(({ filed_at }) => filed_at !== null)).toBe(true);
    expect(told.map(({ event }) => event)).not.toContain('filing_refused');
  }, 60_000);

  test('is waited for where mail is read from it, and nothing is voided meanwhile', async () => {
    const person = await play({ folder: 'Online' }, ['Online']);
    let number = 0;
    const append = async (letter: { subject: string; text: string; answers?: never }) => {
      number += 1;
      const at = played.clock.now();
      const source = Buffer.from(letterSource({ from: HANAKO, at, number, ...letter }));
      await person.command(`APPEND Online "${imapDateTime(at)}"`, source);
    };
    await append({ subject: '予約', text: HANAKO_ASKS });
    await played.at('2025-11-25T09:01');
    expect(await played.states()).toEqual(['awaiting_reply']);

    await person.command('DELETE Online');
    const working = played.at('2025-12-03T00:05');
    const missed = () => told.some(({ setting }) => setting === 'imap.folder');
    while (!missed()) await new Promise((done) => setTimeout(done, 50));
    expect(await played.states()).toEqual(['awaiting_reply']);

    played.clock.set('2025-12-02T18:00');
    await person.command('CREATE Online');
    const terms = await played.newestTo(HANAKO.address);
    await append({ subject: `Re: ${terms?.subject}`, text: 'はい、参加します。' });
    await working;
    expect(await played.states()).toEqual(['confirmed']);
    expect(await played.kindsTo(HANAKO.address)).toEqual([
      'seeker.action.terms',
      'seeker.notice.confirmed',
    ]);
  }, 60_000);
});
