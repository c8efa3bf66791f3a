import type { Cell, Choose, Expression, File, Row, Rule, TopItem } from '../../../grammar/tree.ts'
import { rulesOf, type Readings } from './amend.ts'
import { readDataset, type Dataset } from './datasets.ts'
import { withoutIdle } from './idle.ts'
import { namesOf } from './named.ts'

/** A rule, the condition of its section, and the list of whose elements it speaks. */
export interface Ruled {
  readonly rule: Rule
  readonly when: Expression | null
  readonly over: string | null
  readonly isOfModule: boolean
}

type RuledAs<Kind extends Rule['kind']> = Ruled & { readonly rule: Extract<Rule, { readonly kind: Kind }> }

/** The rules of an edition, in the order of the file; those of terms by the label of the term. */
export interface Rules {
  readonly terms: ReadonlyMap<string, TermRules>
  readonly splits: readonly RuledAs<'split'>[]
  readonly moves: readonly RuledAs<'move'>[]
  readonly accumulations: readonly RuledAs<'accumulate'>[]
  readonly matches: readonly RuledAs<'match'>[]
  readonly requirements: readonly RuledAs<'requires'>[]
  readonly shares: ReadonlySet<string>
}
export interface TermRules {
  /** The list of each of whose elements it is said. */
  readonly over: string | null
  readonly general: readonly RuledAs<'define' | 'table' | 'bands' | 'classify' | 'listAll'>[]
  readonly exceptions: readonly RuledAs<'except'>[]
  readonly adjustments: readonly RuledAs<'adjust'>[]
}

export interface FieldFact {
  readonly label: string
  readonly id: string
  /** The word of the type, without 可空. */
  readonly type: string
  readonly isOptional: boolean
  /** The identifier of the list in which it is a field of the elements. */
  readonly list: string | null
}

/** What a vocabulary and the edition of a policy say, read from their trees by the names that stand there. */
export interface Facts {
  /** By label and identifier of the choices: the members by label and identifier, as JSON has them. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly regions: ReadonlyMap<string, string>
  /** The lists that go in, as lists: their identifiers, by label and identifier. */
  readonly lists: ReadonlyMap<string, string>
  readonly inputs: ReadonlyMap<string, FieldFact>
  readonly outputs: readonly FieldFact[]
  /** Of records of which a case has one or the other: the key in the input, by label and identifier. */
  readonly keys: ReadonlyMap<string, string>
  /** The one name for everything that has several: its label. */
  readonly labelOf: (name: string) => string
  readonly edition: { readonly name: string; readonly from: string; readonly until: string; readonly selector: string }
  readonly rules: Rules
  readonly promises: readonly { readonly label: string; readonly condition: Expression }[]
  readonly policy: string
  readonly datasets: readonly Dataset[]
  /** 孰低, 孰高: between which editions the edition chooses. */
  readonly choice: Choose | null
}

type ItemOf<Kind extends TopItem['kind']> = Extract<TopItem, { readonly kind: Kind }>
const itemsOf = <Kind extends TopItem['kind']>(file: File, kind: Kind): ItemOf<Kind>[] =>
  file.items.filter((item): item is ItemOf<Kind> => item.kind === kind)

