import { buildAmount, buildExpression } from './build-expression.ts'
import {
  buildCites,
  buildName,
  buildNames,
  buildValidity,
  endOf,
  first,
  nameOf,
  nodeSpan,
  textOf,
  written,
} from './build-parts.ts'
import { buildGrid, buildRows } from './build-rows.ts'
import type {
  ChooseCstNode,
  DeclarationCstNode,
  EditionNameCstNode,
  SplitLineCstNode,
  StatementCstChildren,
} from './cst.gen.ts'
import type {
  Choose,
  DecisionDeclaration,
  DecisionHeader,
  Grid,
  Item,
  Name,
  Replace,
  Row,
  Rule,
  Span,
  SplitLine,
  Text,
  TopItem,
} from './tree.ts'
import type { Expression } from './tree.ts'

/** A statement by itself: a whole item, or the line that opens an article, a section, an example or a part of one. */
export type Statement =
  | Exclude<TopItem, { readonly kind: 'article' | 'example' }>
  | Exclude<Item, Replace>
  | { readonly kind: 'replaceLine'; readonly span: Span }
  | { readonly kind: 'alternativeLine'; readonly name: Name; readonly statement: Text; readonly span: Span }
  | { readonly kind: 'articleLine'; readonly source: Name; readonly title: Text; readonly span: Span }
  | { readonly kind: 'exampleLine'; readonly label: Text; readonly basedOn: Text | null; readonly span: Span }
  | {
      readonly kind: 'examplePart'
      readonly part: 'given' | 'expect'
      readonly rows: readonly Row[]
      readonly span: Span
    }
  | { readonly kind: 'appliesToLine'; readonly condition: Expression; readonly span: Span }
  | { readonly kind: 'eachLine'; readonly list: Name; readonly grid: Grid; readonly span: Span }

/** The statement of a parsed node; null for a node in which a syntax error left nothing. */
export function buildStatement(children: StatementCstChildren): Statement | null {
  return buildTop(children) ?? buildLine(children) ?? buildItem(children) ?? buildRule(children)
}

function buildTop(children: StatementCstChildren): Statement | null {
  const {
    policy,
    vocabulary,
    module,
    use,
    decision,
    source,
    edition,
    declaration,
    dataset,
    wordTable,
    always,
    monotone,
  } = children
  const [node] =
    policy ??
    vocabulary ??
    module ??
    use ??
    decision ??
    source ??
    edition ??
    declaration ??
    dataset ??
    wordTable ??
    always ??
    monotone ??
    []
  if (node === undefined) return null
  const span = nodeSpan(node, 0)
  const { end } = span
  switch (node.name) {
    case 'policy': {
      const { name, Text } = node.children
      return { kind: 'policy', name: buildName(first(name), end), title: textOf(written(Text), end), span }
    }
    case 'vocabulary':
      return { kind: 'vocabulary', title: textOf(written(node.children.Text), end), span }
    case 'module':
      return { kind: 'module', title: textOf(written(node.children.Text), end), span }
    case 'use':
      return { kind: 'use', target: textOf(written(node.children.Text), end), span }
    case 'decision': {
      const { name, rows } = node.children
      return buildDecision(
        buildName(name?.[0], end),
        name?.[1] && buildName(name[1], end),
        buildRows(first(rows)),
        span,
      )
    }
    case 'source': {
      const { name, Text } = node.children
      const title = textOf(written(Text), end)
      return { kind: 'source', name: buildName(name?.[0], end), title, grade: buildName(name?.[1], end), span }
    }
    case 'edition': {
      const { Text, validity, SelectedBy, name, Amends } = node.children
      const selectedBy = written(SelectedBy) === undefined ? null : buildName(first(name), end)
      const amends = written(Amends) === undefined ? null : textOf(written(Text, 1), end)
      const title = textOf(written(Text), end)
      return { kind: 'edition', name: title, ...buildValidity(first(validity)), selectedBy, amends, span }
    }
    case 'declaration':
      return buildDeclaration(node, span)
    case 'dataset': {
      const { name, Text, rows } = node.children
      const files = (Text ?? []).map((_, index) => textOf(written(Text, index), end))
      const [label, id] = [buildName(name?.[0], end), buildName(name?.[1], end)]
      return { kind: 'dataset', label, id, files, rows: buildRows(first(rows)), span }
    }
    case 'wordTable': {
      const rows = buildRows(first(node.children.rows))
      const { Names, Platform } = node.children
      return { kind: written(Names) ? 'names' : written(Platform) ? 'platform' : 'regions', rows, span }
    }
    case 'always': {
      const { Text, expression } = node.children
      return {
        kind: 'always',
        label: textOf(written(Text), end),
        condition: buildExpression(first(expression), end),
        span,
      }
    }
    case 'monotone': {
      const { Text, expression, name, NeverRises } = node.children
      return {
        kind: 'monotone',
        label: textOf(written(Text), end),
        value: buildExpression(first(expression), end),
        along: buildName(first(name), end),
        direction: written(NeverRises) === undefined ? 'neverFalls' : 'neverRises',
        span,
      }
    }
  }
}

