import { existsSync, readFileSync } from 'node:fs'
import type { Language } from '../../../grammar/tree.ts'
import { readJson } from '../../../runtime/json.ts'
import { describeIssue } from '../../../runtime/describe-issue.ts'
import { hashOf } from '../../../runtime/receipt.ts'
import { readWeights } from '../../diff/population/read-weights.ts'
import type { Weights } from '../../diff/population/weights.ts'
import { mergeWeights } from '../../diff/population/weights-text.ts'
import type { Program } from '../../program/program.ts'
import { Refusal, UsageError, type Call } from '../command.ts'
import type { Group } from '../load.ts'
import { decodePolicy } from '../policy-files.ts'
import { shownPath } from '../shown-path.ts'
import { describeFault } from './describe-fault.ts'

/** How bills are drawn, the files that say so, and their hash. */
export interface LoadedWeights {
  readonly weights: Weights
  readonly files: readonly string[]
  readonly hash: string
}

/**
 * The weights beside the policy (employee.settle.policy, employee.settle.population.json), with those of `--weights` in
 * their place. Throws a Refusal that says all that is wrong with them, or that there are none.
 */
export function loadWeights(program: Program, group: Group, { values, language }: Call): LoadedWeights {
  const beside = group
    .map(({ path }) => path.replace(/\.policy$/, '.population.json'))
    .find((path) => path.endsWith('.json') && existsSync(path))
  const own = values.get('weights')
  if (own !== undefined && !existsSync(own)) throw new UsageError((say) => say.noSuchFile(own))
  const files = [beside, own].flatMap((path) => path ?? [])
  if (files.length === 0) throw new Refusal((say) => say.noWeights(`${program.policy.id}.${program.decision.id}`))
  const written = files.map((path) => readPart(path, language)).reduce(mergeWeights)
  const { weights, faults } = readWeights(written, program)
  const shown = files.map(shownPath)
  if (!weights) {
    const sentences = faults.map((fault) => describeFault(fault, language))
    throw new Refusal((say) => [say.wrongWeights(shown.join(' + ')), ...sentences].join('\n  '))
  }
  return { weights, files: shown, hash: hashOf(written) }
}

function readPart(path: string, language: Language): unknown {
  const text = decodePolicy(readFileSync(path), shownPath(path))
  const read = readJson(text)
  if (read.ok) return read.value
  const { issues } = read
  throw new Refusal(() => issues.map((issue) => `${shownPath(path)}: ${describeIssue(issue, language)}`).join('\n'))
}
