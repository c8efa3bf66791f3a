import { identitiesAmong } from '../platform/identities.ts'
import { plainType } from '../diff/exact/ways/symbolic.ts'
import { and, booleanType, exactConstant, not, or, refsIn } from '../program/build.ts'
import { subtractExact } from '../program/exact.ts'
import type { Definition, Expr, Origin, OutputField, Place, Program, SplitInfo } from '../program/program.ts'
import type { Exact, Type } from '../program/type.ts'
import type { PropertyKind } from './proof.ts'

/** A condition that has to hold of every case; `about` are the values that a refutation shows. */
export interface Claim {
  readonly kind: Exclude<PropertyKind, 'monotone'>
  readonly name: string
  readonly place: Place
  readonly condition: Expr
  readonly about: readonly { readonly name: string; readonly value: Expr }[]
}

/**
 * What has to hold of a program, whatever its policy is about: its own promises; that no split loses or makes money,
 * and that the parties pay the total, as the platform's fields say who pays what; that no amount of money is negative;
 * that every rate lies within 0 and 100 %.
 */
export function claimsOf(program: Program): readonly Claim[] {
  return [
    ...program.invariants.map((each) => promise(each, program)),
    ...program.splits.filter(({ over }) => over === null).map((split) => wholeSplit(split, program)),
    ...accounts(program),
    ...amounts(program),
    ...program.definitions.filter(({ over }) => over === null).flatMap(rates),
  ]
}

function promise({ label, condition, origin }: Program['invariants'][number], { definitions }: Program): Claim {
  const place = placeOf(origin)
  const about = [...refsIn(condition)].flatMap((id) => {
    const definition = definitions.find((each) => each.id === id)
    return definition && definition.over === null ? [{ name: definition.label, value: refTo(definition) }] : []
  })
  return { kind: 'promise', name: label, place, condition, about }
}

/** The parts of a split are what was split. */
function wholeSplit({ label, amount, when, lines, origin }: SplitInfo, { definitions }: Program): Claim {
  const place = placeOf(origin)
  const parts = lines.flatMap(({ definition }) => definitions.find(({ id }) => id === definition) ?? []).map(refTo)
  const names = lines.map(({ into }) => into)
  return {
    kind: 'conservation',
    name: `${label} = ${names.join(' + ')}`,
    place,
    condition: or([not(when), compared('equal', amount, sumOf(parts, place))], place),
    about: [{ name: label, value: amount }, ...parts.map((value, at) => ({ name: names[at] ?? '', value }))],
  }
}

/** The accounting identities of the platform, as far as the outputs name its fields. */
function accounts({ output }: Program): readonly Claim[] {
  const byField = new Map(
    output.flatMap((each) => (each.platform !== null && each.type.kind === 'money' ? [[each.platform, each]] : [])),
  )
  return identitiesAmong(byField).map(({ left, relation, addends }): Claim => {
    const fields = [left, ...addends].flatMap((field) => byField.get(field) ?? [])
    const [whole, ...parts] = fields as [OutputField, ...OutputField[]]
    const place = whole.value.at
    const sum = sumOf(
      parts.map(({ value }) => value),
      place,
    )
    return {
      kind: 'conservation',
      name: `${whole.label} ${relation === 'equals' ? '=' : '≥'} ${parts.map(({ label }) => label).join(' + ')}`,
      place,
      condition:
        relation === 'equals' ? compared('equal', whole.value, sum) : compared('lessOrEqual', sum, whole.value),
      about: fields.map(({ label, value }) => ({ name: label, value })),
    }
  })
}

/** Outputs, lines of splits and shares of money are not negative. */
function amounts({ output, definitions }: Program): readonly Claim[] {
  const parts = definitions.filter(({ role, over }) => role !== 'term' && over === null)
  const named = [
    ...output.map(({ label, value }) => ({ label, value: stated(value, definitions) })),
    ...parts.map((each) => ({ label: each.label, value: refTo(each) })),
  ]
  const byValue = new Map<string, Claim>()
  for (const { label, value } of named) {
    const isOptional = value.type.kind === 'optional'
    const type = plainType(value.type)
    const key = value.kind === 'ref' ? value.id : `output ${label}`
    if (type.kind !== 'money' || byValue.has(key)) continue
    const { at } = value
    const isAbove = compared('lessOrEqual', exactConstant('0', type, at), value)
    const isAbsent: Expr = { kind: 'isAbsent', value, type: booleanType, at }
    byValue.set(key, {
      kind: 'notNegative',
      name: label,
      place: at,
      condition: isOptional ? or([isAbsent, isAbove], at) : isAbove,
      about: [{ name: label, value }],
    })
  }
  return [...byValue.values()]
}

/** A rate, and the rate of each band, lies within 0 and 100 %. */
function rates(definition: Definition): readonly Claim[] {
  const { label, origin } = definition
  const value = refTo(definition)
  const type = plainType(value.type)
  if (type.kind !== 'rate' && type.kind !== 'schedule') return []
  const at = placeOf(origin)
  const isAbsent: Expr = { kind: 'isAbsent', value, type: booleanType, at }
  const of = type.kind === 'rate' ? [{ part: value, whole: '1', of: type as Type }] : bandsOf(value, type.edges)
  const within = and(
    of.flatMap(({ part, whole, of: each }) => [
      compared('lessOrEqual', exactConstant('0', each, at), part),
      compared('lessOrEqual', part, exactConstant(whole, each, at)),
    ]),
    at,
  )
  return [
    {
      kind: 'rate',
      name: label,
      place: at,
      condition: value.type.kind === 'optional' ? or([isAbsent, within], at) : within,
      about: [{ name: label, value }],
    },
  ]
}

const yuan: Type = { kind: 'money', decimals: null }

/** What of each band's money its rate takes: of the first as much as there is below the second, of the last a yuan. */
function bandsOf(schedule: Expr, edges: readonly Exact[]): readonly { part: Expr; whole: Exact; of: Type }[] {
  const { at } = schedule
  const starts = ['0', ...edges]
  return starts.map((start, index) => {
    const end = starts[index + 1]
    const whole = end === undefined ? '1' : subtractExact(end, start)
    const [from, to] = [start, end ?? subtractExact(start, '-1')].map((each) => exactConstant(each, yuan, at))
    return { part: { kind: 'integrate', schedule, from: from!, to: to!, type: yuan, at }, whole, of: yuan }
  })
}

function compared(operator: 'equal' | 'lessOrEqual', left: Expr, right: Expr): Expr {
  return { kind: 'compare', operator, left, right, type: booleanType, at: left.at }
}

function sumOf(parts: readonly Expr[], at: Place): Expr {
  const [first, ...rest] = parts
  if (!first) return exactConstant('0', yuan, at)
  return rest.reduce<Expr>(
    (left, right) => ({ kind: 'arithmetic', operator: 'add', left, right, type: yuan, at }),
    first,
  )
}

function refTo({ id, type, origin }: Definition): Expr {
  return { kind: 'ref', id, type, at: placeOf(origin) }
}

/** A name, at the place where the policy says what it is. */
function stated(value: Expr, definitions: readonly Definition[]): Expr {
  const definition = definitions.find(({ id }) => value.kind === 'ref' && id === value.id)
  return definition ? refTo(definition) : value
}

function placeOf({ file, start, end }: Origin): Place {
  return { file, start, end }
}
