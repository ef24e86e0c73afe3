/**
 * What a command is on the command line. How to add one: write `catalogue/NAME.ts`, which exports
 * `command({ … })` as below with every text in both languages, import the worker `../NAME.ts`
 * inside `run` (so that help stays quick), and add one line to `catalogue.ts`; options that several
 * commands have are in `inputs.ts`. Help, errors, completion and the test of all texts follow from
 * the definition; no command reads `process.argv` itself.
 */
import type { Outlet } from './outlet.ts';

export type Language = 'ja' | 'en';

/** The same words for a Japanese and for any other locale. */
export type Bilingual = Readonly<Record<Language, string>>;

/** `--name`, true where it is given. */
export interface Flag {
  kind: 'flag';
  does: Bilingual;
}

/** `--name VALUE`. */
export interface Value {
  kind: 'value';
  /** What stands for the value in the help: FILE, ISO, … */
  stands: string;
  does: Bilingual;
  short?: string;
  default?: string;
  required?: true;
  choices?: readonly string[];
}

/** A word behind the command's name, in the order of the definition. */
export interface Argument {
  kind: 'argument';
  stands: string;
  does: Bilingual;
  optional?: true;
  choices?: readonly string[];
}

/** The last argument, one word or more, or where it is optional none. */
export interface Arguments {
  kind: 'arguments';
  stands: string;
  optional?: true;
  does: Bilingual;
}

export type Input = Flag | Value | Argument | Arguments;
export type Inputs = Readonly<Record<string, Input>>;

/** The type in which an input arrives at `run`. */
export type Given<I extends Inputs> = { [Name in keyof I]: GivenOne<I[Name]> };
type GivenOne<I> = I extends Flag
  ? boolean
  : I extends Arguments
    ? readonly string[]
    : I extends { default: string } | { required: true }
      ? string
      : I extends Argument
        ? I extends { optional: true }
          ? string | undefined
          : string
        : string | undefined;

export interface Surroundings {
  outlet: Outlet;
  language: Language;
}

/** What a command has around it while it runs; `commands` is the whole catalogue. */
export interface Running extends Surroundings {
  commands: readonly Definition[];
}

export interface Definition<I extends Inputs = Inputs> {
  /** As typed: "no-show". */
  name: string;
  does: Bilingual;
  /** By camelCase name: `dryRun` is `--dry-run`; arguments are known by `stands`. */
  inputs: I;
  /** Whole command lines without the "uketsuke" before them. */
  examples: readonly [string, ...string[]];
  /** Exit codes that mean something else than `USUAL_EXITS`. */
  exits?: Readonly<Record<number, Bilingual>>;
  /** Does the work; resolves to the exit code. Throws `Misuse` for words nobody can use. */
  run(given: Given<I>, running: Running): Promise<number>;
}

export const USUAL_EXITS: Readonly<Record<number, Bilingual>> = {
  0: { ja: 'できました', en: 'done' },
  1: { ja: 'できませんでした（理由を表示します）', en: 'not done (the reason is shown)' },
  2: { ja: '使い方の誤り', en: 'wrong usage' },
};

/** The words on the command line cannot be used; ends with exit code 2. */
export class Misuse extends Error {
  readonly words: Bilingual;
  constructor(words: Bilingual) {
    super(words.en);
    this.words = words;
  }
}

/** Keeps the types of the inputs for `run`; the result is what the catalogue lists. */
export function command<const I extends Inputs>(definition: Definition<I>): Definition {
  return definition as unknown as Definition;
}
