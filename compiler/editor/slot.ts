import type { Token } from '../../grammar/tokens.ts'
import type { Type } from '../program/type.ts'
import type { KnownName } from './known-names.ts'
import { numeric } from './functions.ts'
import { anything, condition, kindsOnly, like, wantedAfter, type Wanted } from './wanted.ts'

/** What can stand at a place, besides keywords. */
export type Slot =
  | { readonly kind: 'value'; readonly wanted: Wanted }
  | { readonly kind: 'name'; readonly isMeant: (name: KnownName) => boolean }
  | { readonly kind: 'given'; readonly side: 'inputs' | 'outputs'; readonly used: ReadonlySet<string> }
  | { readonly kind: 'literal'; readonly type: Type }
  | { readonly kind: 'decision' | 'source' | 'grade' | 'dataset' | 'record' | 'type' | 'side' | 'list' | 'nothing' }

type Names = ReadonlyMap<string, KnownName>

const money = kindsOnly('money')
const rate = kindsOnly('rate', 'schedule')
const nothing: Slot = { kind: 'nothing' }
const value = (wanted: Wanted): Slot => ({ kind: 'value', wanted })
const named = (isMeant: (name: KnownName) => boolean): Slot => ({ kind: 'name', isMeant })

const isShare = ({ kind, type }: KnownName): boolean => kind === 'share' || (kind === 'output' && type.kind === 'money')
const isStated = ({ kind }: KnownName): boolean => kind === 'term' || kind === 'output'
const isAmount = ({ kind, type }: KnownName): boolean => kind !== 'region' && type.kind === 'money'

/** What the last word of a statement asks for, from the words before it. */
export function slotAfter(statement: readonly Token[], names: Names): Slot {
  const [opener] = statement
  const last = statement.at(-1)
  if (opener === undefined || last === undefined) return named(isStated)
  const row = openRow(statement)
  if (row !== null) return slotInRow(opener, row, statement, names)
  const isFirst = statement.length === 1
  const since = (token: string): number => statement.findLastIndex(({ name }) => name === token)
  const typeOf = (token: Token | undefined): Type => names.get(token?.text ?? '')?.type ?? { kind: 'unknown' }
  const after = (base: Wanted): Slot => value(wantedAfter(statement, base, names))
  const opened: string = opener.name
  switch (opened) {
    case 'Decision':
      return isFirst ? { kind: 'decision' } : nothing
    case 'Source':
      return last.name === 'Text' ? { kind: 'grade' } : nothing
    case 'Article':
      return isFirst ? { kind: 'source' } : nothing
    case 'Edition':
      return last.name === 'SelectedBy' ? named((name) => name.kind === 'input' && name.type.kind === 'date') : nothing
    case 'Table':
      if (isFirst) return named(isStated)
      return since('By') > 0 ? named(canBeAsked) : nothing
    case 'Bands':
      return isFirst ? named(isStated) : last.name === 'Along' ? named(isAmount) : nothing
    case 'Classify':
    case 'ListAll':
      return isFirst ? named(isStated) : nothing
    case 'Each':
      return isFirst ? { kind: 'list' } : nothing
    case 'AppliesTo':
      return after(condition)
    case 'Always':
    case 'Requires':
      return isFirst ? nothing : after(condition)
    case 'Monotone':
      return isFirst ? nothing : last.name === 'Along' ? named(({ kind }) => kind === 'input') : after(money)
    case 'DefinedName':
      return after(like(typeOf(opener)))
    case 'Split':
    case 'UpTo':
    case 'AtRate':
    case 'Exactly':
    case 'TheRest': {
      if (last.name === 'Into') return named(isShare)
      const line = statement.findLast(({ name }) => name === 'UpTo' || name === 'AtRate' || name === 'Exactly')
      return after(line?.name === 'AtRate' ? rate : money)
    }
    case 'Move':
      if (last.name === 'Into') return named(isShare)
      return since('OutOf') > 0 ? named(isShare) : after(money)
    case 'Accumulate':
      return isFirst ? named((name) => name.kind === 'input' && name.type.kind === 'money') : after(money)
    case 'Except': {
      if (last.name === 'Colon') return named(isStated)
      const becomes = since('Becomes')
      if (becomes > 0) return after(like(typeOf(statement[becomes - 1])))
      return since('If') > 0 ? after(condition) : nothing
    }
    case 'Adjust':
      return isFirst ? named(({ kind, type }) => kind === 'term' && canBeAdjusted(type)) : after(kindsOnly('points'))
    case 'Lowest':
    case 'Highest':
    case 'Remove':
      return isFirst ? named(isStated) : nothing
    case 'Match':
      return isFirst ? { kind: 'dataset' } : after(anything)
  }
  return nothing
}

