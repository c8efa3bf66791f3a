import type { Comparison, Region } from '../../../compiler/diff/exact/comparison.ts'
import { diffPrograms, type DiffOptions } from '../../../compiler/diff/exact/diff-programs.ts'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import type { Program } from '../../../compiler/program/program.ts'
import { faults, isInRegion, reachFaults, textAt, Unreadable, type Settled } from '../region.ts'

/** What the comparison of two programs says, and what is wrong with it. */
export interface Checked {
  readonly comparison: Comparison
  readonly faults: readonly string[]
  readonly cases: number
  /** Cases that both settle and that come out otherwise in some output. */
  readonly differing: number
  /** Regions that say something of a case that only the compiler can read. */
  readonly unreadable: number
  readonly seconds: number
}

/** Cases to try, given those that are known to matter. */
export type Cases = (near: readonly unknown[]) => Iterable<unknown>

/**
 * Compares two programs, and the comparison with cases: one that differs lies in a region, one in a sure region
 * differs, formulas and bounds are right, regions of an output have nothing in common, witnesses replay.
 */
export function checkPair(before: Program, after: Program, cases: Cases, options: DiffOptions = {}): Checked {
  const start = performance.now()
  const comparison = diffPrograms(before, after, options)
  const seconds = (performance.now() - start) / 1000
  const { regions } = comparison
  const found = new Set<string>(
    regions.flatMap((region) => [...replayFaults(region, before, after), ...reachFaults(region, before, after)]),
  )
  const read = readable(regions, before, after)
  for (const region of read.readable)
    if (isMisplaced(region, before, after))
      found.add(`${region.output}: a witness lies outside of its region ${JSON.stringify(region.where)}`)
  let differing = 0
  let tried = 0
  for (const input of cases(regions.flatMap(({ witness }) => (witness ? [witness.input] : [])))) {
    const result = caseFaults(comparison, read.readable, before, after, input)
    tried++
    if (result.isDifferent) differing++
    for (const fault of result.faults) found.add(`${fault} ${JSON.stringify(input)}`)
  }
  return { comparison, faults: [...found], cases: tried, differing, unreadable: read.unreadable, seconds }
}

/** Is it proved that the two agree in everything? */
export function isProvedSame({ complete, regions, verdict }: Comparison): boolean {
  return complete && regions.length === 0 && Object.values(verdict).every((each) => each === 'same')
}

/** What is wrong with what is said of one case. */
function caseFaults(
  { regions, limits, verdict }: Comparison,
  readable: readonly Region[],
  before: Program,
  after: Program,
  input: unknown,
): { readonly isDifferent: boolean; readonly faults: readonly string[] } {
  const [first, second] = [before, after].map((program) => interpret(program, input, { isReplay: true }))
  if (!first?.ok || !second?.ok) {
    const isSaid = first?.ok === second?.ok || limits.some(({ expression }) => expression === 'refusals')
    const isKnown = isSaid || regions.some(({ output }) => output === 'refused')
    return { isDifferent: false, faults: isKnown ? [] : ['only one of the two refuses'] }
  }
  const pair: Settled = { before: first.evaluation, after: second.evaluation }
  const outputs = before.output
    .map(({ path }) => path)
    .filter((path) => after.output.some((each) => each.path === path))
  const differing = outputs.filter((path) => textAt(pair.before.output, path) !== textAt(pair.after.output, path))
  const isLimited = (output: string): boolean =>
    limits.some(({ expression }) => expression.split(':')[0] === output || expression === before.decision.id)
  const isHidden = (output: string): boolean =>
    regions.some((each) => each.output === output && !readable.includes(each)) || isLimited(output)
  const found = differing
    .filter((output) => verdict[output] === 'same' && !isLimited(output))
    .map((output) => `${output} is not the same`)
  for (const fault of faults(readable, outputs, pair)) {
    const [output = ''] = fault.split(': ')
    if (!(fault.endsWith('lies in no region') && isHidden(output))) found.push(fault)
  }
  return { isDifferent: differing.length > 0, faults: found }
}

/** The regions that can be read off a case. */
function readable(
  regions: readonly Region[],
  before: Program,
  after: Program,
): { readonly readable: readonly Region[]; readonly unreadable: number } {
  const probes = regions.flatMap(({ witness }) => (witness ? [witness.input] : []))
  const can = (region: Region): boolean => {
    if (region.output === 'refused') return true
    if (region.difference.includes('…') || region.where.some((each) => each.path.includes('…'))) return false
    const own = region.witness ? [region.witness.input] : probes.slice(0, 1)
    return own.every((input) => {
      const [first, second] = [before, after].map((program) => interpret(program, input, { isReplay: true }))
      if (!first?.ok || !second?.ok) return true
      try {
        // Every condition by itself: none may be left out because another does not hold.
        const settled = { before: first.evaluation, after: second.evaluation }
        for (const condition of region.where) isInRegion({ ...region, where: [condition] }, settled)
        faults([{ ...region, where: [] }], [region.output], settled)
        return true
      } catch (error) {
        if (error instanceof Unreadable) return false
        throw error
      }
    })
  }
  const kept = regions.filter(can)
  return { readable: kept, unreadable: regions.length - kept.length }
}

/** Does the witness lie in another region than it is shown for? */
function isMisplaced(region: Region, before: Program, after: Program): boolean {
  if (!region.witness) return false
  const { input } = region.witness
  const [first, second] = [before, after].map((program) => interpret(program, input, { isReplay: true }))
  if (!first?.ok || !second?.ok) return false
  return !isInRegion(region, { before: first.evaluation, after: second.evaluation })
}

function replayFaults({ witness, output, where }: Region, before: Program, after: Program): readonly string[] {
  if (!witness) return []
  const said = [before, after].map((program) => {
    const result = interpret(program, witness.input, { isReplay: true })
    if (output === 'refused') return result.ok ? 'settled' : 'refused'
    return result.ok ? textAt(result.evaluation.output, output) : 'refused'
  })
  if (said[0] === witness.before && said[1] === witness.after && said[0] !== said[1]) return []
  return [
    `${output}: a witness of ${JSON.stringify(where)} gives ${said.join(' → ')}, not ${witness.before} → ${witness.after}`,
  ]
}
