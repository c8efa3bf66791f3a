import { between, chance, pick, shuffle } from '../draw.ts'
import { makeMove, makeSplit } from './split.ts'
import {
  generally,
  inSection,
  learn,
  restsOn,
  typeOf,
  use,
  visible,
  type Known,
  type Section,
  type Scope,
  type World,
} from './world.ts'

/** Where rules of a section go; null is no section. */
export interface RulePlace {
  readonly items: string[]
  readonly section: Section | null
}

/** Amounts taken apart, and what has become of each. */
export class Sharing {
  readonly #world: World
  readonly #split = new Set<Known>()
  readonly #moved = new Set<Known>()
  /** By amount, the shares that its splits made. */
  readonly #sharedOut = new Map<Known, Set<Known>>()
  /** By share, from how many amounts it has something. */
  readonly #sources = new Map<Known, number>()

  constructor(world: World) {
    this.#world = world
  }

  /** Takes an amount apart, in every case. */
  splitGenerally(items: string[]): void {
    const amount = this.#openAmount()
    if (!amount) return
    const made = makeSplit(this.#world, amount, null, () => inSection(null), this.#reusable())
    items.push(made.text)
    this.#remember(amount, made.shares)
  }

  /** Takes an amount apart in each section, into shares that are partly the same. */
  splitBySection(places: readonly RulePlace[]): void {
    const amount = this.#openAmount()
    if (!amount || places.some(({ section }) => section && restsOn(section.subjects, amount))) return
    const { known } = this.#world
    const before = known.filter((each) => each !== undefined)
    const own: Known[] = []
    for (const { items, section } of places) {
      const frozen: World = { ...this.#world, known: [...before] }
      const made = makeSplit(frozen, amount, section, () => inSection(section), [...own, ...this.#reusable()])
      items.push(made.text)
      for (const share of made.shares) {
        if (!own.includes(share)) own.push(share)
        if (!known.includes(share)) known.push(share)
      }
      this.#remember(amount, made.shares)
    }
  }

  /** Moves something out of shares that nothing has taken apart. */
  move(items: string[]): void {
    const { draw, known } = this.#world
    const leaves = this.leaves()
    const outOf = shuffle(draw, leaves).slice(0, between(draw, 1, 2))
    const [first, second] = outOf
    if (!first || (second && restsOn([first], second))) return
    const rest = leaves.filter((share) => !outOf.includes(share) && !restsOn(outOf, share))
    const isOld = rest.length > 0 && chance(draw, 25)
    const into = isOld
      ? pick(draw, rest)
      : learn(this.#world, { ...this.#world.freshName('share'), role: 'share', type: typeOf('money', 2) })
    const taking = [...outOf, into]
    const usable = known.filter((each) => !taking.some((share) => restsOn([each], share)))
    items.push(makeMove({ ...this.#world, known: usable }, generally(), outOf, into))
    for (const share of taking) this.#moved.add(share)
  }

  /** A change of a yearly figure. */
  accumulation(scope: Scope): string {
    const { draw, words } = this.#world
    const figure = pick(
      draw,
      visible(this.#world, scope, ({ isYearly }) => isYearly),
    )
    const amounts = visible(this.#world, scope, (known) => isWholeMoney(known) && !known.isYearly)
    const parts = Array.from({ length: pick(draw, [1, 1, 2]) }, () =>
      amounts.length > 0 ? use(this.#world, scope, pick(draw, amounts)) : words.quantity('1', 'yuan'),
    )
    const accumulate = `${words.keyword('Accumulate')} ${figure.label}`
    if (chance(draw, 70)) return `${accumulate} ${words.keyword('Adds')} ${parts.join(' + ')}`
    // No more than there is, or most cases would be refused.
    const lesser = `${words.word('较小者', 'lesser')}${words.parens([figure.label, ...parts].join(words.comma))}`
    return `${accumulate} ${words.keyword('Subtracts')} ${lesser}`
  }

  /** Shares that nothing has taken apart. */
  leaves(): Known[] {
    return this.#world.known.filter((known) => known.role === 'share' && !this.#split.has(known))
  }

  /** Amounts that are exactly the sum of shares to which nothing else goes. */
  sums(): { readonly amount: Known; readonly shares: readonly Known[] }[] {
    return [...this.#sharedOut].flatMap(([amount, shares]) => {
      const isOwn = [...shares].every((share) => this.#sources.get(share) === 1 && !this.#moved.has(share))
      return isOwn && !this.#moved.has(amount) ? [{ amount, shares: [...shares] }] : []
    })
  }

  /** An input, a share or sometimes a term that nothing has taken apart yet. */
  #openAmount(): Known | null {
    const { draw } = this.#world
    const isOpen = (known: Known): boolean => !known.isYearly && !this.#split.has(known) && !this.#moved.has(known)
    const amounts = visible(
      this.#world,
      generally(),
      (known) => isWholeMoney(known) && isOpen(known) && (known.role !== 'term' || chance(draw, 20)),
    )
    return amounts.length === 0 ? null : pick(draw, amounts)
  }

  #reusable(): Known[] {
    return chance(this.#world.draw, 15) ? this.leaves() : []
  }

  #remember(amount: Known, shares: readonly Known[]): void {
    this.#split.add(amount)
    const all = this.#sharedOut.get(amount) ?? new Set()
    this.#sharedOut.set(amount, all)
    for (const share of shares) {
      if (!all.has(share)) this.#sources.set(share, (this.#sources.get(share) ?? 0) + 1)
      all.add(share)
    }
  }
}

function isWholeMoney({ type }: Known): boolean {
  return type.kind === 'money' && type.decimals !== null && type.decimals <= 2 && !type.isOptional
}
