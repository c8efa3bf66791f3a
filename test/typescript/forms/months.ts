import * as make from '../../interpret/make.ts'
import { closed, field, out, type Form } from './form.ts'

const month = make.input('month', closed)
const maybe = make.input('maybe', make.optional(closed))

export const months: Form = {
  name: 'months of the input, the ends of months and years',
  program: make.program({
    input: {
      eitherOf: [],
      fields: [make.onField, field('month', 'yearMonth'), field('maybe', 'yearMonth', true)],
      lists: [],
    },
    definitions: [
      make.define('last', make.boundary(month, 'last', 'month')),
      make.define(
        'next',
        make.boundary(make.later(make.ref('last', closed), 'addDays', make.exact('1')), 'first', 'year'),
      ),
      make.define('count', make.monthOf(month)),
      make.define(
        'late',
        make.cases([make.when(make.compare(month, 'less', make.day('2023-02-01')), make.is(false))], make.is(true)),
      ),
    ],
    output: [
      out('month', closed, month),
      { ...out('monthAgain', closed, month), asMonth: true },
      { ...out('maybe', make.optional(closed), maybe), asMonth: true },
      { ...out('last', closed, make.ref('last', closed)), asMonth: true },
      out('lastDay', closed, make.ref('last', closed)),
      out('next', closed, make.ref('next', closed)),
      out('end', closed, make.boundary(month, 'last', 'year')),
      out('count', make.months, make.ref('count', make.months)),
      out(
        'half',
        { kind: 'months', decimals: 1 },
        make.arithmetic('multiply', make.ref('count', make.months), make.exact('1/2'), { kind: 'months', decimals: 1 }),
      ),
      out('late', make.truth, make.ref('late', make.truth)),
    ],
  }),
  inputs: [
    { on: '2023-03-31', month: '2024-02', maybe: null },
    { on: '2023-03-31', month: '2023-12', maybe: '2023-01' },
    { on: '2023-03-31', month: '2023-01', maybe: '9999-12' },
    { on: '2023-03-31', month: '2022-9', maybe: '2022-13' },
    { on: '2023-03-31', month: '2022-09-01', maybe: 202209 },
    { on: '2023-03-31', month: null, maybe: '1899-12' },
  ],
}
