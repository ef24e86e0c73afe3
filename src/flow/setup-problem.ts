/**
 * What keeps an office from opening although its config is well formed.
 */

/**
 * Something outside the config's syntax that keeps the program from starting; `message` says what
 * and where.
 */
export class SetupProblem extends Error {}
