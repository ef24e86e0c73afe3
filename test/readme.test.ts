import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { README, renewed } from './support/readme.ts';

test('the README shows the lifecycle table as it is (renew it by `npm run readme`)', () => {
  const text = readFileSync(README, 'utf8');
  expect(text).toBe(renewed(text));
});
