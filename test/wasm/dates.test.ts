/** Dates in a kernel are those of runtime/date.ts, on every day of four hundred years and ends of months. */
import { expect, it } from 'vitest'
import { layoutOf } from '../../compiler/columns/layout.ts'
import { compileKernel } from '../../compiler/wasm/compile-kernel.ts'
import { addDays, addMonths, boundary, fullYears, monthOf, parseDate } from '../../runtime/date.ts'
import { withKernel } from '../../runtime/columns/kernel.ts'
import { seededRandom } from '../ningbo/bills.ts'
import * as make from '../interpret/make.ts'
import type { Type } from '../../compiler/program/type.ts'
import { columnsInMemory } from './columns.ts'

const closed: Type = { kind: 'date', openEnded: false }
const [date, other] = [make.input('date', closed), make.input('other', closed)]
const values = {
  months: make.later(date, 'addMonths', make.input('months', make.months)),
  days: make.later(date, 'addDays', make.arithmetic('subtract', make.exact('0'), make.input('months', make.months))),
  monthFirst: make.boundary(date, 'first', 'month'),
  monthLast: make.boundary(date, 'last', 'month'),
  yearFirst: make.boundary(date, 'first', 'year'),
  yearLast: make.boundary(date, 'last', 'year'),
  month: make.monthOf(date),
  years: { ...make.fullYears(date, other), type: make.number },
}
const field = { label: '', platform: null }
const program = make.program({
  input: {
    fields: [
      { ...field, path: 'date', type: { kind: 'date', optional: false } },
      { ...field, path: 'other', type: { kind: 'date', optional: false } },
      { ...field, path: 'months', type: { kind: 'months', optional: false } },
    ],
    lists: [],
    eitherOf: [],
  },
  edition: { name: '', from: null, until: null, selectedBy: 'date' },
  output: Object.entries(values).map(([path, value]) => ({ ...field, path, value, type: typeOf(value.type) })),
})

function typeOf(type: Type): Type {
  return type.kind === 'date' ? type : { kind: 'number', decimals: 0 }
}

it('are those of the runtime', () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  const compilation = compileKernel(program)
  if (compilation.kind === 'none') throw new Error(JSON.stringify(compilation.hindrances))
  const [first, last] = [parseDate('1900-01-01')!, parseDate('2300-12-31')!]
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const rows = days.length - (days.length % 16)
  const { memory, input, output } = columnsInMemory(layoutOf(program), rows)
  // The same day, the day before or after, of another year; the ends of February come up every time.
  const others = days.map((day) => addMonths(day, 12 * Math.floor(random() * 60)) + Math.floor(random() * 3) - 1)
  const months = days.map(() => Math.floor(random() * 200))
  input['date']!.set(days.slice(0, rows))
  input['other']!.set(others.slice(0, rows))
  input['months']!.set(months.slice(0, rows))
  withKernel(compilation.kernel, memory, (_, __, from) => expect(`row ${from} is left`).toBe(''))(
    input,
    output,
    0,
    rows,
  )
  for (let row = 0; row < rows; row++) {
    const [day, end, count] = [days[row]!, others[row]!, months[row]!]
    const expected = {
      months: addMonths(day, count),
      days: addDays(day, -count),
      monthFirst: boundary(day, 'first', 'month'),
      monthLast: boundary(day, 'last', 'month'),
      yearFirst: boundary(day, 'first', 'year'),
      yearLast: boundary(day, 'last', 'year'),
      month: monthOf(day),
      years: fullYears(day, end),
    }
    const found = Object.fromEntries(Object.keys(expected).map((name) => [name, output[name]![row]]))
    if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found, `day ${day}`).toEqual(expected)
  }
})
