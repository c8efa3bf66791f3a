import * as make from '../../interpret/make.ts'
import { closed, field, out, text, whole, yuan, type Form } from './form.ts'

export const optionalValues: Form = {
  name: 'optional values, read, computed and written',
  program: make.program({
    input: {
      eitherOf: [],
      fields: [
        make.onField,
        field('until', 'date', true),
        field('extra', 'money', true),
        field('share', 'rate', true),
        field('note', 'text', true),
        field('place', 'region', true),
        field('waited', 'months', true),
      ],
      lists: [],
    },
    definitions: [
      make.define(
        'extra',
        make.cases(
          [make.when(make.isAbsent(make.input('until', make.optional(closed))), make.absent(make.money))],
          make.input('extra', make.optional(make.money)),
          make.optional(make.money),
        ),
      ),
      make.define('end', make.orElse(make.input('until', make.optional(closed)), make.day('2024-02-29'))),
      make.define('rate', make.orElse(make.input('share', make.optional(make.rate)), make.exact('1/3', make.rate))),
      make.define('isLate', make.isAbsent(make.ref('extra', make.optional(make.money)))),
    ],
    output: [
      out('until', make.optional(closed), make.input('until', make.optional(closed))),
      out('extra', make.optional(make.money), make.ref('extra', make.optional(make.money))),
      out('nested.extra', make.optional(make.money), make.input('extra', make.optional(make.money))),
      out(
        'either',
        make.optional(make.money),
        make.cases(
          [make.when(make.ref('isLate', make.truth), make.absent(make.money))],
          yuan('1'),
          make.optional(make.money),
        ),
      ),
      out('note', make.optional(text), make.input('note', make.optional(text))),
      out('place', make.optional(make.region), make.input('place', make.optional(make.region))),
      out('waited', make.optional(whole), make.input('waited', make.optional(make.months))),
      out('end', closed, make.ref('end', closed)),
      out('rate', make.rate, make.ref('rate', make.rate)),
      out('isLate', make.truth, make.ref('isLate', make.truth)),
    ],
  }),
  inputs: [
    { on: '2023-06-01', until: null, extra: null, share: null, note: null, place: null, waited: null },
    { on: '2023-06-01', until: '2023-02-28', extra: '1.5', share: '0.25', note: '备注', place: '330200', waited: 7 },
    { on: '2023-06-01', until: '2023-02-30', extra: '1.555', share: '2', note: 5, place: '3302', waited: -1 },
    { on: '2023-06-01' },
  ],
}
