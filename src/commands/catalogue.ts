/**
 * The list of all commands, in the order of the help. One line a command; what a command is and
 * how to add one is told in `definition.ts`.
 */
import { backup } from './catalogue/backup.ts';
import { board } from './catalogue/board.ts';
import { demo } from './catalogue/demo.ts';
import { doctor } from './catalogue/doctor.ts';
import { explain } from './catalogue/explain.ts';
import { release } from './catalogue/release.ts';
import { restore } from './catalogue/restore.ts';
import { retry } from './catalogue/retry.ts';
import { run } from './catalogue/run.ts';
import { score } from './catalogue/score.ts';
import { seekers } from './catalogue/seekers.ts';
import { status } from './catalogue/status.ts';
import type { Definition } from './definition.ts';

export const CATALOGUE: readonly Definition[] = [
  run,
  board,
  demo,
  doctor,
  explain,
  release,
  retry,
  seekers,
  status,
  backup,
  restore,
  score,
];
