import type { Computation, Evaluation, Read, Step, Value } from '../interpret/evaluation.ts'
import { ProgramError } from '../interpret/program-error.ts'
import type { FieldType, Origin, Place, Program, SplitLineInfo } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { explainValue } from './explain-value.ts'
import type { ElementOf, Named, Use } from './explanation.ts'
import type { RuleBook } from './rule-book.ts'

/** The settled case that is being explained. */
export interface Case {
  readonly program: Program
  readonly evaluation: Evaluation
  readonly book: RuleBook
  /** By definition; one for each element where it is stated about elements. */
  readonly steps: ReadonlyMap<string, readonly Step[]>
}

/** What a step read, with the values. */
export function usesOf(settled: Case, step: Computation): readonly Use[] {
  return step.reads.map((read) => {
    const { name, list, element, value, type } = lookUp(settled, read)
    return {
      kind: read.kind === 'definition' ? 'term' : 'input',
      name,
      element: elementOf(settled, list, element),
      value: explainValue(value, type, settled.program.choices),
      isCondition: read.isCondition,
    }
  })
}

export function elementOf({ program }: Case, list: string | null, index: number | null): ElementOf | null {
  if (list === null || index === null) return null
  return { list, label: program.input.lists.find(({ path }) => path === list)?.label ?? list, index }
}

/** What a line takes from, and the lines beside it: they stand above it already. */
export function ownNames(program: Program, line: SplitLineInfo): ReadonlySet<string> {
  const splits = program.splits.filter(({ lines }) => lines.includes(line))
  const amounts = splits.flatMap(({ amount }) =>
    amount.kind === 'ref' ? amount.id : amount.kind === 'input' || amount.kind === 'field' ? amount.path : [],
  )
  return new Set([...amounts, ...splits.flatMap(({ lines }) => lines.flatMap((each) => [each.definition, each.share]))])
}

/** Where a rule stands, without what it is based on. */
export function placeOf({ file, start, end }: Origin): Place {
  return { file, start, end }
}

interface Found {
  readonly name: Named
  readonly list: string | null
  readonly element: number | null
  readonly value: Value
  readonly type: Type | FieldType
}

function lookUp({ program, evaluation }: Case, read: Read): Found {
  switch (read.kind) {
    case 'definition': {
      const { id, element } = read
      const { label, over, type } = found(
        program.definitions.find((each) => each.id === id),
        id,
      )
      const ofElement = evaluation.elementValues.get(id)?.values[element ?? -1]
      const value = found(ofElement ?? evaluation.values.get(id), id)
      return { name: { id, label }, list: over, element, value, type }
    }
    case 'input': {
      const { path } = read
      const { label, type } = found(
        program.input.fields.find((each) => each.path === path),
        path,
      )
      const value = found(evaluation.input.fields.get(path), path)
      return { name: { id: path, label }, list: null, element: null, value, type }
    }
    case 'field': {
      const { list, path, element } = read
      const fields = program.input.lists.find((each) => each.path === list)?.fields
      const { label, type } = found(
        fields?.find((each) => each.path === path),
        path,
      )
      const value = found(evaluation.input.lists.get(list)?.[element]?.get(path), path)
      return { name: { id: path, label }, list, element, value, type }
    }
  }
}

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new ProgramError(`${name} was read, but is nowhere`)
  return thing
}
