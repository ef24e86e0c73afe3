/**
 * What Node and the C library take only at their very start, so that a program which runs for
 * weeks holds little memory: the process replaces itself once (same PID, 0.05 s) where nobody has
 * started it so. In plain JavaScript, like all that runs before main.ts. On Windows, which has no
 * exec, nothing happens: there it takes some 50 MB more.
 */

/** In MiB, of each heap: a start would make it grow to 40, never given back. */
const NURSERY = '--max-semi-space-size';
const FLAGS = [
  `${NURSERY}=1`,
  // Collected when a fifth has been added to what lives: later costs as much, and holds 30 MB more.
  '--heap-growing-percent=20',
];
/** Pools of native memory: one for each thread would hold 10 to 20 MB more. */
const POOLS = { MALLOC_ARENA_MAX: '2' };

/** Returns where the process is started so, or cannot be; else it begins anew. */
export function startSpare({ platform, execPath, execArgv, argv, env, execve } = process) {
  const isSet = execArgv.some((flag) => flag.startsWith(NURSERY));
  if (isSet || platform === 'win32') return;
  const [, ...words] = argv;
  execve(execPath, [execPath, ...FLAGS, ...execArgv, ...words], { ...POOLS, ...env });
}