/** The facts of each edition. */
export function readFacts(
  vocabulary: File,
  policies: readonly File[],
  data: ReadonlyMap<string, string>,
  readings: Readings,
): Facts[] {
  const choices = new Map(
    itemsOf(vocabulary, 'choices').flatMap(({ label, id, rows }) => {
      const members = new Map(
        rows.flatMap((row) => {
          const value = textAt(row, 2) || nameAt(row, 1)
          return [[nameAt(row, 0), value] as const, [nameAt(row, 1), value] as const]
        }),
      )
      return [[label.text, members] as const, [id.text, members] as const]
    }),
  )
  const regions = new Map(
    itemsOf(vocabulary, 'regions').flatMap(({ rows }) =>
      rows.flatMap((row) => [nameAt(row, 0), nameAt(row, 1)].map((name) => [name, textAt(row, 2)] as const)),
    ),
  )
  const all = <Kind extends TopItem['kind']>(kind: Kind): ItemOf<Kind>[] =>
    policies.flatMap((policy) => itemsOf(policy, kind))
  const about = all('decision')[0]?.name.text
  const decisions = itemsOf(vocabulary, 'decisionDeclaration')
  const decision = decisions.find(({ label, id }) => label.text === about || id.text === about)
  const rowsOf = (...words: string[]): Expression[] =>
    (decision?.rows ?? []).filter((row) => words.includes(nameAt(row, 0))).flatMap((row) => entriesAt(row, 1))
  const [whole, single, out] = [rowsOf('输入', 'input'), rowsOf('单项', 'single'), rowsOf('输出', 'output')]
  const pairs = whole.filter(({ kind }) => kind === 'logic')
  const records = [...itemsOf(vocabulary, 'record'), ...itemsOf(vocabulary, 'list')]
  const recordOf = (name: string): (typeof records)[number] | undefined =>
    records.find(({ label, id }) => label.text === name || id.text === name)
  const fieldsOf = (entries: readonly Expression[], isSingle = false): FieldFact[] =>
    entries.flatMap(alternatives).flatMap((name) => {
      const record = recordOf(nameOf(name))
      const list = record?.kind === 'list' && !isSingle ? record.id.text : null
      return (record?.rows ?? []).map((row) => fieldIn(row, list))
    })
  const inputs = new Map(
    [...fieldsOf(whole), ...fieldsOf(single, true)].flatMap((field) => [
      [field.label, field] as const,
      [field.id, field] as const,
    ]),
  )
  const outputs = fieldsOf(out)
  // An alternative is known by the key that it alone has: of a list its own, of a record the first of its fields.
  const keys = new Map(
    pairs.flatMap(alternatives).flatMap((name) => {
      const record = recordOf(nameOf(name))
      const [first] = fieldsOf([name])
      const key = first?.list ?? first?.id.split('.')[0] ?? ''
      return record ? [record.label.text, record.id.text].map((each) => [each, key] as const) : []
    }),
  )
  const labels = new Map<string, string>()
  for (const field of [...inputs.values(), ...outputs]) labels.set(field.id, field.label)
  for (const { rows } of all('names')) for (const row of rows) labels.set(nameAt(row, 1), nameAt(row, 0))
  const lists = new Map(
    whole.flatMap(alternatives).flatMap((name) => {
      const record = recordOf(nameOf(name))
      return record?.kind === 'list' ? [record.label, record.id].map(({ text }) => [text, record.id.text] as const) : []
    }),
  )
  const promisedNames = all('always').flatMap(({ condition }) => namesOf(condition))
  const common = {
    choices,
    regions,
    lists,
    inputs,
    outputs,
    keys,
    labelOf: (name: string): string => labels.get(name) ?? name,
    promises: all('always').map(({ label, condition }) => ({ label: label.value, condition })),
    policy: all('policy')[0]?.name.text ?? '',
    datasets: all('dataset').map(({ label, id, files, rows }) =>
      readDataset(
        [label.text, id.text],
        rows.map((row) => fieldIn(row, null)),
        files.map(({ value }) => data.get(value) ?? ''),
        choices,
      ),
    ),
  }
  const editions = all('edition')
  const selectorOf = (edition: ItemOf<'edition'>): string => {
    const amended = editions.find(({ name }) => name.value === edition.amends?.value)
    return edition.selectedBy?.text ?? (amended ? selectorOf(amended) : '')
  }
  return editions.map((edition) => {
    const { rules: said, choice } = rulesOf(policies, edition, common.labelOf, readings)
    // Of a record, also of an element by itself, rules speak as of the case.
    const rules = said.map((each) => (each.over !== null && lists.has(each.over) ? each : { ...each, over: null }))
    return {
      ...common,
      edition: {
        name: edition.name.value,
        from: edition.from ? isoOf(edition.from) : '0000-01-01',
        until: edition.until ? isoOf(edition.until) : '9999-12-31',
        selector: selectorOf(edition),
      },
      rules: grouped(
        withoutIdle(rules, [...outputs.map(({ label }) => label), ...promisedNames], common.labelOf),
        common.labelOf,
      ),
      choice,
    }
  })
}

