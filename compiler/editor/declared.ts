import { builtInWords } from '../../grammar/keywords.ts'
import type { Cell, Expression, Row, TopItem } from '../../grammar/tree.ts'
import type { BoundPolicy, DataFile, ParsedFile } from '../bind/bound.ts'
import { bindVocabulary, typeOfCell } from '../bind/vocabulary.ts'
import { namesStatedBy, type Defined } from '../check/symbols.ts'
import type { TypedEdition } from '../check/typed.ts'
import { newReport } from '../problem/report.ts'
import type { FieldType } from '../program/program.ts'
import { rulesIn } from './rules-in.ts'

/** What a name can mean. An `element` is a field of a list, a `word` one that the language knows itself. */
export type DeclaredKind =
  | 'policy'
  | 'decision'
  | 'record'
  | 'list'
  | 'choices'
  | 'member'
  | 'region'
  | 'input'
  | 'element'
  | 'output'
  | 'dataset'
  | 'column'
  | 'term'
  | 'share'
  | 'source'
  | 'edition'
  | 'reading'
  | 'alternative'
  | 'exception'
  | 'requirement'
  | 'example'
  | 'fact'
  | 'file'
  | 'platformField'
  | 'word'

/** One thing that names of a group of files mean. */
export interface Declared {
  readonly kind: DeclaredKind
  readonly label: string
  /** Its other spelling; null where it has one only. */
  readonly id: string | null
  /** The choices of a member, the record of a field, the dataset of a column, the reading of an alternative. */
  readonly of: Declared | null
  /** As a vocabulary declares it. */
  readonly type: FieldType | null
  readonly platform: string | null
  /** The code of a region, the value that a member has in JSON. */
  readonly code: string | null
  /** What the compiler made of it in the editions that state it. */
  readonly defined: readonly { readonly edition: TypedEdition; readonly defined: Defined }[]
}

/** The files that speak of one decision, parsed, and what they were bound and typed to: null and nothing where they could not be. */
export interface SymbolSource {
  readonly files: readonly ParsedFile[]
  readonly data: readonly DataFile[]
  readonly policy: BoundPolicy | null
  readonly editions: readonly TypedEdition[]
}

/** Which declared thing a text is, within a space of names: `value` holds what rules may speak of. */
export interface Spaces {
  find(space: string, text: string): Declared | null
  /** What has a name already, so that another thing could not have it too. */
  taken(by: Declared, text: string): Declared | null
  /** What is declared nowhere here, but is the same wherever it is written. */
  seen(kind: 'fact' | 'file' | 'platformField', text: string): Declared
}

type Given = Partial<Omit<Declared, 'kind' | 'label' | 'defined'>>
type Making = Omit<Declared, 'defined'> & { defined: { edition: TypedEdition; defined: Defined }[] }

