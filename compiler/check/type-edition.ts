import type { Expression, Match, Name, Rule } from '../../grammar/tree.ts'
import { unknownList, type BoundEdition, type BoundPolicy, type BoundRule } from '../bind/bound.ts'
import { near } from '../bind/near.ts'
import { and } from '../program/build.ts'
import type { Expr, Origin } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { Report } from '../problem/report.ts'
import { decimalsIn } from './arithmetic.ts'
import { elaborateBands } from './bands.ts'
import { commonType, bareNumberForRate } from './cells.ts'
import { rateOf } from './rate.ts'
import type { Dependencies } from './cycles.ts'
import { refuseChange } from './readings.ts'
import { describeType, isNumeric, isUnknown, join, unknown, widest } from './describe-type.ts'
import { condition, elaborate, elaborateAmount, knownNames, roundings } from './expression.ts'
import { fieldType } from './field-type.ts'
import { date } from './literals.ts'
import { elaborateMatch, lookup, type Key } from './match.ts'
import { fail, placeOf, type Scope } from './scope.ts'
import { languageOf, nameIn } from './spelling.ts'
import { collectSymbols, type Defined } from './symbols.ts'
import { elaborateListAll } from './list-all.ts'
import { elaborateMonotony } from './monotony.ts'
import { elaborateRequirement } from './requirement.ts'
import { elaborateClassify, elaborateTable } from './table.ts'
import type {
  Contribution,
  TypedAccumulation,
  TypedAdjustment,
  TypedEdition,
  TypedException,
  TypedLine,
  TypedMove,
  TypedSplit,
  TypedTerm,
} from './typed.ts'

