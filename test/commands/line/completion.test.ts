/**
 * The completion scripts: bash's is run in a bash, fish's in a fish where there is one, zsh's is read by a
 * zsh; all three name every command and option.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/commands/catalogue.ts';
import { completionScript } from '../../../src/commands/line/completion.ts';
import { optionName } from '../../../src/commands/line/help-text.ts';

/** What bash offers when Tab is pressed behind these words. */
function offered(...words: string[]): string[] {
  const script = `${completionScript('bash', CATALOGUE, 'ja')}
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _uketsuke uketsuke "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD-1]}"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const text = execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' });
  return text.split('\n').filter((line) => line !== '');
}

describe('in bash', () => {
  test('a command is completed', () => {
    expect(offered('uketsuke', 'conf')).toEqual(['confirm']);
    for (const { name } of CATALOGUE) expect(offered('uketsuke', '')).toContain(name);
  });

  test('an option of the command is completed', () => {
    expect(offered('uketsuke', 'list', '--st')).toEqual(['--state']);
    expect(offered('uketsuke', 'board', '--st')).toEqual([]);
  });

  test('the choices of a value and of an argument are completed', () => {
    expect(offered('uketsuke', 'list', '--state', 'v')).toEqual(['void']);
    expect(offered('uketsuke', 'completion', 'z')).toEqual(['zsh']);
  });
});

const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

describe.runIf(has('fish'))('in fish', () => {
  const inFish = (line: string) => {
    const script = `${completionScript('fish', CATALOGUE, 'en')}\ncomplete -C ${JSON.stringify(line)}`;
    const text = execFileSync('fish', ['--no-config', '-c', script], {
      encoding: 'utf8',
      cwd: import.meta.dirname,
    });
    return text.split('\n').flatMap((found) => found.split('\t')[0] || []);
  };

  test('commands, options and choices are completed', () => {
    expect(inFish('uketsuke conf')).toEqual(['confirm']);
    expect(inFish('uketsuke list --st')).toEqual(['--state']);
    expect(inFish('uketsuke list --state v')).toEqual(['void']);
    expect(inFish('uketsuke seekers ex')).toEqual(['export']);
  });

  test('a word that is also a command stands for itself, and files come where one is asked for', () => {
    expect(inFish('uketsuke seekers export --st')).toEqual([]);
    expect(inFish('uketsuke seekers import comp')).toEqual(['completion.test.ts']);
    expect(inFish('uketsuke confirm comp')).toEqual([]);
  });
});

test.runIf(has('zsh'))('the script for zsh is read without a complaint', () => {
  execFileSync('zsh', ['-f', '-n'], { input: completionScript('zsh', CATALOGUE, 'ja') });
});

describe.each(['bash', 'zsh', 'fish'])('the script for %s', (shell) => {
  test.each(['ja', 'en'] as const)('names every command and option (%s)', (language) => {
    const script = completionScript(shell, CATALOGUE, language);
    for (const { name, inputs } of CATALOGUE) {
      expect(script).toContain(name);
      for (const [key, { kind }] of Object.entries(inputs)) {
        if (kind !== 'flag' && kind !== 'value') continue;
        expect(script).toContain(
          shell === 'fish' ? `-l ${optionName(key).slice(2)}` : optionName(key),
        );
      }
    }
  });
});
