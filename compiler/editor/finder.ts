import type { Amount, Cell, Expression, Grid, Name, Span, Text } from '../../grammar/tree.ts'
import type { DataFile } from '../bind/bound.ts'
import type { ChoicesOf } from './choices-of.ts'
import { onlyIn, type Declared, type Spaces } from './declared.ts'
import type { Occurrence } from './occurrence.ts'

type Role = Occurrence['role']

/** Notes what names, texts, expressions and cells of one file mean; which of them stand where is for others to know. */
export function newFinder({ name: file, text }: DataFile, spaces: Spaces, choicesOf: ChoicesOf) {
  const found: Occurrence[] = []
  const put = (
    span: Span,
    written: string,
    declared: Declared | null,
    role: Role,
    isText: boolean,
    expected: Declared | null = null,
  ): void => {
    if (!declared || span.end <= span.start) return
    found.push({ file, span, text: written, isText, declared, expected, role })
  }
  const name = (
    node: Name,
    declared: Declared | null,
    role: Role = 'uses',
    expected: Declared | null = null,
  ): Declared | null => {
    put(node.span, node.text, declared, role, false, expected)
    return declared
  }
  const named = (node: Name, space: string, role: Role = 'uses'): Declared | null =>
    name(node, spaces.find(space, node.text), role)
  const quoted = (node: Text | null, declared: Declared | null, role: Role = 'uses'): void => {
    if (node === null) return
    const marks = /["」]$/.test(text.slice(node.span.start + 1, node.span.end)) ? 1 : 0
    put({ start: node.span.start + 1, end: node.span.end - marks }, node.value, declared, role, true)
  }
  const labelled = (node: Text | null, space: string, role: Role = 'uses'): void =>
    quoted(node, node && spaces.find(space, node.value), role)

  const valueOf = (written: string): Declared | null =>
    spaces.find('value', written) ?? spaces.find('any field', written)

  return { found, name, named, quoted, labelled, valueOf, value, amount, grid, inCell }

  function amount({ value: of }: Amount, expected: Declared | null): void {
    value(of, expected)
  }
  /** `sides`: the choices asked about in each column at the side; `expected`: those of the values. */
  function grid({ head, body }: Grid, sides: readonly (Declared | null)[], expected: Declared | null): void {
    for (const {
      cells: [subject, ...rest],
    } of head) {
      const asked = onlyIn(subject)
      const of = asked?.kind === 'name' ? choicesOf(value(asked)) : null
      rest.forEach((cell) => inCell(cell, of))
    }
    for (const { cells } of body)
      cells.forEach((cell, at) => inCell(cell, at < sides.length ? (sides[at] ?? null) : expected))
  }
  function inCell(cell: Cell | undefined, expected: Declared | null): void {
    if (cell?.kind === 'compareCell') value(cell.value, expected)
    for (const each of entries(cell)) value(each, expected)
  }

  /** A name stands for a member of the choices that are expected, else for what rules speak of; what it is, if it is one name. */
  function value(node: Expression, expected: Declared | null = null, role: Role = 'uses'): Declared | null {
    switch (node.kind) {
      case 'name': {
        const member = expected && spaces.find(`member of ${expected.label}`, node.text)
        return name(node, member ?? valueOf(node.text) ?? spaces.find('word', node.text), role, expected)
      }
      case 'call':
        named(node.callee, 'word')
        for (const each of node.arguments)
          if (each.kind === 'name' && !valueOf(each.text)) named(each, 'record')
          else value(each)
        return null
      case 'parens':
        return value(node.inner, expected)
      case 'arithmetic':
        value(node.left)
        value(node.right)
        return null
      case 'compare':
        value(node.right, choicesOf(value(node.left)))
        return null
      case 'membership': {
        const of = choicesOf(value(node.left))
        for (const each of node.members) value(each, of)
        return null
      }
      case 'logic':
        for (const each of node.operands) value(each)
        return null
      case 'not':
        value(node.operand)
        return null
      case 'orElse': {
        const found = value(node.value, expected)
        value(node.fallback, expected ?? choicesOf(found))
        return found
      }
      case 'quantified':
        named(node.list, 'record')
        if (node.suchThat) value(node.suchThat)
        if (node.taking) value(node.taking)
        return null
      case 'quantity':
      case 'number':
      case 'fraction':
      case 'date':
      case 'text':
      case 'openEnded':
      case 'absent':
      case 'missing':
        return null
    }
  }
}

/** The values that are written in a cell, ranges by both ends. */
export function entries(cell: Cell | undefined): readonly Expression[] {
  if (cell?.kind !== 'entries') return []
  return cell.entries.flatMap(({ value: from, to }) => (to ? [from, to] : [from]))
}
