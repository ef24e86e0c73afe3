/**
 * What an editor is told of the config: current, complete, and at one with the check at start.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DESCRIPTIONS } from '../../src/config/descriptions.ts';
import { configJsonSchema, eachSetting } from '../../src/config/json-schema.ts';
import { checkConfig } from '../../src/config/schema.ts';
import { SCHEMA_FILE } from '../support/config-schema.ts';

const schema = JSON.parse(configJsonSchema()) as z.core.JSONSchema.BaseSchema;
const example: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../config.example.json', import.meta.url), 'utf8'),
);

function places(): string[] {
  const found: string[] = [];
  eachSetting(schema, (place) => found.push(place));
  return found;
}

describe('the JSON Schema', () => {
  test('in the file is current (npm run schema)', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(configJsonSchema());
  });

  test('says what each setting is, and speaks of no setting that is not there', () => {
    const settings = new Set(places());
    expect([...settings].filter((place) => DESCRIPTIONS[place] === undefined)).toEqual([]);
    expect(Object.keys(DESCRIPTIONS).filter((place) => !settings.has(place))).toEqual([]);
  });
});

describe('config.example.json', () => {
  test('names the schema, so that a copy of it has help in an editor', () => {
    const { $schema } = example;
    expect(new URL(String($schema), new URL('../../', import.meta.url)).href).toBe(
      SCHEMA_FILE.href,
    );
  });

  test('is right by the schema and by the check at start', () => {
    const byEditor = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    expect(byEditor.safeParse(example).error?.issues ?? []).toEqual([]);
    expect(checkConfig(example)).toHaveProperty('config');
  });

  test('the schema refuses what the check refuses: a wrong word, a wrong number, a stranger', () => {
    const byEditor = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    const wrong = [
      { sendMode: 'maybe' },
      { imap: { ...(example.imap as object), port: 99_999 } },
      { smpt: {} },
      { zoom: { kind: 'meetings' } },
    ];
    for (const change of wrong) {
      expect(byEditor.safeParse({ ...example, ...change }).success).toBe(false);
      expect(checkConfig({ ...example, ...change })).toHaveProperty('problems');
    }
  });
});
