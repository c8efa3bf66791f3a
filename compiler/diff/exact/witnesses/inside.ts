import { multiply, subtract, type Rational } from '../../../../runtime/rational.ts'
import type { Evaluation } from '../../../interpret/evaluation.ts'
import type { Program } from '../../../program/program.ts'
import { atomsIn, type Form, type Graph } from '../linear/forms.ts'
import { valueAt } from '../linear/integers.ts'
import { scaleOf } from '../ways/symbolic.ts'

/**
 * Do conditions hold of a case, by what the names in them came to when both programs settled it? What is said of
 * anything else is taken to hold, and so is all of a case that is refused. `inputs`: of variables of the input, their
 * values.
 */
export function isInside(
  conditions: readonly Form[],
  { before, after }: { readonly before: Evaluation | null; readonly after: Evaluation | null },
  programs: readonly [Program, Program],
  inputs: ReadonlyMap<number, Rational>,
  graph: Graph,
): boolean {
  if (!before || !after) return true
  const numberOf = (name: string, { values }: Evaluation, { definitions }: Program): Rational | null => {
    const value = values.get(name)
    const definition = definitions.find(({ id }) => id === name)
    return definition && value?.kind === 'exact' ? multiply(value.exact, scaleOf(definition.type)) : null
  }
  const valueOf = (id: number): Rational | null => {
    const atom = graph.atoms[id]!
    if (atom.kind !== 'variable') return null
    switch (atom.source) {
      case 'input':
        return inputs.get(id) ?? null
      case 'name':
        return numberOf(atom.name, before, programs[0]) ?? numberOf(atom.name, after, programs[1])
      case 'change': {
        const first = numberOf(atom.name, before, programs[0])
        const second = numberOf(atom.name, after, programs[1])
        return first && second && subtract(second, first)
      }
      case 'total':
      case 'element':
      case 'opaque':
        return null
    }
  }
  return conditions.every((condition) => {
    const values = new Map<number, Rational>()
    for (const id of atomsIn(condition, graph)) {
      if (graph.atoms[id]!.kind !== 'variable') continue
      const value = valueOf(id)
      if (value === null) return true
      values.set(id, value)
    }
    return valueAt(condition, values, graph).n >= 0n
  })
}
