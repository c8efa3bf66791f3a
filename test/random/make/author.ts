import { between, chance, pick, shuffle, type Draw } from '../draw.ts'
import { condition } from './condition.ts'
import { writeDocument, type Article, type OwnEdition } from './document.ts'
import { makeFamily } from './family.ts'
import { optionalExpression } from './optional.ts'
import { nameSource } from './names.ts'
import { Sharing, type RulePlace } from './sharing.ts'
import { show } from './show.ts'
import { makeTerm } from './term.ts'
import { canBeOutput, inputType, makeChoices, makeInputs, makeRegions, type Inputs, type Output } from './vocabulary.ts'
import type { Words } from './words.ts'
import { generally, inSection, learn, ofEach, typeOf, visible } from './world.ts'
import type { Kind, Known, Scope, Section, Type, World } from './world.ts'

const kinds: readonly Kind[] = [
  ...(['money', 'rate', 'number', 'months', 'points', 'boolean', 'choice', 'date', 'region', 'days', 'age'] as const),
  ...(['schedule', 'text'] as const),
]
const attributeKinds: readonly Kind[] = ['boolean', 'money', 'date', 'region', 'rate', 'months', 'number', 'age']

/** Writes one policy, rule by rule; what it has written so far is what it can speak of. */
export class Author {
  readonly world: World
  readonly inputs: Inputs
  readonly decision: { readonly label: string; readonly id: string }
  readonly results: { readonly label: string; readonly id: string }
  readonly outputs: Output[] = []
  /** Labels of the invariants that hold whatever the rules say. */
  readonly identities: string[] = []
  readonly #draw: Draw
  readonly #words: Words
  readonly #articles: Article[] = []
  readonly #editions: readonly OwnEdition[]
  readonly #sharing: Sharing

  constructor(draw: Draw, words: Words, isReckless: boolean) {
    this.#draw = draw
    this.#words = words
    const freshName = nameSource(draw, words.language)
    const year = between(draw, 2021, 2024)
    const edition = { from: `${year}-01-01`, until: `${year}-12-31`, isOnly: !chance(draw, 20) }
    const choices = makeChoices(draw, freshName)
    const regions = makeRegions(draw)
    const list = chance(draw, 60) ? freshName('list') : null
    const { label, id } = freshName('date')
    const base = { draw, words, isReckless, choices, regions, list, edition, known: [], freshName }
    const selector = learn(base, {
      label,
      id: `case.${id}`,
      role: 'input',
      type: { ...inputType('date', null), isMonth: chance(draw, 15) },
    })
    const world: World = { ...base, selector, condition: (scope, depth) => condition(world, scope, depth) }
    this.world = world
    this.inputs = makeInputs(world)
    this.decision = freshName('decision')
    this.results = freshName('record')
    this.#sharing = new Sharing(world)
    this.#editions = edition.isOnly
      ? [{ name: 'A', ...edition, items: [] }]
      : [
          { name: 'A', from: edition.from, until: `${year}-06-30`, items: [] },
          { name: 'B', from: `${year}-07-01`, until: edition.until, items: [] },
        ]
  }

  /** The text of the policy. */
  write(): string {
    const draw = this.#draw
    if (this.#editions.length > 1) this.#writeEditions()
    const first = this.#article()
    this.#times(1, 4, () => this.#writeTerm(first.general, inSection(null)))
    if (this.world.list) this.#writeAttributes()
    if (chance(draw, 40)) this.#writeOptional(first.general)
    if (chance(draw, 20)) this.#writeTexts(first.general)
    if (chance(draw, 15)) this.#writeRequirement()
    this.#times(1, 4, () => this.#writeStep())
    this.#times(1, 3, () => this.#sharing.splitGenerally(this.#article().general))
    this.#times(0, pick(draw, [0, 0, 1, 2]), () => this.#sharing.move(this.#article().general))
    this.#times(0, 3, () => this.#article().general.push(this.#sharing.accumulation(generally())))
    this.#showAll()
    this.#chooseOutputs()
    return this.#text()
  }

  #times(least: number, most: number, act: () => void): void {
    for (let count = between(this.#draw, least, most); count > 0; count--) act()
  }

  #article(): Article {
    const article = { general: [], sections: [] }
    this.#articles.push(article)
    return article
  }

  #writeStep(): void {
    const step = this.#draw(3)
    if (step === 0) this.#writeTerm(this.#article().general, inSection(null))
    else if (step === 1) this.#sharing.splitGenerally(this.#article().general)
    else this.#writeFamily()
  }

