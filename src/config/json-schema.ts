/**
 * The config's JSON Schema (draft 2020-12), from the same source that checks it, with what each
 * setting is: an editor shows and completes it. `npm run schema` writes it to `config.schema.json`
 * beside this file; a test holds that it is current.
 */
import { z } from 'zod';
import { DESCRIPTIONS } from './descriptions.ts';
import { configSchema } from './schema.ts';

type Node = z.core.JSONSchema.BaseSchema;

/** The schema as it stands in the file, with its last line end. */
export function configJsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // Nobody is told by an editor that a number must not exceed what a double can count.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  eachSetting(schema, (place, setting) => {
    const description = DESCRIPTIONS[place];
    if (description !== undefined) setting.description = description;
  });
  return `${JSON.stringify({ title: 'uketsuke: config.json', ...schema }, null, 2)}\n`;
}

/** Every setting with its place, "lanes[].zoom.url"; one that has two forms comes twice. */
export function eachSetting(
  node: Node,
  visit: (place: string, setting: Node) => void,
  within = '',
): void {
  for (const [key, setting] of Object.entries(node.properties ?? {})) {
    if (typeof setting === 'boolean') continue;
    const place = within === '' ? key : `${within}.${key}`;
    // The two forms of a secret are told with the secret.
    if (isSecretForm(node)) continue;
    visit(place, setting);
    eachSetting(setting, visit, place);
  }
  for (const form of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) {
    if (typeof form !== 'boolean') eachSetting(form, visit, within);
  }
  const { items } = node;
  if (typeof items === 'object' && !Array.isArray(items)) eachSetting(items, visit, `${within}[]`);
}

function isSecretForm({ properties = {} }: Node): boolean {
  const keys = Object.keys(properties);
  return keys.length === 1 && (keys[0] === 'env' || keys[0] === 'file');
}
