import type { Language } from '../../grammar/tree.ts'
import { keyOf } from '../check/possible.ts'
import { nameIn, showExact } from '../check/spelling.ts'
import type { TypedAdjustment, TypedEdition, TypedTerm } from '../check/typed.ts'
import { refsIn } from '../program/build.ts'
import { addExact, compareExact, divideExact, multiplyExact, subtractExact } from '../program/exact.ts'
import type { Constant, Expr } from '../program/program.ts'
import type { Exact, Type } from '../program/type.ts'
import type { InlayHint } from './inlay-hints.ts'
import { wordsIn } from './words.ts'
import type { Analysis } from './workspace.ts'

const rate: Type = { kind: 'rate', decimals: null }

/** More rates than that are told by the lowest and the highest. */
const MOST = 4

/**
 * Behind a rate, and behind a rate that another is made from, what the adjustments of the name lead to; behind what a
 * rate is lowered, raised or multiplied by, what that leads to. Of several editions, those of the last.
 */
export function adjustedRates({ file, editions }: Analysis, language: Language): readonly InlayHint[] {
  const hints = new Map<number, InlayHint>()
  const inOrder = editions.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  for (const typed of inOrder)
    for (const term of typed.terms)
      if (term.adjustments.length === 1 && (term.type.kind === 'rate' || term.type.kind === 'schedule'))
        for (const hint of hintsOf(term, term.adjustments[0]!, typed, file, language)) hints.set(hint.offset, hint)
  return [...hints.values()]
}

const startOf = ({ edition: { edition } }: TypedEdition): string =>
  edition.from
    ? [edition.from.year, edition.from.month, edition.from.day].map((each) => String(each).padStart(4, '0')).join()
    : ''

/** A rate as it is written somewhere, and what it makes of the adjusted name. */
interface Base {
  readonly leaf: Constant
  readonly value: Exact
  /** Whether another name is written there. */
  readonly isOther: boolean
}

function hintsOf(
  term: TypedTerm,
  { operator, by, when }: TypedAdjustment,
  typed: TypedEdition,
  file: string,
  language: Language,
): readonly InlayHint[] {
  const words = wordsIn(language)
  const bases = basesOf(term, when, typed)
  const changes = leavesOf(by.kind === 'ref' ? statedValues(by.id, when, typed) : [by])
  if (bases.length === 0 || changes === null) return []
  const name = nameIn(term.defined, language)
  const edition = typed.edition.edition.name.value
  const result = (base: Exact, change: Exact): Exact => {
    const changed =
      operator === 'multipliedBy'
        ? multiplyExact(base, change)
        : operator === 'loweredBy'
          ? subtractExact(base, change)
          : addExact(base, change)
    return compareExact(changed, '0') < 0
      ? '0'
      : compareExact(changed, '1') > 0 && operator === 'raisedBy'
        ? '1'
        : changed
  }
  const neutral = operator === 'multipliedBy' ? '1' : '0'
  const asked = changes.flatMap((change) => (exactIn(change) === neutral ? [] : { change, by: exactIn(change) }))
  const hint = ({ at }: Constant, from: string, results: readonly Exact[]): InlayHint[] => {
    const to = rates(results, language)
    return at.file !== file || results.length === 0
      ? []
      : [{ offset: at.end, text: words.leadsTo(from, to), tooltip: words.leadsToInFull(name, from, to, edition) }]
  }
  return [
    ...bases.flatMap(({ leaf, value, isOther }) => {
      const results = asked.map((each) => result(value, each.by))
      return hint(leaf, isOther ? showExact(value, rate, language) : '', results)
    }),
    ...asked.flatMap((each) => {
      const results = bases.map(({ value }) => result(value, each.by))
      return hint(each.change, '', results)
    }),
  ]
}

/** Distinct rates, as few words as say them. */
function rates(all: readonly Exact[], language: Language): string {
  const distinct = [...new Set(all)].toSorted(compareExact).toReversed()
  const shown = distinct.map((each) => showExact(each, rate, language))
  if (shown.length > MOST) return `${shown.at(-1)}${language === 'zh' ? '—' : ' .. '}${shown[0]}`
  return shown.join(language === 'zh' ? '、' : ', ')
}

/** The rates that a name is stated to be, or made from by plain arithmetic with one other name, where it may be adjusted. */
function basesOf(term: TypedTerm, adjusted: Expr | null, typed: TypedEdition): readonly Base[] {
  return statedIn(term, adjusted).flatMap((value): Base[] => {
    const own = leavesOf([value])
    if (own) return own.map((leaf) => ({ leaf, value: exactIn(leaf), isOther: false }))
    const [other, another] = [...refsIn(value)]
    const leaves = other === undefined || another !== undefined ? null : leavesOf(statedValues(other, adjusted, typed))
    return (leaves ?? []).flatMap((leaf) => {
      const made = evaluate(value, exactIn(leaf))
      return made === null ? [] : [{ leaf, value: made, isOther: true }]
    })
  })
}

function statedValues(id: string, adjusted: Expr | null, { terms }: TypedEdition): readonly Expr[] {
  const term = terms.find(({ defined }) => defined.id === id)
  return term && term.adjustments.length === 0 ? statedIn(term, adjusted) : []
}

/** Under a heading, an adjustment is of what stands under the same one or under none: of others it is not known. */
const statedIn = ({ general, exceptions }: TypedTerm, adjusted: Expr | null): readonly Expr[] =>
  [...general, ...exceptions].flatMap(({ when, value }) =>
    when === null || adjusted === null || keyOf(when) === keyOf(adjusted) ? value : [],
  )

/** The numbers that a value can be, where all of them are written down; null where some are worked out. */
function leavesOf(values: readonly Expr[]): readonly Constant[] | null {
  const found: Constant[] = []
  for (const value of values) {
    if (value.kind === 'constant' && value.value.kind === 'exact') found.push(value)
    else if (value.kind === 'cases' || value.kind === 'schedule') {
      const parts =
        value.kind === 'schedule'
          ? value.rates
          : [...value.branches.map((branch) => branch.value), ...(value.otherwise ? [value.otherwise] : [])]
      const leaves = leavesOf(parts)
      if (leaves === null) return null
      found.push(...leaves)
    } else return null
  }
  return values.length === 0 ? null : found
}

const exactIn = ({ value }: Constant): Exact => (value.kind === 'exact' ? value.exact : '0')

/** A value with a number in the place of the one name in it. */
function evaluate(value: Expr, name: Exact): Exact | null {
  if (value.kind === 'ref') return name
  if (value.kind === 'constant') return value.value.kind === 'exact' ? value.value.exact : null
  if (value.kind !== 'arithmetic') return null
  const [left, right] = [evaluate(value.left, name), evaluate(value.right, name)]
  if (left === null || right === null) return null
  switch (value.operator) {
    case 'add':
      return addExact(left, right)
    case 'subtract':
      return subtractExact(left, right)
    case 'multiply':
      return multiplyExact(left, right)
    case 'divide':
      return right === '0' ? null : divideExact(left, right)
    case 'lesser':
      return compareExact(left, right) < 0 ? left : right
    case 'greater':
      return compareExact(left, right) > 0 ? left : right
  }
}
