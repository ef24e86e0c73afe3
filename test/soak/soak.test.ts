/**
 * A short soak for every run of the tests; the long one is `npm run soak`.
 */
import { describe, expect, test } from 'vitest';
import { dovecotInstalled, WITHOUT_DOVECOT } from '../support/dovecot.ts';
import { soak } from './play-soak.ts';

const here = dovecotInstalled();

describe.skipIf(!here)(`two minutes with faults${here ? '' : `: ${WITHOUT_DOVECOT}`}`, () => {
  test('mixed traffic loses nothing, doubles nothing, and memory does not grow', async () => {
    const { problems, figures } = await soak({ minutes: 2, mailsPerSecond: 5, seed: 1 });
    expect(problems).toEqual([]);
    expect(figures).toMatchObject({ kills: 0, 'mails delivered': 600 });
  }, 900_000);
});
