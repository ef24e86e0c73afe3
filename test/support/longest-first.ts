/**
 * The order of the test files: those that take long begin first, so that none of them is waited
 * for alone at the end; the others after them, the larger files first.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of paths, the longest first, as seen in a whole run. The soak mostly waits. */
const LONG = [
  'test/soak/',
  'test/journey/real-servers',
  'test/board/browser',
  'test/journey/main-job',
  'test/journey/faults-imap',
  'test/journey/changes',
  'test/journey/mailbox',
  'test/journey/command-line',
  'test/kill/',
  'test/model/',
  'test/reading/hostile-text',
  'test/journey/',
  'test/imap/mailbox',
  'test/demo/',
  'test/flow/receive/',
  'test/commands/',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return bySize.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}

function rankOf(path: string): number {
  const rank = LONG.findIndex((part) => path.includes(part));
  return rank === -1 ? LONG.length : rank;
}
