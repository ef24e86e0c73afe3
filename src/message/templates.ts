/**
 * The mail texts. Compiled once at start, plain text (no HTML escaping, so that "?pwd="
 * survives), strict (a missing value throws, it never prints a blank; trap 14). A template's
 * first line is "件名: …", the text follows after an empty line.
 * It reads no file; the sources are handed in.
 */
import { MAIL_KINDS, type MailKind } from '../domain/mail-kind.ts';
import { compileText, type Filled } from '../template-engine.ts';
import { type MailData, SAMPLE_DATA } from './mail-data.ts';

/** A template that cannot be used; `message` names the template and what is wrong. */
export class TemplateProblem extends Error {}

export interface MailText {
  subject: string;
  text: string;
}

export interface MailTemplates {
  render<Kind extends MailKind>(kind: Kind, data: MailData[Kind]): MailText;
}

/**
 * Compiles one source for every kind and renders each with sample data, so that a template that
 * asks for an unknown value is found at start and not at night. Throws `TemplateProblem`.
 */
export function compileTemplates(sources: Record<MailKind, string>): MailTemplates {
  const compiled = new Map(MAIL_KINDS.map((kind) => [kind, compileText(sources[kind])]));
  const render = (kind: MailKind, data: unknown): MailText => {
    const template = compiled.get(kind);
    if (!template) throw new TemplateProblem(`templates/${kind}.hbs is missing`);
    requireAll(kind, data);
    return splitSubject(kind, run(kind, template, data));
  };
  for (const kind of MAIL_KINDS) render(kind, SAMPLE_DATA[kind]);
  return { render };
}

/** Handlebars is strict about printed values only; `#if` and `#each` would pass over a missing one. */
function requireAll(kind: MailKind, data: unknown): void {
  const given = data as Record<string, unknown>;
  for (const key of Object.keys(SAMPLE_DATA[kind])) {
    if (given[key] === undefined) {
      throw new TemplateProblem(`templates/${kind}.hbs: the value "${key}" is missing`);
    }
  }
}

function run(kind: MailKind, template: Filled, data: unknown): string {
  try {
    return template(data);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new TemplateProblem(`templates/${kind}.hbs: ${why}`, { cause });
  }
}

function splitSubject(kind: MailKind, rendered: string): MailText {
  const match = /^件名: (.+)\n\n/.exec(rendered);
  if (!match?.[1]) {
    throw new TemplateProblem(
      `templates/${kind}.hbs: the first line must be "件名: …", followed by an empty line`,
    );
  }
  return { subject: match[1].trim(), text: rendered.slice(match[0].length) };
}
