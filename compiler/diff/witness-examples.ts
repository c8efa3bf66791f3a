import { addMonths, formatDate, formatMonth, parseDate, parseMonth } from '../../runtime/date.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { writeExample } from '../examples/write-example.ts'
import { isRecord, outputAt, type OutputRecord, type OutputValue } from '../interpret/evaluation.ts'
import { interpret } from '../interpret/interpret.ts'
import type { Program } from '../program/program.ts'
import type { Region } from './exact/comparison.ts'

export interface Version {
  readonly program: Program
  readonly policy: BoundPolicy
}

/**
 * The cases of the regions as examples, to be pasted into a policy file: each once for every version, with what that
 * settles, under a title that `titleOf` makes of its number and the edition. Where a case lies on no day of an edition,
 * all its dates are moved by whole years until it does, and what is then settled is expected. A case that an edition
 * refuses is left out.
 */
export function witnessExamples(
  regions: readonly Pick<Region, 'witness'>[],
  versions: readonly Version[],
  titleOf: (number: number, edition: string) => string,
): readonly string[] {
  const inputs = new Map<string, OutputRecord>()
  for (const { witness } of regions) {
    const input = witness?.input as OutputRecord | undefined
    if (input) inputs.set(JSON.stringify(input), input)
  }
  return [...inputs.values()].flatMap((input, index) =>
    versions.flatMap(({ program, policy }) => {
      const moved = movedInto(program, input)
      const result = moved && interpret(program, moved)
      if (!moved || !result?.ok) return []
      return [writeExample(policy, titleOf(index + 1, program.edition.name), moved, result.evaluation.output)]
    }),
  )
}

/** The case with its dates so many years earlier or later that the edition is the one of its date; null where none is. */
function movedInto({ edition, input: schema }: Program, input: OutputRecord): OutputRecord | null {
  const selecting = outputAt(input, edition.selectedBy)
  if (typeof selecting !== 'string') return null
  const day = parseDate(selecting) ?? parseMonth(selecting)
  const [from, until] = [edition.from, edition.until].map((each) => each && parseDate(each))
  if (day === null) return null
  const isIn = (years: number): boolean => {
    const moved = addMonths(day, years * 12)
    return (!from || moved >= from) && (!until || moved <= until)
  }
  const years = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? at / 2 : -(at + 1) / 2)).find(isIn)
  if (years === undefined) return null
  const dates = new Set(
    [
      ...schema.fields,
      ...schema.lists.flatMap(({ path, fields }) => fields.map((each) => ({ ...each, path: `${path}.${each.path}` }))),
    ]
      .filter(({ type }) => type.kind === 'date' || type.kind === 'yearMonth')
      .map(({ path }) => path),
  )
  return later(input, years * 12, '', dates) as OutputRecord
}

function later(value: OutputValue, months: number, path: string, dates: ReadonlySet<string>): OutputValue {
  if (Array.isArray(value))
    return (value as readonly OutputValue[]).map((each) => later(each, months, path, dates)) as never
  if (value !== null && isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        later(each, months, path === '' ? key : `${path}.${key}`, dates),
      ]),
    )
  if (typeof value !== 'string' || !dates.has(path)) return value
  const day = parseDate(value)
  if (day !== null) return formatDate(addMonths(day, months))
  const month = parseMonth(value)
  return month === null ? value : formatMonth(addMonths(month, months))
}
