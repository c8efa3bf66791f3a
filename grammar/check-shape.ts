import { spell } from './expected.ts'
import { replaceBy, type Finding } from './finding.ts'
import type { TokenName } from './tokens.ts'
import type {
  Alternative,
  Article,
  Example,
  Expression,
  File,
  Grid,
  Item,
  Language,
  Replace,
  Row,
  Span,
  TopItem,
} from './tree.ts'

/** What is grammatical and yet cannot be meant: statements without their rows or lines, subtractions for ranges. */
export function checkShape(file: File, source: string, report: (finding: Finding) => void): void {
  const shape: Shape = { source, language: file.language, report }
  for (const item of file.items) checkTop(shape, item)
}

interface Shape {
  readonly source: string
  readonly language: Language
  readonly report: (finding: Finding) => void
}

function checkTop(shape: Shape, item: TopItem): void {
  switch (item.kind) {
    case 'record':
      return checkRows(shape, item.rows, item.span, 'Record', item.label.text)
    case 'list':
      return checkRows(shape, item.rows, item.span, 'List', item.label.text)
    case 'choices':
      return checkRows(shape, item.rows, item.span, 'Choices', item.label.text)
    case 'decisionDeclaration':
      return checkRows(shape, item.rows, item.span, 'Decision', item.label.text)
    case 'dataset':
      return checkRows(shape, item.rows, item.span, 'Dataset', item.label.text)
    case 'regions':
      return checkRows(shape, item.rows, item.span, 'Regions', '')
    case 'names':
      return checkRows(shape, item.rows, item.span, 'Names', '')
    case 'platform':
      return checkRows(shape, item.rows, item.span, 'Platform', '')
    case 'article':
      return checkArticle(shape, item)
    case 'example':
      return checkExample(shape, item)
    case 'policy':
    case 'vocabulary':
    case 'module':
    case 'use':
    case 'decision':
    case 'source':
    case 'edition':
    case 'always':
    case 'monotone':
      return
  }
}

function checkArticle(shape: Shape, article: Article): void {
  for (const item of article.items) checkItem(shape, item)
  for (const section of article.sections) for (const item of section.items) checkItem(shape, item)
}

function checkItem(shape: Shape, item: Item): void {
  if (item.kind === 'replace') checkRule(shape, item, 'Replace')
  if (item.kind === 'reading') for (const each of item.alternatives) checkRule(shape, each, 'Alternatively')
  if (item.kind === 'table') checkGrid(shape, item.grid, item.span, 'Table', item.name.text)
  if (item.kind === 'bands') checkGrid(shape, item.grid, item.span, 'Bands', item.name.text)
  if (item.kind === 'classify') checkRows(shape, item.rows, item.span, 'Classify', item.name.text)
  if (item.kind === 'listAll') checkRows(shape, item.rows, item.span, 'ListAll', item.name.text)
  if (item.kind === 'split' && item.lines.length === 0) {
    const amount = shape.source.slice(item.amount.span.start, item.amount.span.end)
    const lines = (['UpTo', 'AtRate', 'Exactly', 'TheRest'] as const).map((name) => spell(name, shape.language))
    shape.report({ code: 'split-without-lines', span: item.span, facts: { amount, lines } })
  }
}

function checkRule(shape: Shape, { rule, span }: Replace | Alternative, name: TokenName): void {
  if (rule === null) shape.report({ code: 'missing-rule', span, facts: { keyword: spell(name, shape.language) } })
  else checkItem(shape, rule)
}

function checkExample(shape: Shape, example: Example): void {
  for (const { grid, list, span } of example.lists) {
    checkCells(shape, grid.head)
    checkCells(shape, grid.body)
    if (grid.head.length + grid.body.length === 0) reportNoRows(shape, span, 'Each', list.text)
  }
  checkCells(shape, example.given)
  checkCells(shape, example.expect)
  const hasGiven = example.given.length + example.lists.length > 0 || example.basedOn !== null
  for (const [isThere, part] of [
    [hasGiven, 'Given'],
    [example.expect.length > 0, 'Expect'],
  ] as const) {
    if (isThere) continue
    const facts = { keyword: spell('Example', shape.language), part: spell(part, shape.language) }
    shape.report({ code: 'missing-part', span: example.label.span, facts })
  }
}

function checkGrid(shape: Shape, grid: Grid, span: Span, keyword: TokenName, name: string): void {
  checkCells(shape, grid.head)
  checkRows(shape, grid.body, span, keyword, name)
}

function checkRows(shape: Shape, rows: readonly Row[], span: Span, keyword: TokenName, name: string): void {
  if (rows.length === 0) reportNoRows(shape, span, keyword, name)
  checkCells(shape, rows)
}

function reportNoRows({ language, report }: Shape, span: Span, keyword: TokenName, name: string): void {
  report({ code: 'missing-rows', span, facts: { keyword: spell(keyword, language), name } })
}

function checkCells(shape: Shape, rows: readonly Row[]): void {
  for (const cell of rows.flatMap((row) => row.cells)) {
    if (cell.kind === 'missing') shape.report({ code: 'empty-cell', span: cell.span, facts: {} })
    if (cell.kind !== 'entries') continue
    for (const entry of cell.entries) if (entry.to === null) checkRange(shape, entry.value)
  }
}

/** 3元-5元 is a subtraction whose result is below zero: a range is meant. */
function checkRange({ source, language, report }: Shape, value: Expression): void {
  if (value.kind !== 'arithmetic' || value.operator !== 'minus' || !isBelow(value.left, value.right)) return
  const { left, right, span } = value
  const sign = { start: left.span.end, end: right.span.start }
  const mark = language === 'zh' ? '—' : ' .. '
  const ends = [left, right].map((end) => source.slice(end.span.start, end.span.end))
  const facts = { separator: source.slice(sign.start, sign.end).trim(), written: ends.join(mark) }
  report({ code: 'range-with-hyphen', span, facts, fixes: replaceBy(sign, mark, facts.written) })
}

function isBelow(left: Expression, right: Expression): boolean {
  if (left.kind === 'date' && right.kind === 'date') {
    return dayNumber(left) < dayNumber(right)
  }
  const isSameUnit = left.kind === 'quantity' && right.kind === 'quantity' && left.unit === right.unit
  if (!isSameUnit && !(left.kind === 'number' && right.kind === 'number')) return false
  return Number(left.digits) < Number(right.digits)
}

// Only to compare: later dates have larger numbers.
const dayNumber = ({
  year,
  month,
  day,
}: {
  readonly year: number
  readonly month: number
  readonly day: number
}): number => (year * 100 + month) * 100 + day
