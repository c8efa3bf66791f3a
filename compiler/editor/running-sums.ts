import type { Bands, Cell, Language } from '../../grammar/tree.ts'
import { withoutSame } from '../diff/text/shape.ts'
import { quantity } from '../check/literals.ts'
import { showExact } from '../check/spelling.ts'
import { exactOf } from '../program/build.ts'
import { addExact, compareExact, multiplyExact, subtractExact } from '../program/exact.ts'
import type { Exact, Type } from '../program/type.ts'
import { onlyIn } from './declared.ts'
import type { InlayHint } from './inlay-hints.ts'
import { rulesIn } from './rules-in.ts'
import { wordsIn } from './words.ts'
import type { Analysis } from './workspace.ts'

const money: Type = { kind: 'money', decimals: 2 }

/** Behind the rate of each band that ends: what all bands up to its end come to. */
export function runningSums({ tree }: Analysis, language: Language): readonly InlayHint[] {
  const bands = tree.items.flatMap(rulesIn).filter((rule) => rule.kind === 'bands')
  return bands.flatMap((each) => sumsOf(each, language))
}

function sumsOf({ grid: { body } }: Bands, language: Language): readonly InlayHint[] {
  const words = wordsIn(language)
  const rows = body.map(({ cells: [band, ...values] }) => ({ end: endOf(band), values, rates: withoutSame(values) }))
  const ends = rows.map(({ end }) => end)
  const isOrdered = ends.every(
    (end, row) => row === 0 || end === null || !ends[row - 1] || compareExact(ends[row - 1]!, end) < 0,
  )
  // An open band that is not the last one, or edges that go down, are told as problems: nothing can be summed up.
  if (!isOrdered || ends.slice(0, -1).includes(null)) return []
  return (rows[0]?.values ?? []).flatMap((_, column) => {
    const hints: InlayHint[] = []
    let [from, sum]: [Exact, Exact] = ['0', '0']
    for (const { end, values, rates } of rows) {
      const [cell, rate] = [values[column], rateOf(rates[column])]
      if (end === null || rate === null || cell === undefined) break
      const own = multiplyExact(subtractExact(end, from), rate)
      sum = addExact(sum, own)
      const [shown, upTo, inBand] = [sum, end, own].map((amount) => showExact(amount, money, language))
      hints.push({ offset: cell.span.end, text: words.sum(shown!), tooltip: words.sumInFull(upTo!, shown!, inBand!) })
      from = end
    }
    return hints
  })
}

/** Where a band ends, in yuan; null where it has no end, or none that can be read. */
function endOf(cell: Cell | undefined): Exact | null {
  if (cell?.kind === 'compareCell')
    return cell.operator === 'atMost' || cell.operator === 'below' ? exactIn(cell.value, 'money') : null
  const [entry, another] = cell?.kind === 'entries' ? cell.entries : []
  return entry?.to && !another ? exactIn(entry.to, 'money') : null
}

const rateOf = (cell: Cell | undefined): Exact | null => {
  const value = onlyIn(cell)
  return value && exactIn(value, 'rate')
}

function exactIn(value: NonNullable<ReturnType<typeof onlyIn>>, kind: Type['kind']): Exact | null {
  if (value.kind !== 'quantity') return null
  const found = quantity(value.digits, value.unit, { file: '', start: 0, end: 0 })
  return found.type.kind === kind ? exactOf(found) : null
}
