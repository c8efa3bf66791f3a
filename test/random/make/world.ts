import { pick, type Draw } from '../draw.ts'
import type { Words } from './words.ts'

export type Kind =
  | 'money'
  | 'rate'
  | 'points'
  | 'number'
  | 'months'
  | 'days'
  | 'age'
  | 'date'
  | 'region'
  | 'boolean'
  | 'text'
  | 'texts'
  | 'choice'
  | 'schedule'

export interface Type {
  readonly kind: Kind
  /** Digits after the point that a value can have at most, in yuan, parts of one or months; null: no number is enough. */
  readonly decimals: number | null
  readonly choices: ChoiceType | null
  readonly isOptional: boolean
  readonly isOpenEnded: boolean
  /** A date that comes in, or out, as a month. */
  readonly isMonth?: boolean
}

export interface ChoiceType {
  readonly label: string
  readonly id: string
  readonly members: readonly { readonly label: string; readonly id: string; readonly json: string | null }[]
}

/** The condition under which the rules of a section hold, and the names that it speaks of. */
export interface Section {
  readonly condition: string
  readonly subjects: ReadonlySet<Known>
}

/** What a rule can speak of: a field of the input, a term, a share. */
export interface Known {
  readonly label: string
  readonly id: string
  readonly role: 'input' | 'term' | 'share'
  readonly type: Type
  /** Stated about each element of the list. */
  readonly over: boolean
  /** The section outside of which it has no value. */
  readonly where: Section | null
  /** The names that its rules use. */
  readonly uses: Set<Known>
  /** A yearly figure. */
  readonly isYearly: boolean
  /** A share that takes at most a small constant amount, or is no `up to` line at all. */
  readonly isSmall: boolean
}

export interface World {
  readonly draw: Draw
  readonly words: Words
  /** Now and then do what a careful author would not: leave roundings out, use what holds elsewhere. */
  readonly isReckless: boolean
  readonly choices: readonly ChoiceType[]
  readonly regions: readonly { readonly label: string; readonly id: string; readonly code: string }[]
  readonly list: { readonly label: string; readonly id: string } | null
  readonly selector: Known
  readonly edition: { readonly from: string; readonly until: string; readonly isOnly: boolean }
  /** Grows while the policy is made. */
  readonly known: Known[]
  /** Any condition: what numbers need of condition.ts. */
  readonly condition: (scope: Scope, depth: number) => Expression
  readonly freshName: (kind: string) => { readonly label: string; readonly id: string }
}

/** A written expression. `rank` says how tightly it holds together, see leaf.ts. */
export interface Expression {
  readonly text: string
  readonly rank: number
  readonly type: Type
}

/** Where an expression stands, and what it uses. */
export interface Scope {
  readonly over: boolean
  readonly section: Section | null
  readonly isInFold: boolean
  readonly uses: Set<Known>
}

export const generally = (): Scope => ({ over: false, section: null, isInFold: false, uses: new Set() })
export const inSection = (section: Section | null): Scope => ({ ...generally(), section })
export const ofEach = (): Scope => ({ ...generally(), over: true })

export function typeOf(kind: Kind, decimals: number | null = 0, choices: ChoiceType | null = null): Type {
  return { kind, decimals, choices, isOptional: false, isOpenEnded: false }
}

/** What can be named in a place. */
export function visible(world: World, scope: Scope, isWanted: (known: Known) => boolean): Known[] {
  return world.known.filter(
    (known) =>
      (!known.over || scope.over) && (known.where === null || known.where === scope.section) && isWanted(known),
  )
}

/** The name as it is written, by its label or by its identifier. */
export function use(world: World, scope: Scope, known: Known): string {
  scope.uses.add(known)
  return pick(world.draw, [known.label, known.label, known.id])
}

/** Do the rules of a name, or those of the names that it uses, use another? */
export function restsOn(names: Iterable<Known>, other: Known, seen = new Set<Known>()): boolean {
  for (const name of names) {
    if (name === other) return true
    if (seen.has(name)) continue
    seen.add(name)
    if (restsOn(name.uses, other, seen)) return true
  }
  return false
}

/** Adds a name to the world. */
export function learn(
  world: Pick<World, 'known'>,
  name: Pick<Known, 'label' | 'id' | 'role' | 'type'> & Partial<Known>,
): Known {
  const known: Known = { over: false, where: null, uses: new Set(), isYearly: false, isSmall: true, ...name }
  world.known.push(known)
  return known
}
