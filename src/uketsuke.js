#!/usr/bin/env node
/**
 * The starter, in plain JavaScript that any Node can read: it checks that Node is new enough
 * (types in the source, Temporal, better-sqlite3) and hands over to main.ts. Nothing else.
 */
import { useCompileCache } from './compile-cache.js';
import { startSpare } from './spare-memory.js';

const [major] = process.versions.node.split('.').map(Number);
if (major < 26) {
  console.error(
    `uketsuke needs Node.js 26 or newer, and this is ${process.version}. ` +
      'Start it with "npm start" or "npx uketsuke", which use the Node.js installed beside it.',
  );
  process.exit(1);
} else {
  if (process.argv[2] === 'run') startSpare();
  useCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv);
}