function grouped(all: readonly Ruled[], labelOf: (name: string) => string): Rules {
  const of = <Kind extends Rule['kind']>(...kinds: Kind[]): RuledAs<Kind>[] =>
    all.filter((ruled): ruled is RuledAs<Kind> => (kinds as string[]).includes(ruled.rule.kind))
  const about = <Each extends { readonly rule: { readonly name: { readonly text: string } } }>(
    rules: readonly Each[],
    label: string,
  ): Each[] => rules.filter(({ rule }) => labelOf(rule.name.text) === label)
  const general = of('define', 'table', 'bands', 'classify', 'listAll')
  const [exceptions, adjustments] = [of('except'), of('adjust')]
  const labels = new Set(general.map(({ rule }) => labelOf(rule.name.text)))
  const terms = [...labels].map((label): readonly [string, TermRules] => {
    const own = about(general, label)
    const rest = { exceptions: about(exceptions, label), adjustments: about(adjustments, label) }
    return [label, { over: own[0]?.over ?? null, general: own, ...rest }]
  })
  const [splits, moves] = [of('split'), of('move')]
  const into = [
    ...splits.flatMap(({ rule }) => rule.lines.map((line) => line.into)),
    ...moves.map(({ rule }) => rule.into),
  ]
  const shares = new Set(into.map(({ text }) => labelOf(text)))
  const [accumulations, matches, requirements] = [of('accumulate'), of('match'), of('requires')]
  return { terms: new Map(terms), splits, moves, accumulations, matches, requirements, shares }
}

/** Has some rule of the name bands, or is it made of a name of which that is true? */
export function isBanded(label: string, facts: Pick<Facts, 'rules' | 'labelOf'>): boolean {
  const term = facts.rules.terms.get(label)
  const values = [...(term?.general ?? []), ...(term?.exceptions ?? [])].flatMap(({ rule }) =>
    rule.kind === 'define' || rule.kind === 'except' ? [rule.value.value] : [],
  )
  const hasBands = term?.general.some(({ rule }) => rule.kind === 'bands') ?? false
  return hasBands || values.some((value) => namesIn(value).some((name) => isBanded(facts.labelOf(name), facts)))
}

function namesIn(expression: Expression): string[] {
  if (expression.kind === 'name') return [expression.text]
  if (expression.kind === 'parens') return namesIn(expression.inner)
  return expression.kind === 'arithmetic' ? [...namesIn(expression.left), ...namesIn(expression.right)] : []
}

/** 账单 或者 明细, which are two. */
const alternatives = (entry: Expression): readonly Expression[] => (entry.kind === 'logic' ? entry.operands : [entry])

export const isoOf = ({
  year,
  month,
  day,
}: {
  readonly year: number
  readonly month: number
  readonly day: number
}): string => [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

function fieldIn(row: Row, list: string | null): FieldFact {
  const [type] = entriesAt(row, 2)
  const isOptional = type?.kind === 'call'
  const word = type?.kind === 'call' ? type.arguments[0] : type
  return { label: nameAt(row, 0), id: nameAt(row, 1), type: word ? nameOf(word) : '', isOptional, list }
}

const entriesAt = (row: Row | undefined, index: number): Expression[] => {
  const cell: Cell | undefined = row?.cells[index]
  return cell?.kind === 'entries' ? cell.entries.map(({ value }) => value) : []
}
const nameOf = (expression: Expression): string => (expression.kind === 'name' ? expression.text : '')
const nameAt = (row: Row, index: number): string => entriesAt(row, index).map(nameOf)[0] ?? ''
const textAt = (row: Row, index: number): string => {
  const [expression] = entriesAt(row, index)
  return expression?.kind === 'text' ? expression.value : ''
}
