import type { ISerializedGast } from 'chevrotain'
import { keywords } from './keywords.ts'
import { parser } from './parser.ts'
import type { Token, TokenName } from './tokens.ts'
import type { Language } from './tree.ts'

/** A place in the grammar: what is left of a rule, and of the rules that called it. */
interface Place {
  readonly productions: readonly ISerializedGast[]
  readonly index: number
  readonly outer: Place | null
}

interface Step {
  readonly token: TokenName
  readonly next: Place | null
}

type Production = ISerializedGast & { readonly name?: string; readonly definition?: readonly ISerializedGast[] }

const rules = new Map<string, readonly ISerializedGast[]>(
  parser.getSerializedGastProductions().map((rule: Production) => [rule.name ?? '', rule.definition ?? []]),
)

/** What may stand after the tokens, where a rule begins with the first of them. */
export interface Expected {
  readonly tokens: readonly TokenName[]
  /** Whether the rule may also end there. */
  readonly isComplete: boolean
}

/** Null where the tokens themselves do not follow the rule. */
export function expectedAfter(rule: 'statement' | 'row' | 'splitLine', tokens: readonly Token[]): Expected | null {
  let place: Place | null = { productions: rules.get(rule) ?? [], index: 0, outer: null }
  for (const token of tokens) {
    const step: Step | undefined = stepsFrom(place).find((each) => each.token === token.name)
    if (step === undefined) return null
    place = step.next
  }
  const names = new Set(stepsFrom(place).map((step) => step.token))
  return { tokens: [...names], isComplete: mayEnd(place) }
}

/** The tokens that may come next; the innermost rule first, as the parser is greedy. */
function stepsFrom(place: Place | null): readonly Step[] {
  if (place === null) return []
  const production = place.productions[place.index] as Production | undefined
  if (production === undefined) return stepsFrom(place.outer)
  const after: Place = { ...place, index: place.index + 1 }
  const { definition = [], name = '' } = production
  switch (production.type) {
    case 'Terminal':
      return [{ token: name as TokenName, next: after }]
    case 'NonTerminal':
      return stepsFrom({ productions: rules.get(name) ?? [], index: 0, outer: after })
    case 'Repetition':
      return [...stepsFrom({ productions: definition, index: 0, outer: place }), ...stepsFrom(after)]
    case 'Option':
      return [...stepsFrom({ productions: definition, index: 0, outer: after }), ...stepsFrom(after)]
    case 'Alternation':
      return definition.flatMap((each) => {
        const productions = (each as Production).definition ?? []
        return stepsFrom({ productions, index: 0, outer: after })
      })
    case 'Alternative':
    case 'RepetitionMandatory':
    case 'RepetitionMandatoryWithSeparator':
    case 'RepetitionWithSeparator':
    case 'Rule':
      // The grammar uses none of these below a rule.
      return []
  }
}

function mayEnd(place: Place | null): boolean {
  for (let outer = place; outer !== null; outer = outer.outer) {
    const rest = outer.productions.slice(outer.index)
    if (!rest.every((production) => production.type === 'Repetition' || isNullable(production))) return false
  }
  return true
}

function isNullable(production: Production): boolean {
  if (production.type === 'Option') return true
  if (production.type !== 'NonTerminal') return false
  return (rules.get(production.name ?? '') ?? []).every((each) => each.type === 'Repetition' || isNullable(each))
}

// Groups of tokens that a reader knows by one word: the group stands for all if its first token is expected.
const groups: readonly (readonly [string, TokenName, readonly TokenName[]])[] = [
  [
    '<statement>',
    'Article',
    keywords.filter(({ opens }) => opens !== null && opens !== 'line').map(({ token }) => token),
  ],
  ['<statement>', 'DefinedName', []],
  [
    '<value>',
    'Quantity',
    [
      'Number',
      'Fraction',
      'Date',
      'Text',
      'OpenEnded',
      'Absent',
      'LeftParen',
      'Any',
      'All',
      'Count',
      'Sum',
      'Name',
      'Not',
    ],
  ],
  [
    '<operator>',
    'Times',
    ['Divide', 'Plus', 'Minus', 'LoweredBy', 'RaisedBy', 'OrElse', 'In', 'NotIn', 'And', 'Or', 'LeftParen', 'Below']
      .concat(['AtLeast', 'MoreThan', 'AtMost', 'Before', 'After', 'NotBefore', 'NotAfter', 'Equals'])
      .map((name) => name as TokenName),
  ],
  ['<comparison>', 'Below', ['AtLeast', 'MoreThan', 'AtMost', 'Before', 'After', 'NotBefore', 'NotAfter', 'Equals']],
  ['<rounding>', 'HalfUpFen', ['HalfUpYuan', 'UpMonth', 'UpFen', 'DownFen', 'HalfEvenFen', 'NotBelowZero']],
]

/** How a token is written in a language; a class in angle brackets where it has no spelling of its own. */
export function spellExpected(tokens: readonly TokenName[], language: Language): readonly string[] {
  let left = [...tokens]
  const classes: string[] = []
  for (const [name, first, others] of groups) {
    if (!left.includes(first)) continue
    left = left.filter((token) => token !== first && !others.includes(token))
    if (!classes.includes(name)) classes.push(name)
  }
  return [...new Set(left.map((token) => spell(token, language))), ...classes]
}

const marks: Partial<Record<TokenName, readonly [string, string]>> = {
  Comma: ['、', ','],
  Colon: ['：', ':'],
  LeftParen: ['（', '('],
  RightParen: ['）', ')'],
  Dash: ['—', '..'],
  Included: ['（含）', '(incl)'],
  Plus: ['+', '+'],
  Minus: ['−', '-'],
  Times: ['×', '*'],
  Divide: ['÷', '/'],
  Bar: ['|', '|'],
  EndBar: ['|', '|'],
  RowBar: ['<row>', '<row>'],
  RuleLine: ['<rule-line>', '<rule-line>'],
  Name: ['<name>', '<name>'],
  DefinedName: ['<name>', '<name>'],
  Text: ['<text>', '<text>'],
  Quantity: ['<quantity>', '<quantity>'],
  Number: ['<number>', '<number>'],
  Fraction: ['<fraction>', '<fraction>'],
  Date: ['<date>', '<date>'],
  MonthDay: ['<month-day>', '<month-day>'],
}

/** A keyword or mark as the language writes it. */
export function spell(token: TokenName, language: Language): string {
  const keyword = keywords.find((each) => each.token === token)
  if (keyword !== undefined) return keyword[language]
  return marks[token]?.[language === 'zh' ? 0 : 1] ?? token
}
