/**
 * What Node and the C library take only at their very start, so that a program which runs for
 * weeks holds little memory: the process replaces itself once (same PID, 0.05 s) where nobody has
 * started it so. In plain JavaScript, like all that runs before main.ts. On Windows, which has no
 * exec, nothing happens: there it takes some 50 MB more.
 */

/**
 * In MiB, of each heap: a start would make it grow to 40, never given back. Less holds less, but a
 * reply is answered in 50 ms then and not in 30.
 */
const NURSERY = '--max-semi-space-size';
/** To be asked for memory that is not needed (`host/quiet.ts`), and to keep the code when it is. */
const GIVING_BACK = ['--expose-gc', '--no-flush-bytecode'];
/** Pools of native memory: one for each thread would hold 10 to 20 MB more. */
const POOLS = { MALLOC_ARENA_MAX: '2' };

/** Returns where the process is started so, or cannot be; else it begins anew. */
export function startSpare({ platform, execPath, execArgv, argv, env, execve } = process) {
  const isSet = execArgv.some((flag) => flag.startsWith(NURSERY));
  if (isSet || platform === 'win32') return;
  const [, ...words] = argv;
  execve(execPath, [execPath, `${NURSERY}=4`, ...GIVING_BACK, ...execArgv, ...words], {
    ...POOLS,
    ...env,
  });
}
