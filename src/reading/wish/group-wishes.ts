/**
 * Judged mentions to groups, by order, joints and neighbourhood only: feeds the builder with
 * what may be wished and with what stands between. Knows no calendar.
 */
import type { Group } from './group.ts';
import { GroupBuilder } from './group-builder.ts';
import type { Mention } from './mention.ts';
import type { Judged } from './verdict.ts';

const MAY_BE_WISHED: ReadonlySet<Judged['verdict']> = new Set([
  'live',
  'wished',
  'past_fact',
  'reason',
]);

/** The groups of the mentions that may be wishes, in the order of the text. */
export function groupWishes(judged: readonly Judged[]): Group[] {
  const builder = new GroupBuilder();
  for (const item of judged) {
    const mention: Mention = item.mention;
    if (mention.kind === 'day' || mention.kind === 'time') {
      if (MAY_BE_WISHED.has(item.verdict)) {
        if (mention.kind === 'day') builder.addDay(mention, item.verdict);
        else builder.addTime(mention, item.verdict);
      } else {
        builder.passDropped(mention);
      }
    } else {
      builder.pass(mention);
    }
  }
  return builder.groups;
}
