import { booleanType, not, partsOf } from '../../program/build.ts'
import type { Expr } from '../../program/program.ts'
import { recordOf, whenGiven } from '../provided.ts'
import { spell } from '../spell.ts'
import { languageOf, nameIn } from '../spelling.ts'
import type { TypedTerm } from '../typed.ts'
import { together, uncovered, type RuleInput } from './rule.ts'

/**
 * Rule: wherever a name is used, one of its rules gives it a value; in conditions too, which are asked in every case.
 * And what a case may have in another's place is used only where the case has it.
 */
export function definitionsCover(input: RuleInput): void {
  const { typed, report } = input
  const byId = new Map(typed.terms.map((term) => [term.defined.id, term]))
  const covers = (term: TypedTerm): (Expr | null)[] => [...term.general, ...term.exceptions].map((each) => each.when)

  const visit = (expr: Expr, conditions: readonly (Expr | null)[], user: string): void => {
    if (expr.kind === 'ref') {
      const term = byId.get(expr.id)
      if (!term) return
      const gap =
        conditions.length === 0 ? uncovered(null, covers(term), input) : gapIn(conditions, covers(term), input)
      const place = { file: expr.at.file, span: { start: expr.at.start, end: expr.at.end } }
      if (gap.kind === 'found')
        report.error(
          'not-defined-here',
          place,
          { name: term.defined.written, user, witness: gap.witness() },
          { related: term.defined.place },
        )
      else if (gap.kind === 'tooMany') report.error('too-many-cases', place, { name: term.defined.written })
      return
    }
    if (expr.kind === 'input') {
      const { decision } = typed.policy
      const given = whenGiven(expr, decision)
      const record = given && recordOf(expr.path, decision)
      if (!record) return
      const gap = together([...conditions, not(given)], input)
      const place = { file: expr.at.file, span: { start: expr.at.start, end: expr.at.end } }
      const language = languageOf({ policy: typed.policy, file: expr.at.file })
      const name = spell(expr, typed)
      if (gap.kind === 'found')
        report.error('not-given-here', place, { name, given: nameIn(record, language), user, witness: gap.witness() })
      else if (gap.kind === 'tooMany') report.error('too-many-cases', place, { name })
      return
    }
    if (expr.kind === 'cases') {
      const passed: Expr[] = []
      for (const branch of expr.branches) {
        visit(branch.when, [...conditions, ...passed], user)
        visit(branch.value, [...conditions, ...passed, branch.when], user)
        passed.push(not(branch.when))
      }
      if (expr.otherwise) visit(expr.otherwise, [...conditions, ...passed], user)
      return
    }
    if (expr.kind === 'and' || expr.kind === 'or') {
      // What follows is asked only where what stands before did not decide.
      const passed: Expr[] = []
      for (const operand of expr.operands) {
        visit(operand, [...conditions, ...passed], user)
        passed.push(expr.kind === 'and' ? operand : not(operand))
      }
      return
    }
    for (const part of partsOf(expr)) visit(part, conditions, user)
  }
  const visitWhen = (when: Expr | null, user: string): void => {
    if (when) visit(when, [], user)
  }

  for (const term of typed.terms) {
    const user = term.defined.written
    for (const { when } of [...term.general, ...term.exceptions, ...term.adjustments]) visitWhen(when, user)
    for (const { when, value } of [...term.general, ...term.exceptions]) visit(value, [when], user)
    for (const { when, by } of term.adjustments) visit(by, [when], user)
  }
  for (const split of typed.splits) {
    visitWhen(split.when, split.written)
    visit(split.amount, [split.when], split.written)
    if (split.bandedFrom) visit(split.bandedFrom, [split.when], split.written)
    for (const line of split.lines) if (line.amount) visit(line.amount, [split.when], line.into.written)
  }
  for (const move of typed.moves) {
    visitWhen(move.when, move.into.written)
    visit(move.amount, [move.when], move.into.written)
  }
  for (const { amount, when, written } of typed.accumulations) {
    visitWhen(when, written)
    visit(amount, [when], written)
  }
  for (const { condition, label } of [...typed.requirements, ...typed.invariants]) visit(condition, [], label)
  for (const { value, label } of typed.monotonies) visit(value, [], label)
  for (const field of typed.policy.decision.outputs.flatMap(({ fields }) => fields)) {
    const meaning = typed.symbols.meanings.get(field.id)
    const { file, edition } = typed.edition
    const at = { file, start: edition.name.span.start, end: edition.name.span.end }
    if (meaning?.kind === 'input')
      visit({ kind: 'input', path: meaning.field.id, type: booleanType, at }, [], field.label)
  }
}

function gapIn(
  conditions: readonly (Expr | null)[],
  covers: readonly (Expr | null)[],
  input: RuleInput,
): ReturnType<typeof together> {
  if (covers.includes(null)) return { kind: 'none' }
  return together([...conditions, ...covers.map((each) => each && not(each))], input)
}
