import { interpret } from '../../interpret/interpret.ts'
import { outputAt, type OutputValue } from '../../interpret/evaluation.ts'
import type { Program } from '../../program/program.ts'
import { element, fragment, type Html } from '../../show/html.ts'
import { inColumn } from '../../show/numbers.ts'
import { amountText } from './amount.ts'
import type { ComparedRegion } from './compared.ts'
import { subtract, parse, toDecimal } from '../../../runtime/rational.ts'
import type { Report } from './to-html.ts'

/** A witness with its number, and the regions that it is a witness of. */
export interface Bill {
  readonly number: number
  readonly input: unknown
  readonly of: readonly ComparedRegion[]
}

/** The witnesses, each once. */
export function billsOf(regions: readonly ComparedRegion[]): readonly Bill[] {
  const found = new Map<string, ComparedRegion[]>()
  for (const region of regions) {
    if (region.witness === null) continue
    const key = JSON.stringify(region.witness.input)
    found.set(key, [...(found.get(key) ?? []), region])
  }
  return [...found.values()].map((of, index) => ({ number: index + 1, input: of[0]?.witness?.input, of }))
}

/** Each witness: in what it differs from most of them, and how the two settle it. */
export function billsSection(report: Report, bills: readonly Bill[]): Html | null {
  if (bills.length === 0) return null
  const { words, names } = report
  const leaves = bills.map(({ input }) => leavesOf(input))
  const usual = usualOf(leaves)
  const leafText = (path: string, value: unknown): string =>
    `${leafName(path, names.nameOf)}${words.colon}${names.value(value)}`
  const shown = (entries: readonly (readonly [string, unknown])[]): Html =>
    element('ul', { class: 'leaves' }, ...entries.map(([path, value]) => element('li', {}, leafText(path, value))))
  return fragment(
    element('p', { class: 'note' }, words.billsSay),
    usual.size > 0 ? fragment(element('p', {}, words.usually), shown([...usual])) : '',
    element(
      'div',
      { class: 'bills' },
      ...bills.map((bill, index) =>
        element(
          'div',
          { class: 'bill', id: `bill-${bill.number}` },
          element(
            'p',
            {},
            element('strong', {}, words.bill(bill.number)),
            ' ',
            [...leaves[index]!]
              .filter(([path, value]) => usual.get(path) !== value)
              .map(([path, value]) => leafText(path, value))
              .join(words.semicolon),
          ),
          settlements(report, bill),
        ),
      ),
    ),
  )
}

const leafName = (path: string, nameOf: (path: string) => string): string => {
  const [, list, index, field] = /^(.+)\[(\d+)\]\.(.+)$/u.exec(path) ?? []
  if (list === undefined || index === undefined || field === undefined) return nameOf(path)
  return `${nameOf(list)} ${Number(index) + 1} ${nameOf(`${list}[].${field}`)}`
}

/** What stands in a case, by its paths. */
export function leavesOf(value: unknown, path = ''): ReadonlyMap<string, unknown> {
  if (Array.isArray(value)) {
    const items = value.flatMap((each, index) => [...leavesOf(each, `${path}[${index}]`)])
    return new Map(items)
  }
  if (typeof value !== 'object' || value === null) return new Map([[path, value]])
  return new Map(
    Object.entries(value).flatMap(([key, each]) => [...leavesOf(each, path === '' ? key : `${path}.${key}`)]),
  )
}

/** What most of the bills have: left out where a bill has it too. */
function usualOf(bills: readonly ReadonlyMap<string, unknown>[]): ReadonlyMap<string, unknown> {
  const usual = new Map<string, unknown>()
  if (bills.length < 3) return usual
  for (const path of new Set(bills.flatMap((each) => [...each.keys()]))) {
    const values = bills.map((each) => each.get(path))
    const [most, count] = values.reduce<readonly [unknown, number]>(
      (best, value) => {
        const times = values.filter((each) => each === value).length
        return times > best[1] ? [value, times] : best
      },
      [undefined, 0],
    )
    if (most !== undefined && 2 * count > bills.length && bills.every((each) => each.has(path))) usual.set(path, most)
  }
  return usual
}

/** What both make of a bill: first what differs, outputs that come to the same together, then what does not. */
function settlements({ before, after, words, names }: Report, { input }: Bill): Html {
  const [was, is] = [settledBy(before.program, input), settledBy(after.program, input)]
  const paths = [...new Set([before, after].flatMap(({ program }) => program.output.map(({ path }) => path)))]
  const told = (value: OutputValue): string => written(value, names.value)
  const differing = new Map<string, string[]>()
  const same: string[] = []
  for (const path of paths) {
    const [old, next] = [was && outputAt(was, path), is && outputAt(is, path)]
    if (isNothing(old) && isNothing(next)) continue
    if (was !== null && is !== null && JSON.stringify(old) === JSON.stringify(next)) {
      same.push(`${names.nameOf(path)} ${told(next)}`)
      continue
    }
    const sides = `${was ? told(old) : words.refused} → ${is ? told(next) : words.refused}`
    const change = changeText(old, next, amountText)
    const key = change === '' ? sides : `${sides} (${change})`
    differing.set(key, [...(differing.get(key) ?? []), names.nameOf(path)])
  }
  const isRefused = was === null || is === null
  const changes = isRefused
    ? [`${was ? words.settled : words.refused} → ${is ? words.settled : words.refused}`]
    : [...differing].map(([sides, of]) => `${of.join(words.comma)} ${sides}`)
  return fragment(
    element('ul', { class: 'leaves differs' }, ...changes.map((each) => element('li', {}, each))),
    same.length > 0 ? element('p', { class: 'note' }, words.sameInBill(same)) : '',
  )
}

function settledBy(program: Program, input: unknown) {
  const settled = interpret(program, input, { isReplay: true })
  return settled.ok ? settled.evaluation.output : null
}

const isAmount = (value: unknown): value is string => typeof value === 'string' && /^-?\d+\.\d\d$/u.test(value)
const isNothing = (value: unknown): boolean => value === null || value === '0.00'

const written = (value: OutputValue, say: (value: unknown) => string): string =>
  isAmount(value) ? inColumn(value) : Array.isArray(value) ? value.join('; ') : say(value)

function changeText(before: OutputValue, after: OutputValue, say: (exact: string) => string): string {
  return isAmount(before) && isAmount(after) ? say(toDecimal(subtract(parse(after), parse(before)), 2)) : ''
}
