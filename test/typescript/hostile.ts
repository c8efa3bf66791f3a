import type { Expr, Program } from '../../compiler/program/program.ts'
import * as make from '../interpret/make.ts'

/** What would end a comment or a string, turn the text round, or be taken for a directive. */
export const hostileTexts = [
  '*/ alert(1) /*',
  "'; alert(1); '",
  '"; alert(1); "',
  '`${alert(1)}`',
  '\\',
  '\n// alert(1)\n',
  '\r\nalert(1)',
  '\u2028alert(1)\u2029',
  '\u202Etxet\u202C',
  '</script><script>alert(1)</script>',
  '<!-- alert(1) -->',
  '@ts-nocheck',
  '// @ts-ignore',
  '//# sourceMappingURL=x.map',
  '// prettier-ignore',
  '/** @param',
  '\uD800',
  '\u0000\u0007',
  '\u{E0041}',
]

/** Words of the language, and names that generated code uses for itself. */
const reservedIds = [
  'class await yield let static enum type of arguments eval undefined NaN BigInt Object constructor __proto__ prototype',
  'toString hasOwnProperty then settle SettleInput SettleOutput Tier allTier readInput checkInvariants issues given',
  'Reader CaseError rational lesser Fen formatMoney reader record input path value sum part items item itemAmount',
  'amount on computeSum edition outside 金额 _1',
].flatMap((line) => line.split(' '))

const amount = make.field('items', 'amount', make.money)

/** A program in which every text is this one. */
export function programWith(text: string): Program {
  const origin = { ...make.origin, article: 0, quotes: [0], readings: [0] }
  const label = { label: text, origin }
  const base = make.program({})
  const tier = make.input('tier', { kind: 'choice', choices: 'Tier' })
  const table = make.cases(
    [
      make.when(make.isOneOf(tier, 'tertiary'), make.exact('900', make.money), origin),
      make.when(make.isOneOf(tier, 'community'), make.exact('300', make.money), { ...origin, quotes: [1] }),
    ],
    null,
  )
  const limited = make.exactly(make.ref('table', make.money), make.exact('1000', make.money), 'on', text)
  const ratio = make.arithmetic('divide', make.exact('1'), make.ref('table', make.money), make.number)
  const definitions = [
    make.define('table', table, label),
    make.define('limited', limited, label),
    make.define('ratio', ratio, label),
    make.define(
      'written',
      { ...make.exact('0'), value: { kind: 'text', text }, type: { kind: 'text' } } as Expr,
      label,
    ),
  ]
  return {
    ...base,
    policy: { id: 'hand', label: text },
    decision: { id: 'settle', label: text },
    edition: { ...base.edition, name: text },
    choices: [{ id: 'Tier', label: text, members: ['tertiary', 'community'].map((id) => ({ id, label: text })) }],
    input: {
      eitherOf: [],
      fields: [
        { ...make.onField, label: text, platform: text },
        { path: 'tier', label: text, type: { kind: 'choice', choices: 'Tier', optional: false }, platform: text },
      ],
      lists: [],
    },
    definitions,
    output: definitions.map(({ id, type }) => ({
      path: id,
      label: text,
      platform: text,
      type,
      value: make.ref(id, type),
    })),
    invariants: [
      { label: text, condition: make.compare(make.exact('1'), 'less', make.ref('ratio', make.number)), origin },
    ],
    sources: [{ name: text, title: text, grade: 'official' }],
    articles: [{ source: 0, title: text }],
    quotes: [0, 1].map((index) => ({ text: `${text}${index}`, isVerbatim: true, cites: [text], article: 0 })),
    readings: [
      {
        name: text,
        statement: text,
        because: text,
        cites: [],
        alternatives: [{ name: text, statement: text }],
        chosen: null,
      },
    ],
  }
}

/** Every identifier is a word that means something already: each is one more than the one before it. */
export const hostileProgram: Program = make.program({
  input: {
    eitherOf: [],
    fields: [
      make.onField,
      { path: 'class.amount', label: '', type: { kind: 'money', optional: false }, platform: null },
    ],
    lists: [
      {
        path: 'items',
        label: '',
        fields: [{ path: 'amount', label: '', type: { kind: 'money', optional: false }, platform: null }],
      },
    ],
  },
  definitions: reservedIds.map((id, index) => {
    const previous = reservedIds[index - 1]
    const before = previous === undefined ? make.input('class.amount', make.money) : make.ref(previous, make.money)
    const value = make.arithmetic('add', before, make.exact('1', make.money))
    return make.define(
      id,
      index % 5 === 4 ? make.arithmetic('add', value, make.fold('sum', 'items', null, amount)) : value,
    )
  }),
  // __proto__ can't be a key of the output.
  output: reservedIds
    .filter((id) => id !== '__proto__')
    .map((id) => ({
      path: `out.${id}`,
      label: id,
      platform: null,
      type: make.money,
      value: make.ref(id, make.money),
    })),
})