/** Types every rule of one edition. Names are typed after those they rest on, so the order of the file does not matter. */
export function typeEdition(
  policy: BoundPolicy,
  edition: BoundEdition,
  { cyclic, order }: Dependencies,
  report: Report,
  symbols = collectSymbols(policy, edition, report),
): TypedEdition {
  const terms = new Map<string, TypedTerm>()
  const whens = new Map<Expression, Expr>()
  const money: Type = { kind: 'money', decimals: 2 }

  const typeOf = (defined: Defined): Type => {
    if (defined.kind === 'share') return money
    if (cyclic.has(defined.label)) return { kind: 'unknown' }
    const { type } = termOf(defined)
    // An output that lacks its rounding is told itself; whoever uses it is given whole fen.
    const isTold = defined.output && type.kind === 'money' && (type.decimals === null || type.decimals > 2)
    return isTold ? money : type
  }
  const scopeOf = (rule: BoundRule): Scope => {
    const list = rule.over === null ? undefined : symbols.meanings.get(rule.over)
    const over = rule.over === unknownList ? unknownList : list?.kind === 'list' ? list.list.id : null
    return { policy, symbols, report, file: rule.file, over, typeOf }
  }
  const whenOf = (rule: BoundRule): Expr | null => {
    if (!rule.when) return null
    const known = whens.get(rule.when) ?? condition(rule.when, scopeOf(rule))
    whens.set(rule.when, known)
    return known
  }
  const originOf = (rule: BoundRule, span = rule.rule.span): Origin => ({
    file: rule.file,
    start: span.start,
    end: span.end,
    article: rule.article,
    quotes: rule.quotes,
    readings: rule.readings,
  })
  const rulesOf = <Kind extends Rule['kind']>(...kinds: Kind[]) =>
    edition.rules.filter(
      (each): each is BoundRule & { rule: Extract<Rule, { kind: Kind }> } =>
        each.isRead && (kinds as string[]).includes(each.rule.kind),
    )
  const changes = { except: rulesOf('except'), adjust: rulesOf('adjust') }
  const meaningOf = (name: Name, rule: BoundRule): Defined | null => {
    const meaning = symbols.meanings.get(name.text)
    if (meaning?.kind === 'term' || meaning?.kind === 'share') return meaning
    if (name.text && !symbols.unstated.has(name.text))
      report.error(
        'unknown-name',
        { file: rule.file, span: name.span },
        {
          name: name.text,
          near: near(
            name.text,
            symbols.defined.flatMap((each) => [each.label, each.id]),
          ),
        },
      )
    return null
  }

  /** Only what money was put under can be taken from. */
  const shareOf = (name: Name, rule: BoundRule): Defined | null => {
    const meaning = symbols.meanings.get(name.text)
    if (!meaning || meaning.kind === 'share') return meaningOf(name, rule)
    report.error('not-a-share', { file: rule.file, span: name.span }, { name: name.text })
    return null
  }

  const matches = new Map<Match, Key | null>()
  const matchOf = (rule: BoundRule, match: Match): Key | null => {
    const known = matches.get(match)
    const key = known === undefined ? elaborateMatch(match, scopeOf(rule)) : known
    matches.set(match, key)
    return key
  }

  const termOf = (defined: Defined): TypedTerm => {
    const known = terms.get(defined.id)
    if (known) return known
    const wanted = defined.output ? fieldType(defined.output.type) : null
    const general = defined.rules.flatMap((rule): Contribution[] => {
      const scope = scopeOf(rule)
      const value = ((): Expr | null => {
        if (!rule.isRead) return unknown(placeOf(rule.rule, scope))
        switch (rule.rule.kind) {
          case 'define':
            return elaborateAmount(rule.rule.value, scope, wanted)
          case 'table':
            return elaborateTable(rule.rule, scope, wanted, originOf(rule))
          case 'bands':
            return elaborateBands(rule.rule, scope, originOf(rule))
          case 'classify':
            return elaborateClassify(rule.rule, scope, wanted, originOf(rule))
          case 'match':
            return lookup(matchOf(rule, rule.rule), defined.label, placeOf(rule.rule.dataset, scope))
          case 'listAll':
            return elaborateListAll(rule.rule, scope, originOf(rule))
          case 'accumulate':
          case 'adjust':
          case 'requires':
          case 'except':
          case 'move':
          case 'split':
            return null
        }
      })()
      if (!value) return []
      const contribution = { when: whenOf(rule), value, origin: originOf(rule) }
      if (rule.rule.kind === 'match') return [{ kind: 'define', ...contribution, name: rule.rule.dataset.span }]
      if (!('name' in rule.rule)) return []
      return [{ kind: rule.rule.kind as Contribution['kind'], ...contribution, name: rule.rule.name.span }]
    })
    const scope = scopeOf(defined.rules[0]!)
    const exceptionRules = changes.except.filter((each) => symbols.meanings.get(each.rule.name.text) === defined)
    const type = commonType(
      general.map((each) => each.value),
      scope,
    )
    const exceptions = exceptionRules.flatMap((rule): TypedException[] => {
      const value = elaborateAmount(rule.rule.value, scopeOf(rule), type)
      if (isUnknown(value) || type.kind === 'unknown') return []
      if (!join(type, value.type)) {
        if (!bareNumberForRate(value, type, scope))
          fail(scopeOf(rule), 'wrong-type', value.at, {
            found: describeType(value.type, scope),
            expected: describeType(type, scope),
          })
        return []
      }
      return [{ label: rule.rule.label.value, when: exceptionWhen(rule), value, origin: originOf(rule) }]
    })
    const full = [...general, ...exceptions].reduce<Type>((whole, each) => join(whole, each.value.type) ?? whole, type)
    if (wanted && full.kind !== 'unknown' && !fits(full, wanted))
      report.error('output-of-wrong-type', defined.place, {
        name: defined.written,
        type: describeType(full, scope),
        expected: describeType(wanted, scope),
      })
    const adjustments = changes.adjust
      .filter((each) => symbols.meanings.get(each.rule.name.text) === defined)
      .flatMap((rule) => adjustment(rule, full) ?? [])
    const broken = general.length === 0 || general.some((each) => isUnknown(each.value))
    const changed = adjustments.reduce(adjustedType, full)
    const term: TypedTerm = { defined, type: broken ? { kind: 'unknown' } : changed, general, exceptions, adjustments }
    terms.set(defined.id, term)
    return term
  }

  /** The conditions under which an exception holds: its section, its dates, its own condition. */
  const exceptionWhen = (rule: BoundRule & { rule: Extract<Rule, { kind: 'except' }> }): Expr | null => {
    const scope = scopeOf(rule)
    const { from, until, condition: own } = rule.rule
    const parts: Expr[] = []
    const section = whenOf(rule)
    if (section) parts.push(section)
    const selector = symbols.meanings.get(edition.selectedBy?.text ?? '')
    if (selector?.kind === 'input') {
      const at = { file: rule.file, start: rule.rule.label.span.start, end: rule.rule.label.span.end }
      const selecting: Expr = { kind: 'input', path: selector.field.id, type: { kind: 'date', openEnded: false }, at }
      const inOrder = (left: Expr, right: Expr): Expr =>
        isUnknown(left) || isUnknown(right)
          ? unknown(at)
          : { kind: 'compare', operator: 'lessOrEqual', left, right, type: { kind: 'boolean' }, at }
      if (from) parts.push(inOrder(date(from, scope), selecting))
      if (until) parts.push(inOrder(selecting, date(until, scope)))
    }
    if (own) parts.push(condition(own, scope))
    return parts.length === 0 ? null : and(parts, parts[0]!.at)
  }

  const adjustment = (
    rule: BoundRule & { rule: Extract<Rule, { kind: 'adjust' }> },
    type: Type,
  ): TypedAdjustment | null => {
    const scope = scopeOf(rule)
    const by = elaborate(rule.rule.by, scope)
    if (isUnknown(by) || type.kind === 'unknown') return null
    const { operator } = rule.rule
    const isRate = type.kind === 'rate' || type.kind === 'schedule'
    const isBare = by.type.kind === 'number' || by.type.kind === 'rate'
    const fine =
      operator === 'multipliedBy'
        ? isBare && isNumeric(type) && (by.type.kind === 'number' || isRate)
        : isRate && by.type.kind === 'points'
    if (fine) return { operator, when: whenOf(rule), by, origin: originOf(rule) }
    if (operator !== 'multipliedBy' && isRate && isBare) {
      const span = { start: rule.rule.name.span.end, end: by.at.end }
      refuseChange('lowered-by-number', { operator, span, by, rate: null }, scope, by.at)
    } else
      fail(scope, 'operator-types', by.at, {
        operator,
        left: describeType(type, scope),
        right: describeType(by.type, scope),
      })
    return null
  }

  const amountOfMoney = (value: Expr, scope: Scope): Expr =>
    isUnknown(value) || value.type.kind === 'money'
      ? value
      : fail(scope, 'wrong-type', value.at, { found: describeType(value.type, scope), expected: 'money' })

  // What a name rests on comes first, so that no chain of names is as deep as it is long.
  const byLabel = new Map(symbols.defined.map((each) => [each.label, each]))
  for (const label of order) {
    const defined = byLabel.get(label)
    // What a dataset says is looked up only where something asks for it.
    if (defined?.kind === 'term' && !defined.isColumn && !cyclic.has(label)) termOf(defined)
  }

  const splits = rulesOf('split').map((rule): TypedSplit => {
    const scope = scopeOf(rule)
    const lines = rule.rule.lines.flatMap((line): TypedLine[] => {
      const into = meaningOf(line.into, rule)
      if (into?.kind !== 'share') return []
      const origin = originOf(rule, line.span)
      if (!line.amount) return [{ mode: line.mode, amount: null, rounding: null, into, origin }]
      if (line.mode !== 'atRate')
        return [
          {
            mode: line.mode,
            amount: amountOfMoney(elaborateAmount(line.amount, scope), scope),
            rounding: null,
            into,
            origin,
          },
        ]
      const rate = elaborateAmount({ ...line.amount, rounding: null }, scope)
      const known = line.amount.rounding && roundings[line.amount.rounding]
      if (known && known.of !== 'money')
        fail(scope, 'wrong-type', placeOf(line.amount, scope), { found: 'money', expected: known.of })
      return [
        {
          mode: line.mode,
          amount: rateOf(rate, scope, (id) => terms.get(id) ?? null),
          rounding: known && known.of === 'money' ? known : null,
          into,
          origin,
        },
      ]
    })
    const amount = amountOfMoney(elaborate(rule.rule.amount, scope), scope)
    const named = rule.rule.amount.kind === 'name' ? symbols.meanings.get(rule.rule.amount.text) : undefined
    const label = named && 'label' in named ? named.label : named && 'field' in named ? named.field.label : ''
    return {
      label,
      written: rule.rule.amount.kind === 'name' ? rule.rule.amount.text : '',
      over: scope.over,
      amount,
      when: whenOf(rule),
      bandedFrom: rule.rule.bandedFrom && amountOfMoney(elaborate(rule.rule.bandedFrom, scope), scope),
      lines,
      origin: originOf(rule),
    }
  })

  const moves = rulesOf('move').flatMap((rule): TypedMove[] => {
    const into = meaningOf(rule.rule.into, rule)
    const outOf = [...new Set(rule.rule.outOf.flatMap((name) => shareOf(name, rule) ?? []))]
    if (!into || outOf.length === 0) return []
    const scope = scopeOf(rule)
    return [
      {
        amount: amountOfMoney(elaborateAmount(rule.rule.amount, scope), scope),
        when: whenOf(rule),
        outOf,
        into,
        origin: originOf(rule),
      },
    ]
  })

  const outputs = new Set(policy.decision.outputs.flatMap((record) => record.fields.map((field) => field.id)))
  const totals = new Set(
    policy.decision.inputs
      .flatMap((record) => (record.isList ? [] : record.fields))
      .filter(({ id, type }) => outputs.has(id) && type.kind === 'money' && !type.optional),
  )
  const accumulations = rulesOf('accumulate').flatMap((rule): TypedAccumulation[] => {
    const meaning = symbols.meanings.get(rule.rule.name.text)
    const scope = scopeOf(rule)
    const amount = amountOfMoney(elaborate(rule.rule.amount, scope), scope)
    if (meaning?.kind === 'input' && totals.has(meaning.field))
      return [
        {
          path: meaning.field.id,
          written: rule.rule.name.text,
          sign: rule.rule.direction,
          amount,
          when: whenOf(rule),
          origin: originOf(rule),
        },
      ]
    const yearly = [...totals].map((field) => nameIn(field, languageOf(scope)))
    if (rule.rule.name.text)
      report.error(
        meaning ? 'not-a-yearly-total' : 'unknown-name',
        { file: rule.file, span: rule.rule.name.span },
        { name: rule.rule.name.text, near: near(rule.rule.name.text, yearly) },
      )
    return []
  })

  for (const rule of [...changes.except, ...changes.adjust]) {
    const meaning = symbols.meanings.get(rule.rule.name.text)
    const { text } = rule.rule.name
    if (meaning?.kind === 'term' || !text || symbols.unstated.has(text)) continue
    if (meaning)
      report.error(
        'exception-without-rule',
        { file: rule.file, span: rule.rule.name.span },
        { name: rule.rule.name.text, label: rule.rule.kind === 'except' ? rule.rule.label.value : '' },
      )
    else
      report.error(
        'unknown-name',
        { file: rule.file, span: rule.rule.name.span },
        { name: rule.rule.name.text, near: near(rule.rule.name.text, knownNames({ symbols })) },
      )
  }

  const invariants = policy.invariants.map(({ item, file }) => ({
    label: item.label.value,
    condition: condition(item.condition, { policy, symbols, report, file, over: null, typeOf }),
    origin: { file, start: item.span.start, end: item.span.end, article: null, quotes: [], readings: [] },
  }))
  const monotonies = policy.monotonies.flatMap(({ item, file }) =>
    elaborateMonotony(item, { policy, symbols, report, file, over: null, typeOf }),
  )
  const requirements = rulesOf('requires').map((rule) =>
    elaborateRequirement(rule.rule, whenOf(rule), scopeOf(rule), originOf(rule)),
  )
  const keys = rulesOf('match').flatMap((rule) => matchOf(rule, rule.rule) ?? [])
  const stated = { terms: [...terms.values()], keys, splits, moves, accumulations }
  return { policy, edition, symbols, ...stated, requirements, invariants, monotonies }
}

/** A value that is changed may need more decimals than it was stated with. */
function adjustedType(type: Type, { operator, by }: TypedAdjustment): Type {
  if (!('decimals' in type)) return type
  const [own, others] = [type.decimals, decimalsIn(by.type)]
  const sum = own === null || others === null ? null : own + others
  return { ...type, decimals: operator === 'multipliedBy' ? sum : widest(own, others) }
}

function fits(type: Type, wanted: Type): boolean {
  if (type.kind === 'optional')
    return wanted.kind === 'optional' && (type.of.kind === 'unknown' || fits(type.of, wanted))
  if (wanted.kind === 'optional') return fits(type.kind === 'date' ? { ...type, openEnded: false } : type, wanted.of)
  if (type.kind === 'date' && type.openEnded) return false
  return (
    type.kind === wanted.kind &&
    (type.kind !== 'choice' || (wanted.kind === 'choice' && type.choices === wanted.choices))
  )
}
