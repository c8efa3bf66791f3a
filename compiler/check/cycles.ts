import type { Name } from '../../grammar/tree.ts'
import type { BoundRule } from '../bind/bound.ts'
import type { Report } from '../problem/report.ts'
import type { Defined, Symbols } from './symbols.ts'

/** Rule: no value rests on itself, not even by way of others and not even in cases that never meet. Returns the labels that do. */
export function findCycles(rules: readonly BoundRule[], symbols: Symbols, report: Report): Set<string> {
  const uses = new Map<string, Set<string>>()
  const add = (from: Name, node: unknown): void => {
    const source = definedBy(from, symbols)
    if (!source) return
    const targets = uses.get(source.label) ?? new Set()
    for (const name of namesIn(node)) {
      const target = definedBy(name, symbols)
      if (target) targets.add(target.label)
    }
    uses.set(source.label, targets)
  }
  for (const { rule, when } of rules) {
    switch (rule.kind) {
      case 'define':
        add(rule.name, [rule.value, when])
        break
      case 'table':
      case 'bands':
        add(rule.name, [rule.kind === 'table' ? rule.by : rule.along, rule.grid, when])
        break
      case 'classify':
        add(rule.name, [rule.rows, when])
        break
      case 'except':
        add(rule.name, [rule.value, rule.condition, when])
        break
      case 'adjust':
        add(rule.name, [rule.by, when])
        break
      case 'split':
        rule.lines.forEach((line, index) =>
          add(line.into, [
            rule.amount,
            rule.bandedFrom,
            when,
            rule.lines.slice(0, index + 1).map((each) => each.amount),
          ]),
        )
        break
      case 'move':
        // Each share gives what those before it could not, and what they all give goes into the last.
        for (const [index, name] of [...rule.outOf, rule.into].entries())
          add(name, [rule.amount, when, rule.outOf.slice(0, index)])
        break
      case 'accumulate':
        break
    }
  }
  const cyclic = new Set<string>()
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  const visit = (label: string): void => {
    state.set(label, 'open')
    path.push(label)
    for (const next of uses.get(label) ?? []) {
      if (state.get(next) === 'open') {
        const names = path.slice(path.indexOf(next))
        const definedAs = (label: string) => symbols.defined.find((each) => each.label === label)
        const place = definedAs(next)?.place
        if (place && !names.every((name) => cyclic.has(name)))
          report.error('cycle', place, { names: [...names, next].map((name) => definedAs(name)?.written ?? name) })
        names.forEach((name) => cyclic.add(name))
      } else if (!state.has(next)) visit(next)
    }
    path.pop()
    state.set(label, 'done')
  }
  for (const label of uses.keys()) if (!state.has(label)) visit(label)
  return cyclic
}

function definedBy(name: Name, symbols: Symbols): Defined | null {
  const meaning = symbols.meanings.get(name.text)
  return meaning?.kind === 'term' || meaning?.kind === 'share' ? meaning : null
}

/** Every name that stands anywhere in a piece of the tree. */
export function namesIn(node: unknown, into: Name[] = []): Name[] {
  if (Array.isArray(node)) for (const each of node) namesIn(each, into)
  else if (node !== null && typeof node === 'object') {
    if ('kind' in node && node.kind === 'name') into.push(node as Name)
    else
      for (const key in node) {
        const part: unknown = node[key as keyof typeof node]
        if (key !== 'span' && typeof part === 'object') namesIn(part, into)
      }
  }
  return into
}
