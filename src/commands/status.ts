/**
 * `uketsuke status`: says whether the office is well, for an admin and for a monitoring system.
 * Exits 0 where nothing is bad. It changes nothing, also not the schema of the database.
 */
import { type Clock, systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { type Finding, judgeHealth } from '../domain/health.ts';
import { healthFigures } from '../store/health.ts';
import { inTone } from './line/colour.ts';
import { assertDatabase } from './office-database.ts';
import type { Outlet } from './outlet.ts';

const TONES = { good: 'good', note: 'notice', bad: 'bad' } as const;
const SIGNS: Record<Finding['level'], string> = { good: '正常', note: '注意', bad: '異常' };

export interface StatusOptions {
  configPath: string;
  json: boolean;
  clock?: Clock;
}

/** Resolves to exit code 1 where something is bad. Throws `ConfigProblems`, `DatabaseTrouble`. */
export async function status(options: StatusOptions, outlet: Outlet): Promise<number> {
  const { configPath, json, clock = systemClock } = options;
  const config = readConfig(configPath);
  assertDatabase(config);
  const { database, health } = config;
  const figures = healthFigures(database, { lockMs: health.lockSeconds * 1000 });
  const now = clock.now();
  const findings = judgeHealth(figures, health, now);
  const well = findings.every(({ level }) => level !== 'bad');
  if (json) outlet.out(JSON.stringify({ at: now.toString(), well, findings }));
  else for (const finding of findings) outlet.out(lineOf(finding));
  return well ? 0 : 1;
}

function lineOf({ level, words, todo }: Finding): string {
  return `${inTone(TONES[level], SIGNS[level])}  ${words}${todo === '' ? '' : `\n      → ${todo}`}`;
}
