import { isDeepStrictEqual } from 'node:util'
import { compile } from '../../../compiler/compile.ts'
import type { Program } from '../../../compiler/program/program.ts'
import { settlePolicy, settleWords } from '../../ningbo/policy-text.ts'
import { generated } from '../../random/compare.ts'
import { load } from '../../random/generated.ts'
import type { Mutant } from '../../random/mutants/mutate.ts'
import { settledBills } from '../../random/mutants/ningbo.ts'
import { checkPair, isProvedSame, type Checked } from './check.ts'

/** Without the days on which it is in force: a comparison settles every case under both. */
function compiled(text: string): Program | null {
  const [program] = compile([...settleWords, { name: 'settle.policy', text }]).programs
  return program ? { ...program, edition: { ...program.edition, from: null, until: null } } : null
}
const original = compiled(settlePolicy())

/** What the comparison says of the Ningbo edition and one of its mutants. */
export type MutantFate =
  | { readonly kind: 'refused' }
  | {
      readonly kind: 'different' | 'same' | 'undecided'
      readonly checked: Checked
      /** How many of the random bills it changes. */
      readonly changes: number
      readonly faults: readonly string[]
    }

/** How many of the bills that a mutant changes, and that it does not, are looked for among the regions. */
const [looked, unchanged] = [25, 10]

/**
 * The mutant against the edition, by `bills` random ones: none that it changes may be called the same. Where witnesses
 * are not asked for, they are looked for nevertheless if no random bill tells.
 */
export async function fateOfMutant({ text }: Mutant, bills: number, hasWitnesses: boolean): Promise<MutantFate> {
  const program = compiled(text)
  if (!program || !original) return { kind: 'refused' }
  const settle = await load(program)
  const step = Math.max(1, Math.floor(settledBills.length / bills))
  const changed: unknown[] = []
  const kept: unknown[] = []
  for (let at = 0; at < settledBills.length; at += step) {
    const { given, settlement } = settledBills[at]!
    const result = generated(settle, given)
    if (result.ok && isDeepStrictEqual(result.output, settlement)) kept.push(given)
    else changed.push(given)
  }
  const isTold = changed.length > 0
  const cases = [...spread(changed, looked), ...spread(kept, unchanged)]
  const options = { isWithoutWitnesses: isTold && !hasWitnesses }
  const checked = checkPair(original, program, (near) => [...near.slice(0, 5), ...cases], options)
  const { regions } = checked.comparison
  const faults = [...checked.faults]
  const isSame = isProvedSame(checked.comparison)
  if (isSame && isTold) faults.push(`called the same, but it changes ${JSON.stringify(changed[0])}`)
  const isDifferent = isTold || regions.some(({ witness }) => witness !== null)
  return { kind: isSame ? 'same' : isDifferent ? 'different' : 'undecided', checked, changes: changed.length, faults }
}

function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / count))
  return items.filter((_, at) => at % step === 0).slice(0, count)
}
