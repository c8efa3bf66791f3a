import type { Type } from '../../../compiler/program/type.ts'
import * as make from '../../interpret/make.ts'
import { closed, field, out, total, whole, type Form } from './form.ts'

const inPlace: Type = { kind: 'boolean' }
export const listsWithin: Form = {
  name: 'lists under a record, elements with records, lists within lists',
  program: make.program({
    input: {
      eitherOf: [],
      fields: [make.onField, field('total', 'money')],
      lists: [
        {
          path: 'bill.entries',
          label: '明细',
          fields: [field('cost.amount', 'money'), field('cost.limit', 'money', true), field('paid', 'boolean')],
        },
        { path: 'stays', label: '住院', fields: [field('from', 'date')] },
      ],
    },
    definitions: [
      make.define(
        'part',
        make.arithmetic('divide', make.field('bill.entries', 'cost.amount', make.money), total, make.number),
        {
          over: 'bill.entries',
        },
      ),
      make.define(
        'rest',
        make.exactly(make.field('bill.entries', 'cost.amount', make.money), total, 'bill.entries', '数额'),
        { over: 'bill.entries' },
      ),
      make.define('isLarge', make.compare(make.exact('1/2'), 'less', make.ref('part', make.number)), {
        over: 'bill.entries',
      }),
      // Of each, whether any other is paid: the element of the inner fold has the same fields as the one around it.
      make.define(
        'isAlone',
        make.and(
          make.field('bill.entries', 'paid', inPlace),
          make.not(
            make.fold(
              'any',
              'bill.entries',
              make.cases(
                [make.when(make.field('bill.entries', 'paid', inPlace), make.not(make.ref('isLarge', make.truth)))],
                make.is(false),
              ),
            ),
          ),
        ),
        { over: 'bill.entries' },
      ),
      make.define(
        'both',
        make.fold(
          'count',
          'bill.entries',
          make.fold(
            'any',
            'stays',
            make.and(
              make.ref('isAlone', make.truth),
              make.compare(make.field('stays', 'from', closed), 'less', make.input('on', closed)),
            ),
          ),
        ),
      ),
    ],
    output: [
      out(
        'sum',
        make.money,
        make.fold('sum', 'bill.entries', make.ref('isLarge', make.truth), make.ref('rest', make.money)),
      ),
      out('share', make.number, make.fold('sum', 'bill.entries', null, make.ref('part', make.number))),
      out('both', whole, make.ref('both', make.number)),
      out('any', make.truth, make.fold('any', 'stays', null)),
      out('all', make.truth, make.fold('all', 'bill.entries', make.ref('isAlone', make.truth))),
    ],
  }),
  inputs: [
    { on: '2023-06-01', total: 3, bill: { entries: [] }, stays: [] },
    {
      on: '2023-06-01',
      total: '10.00',
      bill: {
        entries: [
          { cost: { amount: '7.00', limit: null }, paid: true },
          { cost: { amount: '3.00', limit: '3.00' }, paid: false },
        ],
      },
      stays: [{ from: '2023-01-01' }],
    },
    // The first definition fails for the second element, the second one for the first.
    {
      on: '2023-06-01',
      total: 0,
      bill: { entries: [{ cost: { amount: '7.00', limit: null }, paid: true }] },
      stays: [],
    },
    {
      on: '2023-06-01',
      total: 5,
      bill: { entries: [{ cost: { amount: '7.00', limit: 1.5 }, paid: 0 }, 3] },
      stays: {},
    },
    {
      on: '2023-06-01',
      total: 5,
      bill: { entries: [{ cost: { amount: '7.00', limit: null }, paid: true }] },
      stays: [],
    },
  ],
}
