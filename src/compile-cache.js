/**
 * Keeps what Node makes of the source (types taken out, code compiled) from one start to the next,
 * which is most of a start's time and much of its memory. In plain JavaScript, for it must be at
 * work before the first TypeScript is read. Where the folder cannot be written, it does nothing.
 */
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Begins to use the cache. The folder: NODE_COMPILE_CACHE, else what systemd gives
 * (CACHE_DIRECTORY), else the user's own; never a folder that other users write to.
 */
export function useCompileCache(env = process.env) {
  const own =
    env.CACHE_DIRECTORY ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'uketsuke');
  module.enableCompileCache?.(env.NODE_COMPILE_CACHE ?? own);
}
