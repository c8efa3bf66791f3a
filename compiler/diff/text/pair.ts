import { shapeOf, type Naming } from './shape.ts'
import type { Statement } from './statements.ts'

/** A statement before and after. */
export type Pair = readonly [Statement, Statement]

export interface Pairs {
  readonly pairs: readonly Pair[]
  readonly gone: readonly Statement[]
  readonly come: readonly Statement[]
}

/** Statements with the names that their comparison knows them by, and what their articles are called. */
export interface Named {
  readonly statements: readonly Statement[]
  readonly naming: Naming
  readonly articleOf: (statement: Statement) => string
}

/** Which statement before is which after: what says the same first, in its own place before another, then what is about the same. */
export function pair(before: Named, after: Named): Pairs {
  const found: Pair[] = []
  const [left, right] = [new Set(before.statements), new Set(after.statements)]
  const join = (a: Statement, b: Statement): void => {
    found.push([a, b])
    left.delete(a)
    right.delete(b)
  }
  const said = (named: Named): Map<Statement, Record<'shape' | 'heading' | 'identity' | 'unlabelled', string>> =>
    new Map(
      named.statements.map((each) => [
        each,
        {
          shape: `${each.what} ${shapeOf(each.node, named.naming)}`,
          heading: shapeOf(each.heading, named.naming),
          identity: `${each.what} ${each.identity(named.naming)}`,
          unlabelled: each.unlabelled === null ? '' : shapeOf(each.unlabelled, named.naming),
        },
      ]),
    )
  const facts = new Map([...said(before), ...said(after)])
  type Key = (statement: Statement, of: Named) => string
  const get = (each: Statement) => facts.get(each)!
  const keys: readonly Key[] = [
    (each, of) => [get(each).shape, get(each).heading, of.articleOf(each), each.file].join('\n'),
    (each, of) => [get(each).shape, get(each).heading, of.articleOf(each)].join('\n'),
    (each) => [get(each).shape, get(each).heading].join('\n'),
    (each) => [get(each).identity, get(each).heading].join('\n'),
    (each) => get(each).shape,
    (each) => get(each).identity,
    (each) => get(each).unlabelled && [get(each).unlabelled, get(each).heading].join('\n'),
  ]
  for (const keyOf of keys) {
    const free = new Map<string, Statement[]>()
    for (const each of right) {
      const key = keyOf(each, after)
      if (key !== '') free.set(key, [...(free.get(key) ?? []), each])
    }
    for (const each of left) {
      const next = free.get(keyOf(each, before))?.shift()
      if (next) join(each, next)
    }
  }
  for (const [a, b] of found.filter(([{ what }]) => what === 'rule')) {
    // The sentence of a rule that goes on has changed where it has no other left.
    const quotes = (of: Set<Statement>, statement: Statement): readonly Statement[] =>
      [...of].filter((each) => each.what === 'quote' && statement.quotes.includes(each.quotes[0]!))
    const [old, next] = [quotes(left, a), quotes(right, b)]
    if (old.length === 1 && next.length === 1) join(old[0]!, next[0]!)
  }
  const order = new Map(before.statements.map((each, index) => [each, index]))
  return {
    pairs: found.toSorted(([a], [b]) => order.get(a)! - order.get(b)!),
    gone: [...left],
    come: [...right],
  }
}
