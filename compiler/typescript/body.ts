import { isReference } from '../program/build.ts'
import type { Expr, Origin } from '../program/program.ts'
import { casesOfSchedules } from './bands.ts'
import { openBranches, type Cases, type OpenBranch } from './cases.ts'
import { from, type Code } from './code.ts'
import { remarkAbove } from './comment.ts'
import { escapeText } from './escape.ts'
import type { Form } from './form.ts'
import { referenceText, type Here, type Reference } from './here.ts'
import { impossible } from './impossible.ts'
import { possibleOf } from './known.ts'
import { membersOf } from './module.ts'

/**
 * Statements that return the value: cases one below the other, as the table or the list of rules has them. `said` is
 * the origin that was described above them; where a branch has another one, it is described there.
 */
export function writeBody(expr: Expr, form: Form, here: Here, said: Origin | null): Code {
  const cases = casesOfSchedules(expr)
  if (!cases) return from(expr.at, ['return ', here.write(expr, form, here), '\n'])
  return writeSwitch(cases, form, here, said) ?? writeIfs(cases, form, here, said)
}

function writeIfs(cases: Cases, form: Form, here: Here, said: Origin | null): Code {
  const { open, rest } = openBranches(cases, here)
  const statements = open.map(({ branch, condition, inside }, index): Code => {
    const { origin, value } = branch
    const body = writeBody(value, form, inside, said && origin)
    const statement: Code =
      condition === true ? body : ['if (', condition, ') ', isSimple(value) ? body : ['{\n', body, '}\n']]
    return [remark(open, index, said, here), from(origin, statement)]
  })
  return rest === null ? statements : [statements, writeRest(cases, form, rest, said)]
}

function writeRest(cases: Cases, form: Form, rest: Here, said: Origin | null): Code {
  if (cases.otherwise) return writeBody(cases.otherwise, form, rest, said)
  return `return ${impossible(cases.type, form, rest)} // The policy states nothing here, and nothing uses it.\n`
}

/** Cases that all ask which member of a choice one value is; null where they ask something else. */
function writeSwitch(cases: Cases, form: Form, here: Here, said: Origin | null): Code | null {
  const subject = commonSubject(cases)
  if (!subject) return null
  const { open, rest } = openBranches(cases, here)
  const text = referenceText(subject, here)
  const all = membersOf(subject.type, here.module)
  const isWhole = possibleOf(here.known, text, all).length === all.length
  // TypeScript sees that a switch leaves nothing over only where it knows as much of the value as is known here.
  if (open.length < 2 || (rest === null && !isWhole)) return null
  const clauses = open.map(({ branch, inside }, index): Code => {
    const members = possibleOf(inside.known, text, all)
    const labels = members.map((member) => `case ${escapeText(member, 'string')}:\n`)
    const body = writeBody(branch.value, form, inside, said && branch.origin)
    return [remark(open, index, said, here), from(branch.origin, [labels, body])]
  })
  return [`switch (${text}) {\n`, clauses, '}\n', rest === null ? '' : writeRest(cases, form, rest, said)]
}

function remark(open: readonly OpenBranch[], index: number, said: Origin | null, { module }: Here): string {
  const origin = open[index]?.branch.origin
  return said && origin ? remarkAbove(origin, open[index - 1]?.branch.origin ?? said, module.program) : ''
}

/** Is the value one return statement? */
function isSimple(value: Expr): boolean {
  return casesOfSchedules(value) === null
}

function commonSubject({ branches }: Cases): Reference | null {
  const subjects = branches.map(({ when }) =>
    when.kind === 'isOneOf' && isReference(when.value) && when.value.type.kind === 'choice' ? when.value : null,
  )
  const [first] = subjects
  return first && subjects.every((each) => each !== null && isSameReference(each, first)) ? first : null
}

function isSameReference(a: Reference, b: Reference): boolean {
  if (a.kind === 'ref' || b.kind === 'ref') return a.kind === 'ref' && b.kind === 'ref' && a.id === b.id
  return a.path === b.path && (a.kind === 'field' ? a.list : null) === (b.kind === 'field' ? b.list : null)
}
