import { CaseError } from '../../runtime/case-error.ts'
import { add, compare, zero } from '../../runtime/rational.ts'
import { refuseInvariant, refuseOutside } from '../../runtime/refusal.ts'
import type { Definition, Expr, Program, SplitInfo } from '../program/program.ts'
import { evaluate } from './evaluate.ts'
import type { ElementValues, Evaluation, InputValues, Interpretation, SplitTrace, Step, Value } from './evaluation.ts'
import { ProgramError } from './program-error.ts'
import { readInput } from './read-input.ts'
import { atElement, Trace, type Surroundings } from './scope.ts'
import { asBoolean, asDay, asExact } from './value.ts'
import { writeOutput } from './write-output.ts'

/** `isReplay`: settle as if the edition were in force on the date that selects it. */
export interface InterpretOptions {
  readonly isReplay?: boolean
}

/**
 * Settles one case: the definition of what a program means, which every other target has to agree with. Short, exact,
 * and slow on purpose. `input` is a JSON value. Throws only for bugs in the compiler.
 */
export function interpret(
  program: Program,
  input: unknown,
  { isReplay = false }: InterpretOptions = {},
): Interpretation {
  try {
    const read = readInput(program, input)
    if (!isReplay) checkEdition(program, read)
    return { ok: true, evaluation: settle(program, read) }
  } catch (error) {
    if (error instanceof CaseError) return { ok: false, issues: error.issues }
    throw error
  }
}

function checkEdition({ edition }: Program, input: InputValues): void {
  const selecting = input.fields.get(edition.selectedBy)
  if (!selecting) throw new ProgramError(`the input has no date ${edition.selectedBy}`)
  if (selecting.kind === 'absent') {
    throw new CaseError([{ code: 'missing', path: edition.selectedBy, value: null, facts: {} }])
  }
  const issue = refuseOutside(edition, edition.selectedBy, asDay(selecting))
  if (issue) throw new CaseError([issue])
}

function settle(program: Program, input: InputValues): Evaluation {
  const values = new Map<string, Value>()
  const elementValues = new Map<string, ElementValues>()
  const scope: Surroundings = { input, values, elementValues, elements: new Map() }

  const steps = program.definitions.flatMap((definition) => {
    const ofDefinition = stepsOf(definition, scope)
    const results = ofDefinition.map(({ value }) => value)
    if (definition.over !== null) elementValues.set(definition.id, { list: definition.over, values: results })
    else if (results[0]) values.set(definition.id, results[0])
    return ofDefinition
  })

  const result = (expr: Expr, label: string) => evaluate(expr, { ...scope, trace: new Trace(label) })
  const broken = program.invariants.filter(({ condition, label }) => !asBoolean(result(condition, label)))
  if (broken.length > 0) throw new CaseError(broken.map(({ label }) => refuseInvariant(label)))
  const output = writeOutput(
    program,
    program.output.map(({ value, label }) => result(value, label)),
  )
  const splits = program.splits.flatMap((split, index) => splitTraces(program, split, index, scope))
  return { input, values, elementValues, steps, splits, output }
}

function stepsOf({ id, label, over, value }: Definition, scope: Surroundings): readonly Step[] {
  return scopesOver(over, scope).map(({ element, ...inner }) => {
    const trace = new Trace(label)
    const result = evaluate(value, { ...inner, trace })
    const { reads, choices, integrals, products } = trace
    return { definition: id, element, value: result, reads, choices, integrals, products }
  })
}

interface ElementScope extends Surroundings {
  readonly element: number | null
}

function scopesOver(list: string | null, scope: Surroundings): readonly ElementScope[] {
  if (list === null) return [{ ...scope, element: null }]
  const elements = scope.input.lists.get(list)
  if (!elements) throw new ProgramError(`the input has no list ${list}`)
  return elements.map((_, element) => ({ ...atElement(scope, list, element), element }))
}

// The amounts that the splits take apart. A split under 每项 is of each element, as its lines are.
function splitTraces(
  { definitions }: Program,
  split: SplitInfo,
  index: number,
  scope: Surroundings,
): readonly SplitTrace[] {
  const [line] = split.lines
  const over = definitions.find(({ id }) => id === line?.definition)?.over ?? null
  return scopesOver(over, scope).flatMap(({ element, ...inner }) => {
    const traced = { ...inner, trace: new Trace(split.label) }
    if (!asBoolean(evaluate(split.when, traced))) return []
    const amount = asExact(evaluate(split.amount, traced))
    const taken = split.lines
      .map(
        ({ definition }) => scope.elementValues.get(definition)?.values[element ?? -1] ?? scope.values.get(definition),
      )
      .reduce((sum, value) => (value ? add(sum, asExact(value)) : sum), zero)
    if (compare(amount, taken) !== 0) throw new ProgramError(`the lines of ${split.label} do not add up to it`)
    return [{ split: index, element, amount }]
  })
}
