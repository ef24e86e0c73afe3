/**
 * `uketsuke disclose`: hands out all that is stored of a booking or a seeker where a law demands
 * it (Article 7(2)), and leaves a row that says so. The file is written in the transaction of that
 * row: nothing is handed out without it.
 */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { type Clock, systemClock } from '../clock.ts';
import { type Dossier, dossierOf, recordDisclosure } from '../store/disclosures.ts';
import { withDatabase } from './office-database.ts';
import type { Outlet } from './outlet.ts';
import { seekerNumberCell } from './seekers/cells.ts';

export interface DiscloseOptions {
  configPath: string;
  clock?: Clock;
  /** A reference code; this or `seeker`. */
  booking?: string | undefined;
  /** A 求職番号. */
  seeker?: string | undefined;
  law: string;
  to: string;
  by: string;
  /** Where the record is written; no file is written over. */
  file: string;
}

/** Resolves to the exit code: 1 where nothing was handed out; the reason is told. */
export async function disclose(options: DiscloseOptions, outlet: Outlet): Promise<number> {
  const about = aboutOf(options);
  const lack = typeof about === 'string' ? about : lackOf(options);
  if (lack !== null || typeof about === 'string') {
    outlet.complain(`${lack ?? about}\n何も開示していません。`);
    return 1;
  }
  let written = false;
  try {
    return await withDatabase(options.configPath, outlet, ({ transact }) =>
      transact(async (tx) => {
        const dossier = await dossierOf(tx, about);
        if (dossier.bookings.length === 0 && dossier.seeker === null) {
          outlet.complain(`${name(about)}：記録がありません。何も開示していません。`);
          return 1;
        }
        const { text, row } = recordOf(options, name(about), dossier);
        const trouble = writeOnce(options.file, text);
        if (trouble !== null) {
          outlet.complain(`${trouble}\n何も開示していません。`);
          return 1;
        }
        written = true;
        await recordDisclosure(tx, row);
        outlet.out(`${row.about} の記録（${row.what}）を ${options.file} に書きました。`);
        outlet.out('だれに何を開示したかを、データベースに残しました。');
        return 0;
      }),
    );
  } catch (error) {
    // The row was not kept, so the record is not handed out either.
    if (written) rmSync(options.file, { force: true });
    throw error;
  }
}

/** The text that is handed out, and the row that says so. */
function recordOf(options: DiscloseOptions, about: string, dossier: Dossier) {
  const { law, to, by, clock = systemClock } = options;
  const at = clock.now();
  const what = countsOf(dossier);
  const record = { at: at.toString(), law, to, by, about, what, ...asText(dossier) };
  const text = `${JSON.stringify(record, null, 2)}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { text, row: { at, law, recipient: to, orderedBy: by, about, what, sha256 } };
}

type About = { reference: string } | { seekerNumber: string };

function name(about: About): string {
  return 'reference' in about ? about.reference : about.seekerNumber;
}

function aboutOf({ booking, seeker }: DiscloseOptions): About | string {
  if ((booking === undefined) === (seeker === undefined)) {
    return '--booking（予約番号）か --seeker（求職番号）の、どちらか一つを書いてください。';
  }
  if (booking !== undefined) return { reference: booking.trim().toUpperCase() };
  const cell = seekerNumberCell(seeker ?? '');
  if ('reason' in cell) return `${seeker}：${cell.reason}`;
  return { seekerNumber: cell.value ?? '' };
}

/** The three things without which nothing is disclosed. */
function lackOf({ law, to, by }: DiscloseOptions): string | null {
  const blank = [
    ['--law（根拠の法令）', law],
    ['--to（相手）', to],
    ['--by（決めた人）', by],
  ].find(([, value]) => value?.trim() === '');
  return blank === undefined ? null : `${blank[0]} が空です。`;
}

function countsOf({ bookings, events, inbox, outbox }: Dossier): string {
  return `予約${bookings.length}件、経過${events.length}件、受信${inbox.length}通、送信${outbox.length}通`;
}

/** Incoming mails as their bytes, in base64: what they say depends on no reading of ours. */
function asText({ inbox, ...others }: Dossier) {
  const mails = inbox.map(({ raw, ...row }) => ({
    ...row,
    raw_base64: raw === null ? null : Buffer.from(raw).toString('base64'),
  }));
  return { ...others, inbox: mails };
}

function writeOnce(file: string, text: string): string | null {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return null;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return code === 'EEXIST'
      ? `${file}：もうあるファイルです。別の名前にしてください。`
      : `${file}：ファイルを書けません（${code}）。場所を確かめてください。`;
  }
}
