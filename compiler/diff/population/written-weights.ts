import type { Language } from '../../../grammar/tree.ts'
import { describeIssue } from '../../../runtime/describe-issue.ts'
import { readJson } from '../../../runtime/json.ts'
import { hashOf } from '../../../runtime/receipt.ts'
import type { SourceFile } from '../../compile.ts'
import type { Program } from '../../program/program.ts'
import { describeFault } from './describe-fault.ts'
import { readWeights } from './read-weights.ts'
import type { Weights } from './weights.ts'
import { mergeWeights } from './weights-text.ts'

/** How bills are drawn, the files that say so, and their hash; or, in sentences, what is wrong with the files. */
export type WrittenWeights =
  | { readonly ok: true; readonly weights: Weights; readonly files: readonly string[]; readonly hash: string }
  | { readonly ok: false; readonly isJson: boolean; readonly sentences: readonly string[] }

/** The weights that files (at least one) say, each in place of those before it. */
export function writtenWeights(files: readonly SourceFile[], program: Program, language: Language): WrittenWeights {
  const read = files.map(({ name, text }) => ({ name, json: readJson(text) }))
  const issues = read.flatMap(({ name, json }) =>
    json.ok ? [] : json.issues.map((issue) => `${name}: ${describeIssue(issue, language)}`),
  )
  if (issues.length > 0) return { ok: false, isJson: false, sentences: issues }
  const [first, ...others] = read.map(({ json }) => (json.ok ? json.value : null))
  const written = others.reduce<unknown>(mergeWeights, first)
  const { weights, faults } = readWeights(written, program)
  if (!weights) return { ok: false, isJson: true, sentences: faults.map((fault) => describeFault(fault, language)) }
  return { ok: true, weights, files: files.map(({ name }) => name), hash: hashOf(written) }
}
