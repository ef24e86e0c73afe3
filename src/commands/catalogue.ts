/**
 * The list of all commands, in the order of the help. One line a command; what a command is and
 * how to add one is told in `definition.ts`.
 */

import { allow } from './catalogue/allow.ts';
import { attended } from './catalogue/attended.ts';
import { backup } from './catalogue/backup.ts';
import { board } from './catalogue/board.ts';
import { cancel } from './catalogue/cancel.ts';
import { change } from './catalogue/change.ts';
import { completion } from './catalogue/completion.ts';
import { confirm } from './catalogue/confirm.ts';
import { demo } from './catalogue/demo.ts';
import { disclose } from './catalogue/disclose.ts';
import { doctor } from './catalogue/doctor.ts';
import { explain } from './catalogue/explain.ts';
import { exportBookings } from './catalogue/export.ts';
import { list } from './catalogue/list.ts';
import { next } from './catalogue/next.ts';
import { noShow } from './catalogue/no-show.ts';
import { purge } from './catalogue/purge.ts';
import { refuse } from './catalogue/refuse.ts';
import { register } from './catalogue/register.ts';
import { release } from './catalogue/release.ts';
import { restore } from './catalogue/restore.ts';
import { retry } from './catalogue/retry.ts';
import { run } from './catalogue/run.ts';
import { score } from './catalogue/score.ts';
import { seekers } from './catalogue/seekers.ts';
import { sendTerms } from './catalogue/send-terms.ts';
import { settle } from './catalogue/settle.ts';
import { show } from './catalogue/show.ts';
import { stats } from './catalogue/stats.ts';
import { status } from './catalogue/status.ts';
import { terms } from './catalogue/terms.ts';
import type { Definition } from './definition.ts';

export const CATALOGUE: readonly Definition[] = [
  run,
  board,
  list,
  show,
  confirm,
  change,
  cancel,
  attended,
  noShow,
  next,
  register,
  sendTerms,
  refuse,
  allow,
  settle,
  exportBookings,
  demo,
  doctor,
  explain,
  release,
  retry,
  seekers,
  status,
  backup,
  restore,
  terms,
  stats,
  purge,
  disclose,
  score,
  completion,
];
