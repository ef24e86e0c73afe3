/**
 * The lifecycle table as text: a Mermaid state diagram and a Markdown table, for the README. Drawn
 * from the table and from nothing else; a test keeps the README at it.
 */
import type { BookingState } from '../../src/domain/booking.ts';
import { BIRTHS, LIFECYCLE, type LifecycleRow } from '../../src/domain/lifecycle.ts';

const FINAL: readonly BookingState[] = ['attended', 'no_show', 'cancelled'];

/** A Mermaid `stateDiagram-v2`: one arrow for each pair of states, labelled with its events. */
export function lifecyclePicture(): string {
  const arrows = new Map<string, string[]>();
  for (const row of LIFECYCLE) {
    if (row.to === 'same') continue;
    for (const from of row.from) {
      const pair = `${from} --> ${row.to}`;
      arrows.set(pair, [...(arrows.get(pair) ?? []), row.event]);
    }
  }
  return [
    'stateDiagram-v2',
    '  [*] --> requested',
    `  [*] --> confirmed: ${BIRTHS.flatMap(({ to, event }) => (to === 'confirmed' ? [event] : [])).join(', ')}`,
    ...[...arrows].map(([pair, events]) => `  ${pair}: ${events.join(', ')}`),
    ...FINAL.map((state) => `  ${state} --> [*]`),
    '',
  ].join('\n');
}

/** The rows of the table as Markdown. */
export function lifecycleTable(): string {
  const cells = ({ event, from, to, mails, article, staff }: LifecycleRow) => [
    event,
    from.join(', '),
    to === 'same' ? '(stays)' : to,
    [...mails, ...(staff ? ['staff.action.decide'] : [])].join(', '),
    article ?? '',
  ];
  return [
    '| event | in state | leads to | mails | article |',
    '|---|---|---|---|---|',
    ...BIRTHS.map(
      ({ event, to, mails, article }) =>
        `| ${[event, '(new)', to, mails.join(', '), article].join(' | ')} |`,
    ),
    ...LIFECYCLE.map((row) => `| ${cells(row).join(' | ')} |`),
    '',
  ].join('\n');
}
