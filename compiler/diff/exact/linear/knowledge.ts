import { compare, fraction, type Rational } from '../../../../runtime/rational.ts'
import { atomsIn, type Form, type Graph, type Range } from './forms.ts'
import { once } from '../../../once.ts'
import { System, tightened } from './system.ts'

/** What systems of conditions were found to say, for all ways. */
export class Answers {
  readonly least = new Map<string, Rational | null>()
  readonly possible = new Map<string, boolean>()
  readonly #numbers = new Map<string, number>()

  /** A form's number, the same for the same form. */
  numberOf({ key }: Form): number {
    const known = this.#numbers.get(key) ?? this.#numbers.size
    this.#numbers.set(key, known)
    return known
  }
}

/** Conditions that have something to do with each other, however indirectly. */
interface Component {
  readonly forms: Map<number, Form>
  readonly atoms: Set<number>
  key: string | null
}

/** The conditions that are known to hold along a way, each at least zero. */
export class Knowledge {
  readonly #graph: Graph
  readonly #answers: Answers
  readonly #forms = new Set<string>()
  readonly #components = new Map<number, Component>()
  /** Of atoms, where conditions on one alone say more than what holds anyway. */
  readonly #bounds = new Map<number, Range>()

  constructor(graph: Graph, answers: Answers) {
    this.#graph = graph
    this.#answers = answers
  }

  /** False where it was known. */
  add(form: Form): boolean {
    if (this.#forms.has(form.key)) return false
    this.#forms.add(form.key)
    const atoms = atomsIn(form, this.#graph)
    const [first = newComponent(), ...others] = this.#componentsOf(atoms).toSorted(
      (a, b) => b.atoms.size - a.atoms.size,
    )
    for (const other of others) this.#extend(first, other.atoms, other.forms)
    this.#extend(first, atoms, [[this.#answers.numberOf(form), form]])
    if (form.terms.length === 1) this.#bound(tightened(form, this.#graph))
    return true
  }

  #bound({ terms, constant }: Form): void {
    const [[atom, factor]] = terms as readonly [readonly [number, Rational]]
    const bound = fraction(-constant.n * factor.d, constant.d * factor.n)
    const { least, most } = this.#rangeOf(atom)
    if (factor.n > 0n && (!least || compare(bound, least) > 0)) this.#bounds.set(atom, { least: bound, most })
    if (factor.n < 0n && (!most || compare(bound, most) < 0)) this.#bounds.set(atom, { least, most: bound })
  }

  #rangeOf(atom: number): Range {
    return this.#bounds.get(atom) ?? this.#graph.atoms[atom]!.range
  }

  /** Bounds of a form that are seen at once; there may be closer ones. */
  range(form: Form): Range {
    return this.#graph.range(form, (atom) => this.#rangeOf(atom))
  }

  #extend(component: Component, atoms: Iterable<number>, forms: Iterable<readonly [number, Form]>): void {
    component.key = null
    for (const [id, form] of forms) component.forms.set(id, form)
    for (const atom of atoms) {
      component.atoms.add(atom)
      this.#components.set(atom, component)
    }
  }

  /** The least that a form can be; null where there is no bound. */
  least(form: Form): Rational | null {
    const related = this.#relatedTo([form])
    const key = `${this.#answers.numberOf(form)} of ${keyOf(related)}`
    return once(this.#answers.least, key, () => systemOf(related, this.#graph).least(form))
  }

  /** Can the form be at least zero? */
  allows(form: Form): boolean {
    return this.allowsAll([form])
  }

  /** Can all of them be at least zero at once? */
  allowsAll(forms: readonly Form[]): boolean {
    const related = this.#relatedTo(forms)
    const key = `${forms.map((each) => this.#answers.numberOf(each)).join('+')} of ${keyOf(related)}`
    return once(this.#answers.possible, key, () => {
      const system = systemOf(related, this.#graph)
      for (const each of forms) system.require(each)
      return system.isFeasible()
    })
  }

  /** Can all of it hold at once? */
  isConsistent(): boolean {
    return [...new Set(this.#components.values())].every((each) =>
      once(this.#answers.possible, keyOf([each]), () => systemOf([each], this.#graph).isFeasible()),
    )
  }

  /** What has a say in forms: nothing else bounds them. */
  #relatedTo(forms: readonly Form[]): readonly Component[] {
    const atoms = new Set<number>()
    for (const each of forms) atomsIn(each, this.#graph, atoms)
    return this.#componentsOf(atoms)
  }

  #componentsOf(atoms: Iterable<number>): readonly Component[] {
    const found = new Set<Component>()
    for (const atom of atoms) {
      const component = this.#components.get(atom)
      if (component) found.add(component)
    }
    return [...found]
  }
}

function newComponent(): Component {
  return { forms: new Map(), atoms: new Set(), key: null }
}

function keyOf(components: readonly Component[]): string {
  const own = (component: Component): string =>
    (component.key ??= [...component.forms.keys()].toSorted((a, b) => a - b).join(' '))
  return components.map(own).toSorted().join(', ')
}

function systemOf(components: readonly Component[], graph: Graph): System {
  const system = new System(graph)
  for (const { forms } of components) for (const each of forms.values()) system.require(each)
  return system
}
