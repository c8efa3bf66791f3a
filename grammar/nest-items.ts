import type { Statement } from './build-statement.ts'
import type { Alternative, Item, Reading, Rule } from './tree.ts'

/** What may stand in an article below its headings. */
export type BodyStatement = Extract<Statement, Item | { readonly kind: 'replaceLine' | 'alternativeLine' }>

/** Another reading belongs to the reading before it, or to the rule of the other reading before it. */
export function hasPlace(before: readonly BodyStatement[], { kind }: BodyStatement): boolean {
  if (kind !== 'alternativeLine') return true
  const [last, secondLast] = [before.at(-1), before.at(-2)]
  return last?.kind === 'reading' || (last !== undefined && isRule(last) && secondLast?.kind === 'alternativeLine')
}

/** Gives each 替换 and each 另解 the rule that follows it. */
export function nestItems(statements: readonly BodyStatement[]): readonly Item[] {
  const items: Item[] = []
  for (let index = 0; index < statements.length; index += 1) {
    const statement = statements[index]
    if (statement === undefined) break
    if (statement.kind !== 'replaceLine' && statement.kind !== 'alternativeLine') {
      items.push(statement)
      continue
    }
    const next = statements[index + 1]
    const rule = next !== undefined && isRule(next) ? next : null
    if (rule !== null) index += 1
    const span = { start: statement.span.start, end: (rule ?? statement).span.end }
    if (statement.kind === 'replaceLine') items.push({ kind: 'replace', rule, span })
    else addAlternative(items, { ...statement, kind: 'alternative', rule, span })
  }
  return items
}

function addAlternative(items: Item[], alternative: Alternative): void {
  const reading = items.pop() as Reading
  const span = { start: reading.span.start, end: alternative.span.end }
  items.push({ ...reading, alternatives: [...reading.alternatives, alternative], span })
}

function isRule(statement: BodyStatement): statement is Rule {
  switch (statement.kind) {
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
      return true
    case 'quote':
    case 'reading':
    case 'alternativeLine':
    case 'notFormalised':
    case 'yearStart':
    case 'replaceLine':
    case 'remove':
    case 'choose':
      return false
  }
}
