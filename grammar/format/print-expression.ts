import type { KeywordToken } from '../keywords.ts'
import type {
  Amount,
  ArithmeticOperator,
  Cell,
  CompareOperator,
  Entry,
  Expression,
  Quantified,
  Rounding,
} from '../tree.ts'
import { joinWords, type Words } from './words.ts'

const compareTokens: Readonly<Record<CompareOperator, KeywordToken>> = {
  below: 'Below',
  atLeast: 'AtLeast',
  moreThan: 'MoreThan',
  atMost: 'AtMost',
  before: 'Before',
  after: 'After',
  notBefore: 'NotBefore',
  notAfter: 'NotAfter',
  equals: 'Equals',
}
const roundingTokens: Readonly<Record<Rounding, KeywordToken>> = {
  halfUpFen: 'HalfUpFen',
  halfUpYuan: 'HalfUpYuan',
  upMonth: 'UpMonth',
  upFen: 'UpFen',
  downFen: 'DownFen',
  halfEvenFen: 'HalfEvenFen',
}
const quantifierTokens: Readonly<Record<Quantified['quantifier'], KeywordToken>> = {
  any: 'Any',
  all: 'All',
  count: 'Count',
  sum: 'Sum',
}

export function printExpression(expression: Expression, words: Words): string {
  return joinWords(partsOf(expression, words))
}

/** 不足为零 and the rounding follow the value. */
export function printAmount(amount: Amount, words: Words): string {
  return joinWords([
    ...partsOf(amount.value, words),
    amount.floorZero ? words.keyword('NotBelowZero') : '',
    amount.rounding ? words.keyword(roundingTokens[amount.rounding]) : '',
  ])
}

export function printCell(cell: Cell, words: Words): string {
  switch (cell.kind) {
    case 'otherwise':
      return words.keyword('Otherwise')
    case 'same':
      return words.keyword('Same')
    case 'whatever':
      return words.keyword('Whatever')
    case 'missing':
      return ''
    case 'compareCell':
      return joinWords([words.keyword(compareTokens[cell.operator]), ...partsOf(cell.value, words)])
    case 'entries':
      return cell.entries.map((entry) => printEntry(entry, words)).join(words.listComma)
  }
}

function printEntry(entry: Entry, words: Words): string {
  const zh = words.language === 'zh'
  const end = (value: Expression, included: boolean): string =>
    printExpression(value, words) + (included ? (zh ? '（含）' : ' (incl)') : '')
  const first = end(entry.value, entry.valueIncluded)
  return entry.to ? first + (zh ? '—' : ' .. ') + end(entry.to, entry.toIncluded) : first
}

function partsOf(expression: Expression, words: Words): string[] {
  const parts = (each: Expression): string[] => partsOf(each, words)
  switch (expression.kind) {
    case 'quantity':
      return [words.quantity(expression.digits, expression.unit)]
    case 'number':
      return [expression.digits]
    case 'fraction':
      return [`${expression.numerator}/${expression.denominator}`]
    case 'date':
      return [words.date(expression)]
    case 'text':
      return [words.text(expression)]
    case 'name':
      return [words.name(expression)]
    case 'openEnded':
      return [words.keyword('OpenEnded')]
    case 'absent':
      return [words.keyword('Absent')]
    case 'missing':
      return []
    case 'call':
      return [
        `${words.name(expression.callee)}${words.open}${expression.arguments.map((each) => printExpression(each, words)).join(words.listComma)}${words.close}`,
      ]
    case 'parens':
      return [`${words.open}${printExpression(expression.inner, words)}${words.close}`]
    case 'arithmetic':
      return [...parts(expression.left), operatorOf(expression.operator, words), ...parts(expression.right)]
    case 'compare':
      return [...parts(expression.left), words.keyword(compareTokens[expression.operator]), ...parts(expression.right)]
    case 'membership':
      return [
        ...parts(expression.left),
        words.keyword(expression.negated ? 'NotIn' : 'In'),
        expression.members.map((each) => printExpression(each, words)).join(words.listComma),
      ]
    case 'logic':
      return expression.operands.flatMap((operand, index) => [
        ...(index > 0 ? [words.keyword(expression.operator === 'and' ? 'And' : 'Or')] : []),
        ...parts(operand),
      ])
    case 'not':
      return [words.keyword('Not'), ...parts(expression.operand)]
    case 'orElse':
      return [...parts(expression.value), words.keyword('OrElse'), ...parts(expression.fallback)]
    case 'quantified':
      return [
        words.keyword(quantifierTokens[expression.quantifier]),
        words.name(expression.list),
        ...(expression.taking ? [words.keyword('Taking'), ...parts(expression.taking)] : []),
        ...(expression.suchThat ? [words.keyword('SuchThat'), ...parts(expression.suchThat)] : []),
      ]
  }
}

function operatorOf(operator: ArithmeticOperator, words: Words): string {
  const zh = words.language === 'zh'
  switch (operator) {
    case 'plus':
      return '+'
    case 'minus':
      return zh ? '−' : '-'
    case 'times':
      return zh ? '×' : '*'
    case 'divide':
      return zh ? '÷' : '/'
    case 'loweredBy':
      return words.keyword('LoweredBy')
    case 'raisedBy':
      return words.keyword('RaisedBy')
  }
}
