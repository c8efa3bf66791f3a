import { declare, type Declared, type Spaces, type SymbolSource } from './declared.ts'
import type { Occurrence } from './occurrence.ts'
import { collectOccurrences } from './occurrences.ts'
import type { Analysis } from './workspace.ts'
import { once } from '../once.ts'

/** What every name of the files of a decision means, worked out once. */
export interface SymbolIndex {
  readonly spaces: Spaces
  /** Those of a file, in the order of the text. */
  readonly inFile: (file: string) => readonly Occurrence[]
  /** The one at an offset, or just before it; null where no name stands that means anything. */
  readonly at: (file: string, offset: number) => Occurrence | null
  /** All occurrences of a thing, file by file. */
  readonly of: (declared: Declared) => readonly Occurrence[]
}

const known = new WeakMap<Analysis['trees'], SymbolIndex>()

/** Of the group of a file; never throws, whatever is wrong with the files. */
export function symbolsOf(analysis: Analysis): SymbolIndex {
  return once(known, analysis.trees, () => indexGroup(analysis))
}

function indexGroup({ trees, group, policies, editions }: Analysis): SymbolIndex {
  const files = group.flatMap(({ name, text }) => {
    const tree = trees.get(name)
    return tree ? [{ name, text, tree, problems: [] }] : []
  })
  const data = group.filter(({ name }) => !trees.has(name))
  return indexSymbols({ files, data, policy: policies[0] ?? null, editions })
}

function indexSymbols(source: SymbolSource): SymbolIndex {
  const order = new Map([...source.files, ...source.data].map(({ name }, index) => [name, index]))
  const place = ({ file }: Occurrence): number => order.get(file) ?? 0
  const spaces = declare(source)
  const all = collectOccurrences(source, spaces).toSorted((a, b) => place(a) - place(b) || a.span.start - b.span.start)
  const byFile = groupBy(all, ({ file }) => file)
  const byDeclared = groupBy(all, ({ declared }) => declared)
  return {
    spaces,
    inFile: (file) => byFile.get(file) ?? [],
    at: (file, offset) => {
      const found = byFile.get(file) ?? []
      const next = firstBeyond(found, offset)
      const [before, here] = [found[next - 2], found[next - 1]]
      // Between two names that touch, the second is meant; just behind a name, that one.
      return [here, before].find((each) => each && offset <= each.span.end) ?? null
    },
    of: (declared) => byDeclared.get(declared) ?? [],
  }
}

/** How many begin at an offset or before it; they stand in order. */
function firstBeyond(all: readonly Occurrence[], offset: number): number {
  let [from, to] = [0, all.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (all[middle]!.span.start <= offset) from = middle + 1
    else to = middle
  }
  return from
}

function groupBy<Key>(all: readonly Occurrence[], keyOf: (of: Occurrence) => Key): ReadonlyMap<Key, Occurrence[]> {
  const groups = new Map<Key, Occurrence[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
}
