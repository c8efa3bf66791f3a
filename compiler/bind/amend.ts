import type { Edition, Expression, Rule } from '../../grammar/tree.ts'
import type { Report } from '../problem/report.ts'
import type { BoundRule } from './bound.ts'
import type { BoundAlternative, Change, Collected, Layer } from './collect.ts'
import { near } from './near.ts'

/** An edition and the file in which it stands. */
export interface PlacedEdition {
  readonly item: Edition
  readonly file: string
}

/** What a rule is called, to be replaced or removed: two rules of one identity in one surrounding are the same rule. */
interface Identity {
  readonly key: string
  /** As the file writes it. */
  readonly written: string
}

/**
 * The rules of every edition that amends none, or one that is there: what the modules say, changed by what the policy
 * says for all editions, or else all that the amended edition says; changed by what the edition says. The alternatives
 * chosen for readings stand where the readings do: what an edition replaces itself stays replaced.
 */
export function resolveEditions(
  editions: readonly PlacedEdition[],
  collected: Collected,
  chosen: ReadonlyMap<string, string>,
  canonical: (name: string) => string,
  report: Report,
): ReadonlyMap<Edition, readonly BoundRule[]> {
  const told = new Set<unknown>()
  const changesOf = (layer: Layer): readonly Change[] =>
    collected.changes.flatMap((each) => (each.layer === layer ? [each.change] : []))
  const alternativesOf = (layer: Layer): readonly BoundAlternative[] =>
    collected.alternatives.filter((each) => each.layer === layer && isChosen(each, chosen))
  const changed = (base: readonly BoundRule[], layer: Layer): readonly BoundRule[] =>
    alternativesOf(layer).reduce(
      (all, { rule }) => putInPlace(all, rule, true),
      changesOf(layer).reduce(apply, [...base]),
    )
  const common = changed(changed([], 'module'), 'common')
  const resolved = new Map<Edition, readonly BoundRule[]>()
  const resolve = (edition: PlacedEdition, path: readonly Edition[]): readonly BoundRule[] | null => {
    const known = resolved.get(edition.item)
    if (known) return known
    const amended = amendedBy(edition, editions)
    const isCircle = amended !== null && [...path, edition.item].includes(amended.item)
    if (amended === null && edition.item.amends !== null) unknownEdition(edition)
    if (isCircle) report.error('edition-amends-itself', placeOf(edition), { name: edition.item.name.value })
    const isBroken = isCircle || (amended === null && edition.item.amends !== null)
    const base = isBroken ? null : amended === null ? common : resolve(amended, [...path, edition.item])
    const rules = base && changed(base, edition.item)
    if (rules) resolved.set(edition.item, rules)
    return rules
  }
  for (const edition of editions) resolve(edition, [])
  return resolved

  function apply(rules: BoundRule[], change: Change): BoundRule[] {
    switch (change.kind) {
      case 'add':
        // Not a copy of all the rules for each of them.
        rules.push(change.rule)
        return rules
      case 'replace':
        return putInPlace(rules, change.rule, false)
      case 'remove': {
        const { target, file } = change
        const written = target.kind === 'name' ? target.text : target.value
        const keys =
          target.kind === 'name' ? [`value ${canonical(written)}`] : [`except ${written}`, `requires ${written}`]
        const found = rules.filter(({ rule }) => keys.includes(identityOf(rule, canonical).key))
        if (found.length === 0 && written) tell(target, () => nothingThere({ file, span: target.span }, written, rules))
        return rules.filter((each) => !found.includes(each))
      }
    }
  }

  /** A rule in the place of the one it replaces: the one under the same heading, or else the only one of its kind and name. */
  function putInPlace(rules: readonly BoundRule[], by: BoundRule, mayAdd: boolean): BoundRule[] {
    const { key, written } = identityOf(by.rule, canonical)
    const place = { file: by.file, span: by.rule.span }
    const named = rules.filter(({ rule }) => identityOf(rule, canonical).key === key)
    const isUnderHeading = by.when !== null || by.over !== null
    const heading = headingKey(by, canonical)
    const exact = named.filter((each) => headingKey(each, canonical) === heading)
    const found = exact.length > 0 || isUnderHeading ? exact : named
    const [only] = found
    if (!only && mayAdd) return [...rules, by]
    if (!only) tell(by.rule, () => nothingThere(place, written, rules))
    else if (found.length > 1) tell(by.rule, () => report.error('replaces-several', place, { name: written }))
    const { when, over } = isUnderHeading || !only ? by : only
    return rules.map((each) => (each === only ? { ...by, when, over } : each))
  }

  function nothingThere(place: Parameters<Report['error']>[1], written: string, rules: readonly BoundRule[]): void {
    const known = rules.map(({ rule }) => identityOf(rule, canonical).written)
    report.error('nothing-to-replace', place, { name: written, near: near(written, known) })
  }

  // What an edition says is said once, however many amend it.
  function tell(what: unknown, say: () => void): void {
    if (!told.has(what)) say()
    told.add(what)
  }

  function unknownEdition({ item, file }: PlacedEdition): void {
    if (!item.amends?.value) return
    const known = editions.map((each) => each.item.name.value).filter((name) => name !== item.name.value)
    const facts = { name: item.amends.value, near: near(item.amends.value, known) }
    report.error('unknown-edition', { file, span: item.amends.span }, facts)
  }
}

