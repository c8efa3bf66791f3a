import { inputKey } from '../bind/vocabulary.ts'
import { byId } from '../check/by-id.ts'
import { elementKey, fieldType } from '../check/field-type.ts'
import { dateText } from '../check/literals.ts'
import { isNotNegative, rangeOf } from '../check/range.ts'
import type { Defined } from '../check/symbols.ts'
import type { TypedEdition } from '../check/typed.ts'
import { exactConstant, refsIn } from '../program/build.ts'
import type { Definition, Expr, Field, InputSchema, OutputField, Program } from '../program/program.ts'
import { lowerShares, notBelowZero } from './shares.ts'
import { lowerDatasets } from './datasets.ts'
import { lowerTerm } from './terms.ts'

/** Do two conditions exclude each other? What the shares ask to know whether their lines can stand as cases of one value. */
export type Exclude = (a: Expr | null, b: Expr | null) => boolean

/** The program of one edition. Call only when checking found no error. */
export function lower(typed: TypedEdition, exclude: Exclude): Program {
  const { policy, edition } = typed
  const shares = lowerShares(typed, exclude)
  const required = new Set<string>()
  for (const { condition } of typed.requirements) refsIn(condition, required)
  const definitions = inOrder(
    [...typed.terms.flatMap((term) => lowerTerm(term, typed)), ...shares.definitions],
    required,
  )
  const selectedBy = typed.symbols.meanings.get(edition.selectedBy?.text ?? '')
  const outputs = new Set(policy.decision.outputs.flatMap(({ fields }) => fields.map(({ id }) => id)))
  return {
    policy: { id: policy.id, label: policy.label },
    decision: { id: policy.decision.id, label: policy.decision.label },
    edition: {
      name: edition.edition.name.value,
      from: edition.edition.from && dateText(edition.edition.from),
      until: edition.edition.until && dateText(edition.edition.until),
      selectedBy: selectedBy?.kind === 'input' ? selectedBy.field.id : '',
    },
    yearStart: policy.yearStart && { month: policy.yearStart.month, day: policy.yearStart.day },
    choices: policy.vocabulary.choices,
    input: inputSchema(typed),
    output: outputFields(typed, new Set(definitions.map((each) => each.id))),
    definitions,
    splits: shares.splits,
    requirements: typed.requirements,
    invariants: typed.invariants,
    monotonies: typed.monotonies,
    datasets: lowerDatasets(definitions, policy.datasets),
    sources: policy.sources,
    articles: policy.articles,
    quotes: policy.quotes,
    readings: policy.readings,
    platform: policy.platform.filter(({ of }) => of === null || outputs.has(of)),
    files: edition.files,
  }
}

function inputSchema({ policy }: TypedEdition): InputSchema {
  const fields = (record: (typeof policy.decision.inputs)[number]): Field[] =>
    record.fields.map((field) => ({
      path: record.isList ? elementKey(field) : field.id,
      label: field.label,
      type: field.type,
      platform: field.platform,
    }))
  return {
    fields: policy.decision.inputs.filter((record) => !record.isList).flatMap(fields),
    lists: policy.decision.inputs
      .filter((record) => record.isList)
      .map((record) => ({ path: record.id, label: record.label, fields: fields(record) })),
    eitherOf: policy.decision.eitherOf.map(([first, second]) => [inputKey(first), inputKey(second)]),
  }
}

function outputFields(typed: TypedEdition, known: ReadonlySet<string>): OutputField[] {
  const { policy, symbols } = typed
  const at = { file: policy.place.file, ...policy.place.span }
  return policy.decision.outputs.flatMap((record) =>
    record.fields.flatMap((field): OutputField[] => {
      const meaning = symbols.meanings.get(field.id)
      const { id: path, label, platform } = field
      const asMonth = field.type.kind === 'yearMonth' && { asMonth: true }
      if (meaning?.kind === 'input') {
        const type = fieldType(meaning.field.type)
        const before: Expr = { kind: 'input', path: meaning.field.id, type, at }
        const value = accumulated(before, meaning.field.id, meaning.field.label, typed)
        return [{ path, label, platform, ...asMonth, type, value }]
      }
      if (meaning && isDefined(meaning) && known.has(meaning.id)) {
        const type = definedType(typed, meaning)
        return [{ path, label, platform, ...asMonth, type, value: { kind: 'ref', id: meaning.id, type, at } }]
      }
      return []
    }),
  )
}

function isDefined(meaning: { kind: string }): meaning is Defined {
  return meaning.kind === 'term' || meaning.kind === 'share'
}

function definedType(typed: TypedEdition, defined: Defined): Expr['type'] {
  return byId(typed).terms.get(defined.id)?.type ?? { kind: 'money', decimals: 2 }
}

/** A yearly figure after the case: what it was, and what this case adds or takes away. */
function accumulated(before: Expr, path: string, label: string, typed: TypedEdition): Expr {
  const changes = typed.accumulations.filter((each) => each.path === path)
  const canFall = changes.some(({ sign, amount }) => sign === 'subtracts' || !isNotNegative(rangeOf(amount, typed)))
  const after = changes.reduce<Expr>((sum, { sign, amount, when, origin }) => {
    const { at, type } = amount
    const zero = exactConstant('0', { kind: 'money', decimals: 0 }, at)
    const part: Expr = when
      ? { kind: 'cases', branches: [{ when, value: amount, origin }], otherwise: zero, type, at }
      : amount
    return {
      kind: 'arithmetic',
      operator: sign === 'adds' ? 'add' : 'subtract',
      left: sum,
      right: part,
      type: before.type,
      at,
    }
  }, before)
  return canFall ? notBelowZero(after, path, label) : after
}

/** Definitions so that each uses only earlier ones; first those that are required, otherwise as they stand in the file. */
function inOrder(definitions: readonly Definition[], required: ReadonlySet<string>): Definition[] {
  const byId = new Map(definitions.map((each) => [each.id, each]))
  const ordered = new Map<string, Definition>()
  const visit = (definition: Definition): void => {
    if (ordered.has(definition.id)) return
    for (const id of refsIn(definition.value)) {
      const used = byId.get(id)
      if (used && used !== definition) visit(used)
    }
    ordered.set(definition.id, definition)
  }
  const byPlace = [...definitions].sort((a, b) =>
    a.origin.file < b.origin.file ? -1 : a.origin.file > b.origin.file ? 1 : a.origin.start - b.origin.start,
  )
  byPlace.filter(({ id }) => required.has(id)).forEach(visit)
  byPlace.forEach(visit)
  return [...ordered.values()]
}
