import type { Choose, Edition, Expression, File, Item, Rule } from '../../../grammar/tree.ts'
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

/**
 * What holds in an edition: what modules say, changed by what the policy says for all editions, by what the editions
 * say that this one amends, and by what it says itself.
 */
export function rulesOf(
  files: readonly File[],
  edition: Edition,
  labelOf: (name: string) => string,
  above: readonly Edition[] = [],
): EditionRules {
  const isModule = (file: File): boolean => file.items.some(({ kind }) => kind === 'module')
  const amended = files
    .flatMap(({ items }) => items)
    .find((item): item is Edition => item.kind === 'edition' && item.name.value === edition.amends?.value)
  if (above.includes(edition)) throw new PolicyFault('an edition amends itself')
  const own = files.flatMap((file) => itemsIn(file, edition))
  const base = amended
    ? rulesOf(files, amended, labelOf, [...above, edition]).rules
    : [...files.filter(isModule), ...files.filter((file) => !isModule(file))]
        .flatMap((file) => itemsIn(file, null))
        .reduce((rules, { change }) => (change ? apply(rules, change, labelOf) : rules), [] as readonly Ruled[])
  const choices = own.flatMap(({ choose }) => (choose ? [choose] : []))
  return {
    rules: own.reduce((rules, { change }) => (change ? apply(rules, change, labelOf) : rules), base),
    choice: choices[0] ?? null,
  }
}

interface Found {
  readonly change: Change | null
  readonly choose: Choose | null
}

/** What the articles of an edition say; with null, those before the first edition. */
function itemsIn(file: File, wanted: Edition | null): Found[] {
  let current: Edition | null = null
  const found: Found[] = []
  for (const item of file.items) {
    if (item.kind === 'edition') current = item
    if (item.kind !== 'article' || current !== wanted) continue
    const read = (items: readonly Item[], when: Expression | null, over: string | null): void => {
      for (const each of items)
        found.push({ change: changeIn(each, when, over), choose: each.kind === 'choose' ? each : null })
    }
    read(item.items, null, null)
    for (const section of item.sections) {
      if (section.kind === 'appliesTo') read(section.items, section.condition, null)
      else read(section.items, null, section.list.text)
    }
  }
  return found
}

function changeIn(item: Item, when: Expression | null, over: string | null): Change | null {
  switch (item.kind) {
    case 'quote':
    case 'reading':
    case 'notFormalised':
    case 'yearStart':
    case 'choose':
      return null
    case 'replace':
      return item.rule && { kind: 'replace', ruled: { rule: item.rule, when, over } }
    case 'remove': {
      const { target } = item
      const [isLabel, name] = target.kind === 'text' ? [true, target.value] : [false, target.text]
      return { kind: 'remove', isLabel, name }
    }
    case 'accumulate':
    case 'adjust':
    case 'bands':
    case 'classify':
    case 'define':
    case 'except':
    case 'match':
    case 'move':
    case 'split':
    case 'table':
      return { kind: 'add', ruled: { rule: item, when, over } }
  }
}

function apply(rules: readonly Ruled[], change: Change, labelOf: (name: string) => string): readonly Ruled[] {
  switch (change.kind) {
    case 'add':
      return [...rules, change.ruled]
    case 'remove': {
      const isMeant = ({ rule }: Ruled): boolean =>
        change.isLabel
          ? rule.kind === 'except' && rule.label.value === change.name
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
      return rules.map((each) => (each === old ? { ...old, rule: ruled.rule } : each))
    }
  }
}

type General = Extract<Rule, { readonly kind: 'define' | 'table' | 'bands' | 'classify' }>
const isGeneral = (rule: Rule): rule is General => ['define', 'table', 'bands', 'classify'].includes(rule.kind)

/** Is it the rule that the other takes the place of: of the same name, or an exception of the same label? */
function isSame(one: Rule, other: Rule, labelOf: (name: string) => string): boolean {
  const isNamed = (a: { readonly text: string }, b: { readonly text: string }): boolean =>
    labelOf(a.text) === labelOf(b.text)
  if (isGeneral(one)) return isGeneral(other) && isNamed(one.name, other.name)
  if (one.kind === 'except') return other.kind === 'except' && one.label.value === other.label.value
  if (one.kind === 'split') return other.kind === 'split' && bare(one.amount) === bare(other.amount)
  if (one.kind === 'move') return other.kind === 'move' && isNamed(one.into, other.into)
  if (one.kind === 'match') return other.kind === 'match' && isNamed(one.dataset, other.dataset)
  return other.kind === one.kind && isNamed(one.name, other.name)
}

const isUnder = (one: Ruled, other: Ruled): boolean =>
  one.over === other.over &&
  (one.when === null ? null : bare(one.when)) === (other.when === null ? null : bare(other.when))

/** An expression as text, wherever it stands. */
const bare = (expression: Expression): string =>
  JSON.stringify(expression, (key, value: unknown) => (key === 'span' ? undefined : value))
