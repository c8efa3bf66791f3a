import type { Field, Program } from '../../program/program.ts'
import { namesIn, readSpec, type Names } from './read-spec.ts'
import type { Both, DrawnField, DrawnList, Group, Weights, WeightsFault } from './weights.ts'
import { isPart, type Part } from './weights-text.ts'
import { decisionName } from '../../program/decision-name.ts'

/**
 * Reads how bills for a program are drawn. All inputs need to be drawn, of two that exclude each other the one that is
 * spoken of. What is wrong is told all at once; then there are no weights.
 */
export function readWeights(
  written: unknown,
  program: Program,
): { readonly weights: Weights | null; readonly faults: readonly WeightsFault[] } {
  const reader = new WeightsReader(program)
  const weights = reader.read(written)
  return { weights: reader.faults.length === 0 ? weights : null, faults: reader.faults }
}

const count: Field = { path: 'count', label: '', type: { kind: 'months', optional: false }, platform: null }

class WeightsReader {
  readonly faults: WeightsFault[] = []
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  read(written: unknown): Weights {
    const all = this.#part(written, '')
    this.#onlyKeys(all, ['decision', 'assumptions', 'groups', 'fields', 'lists'], '')
    const name = decisionName(this.#program)
    if (all['decision'] !== undefined && all['decision'] !== name)
      this.#fault('otherDecision', 'decision', all['decision'])
    const assumptions = this.#list(all['assumptions'] ?? [], 'assumptions')
    const said: Both[] = assumptions.flatMap((each, at) => this.#both(each, `assumptions.${at}`) ?? [])
    const groups = Object.entries(this.#part(all['groups'], 'groups'))
    if (groups.length === 0) this.#fault('missing', 'groups', undefined)
    const read = groups.map(([id, group]) => this.#group(id, this.#part(group, `groups.${id}`), all, said))
    if (read.length > 0 && read.every(({ weight }) => weight === 0n)) this.#fault('noWeight', 'groups', undefined)
    return { groups: read, assumptions: unique(said) }
  }

  #group(id: string, written: Part, all: Part, said: Both[]): Group {
    const at = `groups.${id}`
    this.#onlyKeys(written, ['weight', 'says', 'fields', 'lists'], at)
    const weight = written['weight']
    if (!isWeight(weight)) this.#fault('notAWeight', `${at}.weight`, weight)
    if (written['says'] !== undefined) said.push(...(this.#both(written['says'], `${at}.says`) ?? []))
    const { fields, lists, eitherOf } = this.#program.input
    const entries = this.#over(all['fields'], 'fields', written['fields'], `${at}.fields`)
    const listEntries = this.#over(all['lists'], 'lists', written['lists'], `${at}.lists`)
    this.#known(
      entries,
      fields.map(({ path }) => path),
      'noSuchField',
    )
    this.#known(
      listEntries,
      lists.map(({ path }) => path),
      'noSuchList',
    )

    const isSpokenOf = (key: string): boolean =>
      listEntries.has(key) || [...entries.keys()].some((path) => path.split('.')[0] === key)
    const left = new Set(
      eitherOf.flatMap(([first, second]) => (isSpokenOf(first) || !isSpokenOf(second) ? second : first)),
    )
    const wanted = fields.filter(({ path }) => !left.has(path.split('.')[0] ?? ''))
    const drawn = this.#fields(wanted, entries, `${at}.fields`, new Map(), said)
    const drawnLists = lists.flatMap((list): readonly DrawnList[] => {
      if (left.has(list.path)) return []
      const found = listEntries.get(list.path)
      if (!found) {
        this.#fault('missing', `${at}.lists.${list.path}`, undefined)
        return []
      }
      const [own, common] = [found.own, found.common].map((each) =>
        each === undefined ? {} : this.#part(each, found.at),
      )
      const merged: Part = { ...common, ...own }
      this.#onlyKeys(merged, ['count', 'says', 'fields'], found.at)
      if (merged['says'] !== undefined) said.push(...(this.#both(merged['says'], `${found.at}.says`) ?? []))
      const ofElements = this.#over(
        common?.['fields'],
        `lists.${list.path}.fields`,
        own?.['fields'],
        `${found.at}.fields`,
      )
      this.#known(
        ofElements,
        list.fields.map(({ path }) => path),
        'noSuchField',
      )
      if (merged['count'] === undefined) this.#fault('missing', `${found.at}.count`, undefined)
      const countSpec = readSpec(merged['count'] ?? { value: 0 }, `${found.at}.count`, count, this.#names(new Map()))
      countSpec.faults.forEach(this.#tell)
      return [
        {
          path: list.path,
          count: countSpec.spec,
          fields: this.#fields(list.fields, ofElements, `${found.at}.fields`, drawn, said, true),
        },
      ]
    })
    return { id, weight: isWeight(weight) ? BigInt(weight) : 0n, fields: drawn, lists: drawnLists }
  }

  /** `around`: the fields of the bill, where these are of an element of a list. */
  #fields(
    fields: readonly Field[],
    entries: ReadonlyMap<string, Entry>,
    at: string,
    around: ReadonlyMap<string, DrawnField>,
    said: Both[],
    isOfElement = false,
  ): ReadonlyMap<string, DrawnField> {
    const types = new Map(
      [...[...around.values()].map(({ field }) => field), ...fields].map((field) => [field.path, field]),
    )
    const drawn = new Map<string, DrawnField>()
    const waiting = new Map(fields.map((field) => [field.path, field]))
    // A field is read when those are that it is drawn from: what is left in the end goes in circles.
    for (let before = -1; before !== waiting.size;) {
      before = waiting.size
      for (const [path, field] of waiting) {
        const entry = entries.get(path)
        if (!entry) {
          waiting.delete(path)
          this.#fault('missing', `${at}.${path}`, undefined)
          continue
        }
        const written = this.#part(entry.own ?? entry.common, entry.at)
        if (namesIn(written).some((name) => waiting.has(name))) continue
        waiting.delete(path)
        const { says, ...spec } = written
        if (says !== undefined) said.push(...(this.#both(says, `${entry.at}.says`) ?? []))
        else if (!isOfElement) said.push(asItStands(path, spec))
        const known = new Map([...around, ...drawn])
        const read = readSpec(spec, entry.at, field, this.#names(types, known))
        read.faults.forEach(this.#tell)
        drawn.set(path, { field, spec: read.spec })
      }
    }
    for (const path of waiting.keys()) this.#fault('circle', entries.get(path)?.at ?? path, undefined)
    // In the order in which bills are written.
    return new Map(
      fields.flatMap(({ path }) => {
        const found = drawn.get(path)
        return found ? [[path, found] as const] : []
      }),
    )
  }

  #names(types: ReadonlyMap<string, Field>, drawn: ReadonlyMap<string, DrawnField> = new Map()): Names {
    return { types, drawn, choices: this.#program.choices }
  }

  /** What is said of each field: by the group itself, and for all groups. */
  #over(common: unknown, commonAt: string, own: unknown, ownAt: string): ReadonlyMap<string, Entry> {
    const [all, mine] = [this.#part(common ?? {}, commonAt), this.#part(own ?? {}, ownAt)]
    return new Map(
      [...new Set([...Object.keys(all), ...Object.keys(mine)])].map((key) => {
        const isOwn = Object.hasOwn(mine, key)
        return [key, { common: all[key], own: mine[key], at: `${isOwn ? ownAt : commonAt}.${key}` }]
      }),
    )
  }

  #known(entries: ReadonlyMap<string, Entry>, paths: readonly string[], kind: 'noSuchField' | 'noSuchList'): void {
    for (const [path, { at }] of entries) if (!paths.includes(path)) this.#fault(kind, at, path)
  }

  #onlyKeys(part: Part, keys: readonly string[], at: string): void {
    for (const key of Object.keys(part))
      if (!keys.includes(key)) this.#fault('unknownKey', at ? `${at}.${key}` : key, key)
  }

  #part(value: unknown, at: string): Part {
    if (isPart(value)) return value
    this.#fault(value === undefined ? 'missing' : 'notAnObject', at, value)
    return {}
  }

  #list(value: unknown, at: string): readonly unknown[] {
    if (Array.isArray(value)) return value
    this.#fault('notBoth', at, value)
    return []
  }

  #both(value: unknown, at: string): readonly Both[] | null {
    if (isPart(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string')
      return [{ zh: value['zh'], en: value['en'] }]
    this.#fault('notBoth', at, value)
    return null
  }

  #fault(kind: WeightsFault['kind'], at: string, found: unknown): void {
    this.#tell({ kind, at, found: JSON.stringify(found) ?? '' })
  }

  // What is said for all groups is read with each of them, and told once.
  #tell = (fault: WeightsFault): void => {
    if (!this.faults.some(({ kind, at }) => kind === fault.kind && at === fault.at)) this.faults.push(fault)
  }
}

interface Entry {
  readonly common: unknown
  readonly own: unknown
  readonly at: string
}

function isWeight(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** An assumption of which the file says no sentence. */
function asItStands(path: string, spec: unknown): Both {
  const text = `${path}: ${JSON.stringify(spec)}`
  return { zh: text, en: text }
}

function unique(said: readonly Both[]): readonly Both[] {
  return [...new Map(said.map((each) => [`${each.zh}\n${each.en}`, each])).values()]
}
