import { isNumber, namesOf } from '../../compiler/diff/report/names.ts'
import { withValue } from '../../compiler/diff/with-value.ts'
import { interpret, type Program } from '../../compiler/index.ts'
import { outputAt } from '../../compiler/interpret/evaluation.ts'
import { amountText } from '../../compiler/diff/report/amount.ts'
import { parse, subtract, toDecimal, toText } from '../../runtime/rational.ts'
import type { Language } from '../../grammar/tree.ts'
import { openSides, type Side } from './sides.ts'
import type { WorkerState } from './state.ts'

/** An input by whose values a map may be laid out. */
interface Axis {
  readonly path: string
  readonly label: string
  /** What the national platform calls it. */
  readonly platform: string | null
  readonly values: readonly { readonly value: string | boolean; readonly label: string }[]
}
interface Cell {
  /** After less before; null where it is no number, or one of the two refuses the case. */
  readonly difference: number | null
  readonly said: string
  readonly before: string
  readonly after: string
}
interface AskedSides {
  readonly before: Side
  readonly after: Side
  readonly input: unknown
  readonly language: Language
}

const words = {
  zh: { own: '同城', sameProvince: '同省他市', elsewhere: '外省', refused: '不能结算' },
  en: { own: 'the same city', sameProvince: 'same province', elsewhere: 'another province', refused: 'refused' },
}

/** The choices, yes-or-no fields and places of a case, and the outputs that are numbers. */
export function heatMapAxes(state: WorkerState, { before, after, input, language }: AskedSides) {
  const opened = openSides(state, before, after, language)
  if (!opened.ok) return opened
  const [was, is] = [opened.before.program, opened.after.program]
  const axes = is.input.fields.flatMap((field): readonly Axis[] => {
    if (!was.input.fields.some(({ path }) => path === field.path)) return []
    const values = valuesOf(field, is, input, language)
    const { path, label, platform } = field
    return values.length > 1 ? [{ path, label: language === 'zh' ? label : path, platform, values }] : []
  })
  const outputs = is.output.flatMap(({ path, label, platform, type }) =>
    isNumber(type.kind) && was.output.some((each) => each.path === path)
      ? [{ path, label: language === 'zh' ? label : path, platform }]
      : [],
  )
  return { ok: true as const, axes, outputs }
}

/** An output's difference in the case with every pair of values of two axes, row by row of the second. */
export function heatMap(
  state: WorkerState,
  asked: AskedSides & { readonly across: Axis; readonly up: Axis; readonly output: string },
) {
  const { before, after, input, across, up, output, language } = asked
  const opened = openSides(state, before, after, language)
  if (!opened.ok) return opened
  const programs = [opened.before.program, opened.after.program]
  const names = namesOf(programs, language)
  const cellOf = (made: unknown): Cell => {
    const [was, is] = programs.map((program) => {
      const settled = interpret(program, made, { isReplay: true })
      return settled.ok ? outputAt(settled.evaluation.output, output) : undefined
    })
    const told = (value: unknown): string => (value === undefined ? words[language].refused : names.value(value))
    const sides = { before: told(was), after: told(is) }
    if (!isAmount(was) || !isAmount(is))
      return { ...sides, difference: null, said: was === is ? '—' : words[language].refused }
    const difference = subtract(parse(String(is)), parse(String(was)))
    const said = amountText(typeof is === 'string' && is.includes('.') ? toDecimal(difference, 2) : toText(difference))
    return { ...sides, difference: Number(difference.n) / Number(difference.d), said }
  }
  const rows = up.values.map((each) =>
    across.values.map(({ value }) =>
      cellOf(withValue(withValue(input, up.path.split('.'), each.value), across.path.split('.'), value)),
    ),
  )
  return { ok: true as const, rows }
}

const isAmount = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/u.test(value))

type Field = Program['input']['fields'][number]

function valuesOf({ path, type }: Field, { choices }: Program, input: unknown, language: Language): Axis['values'] {
  const isChinese = language === 'zh'
  switch (type.kind) {
    case 'choice': {
      const members = choices.find(({ id }) => id === type.choices)?.members ?? []
      return members.map(({ id, label }) => ({ value: id, label: isChinese ? label : id }))
    }
    case 'boolean':
      return [true, false].map((value) => ({ value, label: namesOf([], language).value(value) }))
    case 'region': {
      const own = valueAt(input, path.split('.'))
      return typeof own === 'string' && /^\d{6}$/u.test(own) ? placesAround(own, language) : []
    }
    case 'money':
    case 'rate':
    case 'number':
    case 'months':
    case 'date':
    case 'yearMonth':
    case 'text':
    case 'texts':
      return []
  }
}

/** A place, another city of its province, and another province: by their division codes. */
function placesAround(own: string, language: Language): Axis['values'] {
  const [province, city] = [own.slice(0, 2), own.slice(2, 4)]
  const said = words[language]
  return [
    { value: own, label: `${own} ${said.own}` },
    { value: `${province}${city === '01' ? '02' : '01'}00`, label: said.sameProvince },
    { value: province === '11' ? '310000' : '110000', label: said.elsewhere },
  ]
}

function valueAt(input: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (typeof input !== 'object' || input === null) return undefined
  const inner = Object.entries(input).find(([name]) => name === key)?.[1] as unknown
  return rest.length === 0 ? inner : valueAt(inner, rest)
}
