import type { Expression, Rule, Split, SplitLine } from '../tree.ts'
import { line, type Line } from './lines.ts'
import { printAmount, printExpression } from './print-expression.ts'
import { printGrid, printRows } from './print-table.ts'
import { padEnd, widthOf } from './width.ts'
import { joinWords, type Words } from './words.ts'

/** Wider lines than this are broken before 并且 and 或者. */
const widest = 96

export function printRule(rule: Rule, indent: number, words: Words): Line[] {
  const { keyword, name } = words
  const head = (...parts: string[]): Line => line(indent, joinWords(parts), rule.span)
  switch (rule.kind) {
    case 'define':
      return printDefinition(rule, indent, 0, words)
    case 'table':
      return [
        headOf(
          head(keyword('Table'), name(rule.name), keyword('By'), rule.by.map(name).join(words.listComma)),
          rule.grid.span.start,
        ),
        ...printGrid(rule.grid, indent + 2, words),
      ]
    case 'bands':
      return [
        headOf(head(keyword('Bands'), name(rule.name), keyword('Along'), name(rule.along)), rule.grid.span.start),
        ...printGrid(rule.grid, indent + 2, words),
      ]
    case 'classify':
      return [
        headOf(head(keyword('Classify'), name(rule.name)), rule.rows[0]?.span.start ?? rule.span.end),
        ...printRows([], rule.rows, indent + 2, words),
      ]
    case 'split':
      return printSplit(rule, indent, words)
    case 'move':
      return [
        head(
          keyword('Move'),
          printAmount(rule.amount, words),
          keyword('OutOf'),
          rule.outOf.map(name).join(words.listComma),
          keyword('Into'),
          name(rule.into),
        ),
      ]
    case 'accumulate':
      return [
        head(
          keyword('Accumulate'),
          name(rule.name),
          keyword(rule.direction === 'adds' ? 'Adds' : 'Subtracts'),
          printExpression(rule.amount, words),
        ),
      ]
    case 'except': {
      const parts = [keyword('Except'), words.text(rule.label)]
      if (rule.from) parts.push(keyword('From'), words.date(rule.from))
      if (rule.until) parts.push(keyword('Until'), words.date(rule.until))
      const condition = rule.condition ? [keyword('If'), printExpression(rule.condition, words)] : []
      return [
        head(...parts, ...condition, words.colon, name(rule.name), keyword('Becomes'), printAmount(rule.value, words)),
      ]
    }
    case 'adjust': {
      const operator = { loweredBy: 'LoweredBy', raisedBy: 'RaisedBy', multipliedBy: 'MultipliedBy' } as const
      return [
        head(keyword('Adjust'), name(rule.name), keyword(operator[rule.operator]), printExpression(rule.by, words)),
      ]
    }
  }
}

/** Definitions on consecutive lines have their 是指 one under the other; `width` is that of the widest name. */
export function printDefinition(
  rule: Extract<Rule, { kind: 'define' }>,
  indent: number,
  width: number,
  words: Words,
): Line[] {
  const start = joinWords([padEnd(words.name(rule.name), width), words.keyword('Means')])
  const whole = joinWords([start, printAmount(rule.value, words)])
  const { value, floorZero, rounding } = rule.value
  if (value.kind !== 'logic' || floorZero || rounding || widthOf(whole) + indent <= widest)
    return [line(indent, whole, rule.span)]
  return breakLogic(start, value, indent, words)
}

/** A condition with each 并且 on a line of its own. */
export function breakLogic(
  start: string,
  value: Extract<Expression, { kind: 'logic' }>,
  indent: number,
  words: Words,
): Line[] {
  const word = words.keyword(value.operator === 'and' ? 'And' : 'Or')
  return value.operands.map((operand, index) => {
    const text = printExpression(operand, words)
    return index === 0
      ? line(indent, joinWords([start, text]), operand.span)
      : line(indent + 2, joinWords([word, text]), operand.span, 'never')
  })
}

function printSplit(rule: Split, indent: number, words: Words): Line[] {
  const { keyword } = words
  const from = rule.bandedFrom ? [keyword('BandedFrom'), printExpression(rule.bandedFrom, words)] : []
  const head = line(indent, joinWords([keyword('Split'), printExpression(rule.amount, words), ...from]), rule.span)
  const starts = rule.lines.map((each) =>
    joinWords([keyword(modes[each.mode]), each.amount ? printAmount(each.amount, words) : '']),
  )
  const width = Math.max(0, ...starts.map(widthOf))
  const lines = rule.lines.map((each, index) =>
    line(
      indent + 2,
      `${padEnd(starts[index] ?? '', width)}  ${joinWords([keyword('Into'), words.name(each.into)])}`,
      each.span,
      'never',
    ),
  )
  return [headOf(head, rule.lines[0]?.span.start ?? rule.span.end), ...lines]
}

const modes: Readonly<Record<SplitLine['mode'], 'UpTo' | 'AtRate' | 'Exactly' | 'TheRest'>> = {
  upTo: 'UpTo',
  atRate: 'AtRate',
  exactly: 'Exactly',
  theRest: 'TheRest',
}

/** The head line of a rule stands for the text up to its first row. */
function headOf(head: Line, end: number): Line {
  return { ...head, span: { start: head.span.start, end } }
}
