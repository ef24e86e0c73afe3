/**
 * The first lines of every thread, in plain JavaScript: Node gives a thread no compile cache by
 * itself, and taking the types out anew would cost it a second and 25 MB. Then the thread's own
 * module, whose URL is the first argument; the second is the folder of the cache, or empty.
 */
import module from 'node:module';

const [, , threadModule, cacheFolder] = process.argv;
if (cacheFolder) module.enableCompileCache(cacheFolder);
await import(threadModule);
if (cacheFolder) module.flushCompileCache();
