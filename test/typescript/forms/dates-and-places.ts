import type { Type } from '../../../compiler/program/type.ts'
import * as make from '../../interpret/make.ts'
import { closed, field, out, text, type Form } from './form.ts'

const age: Type = { kind: 'age' }

export const datesAndPlaces: Form = {
  name: 'dates moved by values, ages, places, texts',
  program: make.program({
    input: {
      eitherOf: [],
      fields: [
        make.onField,
        field('born', 'date'),
        field('waited', 'months'),
        field('place', 'region'),
        field('note', 'text'),
      ],
      lists: [],
    },
    definitions: [
      make.define(
        'later',
        make.later(
          make.input('on', closed),
          'addMonths',
          make.arithmetic('multiply', make.input('waited', make.months), make.exact('-1'), make.months),
        ),
      ),
      make.define(
        'half',
        make.arithmetic('multiply', make.input('waited', make.months), make.exact('1/2'), make.months),
      ),
      make.define('after', make.later(make.ref('later', closed), 'addDays', make.exact('31'))),
      make.define('halfLater', make.later(make.input('on', closed), 'addMonths', make.ref('half', make.months))),
      make.define('age', make.fullYears(make.input('born', closed), make.input('on', closed))),
      make.define('area', make.widen(make.input('place', make.region), 'prefecture')),
    ],
    output: [
      out('later', closed, make.ref('later', closed)),
      out('after', closed, make.ref('after', closed)),
      out('halfLater', closed, make.ref('halfLater', closed)),
      out('half', make.months, make.ref('half', make.months)),
      out('age', age, make.ref('age', age)),
      out('area', make.region, make.ref('area', make.region)),
      out('note', text, make.input('note', text)),
      out('isThere', make.truth, make.liesIn(make.input('place', make.region), make.area('33'))),
    ],
  }),
  inputs: [
    { on: '2023-03-31', born: '1980-02-29', waited: 2, place: '330281', note: '' },
    { on: '2023-01-01', born: '2023-01-02', waited: 0, place: '310000', note: '*/' },
  ],
}
