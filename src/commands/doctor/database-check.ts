/**
 * The doctor's look at the database file and the disk it lies on. It opens the file for reading
 * only and makes none.
 */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { inspectDatabase } from '../../store/inspect.ts';
import { SCHEMA_VERSION } from '../../store/migrate.ts';
import { APPLICATION_ID } from '../../store/migrations/0002-guards.ts';
import { type Finding, whyOf } from './finding.ts';

const RESTORE = {
  ja: 'ボットを止め、uketsuke restore で控えから戻してください。',
  en: 'stop the bot and restore a copy by uketsuke restore.',
};

export function checkDatabase(path: string): Finding[] {
  const finding = (
    level: Finding['level'],
    what: Finding['what'],
    todo: Finding['todo'] = null,
  ): Finding[] => [{ check: 'database', level, what, todo }];
  if (!existsSync(path)) {
    return finding('good', {
      ja: `データベースはまだありません。最初に動かすときに作ります（${path}）。`,
      en: `there is no database yet; the first start makes it (${path}).`,
    });
  }
  try {
    const { applicationId, version, damages, orphans } = inspectDatabase(path);
    if (applicationId !== APPLICATION_ID) {
      const what = {
        ja: `uketsuke のデータベースではありません（${path}）。`,
        en: `this is not a database of uketsuke (${path}).`,
      };
      return finding('problem', what, {
        ja: '設定の database に、正しいファイルを書いてください。',
        en: 'give the right file in $.database.',
      });
    }
    if (damages.length > 0 || orphans.length > 0) {
      const which = [...damages, ...orphans].join('; ').slice(0, 200);
      const what = {
        ja: `データベースが傷んでいます（${which}）。`,
        en: `the database is damaged (${which}).`,
      };
      return finding('problem', what, RESTORE);
    }
    return finding(...versionWords(version));
  } catch (error) {
    const why = whyOf(error);
    const what = {
      ja: `データベースを読めません（${path}: ${why}）。`,
      en: `the database cannot be read (${path}: ${why}).`,
    };
    return finding('problem', what, RESTORE);
  }
}

function versionWords(version: number): [Finding['level'], Finding['what'], Finding['todo']] {
  if (version > SCHEMA_VERSION) {
    return [
      'problem',
      {
        ja: `データベースは、このプログラムより新しい版で作られています（${version}、プログラムは${SCHEMA_VERSION}）。`,
        en: `the database is newer than this program (${version}, the program knows ${SCHEMA_VERSION}).`,
      },
      { ja: 'プログラムを新しい版にしてください。', en: 'take the newer version of the program.' },
    ];
  }
  if (version < SCHEMA_VERSION) {
    return [
      'warning',
      {
        ja: `データベースは古い版の形です（${version}、プログラムは${SCHEMA_VERSION}）。`,
        en: `the database has the form of an older version (${version}, the program has ${SCHEMA_VERSION}).`,
      },
      {
        ja: '次に動かすとき、控えを取ってから自動で新しい形にします。',
        en: 'the next start copies it and then brings it up to date by itself.',
      },
    ];
  }
  return ['good', { ja: 'データベースに傷みはありません。', en: 'the database is whole.' }, null];
}

const FOR_OTHERS = 0o077;

/** Whether somebody else on this machine is let into the database or what lies beside it. */
export function checkPrivacy(database: string): Finding[] {
  if (process.platform === 'win32') return [];
  const files = ['', '-wal', '-shm', '.key', '.tokens']
    .map((end) => `${database}${end}`)
    .filter((file) => existsSync(file) && (statSync(file).mode & FOR_OTHERS) !== 0);
  if (files.length === 0) return [];
  const which = files.join(' ');
  return [
    {
      check: 'privacy',
      level: 'warning',
      what: {
        ja: `個人の記録を、このパソコンのほかの利用者も開けます（${which}）。`,
        en: `other users of this machine can open personal records (${which}).`,
      },
      todo: { ja: `chmod go= ${which} で閉じてください。`, en: `close them: chmod go= ${which}` },
    },
  ];
}

/** Less than the first is a problem, less than the second a warning. */
const FREE_BYTES = { problem: 100_000_000, warning: 1_000_000_000 };

export function checkDisk(database: string): Finding[] {
  const folder = existingFolder(dirname(database));
  const free = statfsSync(folder);
  const bytes = free.bavail * free.bsize;
  const level =
    bytes < FREE_BYTES.problem ? 'problem' : bytes < FREE_BYTES.warning ? 'warning' : 'good';
  const gigabytes = (bytes / 1e9).toFixed(1);
  const space: Finding = {
    check: 'disk',
    level,
    what: {
      ja: `ディスクの空きは${gigabytes} GBです（${folder}）。`,
      en: `${gigabytes} GB of the disk are free (${folder}).`,
    },
    todo:
      level === 'good'
        ? null
        : { ja: '要らないファイルを消し、空きを作ってください。', en: 'make room on the disk.' },
  };
  return isWritable(folder) ? [space] : [space, notWritable(folder)];
}

function notWritable(folder: string): Finding {
  return {
    check: 'disk',
    level: 'problem',
    what: {
      ja: `フォルダーに書き込めません（${folder}）。`,
      en: `the folder is not writable (${folder}).`,
    },
    todo: {
      ja: 'ボットを動かす利用者が、このフォルダーに書き込めるようにしてください。',
      en: 'let the user that runs the bot write there.',
    },
  };
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function existingFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder
    ? folder
    : existingFolder(dirname(folder));
}
