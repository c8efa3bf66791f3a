import type { ProblemCode } from './code.ts'

/** After these a statement may be missing from the tree, with the names in it. */
export const lostCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'text-too-large',
  'too-many-tokens',
  'too-deep',
  'expression-too-long',
  'too-many-problems',
  'invalid-character',
  'keyword-glued',
  'keyword-as-name',
  'incomplete-keyword',
  'empty-cell',
  'name-starts-nothing',
  'unexpected-token',
  'incomplete-statement',
  'extra-token',
  'misplaced-statement',
  'missing-rows',
  'missing-rule',
  'misplaced-rows',
  'split-without-lines',
])

/** After these what the tree holds of a statement is not what was meant. */
export const spoilingCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...lostCodes,
  'unknown-unit',
  'range-with-hyphen',
])
