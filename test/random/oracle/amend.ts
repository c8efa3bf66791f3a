import type { Choose, Edition, Expression, File, Item, Reading, Rule } from '../../../grammar/tree.ts'
import type { Ruled } from './facts.ts'
import { PolicyFault } from './value.ts'

/** A rule that is added or takes the place of another, or the name or label of one that goes. */
type Change =
  | { readonly kind: 'add' | 'replace'; readonly ruled: Ruled }
  | { readonly kind: 'remove'; readonly isLabel: boolean; readonly name: string }

interface EditionRules {
  readonly rules: readonly Ruled[]
  readonly choice: Choose | null
}

/** The alternative that is to hold of a reading, by their names. */
export type Readings = Readonly<Record<string, string>>

/**
 * What holds in an edition: what modules say, changed by what the policy says for all editions, by what the editions
 * say that this one amends, by what it says itself, and by the alternatives of readings that are to hold.
 */
export function rulesOf(
  files: readonly File[],
  edition: Edition,
  labelOf: (name: string) => string,
  readings: Readings,
): EditionRules {
  const { rules, others } = resolved(files, edition, labelOf, [])
  const meant = others.filter(({ reading, name }) => readings[reading] === name)
  const changed = meant.reduce((all, { ruled }) => {
    const isThere = all.some(({ rule }) => isSame(rule, ruled.rule, labelOf))
    return apply(all, { kind: isThere ? 'replace' : 'add', ruled }, labelOf)
  }, rules)
  const choices = files.flatMap((file) => itemsIn(file, edition)).flatMap(({ choose }) => (choose ? [choose] : []))
  return { rules: changed, choice: choices[0] ?? null }
}

/** What the alternative of a reading would put in the place of a rule. */
interface Other {
  readonly reading: string
  readonly name: string
  readonly ruled: Ruled
}

interface Resolved {
  readonly rules: readonly Ruled[]
  readonly others: readonly Other[]
}

function resolved(
  files: readonly File[],
  edition: Edition | null,
  labelOf: (name: string) => string,
  above: readonly Edition[],
): Resolved {
  if (edition !== null && above.includes(edition)) throw new PolicyFault('an edition amends itself')
  const amended = files
    .flatMap(({ items }) => items)
    .find((item): item is Edition => item.kind === 'edition' && item.name.value === edition?.amends?.value)
  const base: Resolved =
    edition === null ? { rules: [], others: [] } : resolved(files, amended ?? null, labelOf, [...above, edition])
  const inOrder = [...files.filter(isModule), ...files.filter((file) => !isModule(file))]
  const said = inOrder.flatMap((file) => itemsIn(file, edition))
  return {
    rules: said.reduce((rules, { change }) => (change ? apply(rules, change, labelOf) : rules), base.rules),
    others: [...base.others, ...said.flatMap(({ others }) => others)],
  }
}

const isModule = (file: File): boolean => file.items.some(({ kind }) => kind === 'module')

interface Found {
  readonly change: Change | null
  readonly choose: Choose | null
  readonly others: readonly Other[]
}

type Heading = Omit<Ruled, 'rule'>

/** What the articles of an edition say; with null, those before the first edition. */
function itemsIn(file: File, wanted: Edition | null): Found[] {
  let current: Edition | null = null
  const found: Found[] = []
  const isOfModule = isModule(file)
  for (const item of file.items) {
    if (item.kind === 'edition') current = item
    if (item.kind !== 'article' || current !== wanted) continue
    const read = (items: readonly Item[], heading: Heading): void => {
      for (const each of items)
        found.push({
          change: changeIn(each, heading),
          choose: each.kind === 'choose' ? each : null,
          others: each.kind === 'reading' ? alternativesOf(each, heading) : [],
        })
    }
    const general = { when: null, over: null, isOfModule }
    read(item.items, general)
    for (const section of item.sections) {
      if (section.kind === 'appliesTo') read(section.items, { ...general, when: section.condition })
      else read(section.items, { ...general, over: section.list.text })
    }
  }
  return found
}

