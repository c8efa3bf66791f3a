import type { Branch, Expr } from '../program/program.ts'
import { from, type Code } from './code.ts'
import { writeCondition } from './condition.ts'
import type { Form } from './form.ts'
import { knowing, type Here } from './here.ts'
import { impossible } from './impossible.ts'
import { isSettled, learnFrom } from './learn.ts'

export type Cases = Extract<Expr, { kind: 'cases' }>

/** Cases within an expression: `a ? x : b ? y : z`. */
export function writeCases(expr: Cases, form: Form, here: Here): Code {
  const { open, rest } = openBranches(expr, here)
  const codes = open.map(({ branch, condition, inside }): Code => {
    const value = here.write(branch.value, form, inside)
    return condition === true ? value : from(branch.origin, [condition, ' ? ', value, ' : '])
  })
  if (rest === null) return ['(', codes, ')']
  const last = expr.otherwise ? here.write(expr.otherwise, form, rest) : impossible(expr.type, form, here)
  return codes.length === 0 ? last : ['(', codes, last, ')']
}

/** A branch that some case can get to: its condition (true where all that get there hold it), and what it knows. */
export interface OpenBranch {
  readonly branch: Branch
  readonly condition: Code | true
  readonly inside: Here
}

/** The branches that can be reached, and what is known when none of them holds; null where one of them always does. */
export function openBranches({ branches }: Cases, here: Here): { open: readonly OpenBranch[]; rest: Here | null } {
  const open: OpenBranch[] = []
  let rest = here
  for (const branch of branches) {
    const settled = isSettled(branch.when, rest)
    if (settled === false) continue
    const inside = knowing(learnFrom(branch.when, true, rest), rest)
    const condition = settled ?? writeCondition(branch.when, rest)
    if (condition === false) continue
    open.push({ branch, condition, inside })
    if (condition === true) return { open, rest: null }
    rest = knowing(learnFrom(branch.when, false, rest), rest)
  }
  return { open, rest }
}