const canBeAdjusted = ({ kind }: Type): boolean => kind === 'unknown' || kind === 'schedule' || numeric.includes(kind)

function canBeAsked({ kind, type }: KnownName): boolean {
  const of = type.kind === 'optional' ? type.of.kind : type.kind
  return kind !== 'region' && kind !== 'list' && !['schedule', 'texts', 'text', 'list'].includes(of)
}

interface OpenRow {
  /** The cells before the one that is being written. */
  readonly cells: readonly (readonly Token[])[]
  readonly cell: readonly Token[]
}

function openRow(statement: readonly Token[]): OpenRow | null {
  const start = statement.findLastIndex(({ name }) => name === 'RowBar')
  if (start < 0 || statement.slice(start).some(({ name }) => name === 'EndBar' || name === 'RuleLine')) return null
  const cells: Token[][] = [[]]
  for (const token of statement.slice(start + 1))
    if (token.name === 'Bar') cells.push([])
    else cells.at(-1)?.push(token)
  return { cells: cells.slice(0, -1), cell: cells.at(-1) ?? [] }
}

function slotInRow(opener: Token, { cells, cell }: OpenRow, statement: readonly Token[], names: Names): Slot {
  const column = cells.length
  const typeOf = (token: Token | undefined): Type => names.get(token?.text ?? '')?.type ?? { kind: 'unknown' }
  const first = cells[0]?.[0]
  const after = (base: Wanted): Slot => value(wantedAfter(cell, base, names))
  // A row at the head begins with what its columns are about.
  const asked = first?.name === 'Name' && cells[0]?.length === 1 ? names.get(first.text) : undefined
  const isHead = asked !== undefined && canBeAsked(asked)
  const stated = like(typeOf(statement[1]))
  const opened: string = opener.name
  switch (opened) {
    case 'Table': {
      const bar = statement.findIndex(({ name }) => name === 'RowBar')
      const by = statement
        .slice(0, bar)
        .filter(({ name }) => name === 'Name')
        .slice(1)
      if (isHead && column > 0) return { kind: 'literal', type: asked.type }
      return column < by.length ? { kind: 'literal', type: typeOf(by[column]) } : after(stated)
    }
    case 'Bands':
      if (isHead && column > 0) return { kind: 'literal', type: asked.type }
      return column === 0 ? named(canBeAsked) : after(rate)
    case 'Classify':
      return column === 0 ? after(stated) : after(condition)
    case 'ListAll':
      return column === 0 ? nothing : after(condition)
    case 'Given':
    case 'Expect':
      if (column > 0) return { kind: 'literal', type: typeOf(first) }
      return { kind: 'given', side: opener.name === 'Given' ? 'inputs' : 'outputs', used: firstCells(statement) }
    case 'Each': {
      const head = statement.findIndex(({ name }) => name === 'EndBar')
      const list = statement[1]?.text
      if (head < 0) return named(({ kind, over }) => kind === 'element' && isNamed(names.get(list ?? ''), over))
      const columns = statement
        .slice(0, head)
        .filter(({ name }) => name === 'Name')
        .slice(1)
      return { kind: 'literal', type: typeOf(columns[column]) }
    }
    case 'Record':
    case 'List':
    case 'Dataset':
      return column === 2 ? { kind: 'type' } : nothing
    case 'Decision':
      return column === 0 ? { kind: 'side' } : { kind: 'record' }
    case 'Names':
      return column === 0 ? named(({ kind }) => kind === 'term' || kind === 'share') : nothing
  }
  return nothing
}

const isNamed = (list: KnownName | undefined, over: string | null): boolean => list === undefined || list.id === over

/** What the rows of an example say already. */
const firstCells = (statement: readonly Token[]): ReadonlySet<string> =>
  new Set(statement.flatMap(({ name }, index) => (name === 'RowBar' ? (statement[index + 1]?.text ?? []) : [])))
