/**
 * One thing that happens to the office, as a fast-check command: it is done, and then what must
 * always hold is looked at.
 */
import fc from 'fast-check';
import type { MortalOffice } from '../mortal-office.ts';
import type { Outside } from '../outside.ts';
import { assertAlways } from '../promises.ts';

export type Deed = (outside: Outside, real: MortalOffice) => void | Promise<void>;

export class Happening implements fc.AsyncCommand<Outside, MortalOffice> {
  readonly #told: string;
  readonly #deed: Deed;

  constructor(told: string, deed: Deed) {
    this.#told = told;
    this.#deed = deed;
  }

  check(): boolean {
    return true;
  }

  async run(outside: Outside, real: MortalOffice): Promise<void> {
    await this.#deed(outside, real);
    await assertAlways(outside, real);
  }

  /** The same, and the office works on it before anything else happens, or is killed over it. */
  thenTheOfficeWorks(dieAfter = Number.POSITIVE_INFINITY): Happening {
    const killed = Number.isFinite(dieAfter) ? `, killed at commit point ${dieAfter}` : '';
    return new Happening(`${this.#told}, at once${killed}`, async (outside, real) => {
      await this.#deed(outside, real);
      await real.work({ dieAfter });
    });
  }

  toString(): string {
    return this.#told;
  }
}

/** Mostly the office works on it before anything else happens; at times it is killed over it. */
export function mostlyAtOnce(letter: fc.Arbitrary<Happening>): fc.Arbitrary<Happening> {
  const points = fc.integer({ min: 1, max: 8 });
  return fc.oneof(
    { arbitrary: letter.map((happening) => happening.thenTheOfficeWorks()), weight: 4 },
    { arbitrary: letter, weight: 1 },
    {
      arbitrary: fc.tuple(letter, points).map(([each, point]) => each.thenTheOfficeWorks(point)),
      weight: 1,
    },
  );
}
