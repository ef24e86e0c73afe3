/**
 * What the booking site sends: a booking, another date under the same number, a cancellation, for
 * times that others want too; and the same notice in the site's name by somebody else.
 */
import fc from 'fast-check';
import { SITE } from '../../../src/demo/people.ts';
import type { LetterKind, Outside, SiteBooking } from '../outside.ts';
import { Happening } from './happening.ts';
import { seeker } from './seekers.ts';

const TIMES = [
  '2025年11月28日（金）13：00～13：30',
  '2025年12月3日（水）10：00～10：30',
  '2025年12月3日（水）10：30～11：00',
  '2025年12月8日（月）9：30～10：00',
] as const;
const MACHINE = ['Auto-Submitted: auto-generated', 'Precedence: bulk'];
const NOT_THE_SITE =
  'Authentication-Results: mx.office.example.jp; dmarc=fail header.from=site.example.jp';

function notify(
  outside: Outside,
  kind: Extract<LetterKind, 'site_booked' | 'site_cancelled' | 'forged'>,
  { reference, seeker: who, when }: SiteBooking,
): void {
  const isCancelled = kind === 'site_cancelled';
  const text = [
    `${who.name} 様`,
    `${isCancelled ? 'ご予約の取り消し' : 'ご予約'}を承りました。`,
    `予約番号：${reference}`,
    `予約日時：${when}`,
    `お名前：${who.name} 様`,
    `求職番号：${who.seekerNumber}`,
    `電話番号：${who.phone}`,
    'ご相談内容：応募書類の書き方について',
  ].join('\n');
  outside.write({
    kind,
    from: SITE,
    subject: isCancelled
      ? '【予約キャンセル】オンライン職業相談'
      : '【予約完了】オンライン職業相談',
    text,
    headers: kind === 'forged' ? [...MACHINE, NOT_THE_SITE] : MACHINE,
  });
}

const when = fc.constantFrom(...TIMES);

export const siteBooks = fc.tuple(seeker, when, fc.nat(7)).map(
  ([who, time, dice]) =>
    new Happening(
      `the site books ${time} for ${who.name}${dice === 0 ? ' (forged)' : ''}`,
      (outside) => {
        const reference = `S-${1001 + outside.site.length}`;
        const booking = { reference, seeker: who, when: time };
        if (dice > 0) outside.site.push(booking);
        notify(outside, dice > 0 ? 'site_booked' : 'forged', booking);
      },
    ),
);

export const siteChanges = fc.tuple(fc.nat(5), when).map(
  ([index, time]) =>
    new Happening(`the site moves its booking ${index} to ${time}`, (outside) => {
      const known = outside.site[index % Math.max(1, outside.site.length)];
      if (known) notify(outside, 'site_booked', { ...known, when: time });
    }),
);

export const siteCancels = fc.nat(5).map(
  (index) =>
    new Happening(`the site cancels its booking ${index}`, (outside) => {
      const known = outside.site[index % Math.max(1, outside.site.length)];
      if (known) notify(outside, 'site_cancelled', known);
    }),
);
