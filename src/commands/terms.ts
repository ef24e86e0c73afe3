/**
 * `uketsuke terms list | announce`: the versions of the terms, and the notice that they change
 * (Article 13). The notices lie in the outbox; the running bot sends them.
 */
import { type Clock, systemClock } from '../clock.ts';
import { dayInJapan } from '../domain/deadline.ts';
import { longDate } from '../domain/japanese-date.ts';
import { type TermsVersion, termsFor } from '../domain/terms.ts';
import { announcementOf, announceTerms } from '../flow/clock/announce-terms.ts';
import type { Office } from '../flow/office.ts';
import { withDeskOffice } from './desk/office.ts';
import type { Outlet } from './outlet.ts';

interface Desk {
  configPath: string;
  clock?: Clock;
}

/** Every version with its dates and how many open bookings know of it; resolves to exit code 0. */
export async function listTerms(desk: Desk, outlet: Outlet): Promise<number> {
  const { out } = outlet;
  await withDeskOffice(opened(desk), outlet, async (office) => {
    const { terms, store, clock } = office;
    const today = dayInJapan(clock.now());
    const current = termsFor(terms, { session: today, today });
    for (const version of terms) {
      const { label, sha256, effectiveFrom, sendFrom } = version;
      const { told, due, withoutAddress } = await announcementOf(store.read, version, clock.now());
      out(`${label}${version === current ? '（今日の相談に使う規約）' : ''}`);
      out(`  効力発生 ${effectiveFrom === null ? '（日付の指定なし）' : longDate(effectiveFrom)}`);
      if (sendFrom !== null) out(`  相談の日によらず送り始める日 ${longDate(sendFrom)}`);
      out(`  sha256 ${sha256}`);
      out(
        `  終わっていない予約のうち、この規約を知らせた予約 ${told.length}件、まだの予約 ${due.length + withoutAddress.length}件`,
      );
    }
  });
  return 0;
}

function opened({ configPath, clock = systemClock }: Desk) {
  return { configPath, clock };
}

export interface AnnounceOptions extends Desk {
  /** A label or the beginning of a sha256; without it the version that takes effect last. */
  version?: string | undefined;
  /** Only say whom it would be told. */
  dryRun: boolean;
}

/** Resolves to the exit code: 1 where the version is not known or has no date. */
export async function announce(options: AnnounceOptions, outlet: Outlet): Promise<number> {
  return withDeskOffice(opened(options), outlet, async (office) => {
    const version = chosen(office, options.version);
    if (typeof version === 'string') {
      outlet.complain(version);
      return 1;
    }
    const { store, clock } = office;
    const { due, told, withoutAddress } = options.dryRun
      ? await announcementOf(store.read, version, clock.now())
      : await announceTerms(office, version);
    outlet.out(
      options.dryRun
        ? `${version.label} をお知らせする予約は ${due.length}件です。まだ何も書いていません。`
        : `${version.label} のお知らせを ${due.length}通、送信の列に入れました。`,
    );
    if (told.length > 0) outlet.out(`もうお知らせした予約 ${told.length}件には、送りません。`);
    for (const { reference } of withoutAddress) {
      outlet.out(`予約番号 ${reference}：送り先のアドレスが分からないので、お知らせできません。`);
    }
    return 0;
  });
}

/** The version that is meant, or one sentence why it cannot be announced. */
function chosen({ terms }: Office, wanted: string | undefined): TermsVersion | string {
  const version =
    wanted === undefined
      ? terms.at(-1)
      : terms.find(({ label, sha256 }) => label === wanted || sha256.startsWith(wanted));
  if (version === undefined) {
    const known = terms.map(({ label }) => label).join('、');
    return `${wanted}：設定にない規約です。あるのは ${known} です。`;
  }
  if (version.effectiveFrom === null) {
    return `${version.label}：効力の発生する日が分かりません。設定の "terms" に "effectiveFrom" を書いてください。`;
  }
  return version;
}
