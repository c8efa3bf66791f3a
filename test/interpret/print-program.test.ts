import { expect, test } from 'vitest'
import { printProgram } from '../../compiler/program/print-program.ts'
import * as make from './make.ts'

test('a program reads as text', () => {
  const { define, exact, input, money, onField, origin, program, ref } = make
  const total = input('total', money)
  const fee = make.cases(
    [make.when(make.isOneOf(input('tier', { kind: 'choice', choices: 'Tier' }), 'tertiary'), exact('1200', money))],
    exact('300', money),
  )
  const taken = make.arithmetic('lesser', total, make.arithmetic('greater', exact('0', money), ref('fee', money)))
  const made = program({
    input: {
      eitherOf: [],
      fields: [
        onField,
        { path: 'total', label: '总额', type: { kind: 'money', optional: false }, platform: null },
        { path: 'tier', label: '等级', type: { kind: 'choice', choices: 'Tier', optional: false }, platform: null },
      ],
      lists: [],
    },
    definitions: [
      define('fee', fee, { label: '起付标准' }),
      define('fee_line', taken, { role: 'line' }),
      define('rest_line', make.round(make.arithmetic('subtract', total, ref('fee_line', money))), { role: 'line' }),
    ],
    splits: [
      {
        label: '总额',
        over: null,
        amount: total,
        when: make.is(true),
        origin,
        lines: [
          { mode: 'upTo', definition: 'fee_line', into: '起付线', share: 'deductible', origin },
          { mode: 'theRest', definition: 'rest_line', into: '共负段', share: 'shared', origin },
        ],
      },
    ],
    output: [{ path: 'deductible', label: '起付线', platform: null, type: money, value: ref('fee_line', money) }],
  })
  expect(printProgram(made)).toMatchInlineSnapshot(`
    "program hand.settle

    edition 2023: 2023-01-01 to 2023-12-31, selected by on

    choices Tier: tertiary | community

    input on: date
    input total: money
    input tier: Tier

    term fee 起付标准: money.2 =
      cases
        (input.tier in tertiary) → 1200
        otherwise → 300

    line fee_line fee_line: money.2 =
      lesser(input.total, greater(0, fee))

    line rest_line rest_line: money.2 =
      round((input.total − fee_line), halfUp to 2)

    split 总额 = input.total when true
      upTo fee_line into deductible
      theRest rest_line into shared

    output deductible: money.2 = fee_line
    "
  `)
})
