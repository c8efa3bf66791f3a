import type { Field, Program } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import * as make from '../interpret/make.ts'

// What random programs leave out: each form that an input, a value or an output can have, in one program each.

const field = (path: string, kind: Exclude<Field['type']['kind'], 'choice'>, optional = false): Field => ({
  path,
  label: path,
  platform: null,
  type: { kind, optional },
})
const out = (path: string, type: Type, value: Program['output'][number]['value']): Program['output'][number] => ({
  path,
  label: path,
  platform: null,
  type,
  value,
})
const age: Type = { kind: 'age' }
const closed: Type = { kind: 'date', openEnded: false }
const text: Type = { kind: 'text' }
const whole: Type = { kind: 'number', decimals: 0 }
const yuan = (amount: string) => make.exact(amount, make.money)
const total = make.input('total', make.money)

const optionalValues: Form = {
  name: 'optional values, read, computed and written',
  program: make.program({
    input: {
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

const datesAndPlaces: Form = {
  name: 'dates moved by values, ages, places, texts',
  program: make.program({
    input: {
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

const inPlace: Type = { kind: 'boolean' }
const listsWithin: Form = {
  name: 'lists under a record, elements with records, lists within lists',
  program: make.program({
    input: {
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

const fine = make.bands('10', '20', '30')
const schedules: Form = {
  name: 'bands with other edges, flat rates, rates by case, rounded rates',
  program: make.program({
    input: { fields: [make.onField, field('total', 'money'), field('isRetired', 'boolean')], lists: [] },
    definitions: [
      make.define('coarse', make.schedule(make.bands('20'), '1/10', '1/5')),
      make.define('fine', make.schedule(fine, '1', '1/2', '1/4', '1/8')),
      make.define('byCase', {
        kind: 'schedule',
        rates: ['1/3', '2/3'].map((retired) =>
          make.cases(
            [
              make.when(make.input('isRetired', make.truth), make.exact(retired, make.rate)),
              make.when(make.not(make.input('isRetired', make.truth)), make.exact('0', make.rate)),
            ],
            null,
          ),
        ),
        type: make.bands('15'),
        at: make.origin,
      }),
      make.define(
        'lowered',
        make.arithmetic(
          'greater',
          make.arithmetic('subtract', make.ref('fine', fine), make.ref('coarse', make.bands('20')), fine),
          make.exact('0', make.rate),
          fine,
        ),
      ),
      make.define(
        'product',
        make.arithmetic(
          'multiply',
          make.exact('1/7', make.rate),
          make.ref('byCase', make.bands('15')),
          make.bands('15'),
        ),
      ),
      make.define('rounded', make.round(make.ref('product', make.bands('15')), 'halfUp', 4)),
      make.define(
        'chosen',
        make.arithmetic(
          'lesser',
          make.cases(
            [make.when(make.input('isRetired', make.truth), make.ref('coarse', make.bands('20')))],
            make.schedule(make.bands('20'), '0', '1'),
          ),
          make.cases(
            [make.when(make.input('isRetired', make.truth), make.exact('1', make.rate))],
            make.exact('1/2', make.rate),
          ),
          make.bands('20'),
        ),
      ),
      make.define(
        'ratio',
        make.arithmetic(
          'multiply',
          make.ref('coarse', make.bands('20')),
          make.arithmetic('divide', total, yuan('3000'), make.number),
          make.bands('20'),
        ),
      ),
      make.define(
        'dynamic',
        make.arithmetic(
          'multiply',
          make.ref('coarse', make.bands('20')),
          make.arithmetic('divide', yuan('1'), make.arithmetic('add', total, yuan('1')), make.number),
          make.bands('20'),
        ),
      ),
    ],
    output: ['lowered', 'rounded', 'chosen', 'ratio', 'dynamic', 'product']
      .map((id) => {
        const edges =
          id === 'lowered' ? fine : id === 'rounded' || id === 'product' ? make.bands('15') : make.bands('20')
        return out(
          id,
          make.money,
          make.round(make.integrate(make.ref(id, edges), yuan('5'), total), 'halfUp', 2, make.money),
        )
      })
      .concat([
        out(
          'flat',
          make.money,
          make.round(make.integrate(make.exact('1/8', make.rate), yuan('1'), total), 'up', 2, make.money),
        ),
      ]),
  }),
  inputs: [true, false].flatMap((isRetired) =>
    ['0', '5.01', '15', '20.01', '30', '1234567.89'].map((amount) => ({ on: '2023-06-01', total: amount, isRetired })),
  ),
}

const narrowing: Form = {
  name: 'cases that settle each other',
  program: make.program({
    input: {
      fields: [
        make.onField,
        field('total', 'money'),
        { ...field('tier', 'text'), type: { kind: 'choice', choices: 'Tier', optional: false } },
      ],
      lists: [],
    },
    definitions: [
      make.define(
        'inner',
        byTier('tertiary', byTier('tertiary', yuan('1'), yuan('2')), byTier('community', yuan('3'), yuan('4'))),
      ),
      make.define(
        'equal',
        make.cases(
          [
            make.when(
              make.compare(total, 'equal', yuan('5')),
              make.cases([make.when(make.compare(total, 'equal', yuan('6')), yuan('1'))], yuan('2')),
            ),
            make.when(make.and(make.compare(total, 'equal', yuan('5')), make.is(true)), yuan('3')),
          ],
          yuan('4'),
        ),
      ),
      make.define(
        'constant',
        make.cases(
          [
            make.when(
              make.compare(make.cases([make.when(isTertiary(), yuan('1'))], yuan('2')), 'equal', yuan('3')),
              yuan('5'),
            ),
          ],
          yuan('6'),
        ),
      ),
    ],
    output: ['inner', 'equal', 'constant'].map((id) => out(id, make.money, make.ref(id, make.money))),
  }),
  inputs: ['tertiary', 'community'].flatMap((tier) =>
    [5, 6].map((amount) => ({ on: '2023-06-01', total: amount, tier })),
  ),
}

/** A program, and inputs for it, some of them wrong. */
export interface Form {
  readonly name: string
  readonly program: Program
  readonly inputs: readonly unknown[]
}

export const forms: readonly Form[] = [optionalValues, datesAndPlaces, listsWithin, schedules, narrowing]

function tierType(): Type {
  return { kind: 'choice', choices: 'Tier' }
}

function isTertiary() {
  return make.isOneOf(make.input('tier', tierType()), 'tertiary')
}

function byTier(tier: string, is: ReturnType<typeof yuan>, otherwise: ReturnType<typeof yuan>) {
  return make.cases([make.when(make.isOneOf(make.input('tier', tierType()), tier), is)], otherwise)
}