const alternativesOf = ({ name: reading, alternatives }: Reading, heading: Heading): readonly Other[] =>
  alternatives.flatMap(({ name, rule }) =>
    rule ? [{ reading: reading.text, name: name.text, ruled: { rule, ...heading } }] : [],
  )

function changeIn(item: Item, heading: Heading): Change | null {
  switch (item.kind) {
    case 'quote':
    case 'reading':
    case 'notFormalised':
    case 'yearStart':
    case 'choose':
      return null
    case 'replace':
      return item.rule && { kind: 'replace', ruled: { rule: item.rule, ...heading } }
    case 'remove': {
      const { target } = item
      const [isLabel, name] = target.kind === 'text' ? [true, target.value] : [false, target.text]
      return { kind: 'remove', isLabel, name }
    }
    case 'accumulate':
    case 'adjust':
    case 'bands':
    case 'classify':
    case 'listAll':
    case 'define':
    case 'except':
    case 'match':
    case 'move':
    case 'requires':
    case 'split':
    case 'table':
      return { kind: 'add', ruled: { rule: item, ...heading } }
  }
}

function apply(rules: readonly Ruled[], change: Change, labelOf: (name: string) => string): readonly Ruled[] {
  switch (change.kind) {
    case 'add':
      return [...rules, change.ruled]
    case 'remove': {
      const isMeant = ({ rule }: Ruled): boolean =>
        change.isLabel
          ? (rule.kind === 'except' || rule.kind === 'requires') && rule.label.value === change.name
          : isGeneral(rule) && labelOf(rule.name.text) === labelOf(change.name)
      if (!rules.some(isMeant)) throw new PolicyFault(`nothing to remove: ${change.name}`)
      return rules.filter((each) => !isMeant(each))
    }
    case 'replace': {
      const { ruled } = change
      const alike = rules.filter(({ rule }) => isSame(rule, ruled.rule, labelOf))
      const isUnderHeading = ruled.when !== null || ruled.over !== null
      const exact = alike.filter((each) => isUnder(each, ruled))
      const [old, another] = isUnderHeading || exact.length > 0 ? exact : alike
      if (!old || another) throw new PolicyFault('not one rule to replace')
      return rules.map((each) => (each === old ? { ...ruled, when: old.when, over: old.over } : each))
    }
  }
}

type General = Extract<Rule, { readonly kind: 'define' | 'table' | 'bands' | 'classify' | 'listAll' }>
const isGeneral = (rule: Rule): rule is General =>
  ['define', 'table', 'bands', 'classify', 'listAll'].includes(rule.kind)

/** Is it the rule that the other takes the place of: of the same name, or an exception of the same label? */
function isSame(one: Rule, other: Rule, labelOf: (name: string) => string): boolean {
  const isNamed = (a: { readonly text: string }, b: { readonly text: string }): boolean =>
    labelOf(a.text) === labelOf(b.text)
  if (isGeneral(one)) return isGeneral(other) && isNamed(one.name, other.name)
  if (one.kind === 'except') return other.kind === 'except' && one.label.value === other.label.value
  if (one.kind === 'split') return other.kind === 'split' && bare(one.amount) === bare(other.amount)
  if (one.kind === 'move') return other.kind === 'move' && isNamed(one.into, other.into)
  if (one.kind === 'match') return other.kind === 'match' && isNamed(one.dataset, other.dataset)
  if (one.kind === 'requires') return other.kind === 'requires' && one.label.value === other.label.value
  return other.kind === one.kind && isNamed(one.name, other.name)
}

const isUnder = (one: Ruled, other: Ruled): boolean =>
  one.over === other.over &&
  (one.when === null ? null : bare(one.when)) === (other.when === null ? null : bare(other.when))

/** An expression as text, wherever it stands. */
const bare = (expression: Expression): string =>
  JSON.stringify(expression, (key, value: unknown) => (key === 'span' ? undefined : value))
