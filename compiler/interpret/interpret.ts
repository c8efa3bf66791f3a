import { CaseError } from '../../runtime/case-error.ts'
import { add, compare, zero } from '../../runtime/rational.ts'
import { refuseInvariant, refuseOutside, refuseRequirement } from '../../runtime/refusal.ts'
import { definitionsRequired } from '../program/build.ts'
import type { Definition, Expr, Program, SplitInfo } from '../program/program.ts'
import { evaluate } from './evaluate.ts'
import type {
  Computation,
  ElementValues,
  Evaluation,
  InputValues,
  Interpretation,
  SplitTrace,
  Step,
  Value,
} from './evaluation.ts'
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
  const scope: Surroundings = { input, datasets: program.datasets, values, elementValues, elements: new Map() }

  const settleOne = (definition: Definition): readonly Step[] => {
    const ofDefinition = stepsOf(definition, scope)
    const results = ofDefinition.map(({ value }) => value)
    if (definition.over !== null) elementValues.set(definition.id, { list: definition.over, values: results })
    else if (results[0]) values.set(definition.id, results[0])
    return ofDefinition
  }
  const required = definitionsRequired(program)
  const before = program.definitions.slice(0, required).flatMap(settleOne)
  const unmet = program.requirements.filter(
    ({ condition, label }) => !asBoolean(compute(condition, label, scope).value),
  )
  if (unmet.length > 0) throw new CaseError(unmet.map(({ label, path }) => refuseRequirement(label, path)))
  const steps = [...before, ...program.definitions.slice(required).flatMap(settleOne)]

  const broken = program.invariants.filter(({ condition, label }) => !asBoolean(compute(condition, label, scope).value))
  if (broken.length > 0) throw new CaseError(broken.map(({ label }) => refuseInvariant(label)))
  const results = program.output.map(({ value, label }) => compute(value, label, scope))
  const output = writeOutput(
    program,
    results.map(({ value }) => value),
  )
  const splits = program.splits.flatMap((split, index) => splitTraces(split, index, scope))
  return { input, values, elementValues, steps, results, splits, output }
}

function compute(expr: Expr, label: string, scope: Surroundings): Computation {
  const trace = new Trace(label)
  const value = evaluate(expr, { ...scope, trace })
  const { reads, choices, integrals, products } = trace
  return { value, reads, choices, integrals, products }
}

function stepsOf({ id, label, over, value }: Definition, scope: Surroundings): readonly Step[] {
  return scopesOver(over, scope).map(({ element, ...inner }) => ({
    definition: id,
    element,
    ...compute(value, label, inner),
  }))
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
function splitTraces(split: SplitInfo, index: number, scope: Surroundings): readonly SplitTrace[] {
  return scopesOver(split.over, scope).flatMap(({ element, ...inner }) => {
    if (!asBoolean(compute(split.when, split.label, inner).value)) return []
    const amount = asExact(compute(split.amount, split.label, inner).value)
    const taken = split.lines
      .map(
        ({ definition }) => scope.elementValues.get(definition)?.values[element ?? -1] ?? scope.values.get(definition),
      )
      .reduce((sum, value) => (value ? add(sum, asExact(value)) : sum), zero)
    if (compare(amount, taken) !== 0) throw new ProgramError(`the lines of ${split.label} do not add up to it`)
    return [{ split: index, element, amount }]
  })
}
