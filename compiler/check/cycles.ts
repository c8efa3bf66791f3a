import type { Name } from '../../grammar/tree.ts'
import type { BoundRule } from '../bind/bound.ts'
import { namesOf } from '../bind/names-in.ts'
import type { Report } from '../problem/report.ts'
import { valuesIn } from './match.ts'
import type { Defined, Symbols } from './symbols.ts'

/** What the names rest on: the labels of those that rest on themselves, and all of them, each after what it rests on. */
export interface Dependencies {
  readonly cyclic: ReadonlySet<string>
  readonly order: readonly string[]
}

/** Rule: no value rests on itself, not even by way of others and not even in cases that never meet. */
export function findCycles(rules: readonly BoundRule[], symbols: Symbols, report: Report): Dependencies {
  const uses = new Map<string, Set<string>>()
  const add = (from: Name, parts: readonly unknown[]): void => {
    const source = definedBy(from, symbols)
    if (!source) return
    const targets = uses.get(source.label) ?? new Set()
    for (const part of parts)
      for (const name of namesOf(part)) {
        const target = definedBy(name, symbols)
        if (target) targets.add(target.label)
      }
    uses.set(source.label, targets)
  }
  for (const bound of rules) {
    const { rule, when } = bound
    switch (rule.kind) {
      case 'define':
        add(rule.name, [rule.value, when])
        break
      case 'table':
      case 'bands':
        add(rule.name, [rule.kind === 'table' ? rule.by : rule.along, rule.grid, when])
        break
      case 'classify':
      case 'listAll':
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
            ...rule.lines.slice(0, index + 1).map((each) => each.amount),
          ]),
        )
        break
      case 'move':
        // Each share gives what those before it could not, and what they all give goes into the last.
        for (const [index, name] of [...rule.outOf, rule.into].entries())
          add(name, [rule.amount, when, rule.outOf.slice(0, index)])
        break
      case 'match':
        for (const { label, rules: own } of symbols.defined)
          if (own.includes(bound)) add({ ...rule.dataset, text: label }, [valuesIn(rule), when])
        break
      case 'accumulate':
      case 'requires':
        break
    }
  }
  const cyclic = new Set<string>()
  const state = new Map<string, 'open' | 'done'>()
  const order: string[] = []
  const path: { readonly label: string; readonly rest: Iterator<string> }[] = []
  const open = (label: string): void => {
    state.set(label, 'open')
    path.push({ label, rest: (uses.get(label) ?? new Set<string>()).values() })
  }
  const tell = (names: readonly string[]): void => {
    const definedAs = (label: string) => symbols.defined.find((each) => each.label === label)
    const place = definedAs(names[0]!)?.place
    if (place && !names.every((name) => cyclic.has(name)))
      report.error('cycle', place, { names: [...names, names[0]!].map((name) => definedAs(name)?.written ?? name) })
    names.forEach((name) => cyclic.add(name))
  }
  // A loop and not a recursion: names may rest on each other in a chain as long as the file.
  for (const first of uses.keys()) {
    if (!state.has(first)) open(first)
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const next = last.rest.next()
      if (next.done) {
        path.pop()
        state.set(last.label, 'done')
        order.push(last.label)
      } else if (state.get(next.value) === 'open')
        tell(path.slice(path.findIndex(({ label }) => label === next.value)).map(({ label }) => label))
      else if (!state.has(next.value)) open(next.value)
    }
  }
  return { cyclic, order }
}

function definedBy(name: Name, symbols: Symbols): Defined | null {
  const meaning = symbols.meanings.get(name.text)
  return meaning?.kind === 'term' || meaning?.kind === 'share' ? meaning : null
}
