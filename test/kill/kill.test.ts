/**
 * A short kill test for every run of the tests; the long one is `npm run kill`.
 */
import { describe, expect, test } from 'vitest';
import { dovecotInstalled, WITHOUT_DOVECOT } from '../support/dovecot.ts';
import { judge } from './judge.ts';
import { play } from './play.ts';

const here = dovecotInstalled();

describe.skipIf(!here)(`killed at random moments${here ? '' : `: ${WITHOUT_DOVECOT}`}`, () => {
  test('the program loses nothing, books nothing twice and sends twice only in the gap', async () => {
    const { problems, figures } = await play({ kills: 5, mails: 12, seed: 7 }, judge);
    expect(problems).toEqual([]);
    expect(figures).toMatchObject({ kills: 5, 'mails delivered': 12 });
  }, 240_000);
});
