/**
 * How the tests run: two files at a time, the long ones first, and the pure rooms, whose files
 * leave nothing behind, in processes that they share. What Node makes of the source is kept from
 * one process and thread to the next, as in the program itself.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('node_modules/.cache/uketsuke-tests', import.meta.url),
);

/** Functions of values; no file of theirs opens anything. */
const PURE = ['config', 'csv', 'domain', 'message', 'reading'];
/** Files of theirs that change the time zone, measure, or start processes. */
const BY_THEMSELVES = [
  'test/domain/deadline.test.ts',
  'test/message/hostile.test.ts',
  'test/message/hostile-text.test.ts',
  'test/reading/hostile-text.test.ts',
  'test/reading/reply/reply.test.ts',
  'test/reading/time-zones.test.ts',
];
const pure = PURE.map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: pure, exclude: BY_THEMSELVES, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/*.test.ts', `test/!(${PURE.join('|')})/**/*.test.ts`, ...BY_THEMSELVES],
        },
      },
    ],
  },
});
