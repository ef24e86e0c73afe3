/**
 * `npm run schema`: writes the config's JSON Schema anew, where an editor finds it by the
 * "$schema" of config.example.json. The test beside it guards that this was done.
 */
import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../../src/config/json-schema.ts';

export const SCHEMA_FILE = new URL('../../src/config/config.schema.json', import.meta.url);

if (import.meta.main) writeFileSync(SCHEMA_FILE, configJsonSchema());