/** The edition that one amends; null where it amends none, or one that does not exist. */
const amendedBy = ({ item }: PlacedEdition, editions: readonly PlacedEdition[]): PlacedEdition | null =>
  item.amends === null ? null : (editions.find((each) => each.item.name.value === item.amends?.value) ?? null)

/** An edition, the one it amends, the one that amends, and so on. */
export function amendmentsOf(edition: PlacedEdition, editions: readonly PlacedEdition[]): readonly Edition[] {
  const found: Edition[] = []
  for (
    let each: PlacedEdition | null = edition;
    each !== null && !found.includes(each.item);
    each = amendedBy(each, editions)
  )
    found.push(each.item)
  return found
}

const isChosen = ({ reading, name }: BoundAlternative, chosen: ReadonlyMap<string, string>): boolean =>
  chosen.get(reading) === name

const placeOf = ({ item, file }: PlacedEdition) => ({ file, span: (item.amends ?? item.name).span })

/** What a rule is called, whatever it says: `value 率`, `except 低保`. */
export function identityOf(rule: Rule, canonical: (name: string) => string): Identity {
  switch (rule.kind) {
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
      return { key: `value ${canonical(rule.name.text)}`, written: rule.name.text }
    case 'requires':
      return { key: `requires ${rule.label.value}`, written: rule.label.value }
    case 'except':
      return { key: `except ${rule.label.value}`, written: rule.label.value }
    case 'accumulate':
    case 'adjust':
      return { key: `${rule.kind} ${canonical(rule.name.text)}`, written: rule.name.text }
    case 'split': {
      const written = rule.amount.kind === 'name' ? rule.amount.text : ''
      return { key: `split ${shapeOf(rule.amount, canonical)}`, written }
    }
    case 'match':
      return { key: `match ${canonical(rule.dataset.text)}`, written: rule.dataset.text }
    case 'move':
      return { key: `move ${canonical(rule.into.text)}`, written: rule.into.text }
  }
}

const headingKey = ({ when, over }: BoundRule, canonical: (name: string) => string): string =>
  `${over === null ? '' : canonical(over)} ${when === null ? '' : shapeOf(when, canonical)}`

/** A tree without its places: two that are equal say the same. */
function shapeOf(expression: Expression, canonical: (name: string) => string): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === 'span') return undefined
    return key === 'text' && typeof value === 'string' ? canonical(value) : value
  })
}
