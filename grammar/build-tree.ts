import type { CstNode } from 'chevrotain'
import { buildStatement, type Statement } from './build-statement.ts'
import { hasPlace, nestItems, type BodyStatement } from './nest-items.ts'
import type { FileCstNode } from './cst.gen.ts'
import type { Article, Comment, Example, ExampleList, File, Language, Row, Section, TopItem } from './tree.ts'

type LineOf<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>
type SectionLine = LineOf<'appliesToLine' | 'eachLine'>

interface OpenArticle {
  readonly kind: 'article'
  readonly line: LineOf<'articleLine'>
  readonly items: BodyStatement[]
  readonly sections: { readonly line: SectionLine; readonly items: BodyStatement[] }[]
}

interface OpenExample {
  readonly kind: 'example'
  readonly line: LineOf<'exampleLine'>
  readonly given: Row[]
  readonly lists: ExampleList[]
  readonly expect: Row[]
  end: number
}

/** The first of some statements outside what they belong into, which the tree leaves out. */
export interface Misplaced {
  readonly start: number
  readonly container: 'Article' | 'Example' | 'Reading'
}

/** The tree of a parsed file, and the statements that found no place in it. */
export function buildTree(
  cst: CstNode | undefined,
  length: number,
  language: Language,
  comments: readonly Comment[],
): { readonly tree: File; readonly misplaced: readonly Misplaced[] } {
  const items: TopItem[] = []
  const misplaced: Misplaced[] = []
  let open: OpenArticle | OpenExample | null = null
  let wasPlaced = true
  for (const node of (cst as FileCstNode | undefined)?.children.statement ?? []) {
    const statement = buildStatement(node.children)
    if (statement === null) continue
    const next = openedBy(statement)
    if (next !== null || isTop(statement)) {
      if (open !== null) items.push(close(open))
      open = next
      if (next === null && isTop(statement)) items.push(statement)
    } else if (
      open === null ||
      !(open.kind === 'article' ? addToArticle(open, statement) : addToExample(open, statement))
    ) {
      const container = containerOf(statement)
      if (wasPlaced) misplaced.push({ start: statement.span.start, container })
      wasPlaced = false
      continue
    }
    wasPlaced = true
  }
  if (open !== null) items.push(close(open))
  return { tree: { kind: 'file', language, items, comments, span: { start: 0, end: length } }, misplaced }
}

const containerOf = ({ kind }: Statement): Misplaced['container'] =>
  kind === 'examplePart' ? 'Example' : kind === 'alternativeLine' ? 'Reading' : 'Article'

type TopStatement = Extract<Statement, TopItem>

function isTop(statement: Statement): statement is TopStatement {
  switch (statement.kind) {
    case 'policy':
    case 'vocabulary':
    case 'module':
    case 'use':
    case 'decision':
    case 'decisionDeclaration':
    case 'source':
    case 'edition':
    case 'record':
    case 'list':
    case 'choices':
    case 'regions':
    case 'dataset':
    case 'names':
    case 'platform':
    case 'always':
    case 'monotone':
      return true
    case 'articleLine':
    case 'exampleLine':
    case 'examplePart':
    case 'appliesToLine':
    case 'eachLine':
    case 'quote':
    case 'reading':
    case 'alternativeLine':
    case 'replaceLine':
    case 'remove':
    case 'choose':
    case 'notFormalised':
    case 'yearStart':
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
    case 'requires':
    case 'split':
    case 'move':
    case 'accumulate':
    case 'except':
    case 'adjust':
    case 'match':
      return false
  }
}

function openedBy(statement: Statement): OpenArticle | OpenExample | null {
  if (statement.kind === 'articleLine') return { kind: 'article', line: statement, items: [], sections: [] }
  if (statement.kind !== 'exampleLine') return null
  return { kind: 'example', line: statement, given: [], lists: [], expect: [], end: statement.span.end }
}

function addToArticle(open: OpenArticle, statement: Statement): boolean {
  if (statement.kind === 'appliesToLine' || statement.kind === 'eachLine') {
    open.sections.push({ line: statement, items: [] })
    return true
  }
  if (isTop(statement) || isExampleStatement(statement)) return false
  const into = open.sections.at(-1)?.items ?? open.items
  if (!hasPlace(into, statement)) return false
  into.push(statement)
  return true
}

type ExampleStatement = LineOf<'articleLine' | 'exampleLine' | 'examplePart'>
const isExampleStatement = (statement: Exclude<Statement, SectionLine>): statement is ExampleStatement =>
  statement.kind === 'examplePart' || statement.kind === 'exampleLine' || statement.kind === 'articleLine'

function addToExample(open: OpenExample, statement: Statement): boolean {
  if (statement.kind === 'examplePart') {
    open[statement.part].push(...statement.rows)
  } else if (statement.kind === 'eachLine') {
    open.lists.push({ kind: 'exampleList', list: statement.list, grid: statement.grid, span: statement.span })
  } else {
    return false
  }
  open.end = statement.span.end
  return true
}

const close = (open: OpenArticle | OpenExample): TopItem =>
  open.kind === 'article' ? closeArticle(open) : closeExample(open)

function closeArticle({ line, items, sections }: OpenArticle): Article {
  const closed = sections.map(closeSection)
  const general = nestItems(items)
  const end = (closed.at(-1) ?? general.at(-1) ?? line).span.end
  const span = { start: line.span.start, end }
  return { kind: 'article', source: line.source, title: line.title, items: general, sections: closed, span }
}

function closeSection({ line, items: statements }: OpenArticle['sections'][number]): Section {
  const items = nestItems(statements)
  const span = { start: line.span.start, end: (items.at(-1) ?? line).span.end }
  return line.kind === 'appliesToLine'
    ? { kind: 'appliesTo', condition: line.condition, items, span }
    : { kind: 'each', list: line.list, items, span }
}

function closeExample({ line, given, lists, expect, end }: OpenExample): Example {
  const span = { start: line.span.start, end }
  return { kind: 'example', label: line.label, basedOn: line.basedOn, given, lists, expect, span }
}
