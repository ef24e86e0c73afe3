/**
 * Which failures are expected: their message says by itself what is wrong and what to do, so the
 * program ends with it and no stack. Everything else is a bug.
 */
import { BoardProblem } from '../board/problem.ts';
import { ConfigProblems } from '../config.ts';
import { SetupProblem } from '../flow/setup-problem.ts';
import { TemplateProblem } from '../message/templates.ts';
import { DatabaseTrouble } from '../store/sqlite.ts';

const EXPECTED = [ConfigProblems, SetupProblem, TemplateProblem, DatabaseTrouble, BoardProblem];

export function isExpected(error: unknown): error is Error {
  return EXPECTED.some((expected) => error instanceof expected);
}