  /** The same names under each edition, with other values. */
  #writeEditions(): void {
    const places = this.#editions.map(({ items }) => ({ items, section: null }))
    this.#times(1, 2, () => this.#writeShared(places))
  }

  #writeFamily(): void {
    const draw = this.#draw
    const family = makeFamily(this.world)
    if (!family) return
    const article = this.#article()
    article.general.push(...family.items)
    const places = family.sections.map((section) => {
      const head = `${this.#words.keyword('AppliesTo')} ${section.condition}${this.#words.colon}`
      const items: string[] = []
      article.sections.push({ head, items })
      return { items, section }
    })
    const anywhere = (act: (place: RulePlace) => void): void => act(pick(draw, places))
    this.#times(0, 1, () => anywhere(({ items, section }) => this.#writeTerm(items, inSection(section))))
    this.#times(1, 2, () => this.#writeShared(places))
    if (chance(draw, 60)) this.#sharing.splitBySection(places)
    if (chance(draw, 30)) anywhere(({ items, section }) => items.push(this.#sharing.accumulation(inSection(section))))
  }

  /** One name with a rule in each place. */
  #writeShared(places: readonly RulePlace[]): void {
    const type = this.#typeFor(pick(this.#draw, kinds))
    const name = this.world.freshName(type.kind)
    const isOutput = this.#isOutput(type)
    const uses = new Set<Known>()
    const decimals = places.map(({ items, section }) => {
      const scope = inSection(section)
      const isFlat = type.kind === 'schedule' && chance(this.#draw, 25)
      const wish = isFlat
        ? { name, type: { ...type, kind: 'rate' as const }, isOutput, isFlat }
        : { name, type, isOutput }
      const made = makeTerm(this.world, scope, wish)
      items.push(...made.items)
      for (const known of [...scope.uses, ...(section?.subjects ?? [])]) uses.add(known)
      return made.decimals
    })
    const all = decimals.includes(null) ? null : Math.max(...decimals.map((each) => each ?? 0))
    this.#learnTerm(name, { ...type, decimals: all }, { uses, isOutput })
  }

  #writeTerm(items: string[], scope: Scope, wanted = pick(this.#draw, kinds)): void {
    // A member of a choice is only known by the type of an output.
    const kind = wanted === 'choice' && (scope.section !== null || scope.over) ? 'boolean' : wanted
    const type = this.#typeFor(kind)
    const name = this.world.freshName(type.kind)
    const isOutput = scope.section === null && !scope.over && this.#isOutput(type)
    const made = makeTerm(this.world, scope, { name, type, isOutput })
    items.push(...made.items)
    for (const subject of scope.section?.subjects ?? []) scope.uses.add(subject)
    const { uses, section: where, over } = scope
    this.#learnTerm(name, { ...type, decimals: made.decimals }, { uses, where, over, isOutput })
  }

  /** A term that is absent where the field is. */
  #writeOptional(items: string[]): void {
    const fields = visible(this.world, generally(), ({ type }) => type.isOptional)
    if (fields.length === 0) return
    const scope = generally()
    const field = pick(this.#draw, fields)
    const name = this.world.freshName(field.type.kind)
    const { text, type } = optionalExpression(this.world, scope, field)
    items.push(`${name.label} ${this.#words.keyword('Means')} ${text}`)
    learn(this.world, { ...name, role: 'term', type, uses: scope.uses })
    // What may be absent comes out, and what may have no end.
    const output = { ...type, isOptional: true, isOpenEnded: false }
    if (canBeOutput(output)) this.outputs.push({ ...name, type: output })
  }

  /** Texts, each under a condition. */
  #writeTexts(items: string[]): void {
    const { world } = this
    const words = this.#words
    const scope = generally()
    const count = between(this.#draw, 1, 3)
    const name = world.freshName('texts')
    const row = (index: number, when: string): string => `  | ${words.text(`${index} "of" ${name.id}`)} | ${when} |`
    const when = (): string => (chance(this.#draw, 15) ? words.keyword('Whatever') : world.condition(scope, 1).text)
    const conditions = Array.from({ length: count }, when)
    const hasElse = chance(this.#draw, 50) && !conditions.includes(words.keyword('Whatever'))
    const rows = [...conditions, ...(hasElse ? [words.keyword('Otherwise')] : [])].map((each, index) =>
      row(index, each),
    )
    items.push([`${words.keyword('ListAll')} ${name.label}`, ...rows].join('\n'))
    const type = typeOf('texts')
    learn(world, { ...name, role: 'term', type, uses: scope.uses })
    this.outputs.push({ ...name, type })
  }

  /** What most cases meet, of the case or of each element of the list. */
  #writeRequirement(): void {
    const { world } = this
    const words = this.#words
    const isOfEach = world.list !== null && chance(this.#draw, 40)
    const condition = world.condition(isOfEach ? ofEach() : generally(), 1).text
    const often = world.condition(isOfEach ? ofEach() : generally(), 1).text
    const either = `${words.parens(condition)} ${words.keyword('Or')} ${words.parens(often)}`
    const item = `${words.keyword('Requires')} ${words.text('required')} ${either}`
    const article = this.#article()
    if (!isOfEach) article.general.push(item)
    else article.sections.push({ head: `${words.keyword('Each')} ${world.list?.label}${words.colon}`, items: [item] })
  }

  #writeAttributes(): void {
    const items: string[] = []
    this.#times(1, 3, () => this.#writeTerm(items, ofEach(), pick(this.#draw, attributeKinds)))
    const head = `${this.#words.keyword('Each')} ${this.world.list?.label}${this.#words.colon}`
    this.#article().sections.push({ head, items })
  }

  #typeFor(kind: Kind): Type {
    return typeOf(kind, 0, kind === 'choice' ? pick(this.#draw, this.world.choices) : null)
  }

  #isOutput(type: Type): boolean {
    return type.kind === 'choice' || (canBeOutput(type) && chance(this.#draw, 85))
  }

  #learnTerm(
    name: { readonly label: string; readonly id: string },
    type: Type,
    more: {
      readonly uses: Set<Known>
      readonly isOutput: boolean
      readonly where?: Section | null
      readonly over?: boolean
    },
  ): void {
    const { uses, where = null, over = false, isOutput } = more
    learn(this.world, { ...name, role: 'term', type, uses, where, over })
    if (isOutput) this.outputs.push({ ...name, type })
  }

  /** What cannot come out itself comes out by way of something that is made of it. */
  #showAll(): void {
    const { general } = this.#article()
    const shown = new Set(this.outputs.map(({ label }) => label))
    const hidden = this.world.known.filter(
      ({ role, where, label, type }) => role === 'term' && where === null && !shown.has(label) && !type.isOptional,
    )
    for (const known of hidden) {
      const scope = generally()
      const shows = chance(this.#draw, 90) ? show(this.world, scope, known) : null
      if (!shows) continue
      const name = this.world.freshName(shows.type.kind)
      general.push(`${name.label} ${this.#words.keyword('Means')} ${shows.text}`)
      this.#learnTerm(name, shows.type, { uses: scope.uses, isOutput: true })
    }
  }

  /** Every share that goes nowhere else is an output; inputs may come out under another identifier. */
  #chooseOutputs(): void {
    const { known, freshName } = this.world
    const leaves = this.#sharing.leaves()
    const shares = known.filter(({ role }) => role === 'share')
    this.outputs.push(...shares.filter((share) => leaves.includes(share) || chance(this.#draw, 30)))
    const fields = known.filter(({ role, over, isYearly }) => role === 'input' && !over && !isYearly)
    for (const { label, type } of fields) {
      if (chance(this.#draw, 8)) this.outputs.push({ label, id: freshName('share').id, type })
    }
  }

  #text(): string {
    const isOutput = (label: string): boolean => this.outputs.some((output) => output.label === label)
    return writeDocument(this.world, {
      decision: this.decision,
      articles: chance(this.#draw, 30) ? shuffle(this.#draw, this.#articles) : this.#articles,
      editions: this.#editions,
      invariants: [...this.#sums(), ...(chance(this.#draw, 6) ? [this.#promise()] : [])],
      names: this.world.known.filter(({ role, label }) => role !== 'input' && !isOutput(label)),
    })
  }

  /** What was split is the sum of its shares. */
  #sums(): string[] {
    const words = this.#words
    return this.#sharing.sums().map(({ amount, shares }, index) => {
      const label = `sum ${index}`
      this.identities.push(label)
      const sum = shares.map((share) => share.label).join(' + ')
      return `${words.keyword('Always')} ${words.text(label)} ${amount.label} ${words.keyword('Equals')} ${sum}`
    })
  }

  /** A promise that some case may break. */
  #promise(): string {
    const words = this.#words
    return `${words.keyword('Always')} ${words.text('promise')} ${this.world.condition(generally(), 1).text}`
  }
}