function buildDecision(
  name: Name,
  id: Name | undefined,
  rows: readonly Row[],
  span: Span,
): DecisionHeader | DecisionDeclaration {
  return id === undefined
    ? { kind: 'decision', name, span }
    : { kind: 'decisionDeclaration', label: name, id, rows, span }
}

function buildDeclaration({ children }: DeclarationCstNode, span: Span): Statement {
  const { Record, List, name, rows } = children
  const kind = written(Record) ? 'record' : written(List) ? 'list' : 'choices'
  const label = buildName(name?.[0], span.end)
  return { kind, label, id: buildName(name?.[1], span.end), rows: buildRows(first(rows)), span }
}

function buildLine(children: StatementCstChildren): Statement | null {
  const { article, example, examplePart, appliesTo, each } = children
  const [node] = article ?? example ?? examplePart ?? appliesTo ?? each ?? []
  if (node === undefined) return null
  const span = nodeSpan(node, 0)
  const { end } = span
  switch (node.name) {
    case 'article': {
      const { name, Text } = node.children
      return { kind: 'articleLine', source: buildName(first(name), end), title: textOf(written(Text), end), span }
    }
    case 'example': {
      const { Text, BasedOn } = node.children
      const basedOn = BasedOn === undefined ? null : textOf(written(Text, 1), end)
      return { kind: 'exampleLine', label: textOf(written(Text), end), basedOn, span }
    }
    case 'examplePart': {
      const rows = buildRows(first(node.children.rows))
      return { kind: 'examplePart', part: written(node.children.Given) ? 'given' : 'expect', rows, span }
    }
    case 'appliesTo':
      return { kind: 'appliesToLine', condition: buildExpression(first(node.children.expression), end), span }
    case 'each': {
      const { name, grid } = node.children
      return { kind: 'eachLine', list: buildName(first(name), end), grid: buildGrid(first(grid), end), span }
    }
  }
}

function buildItem(children: StatementCstChildren): Statement | null {
  const { quote, reading, alternatively, replace, remove, notFormalised, yearStart, choose } = children
  const [node] = quote ?? reading ?? alternatively ?? replace ?? remove ?? notFormalised ?? yearStart ?? choose ?? []
  if (node === undefined) return null
  const span = nodeSpan(node, 0)
  const { end } = span
  switch (node.name) {
    case 'quote': {
      const { Summary, Text, cites } = node.children
      const isVerbatim = written(Summary) === undefined
      return { kind: 'quote', isVerbatim, text: textOf(written(Text), end), cites: buildCites(first(cites)), span }
    }
    case 'reading': {
      const { name, Text, cites } = node.children
      const [statement, because] = [textOf(written(Text, 0), end), textOf(written(Text, 1), end)]
      const shared = { name: buildName(first(name), end), cites: buildCites(first(cites)), span }
      return { kind: 'reading', ...shared, statement, because, alternatives: [] }
    }
    case 'alternatively': {
      const { name, Text } = node.children
      return { kind: 'alternativeLine', name: buildName(first(name), end), statement: textOf(written(Text), end), span }
    }
    case 'replace':
      return { kind: 'replaceLine', span }
    case 'remove': {
      const { name, Text } = node.children
      const label = written(Text)
      return { kind: 'remove', target: label ? textOf(label, end) : buildName(first(name), end), span }
    }
    case 'choose':
      return buildChoose(node, span)
    case 'notFormalised': {
      const { Text, cites } = node.children
      const [text, because] = [textOf(written(Text, 0), end), textOf(written(Text, 1), end)]
      return { kind: 'notFormalised', text, cites: buildCites(first(cites)), because, span }
    }
    case 'yearStart': {
      const [month = 0, day = 0] = written(node.children.MonthDay)?.numbers ?? []
      return { kind: 'yearStart', month, day, span }
    }
  }
}

