/**
 * Where a one-shot command prints: results apart from troubles, so that a script reads only the
 * former and a test hears both.
 */

export interface Outlet {
  /** One line of the result. */
  out(line: string): void;
  /** One line about what went wrong. */
  complain(line: string): void;
}

/** Standard output and standard error. */
export const TERMINAL: Outlet = {
  out: (line) => console.log(line),
  complain: (line) => console.error(line),
};
