import { compare, one } from '../../../../runtime/rational.ts'
import type { Definition, Expr } from '../../../program/program.ts'
import type { Form, Graph } from '../linear/forms.ts'
import { isNumber } from './symbolic.ts'

/** Whole fen, whole months, whole counts: what can be a variable of its own. */
export function isCountable({ type }: Definition): boolean {
  if (!isNumber(type) || !('decimals' in type) || type.decimals === null) return false
  if (type.kind === 'money') return type.decimals <= 2
  return (type.kind === 'months' || type.kind === 'number') && type.decimals === 0
}

/** An amount of the input, or a total over a list, and nothing else. */
export function isInput({ constant, terms }: Form, graph: Graph): boolean {
  if (constant.n !== 0n || terms.length !== 1 || compare(terms[0]![1], one) !== 0) return false
  const atom = graph.atoms[terms[0]![0]]!
  return atom.kind === 'variable' && (atom.source === 'input' || atom.source === 'total')
}

/** Is a name one of the values between which an output chooses? */
export function isOneResultOf(value: Expr, id: string): boolean {
  return value.kind === 'cases' && value.branches.some((each) => each.value.kind === 'ref' && each.value.id === id)
}
