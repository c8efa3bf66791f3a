import { existsSync, readFileSync } from 'node:fs'
import type { Weights } from '../../diff/population/weights.ts'
import { writtenWeights } from '../../diff/population/written-weights.ts'
import type { Program } from '../../program/program.ts'
import { Refusal, UsageError, type Call } from '../command.ts'
import type { Group } from '../load.ts'
import { decodePolicy } from '../policy-files.ts'
import { shownPath } from '../shown-path.ts'
import { decisionName } from '../../program/decision-name.ts'

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
  if (files.length === 0) throw new Refusal((say) => say.noWeights(decisionName(program)))
  const shown = files.map((path) => ({
    name: shownPath(path),
    text: decodePolicy(readFileSync(path), shownPath(path)),
  }))
  const written = writtenWeights(shown, program, language)
  if (written.ok) return written
  const { isJson, sentences } = written
  const names = shown.map(({ name }) => name).join(' + ')
  throw new Refusal((say) => (isJson ? [say.wrongWeights(names), ...sentences].join('\n  ') : sentences.join('\n')))
}