/** Everything that the files declare, by label and by identifier. */
export function declare({ files, policy, editions }: SymbolSource): Spaces {
  const spaces = new Map<string, Map<string, Making>>()
  const spaceOf = (space: string): Map<string, Making> => {
    const known = spaces.get(space) ?? new Map<string, Making>()
    spaces.set(space, known)
    return known
  }
  const enter = (space: string, texts: readonly (string | null)[], declared: Making): void => {
    for (const text of texts) if (text && !spaceOf(space).has(text)) spaceOf(space).set(text, declared)
    spacesOf.set(declared, (spacesOf.get(declared) ?? new Set()).add(space))
  }
  const spacesOf = new Map<Declared, Set<string>>()
  const add = (space: string, kind: DeclaredKind, label: string, given: Given = {}): Making => {
    const known = spaceOf(space).get(label) ?? spaceOf(space).get(given.id ?? label)
    if (known) return known
    const declared = { kind, label, id: null, of: null, type: null, platform: null, code: null, ...given, defined: [] }
    enter(space, [label, declared.id], declared)
    return declared
  }
  const items = files.flatMap(({ tree, name }) => tree.items.map((item) => ({ item, file: name })))
  const vocabulary = policy?.vocabulary ?? bindVocabulary(files, newReport())

  for (const { zh, en } of builtInWords) add('word', 'word', zh, { id: en })
  for (const { item } of items)
    if (item.kind === 'choices') {
      const choices = add('type', 'choices', item.label.text, { id: item.id.text })
      for (const [label, id, code] of item.rows.map(cellsOf))
        if (label?.kind === 'name' && id?.kind === 'name')
          add(`member of ${choices.label}`, 'member', label.text, {
            id: id.text,
            of: choices,
            code: code?.kind === 'text' ? code.value : id.text,
          })
    } else if (item.kind === 'regions') {
      for (const [label, id, code] of item.rows.map(cellsOf))
        if (label?.kind === 'name' && id?.kind === 'name')
          add('value', 'region', label.text, { id: id.text, code: code?.kind === 'text' ? code.value : null })
    }
  const decision = policy?.decision ?? decisionOf(files, vocabulary.decisions)
  const sideOf = (id: string): 'input' | 'output' | null => {
    const declared = decision ? [decision] : vocabulary.decisions
    if (declared.some(({ inputs }) => inputs.some((record) => record.id === id))) return 'input'
    return declared.some(({ outputs }) => outputs.some((record) => record.id === id)) ? 'output' : null
  }
  const fields: { readonly field: Making; readonly side: 'input' | 'output' }[] = []
  for (const { item, file } of items)
    if (item.kind === 'record' || item.kind === 'list') {
      const record = add('record', item.kind, item.label.text, { id: item.id.text })
      const side = sideOf(item.id.text)
      const isSingle = decision?.inputs.some(({ id, isList }) => id === item.id.text && !isList) ?? false
      for (const row of item.rows) {
        const [label, id, , platform] = cellsOf(row)
        if (label?.kind !== 'name' || id?.kind !== 'name') continue
        const kind = item.kind === 'list' && !isSingle ? 'element' : (side ?? 'output')
        const field = add(`field of ${item.id.text}`, kind, label.text, {
          id: id.text,
          of: record,
          type: typeOfCell(row.cells[2], file, vocabulary.choices, newReport()),
          platform: platform?.kind === 'name' ? platform.text : null,
        })
        enter('any field', [field.label, field.id], field)
        if (side) fields.push({ field, side })
      }
    } else if (item.kind === 'decisionDeclaration') add('decision', 'decision', item.label.text, { id: item.id.text })
  for (const { field, side } of fields.toSorted((a, b) => Number(a.side === 'output') - Number(b.side === 'output'))) {
    // An output that is called as an input is that input.
    const input = side === 'output' ? spaceOf('value').get(field.label) : undefined
    if (input) for (const text of [field.label, field.id]) spaceOf(`field of ${field.of?.id}`).set(text ?? '', input)
    enter('value', [field.label, field.id], input ?? field)
  }
  for (const { item, file } of items)
    if (item.kind === 'dataset') {
      const dataset = add('dataset', 'dataset', item.label.text, { id: item.id.text })
      for (const row of item.rows) {
        const [label, id] = cellsOf(row)
        const type = typeOfCell(row.cells[2], file, vocabulary.choices, newReport())
        if (label?.kind === 'name' && id?.kind === 'name')
          add('value', 'column', label.text, { id: id.text, of: dataset, type })
      }
    }

  const statedIn = new Map(
    items
      .flatMap(({ item }) => rulesIn(item))
      .flatMap(namesStatedBy)
      .map(({ name, kind }) => [name.text, kind]),
  )
  const sources = new Set(items.flatMap(({ item }) => (item.kind === 'source' ? item.name.text : [])))
  for (const { item } of items)
    if (item.kind === 'names')
      for (const [label, id] of item.rows.map(cellsOf)) {
        if (label?.kind !== 'name' || id?.kind !== 'name') continue
        const texts = [label.text, id.text]
        const kind = texts.flatMap((text) => statedIn.get(text) ?? [])[0]
        const isSource = texts.some((text) => sources.has(text))
        const named =
          kind || !isSource
            ? add('value', kind ?? 'term', label.text, { id: id.text })
            : add('source', 'source', label.text, { id: id.text })
        if (isSource) enter('source', texts, named)
      }
  for (const [text, kind] of statedIn) if (text) add('value', kind, text)
  for (const edition of editions)
    for (const defined of edition.symbols.defined)
      spaceOf('value').get(defined.label)?.defined.push({ edition, defined })

  for (const { item } of items) declareTexts(item, add)
  return {
    find: (space, text) => (text === '' ? null : (spaces.get(space)?.get(text) ?? null)),
    taken: (by, text) => {
      const own = [...(spacesOf.get(by) ?? [])].filter((space) => space !== 'any field')
      const asked = [...own, ...own.flatMap((space) => besides(space))]
      const found = asked.flatMap((space) => spaces.get(space)?.get(text) ?? [])
      return found.find((each) => each !== by) ?? null
    },
    seen: (kind, text) => add(kind, kind, text),
  }
}

/** The spaces whose names may not be those of a space, since they could stand in the same place. */
function besides(space: string): readonly string[] {
  if (space === 'value') return ['record', 'source']
  if (space === 'record' || space === 'source') return ['value']
  return space === 'exception' || space === 'requirement' ? ['exception', 'requirement'] : []
}

/** What is known by a name or a text of its own, not by a label and an identifier. */
function declareTexts(item: TopItem, add: (space: string, kind: DeclaredKind, label: string, given?: Given) => Making) {
  if (item.kind === 'policy') add('policy', 'policy', item.name.text)
  if (item.kind === 'source') add('source', 'source', item.name.text)
  if (item.kind === 'edition') add('edition', 'edition', item.name.value)
  if (item.kind === 'example') add('example', 'example', item.label.value)
  for (const rule of rulesIn(item)) {
    if (rule.kind === 'except') add('exception', 'exception', rule.label.value)
    if (rule.kind === 'requires') add('requirement', 'requirement', rule.label.value)
  }
  if (item.kind !== 'article') return
  for (const each of [item, ...item.sections].flatMap(({ items }) => items))
    if (each.kind === 'reading') {
      const reading = add('reading', 'reading', each.name.text)
      for (const { name } of each.alternatives)
        add(`alternative of ${reading.label}`, 'alternative', name.text, { of: reading })
    }
}

function decisionOf<Decision extends { readonly label: string; readonly id: string }>(
  files: readonly ParsedFile[],
  decisions: readonly Decision[],
): Decision | null {
  const name = files.flatMap(({ tree }) => tree.items.flatMap((item) => (item.kind === 'decision' ? item.name : [])))[0]
  return decisions.find(({ label, id }) => label === name?.text || id === name?.text) ?? null
}

/** The cells of a row of a declaration: what each says, where it says one thing. */
export const cellsOf = ({ cells }: Row): readonly (Expression | null)[] => cells.map(onlyIn)

/** The one value of a cell; null where it holds several, a range or none. */
export function onlyIn(cell: Cell | undefined): Expression | null {
  const [entry, another] = cell?.kind === 'entries' ? cell.entries : []
  return entry && !another && !entry.to ? entry.value : null
}
