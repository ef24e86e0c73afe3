/**
 * What a terminal shows while a database is brought to the form of a newer program: the backup first,
 * then each step. Nothing where nothing is to be done.
 */
import { type MigrationStep, SCHEMA_VERSION } from '../store/migrate.ts';
import { type MovingLine, startMovingLine } from './moving-line.ts';

export interface UpgradeLine {
  step(step: MigrationStep | 'backup'): void;
  end(): Promise<void>;
}

export function upgradeLine(): UpgradeLine {
  let line: MovingLine | null = null;
  return {
    step: (step) => {
      const what = inWords(step);
      if (line === null) line = startMovingLine(what);
      else line.say(what);
    },
    end: async () => line?.end(),
  };
}

function inWords(step: MigrationStep | 'backup'): string {
  if (step === 'backup') return 'データベースを新しくする前に、バックアップを取っています';
  return `データベースを新しくしています（${step.number}/${SCHEMA_VERSION}）`;
}
