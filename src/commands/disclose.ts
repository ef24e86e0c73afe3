/**
 * `uketsuke disclose`: hands out all that is stored of a booking or a seeker where a law demands
 * it (Article 7(2)), in plain Japanese and nothing about anybody else, and leaves a row that says
 * so. The file is written in the transaction of that row: nothing is handed out without it.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type Clock, systemClock } from '../clock.ts';
import { longDateTime } from '../domain/japanese-date.ts';
import { knownForm } from '../flow/words/desk-word.ts';
import { type About, recordDisclosure } from '../store/disclosures.ts';
import { findingsAbout } from './disclose/findings.ts';
import { countsOf, type Findings, recordOf } from './disclose/record.ts';
import { underMovingLine } from './moving-line.ts';
import { writeNewFile } from './new-file.ts';
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
    return await withDatabase(options.configPath, outlet, async ({ read, transact }) => {
      const findings = await underMovingLine('記録を集めています', () =>
        findingsAbout(read, about),
      );
      if (findings === null) {
        outlet.complain(`${name(about)}：記録がありません。何も開示していません。`);
        return 1;
      }
      return transact(async (tx) => {
        const { text, row } = handedOut(options, name(about), findings);
        const trouble = writeNewFile(options.file, text);
        if (trouble !== null) {
          outlet.complain(`${trouble}\n何も開示していません。`);
          return 1;
        }
        written = true;
        await recordDisclosure(tx, row);
        outlet.out(`${row.about} の記録（${row.what}）を ${options.file} に書きました。`);
        for (const line of toBeLookedAt(findings)) outlet.out(line);
        outlet.out('だれに何を開示したかを、データベースに残しました。');
        return 0;
      });
    });
  } catch (error) {
    // The row was not kept, so the record is not handed out either.
    if (written) rmSync(options.file, { force: true });
    throw error;
  }
}

/** The text that is handed out, and the row that says so. */
function handedOut(options: DiscloseOptions, about: string, findings: Findings) {
  const { law, to, by, clock = systemClock } = options;
  const at = clock.now();
  const what = countsOf(findings);
  const head = {
    開示した日時: longDateTime(at),
    根拠の法令: law,
    相手: to,
    決めた人: by,
    対象: about,
    内訳: what,
  };
  const text = `${JSON.stringify({ 開示: head, ...recordOf(findings) }, null, 2)}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { text, row: { at, law, recipient: to, orderedBy: by, about, what, sha256 } };
}

/** A person judges what the program does not hand out. */
function toBeLookedAt({ inbox, outbox }: Findings): string[] {
  const withheld = [...inbox, ...outbox].filter((mail) => 'withheld' in mail).length;
  if (withheld === 0) return [];
  return [
    `${withheld}通は、ほかの方のことも書いてあるか、ほかの方のものかもしれないので、内容を載せていません。`,
    '日時とわけだけを載せました。開示するかどうかは、メールを読んで決めてください。',
  ];
}

function name(about: About): string {
  return 'reference' in about ? about.reference : about.seekerNumber;
}

function aboutOf({ booking, seeker }: DiscloseOptions): About | string {
  if ((booking === undefined) === (seeker === undefined)) {
    return '--booking（予約番号）か --seeker（求職番号）の、どちらか一つを書いてください。';
  }
  if (booking !== undefined) return { reference: knownForm(booking) ?? booking.trim() };
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