function buildRule(children: StatementCstChildren): Rule | null {
  const { define, table, bands, classify, split, move, accumulate, except, adjust, requires, match } = children
  const [node] =
    define ?? table ?? bands ?? classify ?? split ?? move ?? accumulate ?? except ?? adjust ?? requires ?? match ?? []
  if (node === undefined) return null
  const span = nodeSpan(node, 0)
  const { end } = span
  switch (node.name) {
    case 'define': {
      const name = nameOf(written(node.children.DefinedName), end)
      return { kind: 'define', name, value: buildAmount(first(node.children.amount), end), span }
    }
    case 'table': {
      const { name, names, grid } = node.children
      const by = buildNames(first(names), end)
      return { kind: 'table', name: buildName(first(name), end), by, grid: buildGrid(first(grid), end), span }
    }
    case 'bands': {
      const { name, grid } = node.children
      const along = buildName(name?.[1], end)
      return { kind: 'bands', name: buildName(name?.[0], end), along, grid: buildGrid(first(grid), end), span }
    }
    case 'classify': {
      const { ListAll, name, rows } = node.children
      const kind = written(ListAll) ? 'listAll' : 'classify'
      return { kind, name: buildName(first(name), end), rows: buildRows(first(rows)), span }
    }
    case 'split': {
      const { expression, BandedFrom, splitLine } = node.children
      const bandedFrom = BandedFrom === undefined ? null : buildExpression(expression?.[1], end)
      const lines = (splitLine ?? []).map(buildSplitLine)
      return { kind: 'split', amount: buildExpression(expression?.[0], end), bandedFrom, lines, span }
    }
    case 'move': {
      const { amount, names, name } = node.children
      const outOf = buildNames(first(names), end)
      return { kind: 'move', amount: buildAmount(first(amount), end), outOf, into: buildName(first(name), end), span }
    }
    case 'accumulate': {
      const { name, Subtracts, expression } = node.children
      const direction = written(Subtracts) === undefined ? 'adds' : 'subtracts'
      const amount = buildExpression(first(expression), end)
      return { kind: 'accumulate', name: buildName(first(name), end), direction, amount, span }
    }
    case 'except': {
      const { Text, validity, If, expression, name, amount } = node.children
      return {
        kind: 'except',
        label: textOf(written(Text), end),
        ...buildValidity(first(validity)),
        condition: If === undefined ? null : buildExpression(first(expression), end),
        name: buildName(first(name), end),
        value: buildAmount(first(amount), end),
        span,
      }
    }
    case 'requires': {
      const { Text, expression } = node.children
      const condition = buildExpression(first(expression), end)
      return { kind: 'requires', label: textOf(written(Text), end), condition, span }
    }
    case 'adjust': {
      const { name, RaisedBy, MultipliedBy, expression } = node.children
      const operator = written(RaisedBy) ? 'raisedBy' : written(MultipliedBy) ? 'multipliedBy' : 'loweredBy'
      const by = buildExpression(first(expression), end)
      return { kind: 'adjust', name: buildName(first(name), end), operator, by, span }
    }
    case 'match': {
      const { name, expression } = node.children
      const condition = buildExpression(first(expression), end)
      return { kind: 'match', dataset: buildName(first(name), end), condition, span }
    }
  }
}

function buildChoose({ children }: ChooseCstNode, span: Span): Choose {
  const { Highest, name, editionName } = children
  const names = (editionName ?? []).map((each) => buildEditionName(each, span.end))
  return {
    kind: 'choose',
    direction: written(Highest) ? 'highest' : 'lowest',
    name: buildName(first(name), span.end),
    editions: names.slice(0, -1),
    tiesTo: names.at(-1) ?? null,
    span,
  }
}

const buildEditionName = ({ children }: EditionNameCstNode, end: number): Text | null =>
  written(children.ThisEdition) ? null : textOf(written(children.Text), end)

function buildSplitLine(node: SplitLineCstNode): SplitLine {
  const { UpTo, AtRate, TheRest, amount, name } = node.children
  const span = nodeSpan(node, 0)
  const into = buildName(first(name), endOf(node, 0))
  if (written(TheRest)) return { kind: 'splitLine', mode: 'theRest', amount: null, into, span }
  const mode = written(UpTo) ? 'upTo' : written(AtRate) ? 'atRate' : 'exactly'
  return { kind: 'splitLine', mode, amount: buildAmount(first(amount), span.end), into, span }
}
