import type { Why } from '../why.ts'
import { add, fraction, multiply, ofInteger, one, zero } from '../../../../runtime/rational.ts'
import type { Expr, Field } from '../../../program/program.ts'
import { amount, isAbsentValue, isMissing, numberOf, opaqueNumber } from './amounts.ts'
import { combineSchedules, edgesOf, integral } from './bands.ts'
import { holds } from './conditions.ts'
import type { Following, Which } from './following.ts'
import { isConstant, type Form, type Source } from '../linear/forms.ts'
import { inline } from './resolved.ts'
import { absent, constantNumber, isNumber } from './symbolic.ts'
import { valueOfConstant } from '../../../interpret/value.ts'
import { plainType, scaleOf, truths, type Amount, type Symbolic } from './symbolic.ts'
import { term } from './terms.ts'
import { half, minusOne, floorOf, leastOf, greatestOf } from '../linear/numbers.ts'

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

/** What an expression is along a way. Ways fork where it depends on something that is not decided yet. */
export function evaluateSymbolic(expr: Expr, walk: Following, which: Which): Symbolic {
  const of = (part: Expr): Symbolic => walk.evaluate(part, which)
  switch (expr.kind) {
    case 'constant': {
      const number = isNumber(expr.type) ? constantNumber(expr.value, expr.type) : null
      if (number) return amount(walk.graph.constant(number), walk)
      const value = valueOfConstant(expr.value)
      if (value?.kind === 'exact') return amount(walk.graph.constant(value.exact), walk)
      return value ? { kind: 'known', value } : { kind: 'unstated' }
    }
    case 'input': {
      const field = walk.shared.sides[which].program.input.fields.find(({ path }) => path === expr.path)
      if (!field) throw new Error(`no field ${expr.path}`)
      return inputOf(expr, field, 'input', walk, which)
    }
    case 'field':
      return walk.ofElement?.(expr, which) ?? opaque(expr, walk, which, 'a field of an element of a list')
    case 'ref':
      return walk.named(expr.id, which)
    case 'arithmetic':
      return arithmetic(expr, walk, which)
    case 'compare':
    case 'isOneOf':
    case 'liesIn':
    case 'and':
    case 'or':
    case 'not':
    case 'isGiven':
    case 'isAbsent':
      return { kind: 'known', value: { kind: 'boolean', is: holds(expr, walk, which) } }
    case 'cases': {
      const branch = expr.branches.find(({ when }) => holds(when, walk, which))
      if (branch) return of(branch.value)
      return expr.otherwise ? of(expr.otherwise) : { kind: 'unstated' }
    }
    case 'schedule': {
      return {
        kind: 'schedule',
        edges: edgesOf(expr.type),
        rates: expr.rates.map((rate) => walk.number(rate, which).form),
      }
    }
    case 'integrate':
      return integral(of(expr.schedule), walk.number(expr.from, which), walk.number(expr.to, which), walk)
    case 'round':
      return rounded(expr, walk, which)
    case 'fold':
      if (expr.quantifier === 'any' || expr.quantifier === 'all') return flag(expr, walk, which)
      return total(expr, walk, which)
    case 'orElse': {
      const given = of(expr.value)
      return isAbsentValue(given, walk) ? of(expr.fallback) : given
    }
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
      return term(expr, walk, which)
    case 'lookup':
      return walk.ofElement?.(expr, which) ?? opaque(expr, walk, which, 'a row of a dataset')
    case 'listAll': {
      const texts = expr.rows.filter(({ when }) => holds(when, walk, which)).map(({ text }) => text)
      const all = texts.length === 0 && expr.otherwise !== null ? [expr.otherwise] : texts
      return { kind: 'known', value: { kind: 'texts', texts: all } }
    }
    case 'exactly': {
      const value = walk.number(expr.value, which)
      const limit = walk.number(expr.limit, which)
      const rest = walk.graph.subtract(limit.form, value.form)
      for (const fact of [value.form, rest]) {
        const { least } = walk.graph.range(fact)
        if (least && least.n >= 0n) continue
        if (isOfTotals(fact, walk.graph) && walk.isNotNegative(amount(fact, walk))) continue
        walk.demand(fact, which)
      }
      return { ...value, least: greatestOf(value.least, zero), above: [...value.above, limit.form] }
    }
  }
}

const noRange = { least: null, most: null }

/** A field of the case, or of an element of a list. */
export function inputOf(expr: Expr, field: Field, source: Source, walk: Following, which: Which): Symbolic {
  const { type } = field
  const side = walk.shared.sides[which]
  const key = walk.keyOf(expr, which)
  if (type.kind === 'choice') {
    const members = side.program.choices.find(({ id }) => id === type.choices)?.members.map(({ id }) => id) ?? []
    return { kind: 'finite', key, expr, all: type.optional ? ['absent', ...members] : members }
  }
  if (type.kind === 'boolean') return { kind: 'finite', key, expr, all: type.optional ? ['absent', ...truths] : truths }
  if (type.optional && isMissing(expr, key, walk)) return absent
  if (type.kind === 'date' || type.kind === 'yearMonth' || type.kind === 'region' || type.kind === 'text')
    return { kind: 'term', key, expr }
  if (source === 'input' && (type.kind === 'rate' || type.kind === 'number'))
    return amount(walk.graph.fraction(field.path, type.kind === 'rate' ? { least: zero, most: one } : noRange), walk)
  const isWhole = type.kind === 'money' || type.kind === 'months'
  const least = isWhole || type.kind === 'rate' ? zero : null
  return amount(walk.graph.variable(field.path, source, type.kind === 'money', isWhole, { least, most: null }), walk)
}

/** A sum, or a count, over the elements of a list. */
function total(expr: Of<'fold'>, walk: Following, which: Which): Amount {
  const known = walk.total(expr, which)
  if (!known) return opaqueNumber(walk.keyOf(expr, which), expr, walk, walk.shared.totals.why)
  const { form, isNeverNegative } = known
  const { least } = walk.graph.range(form)
  if (isNeverNegative && !(least && least.n >= 0n)) walk.know(form)
  return amount(form, walk, isNeverNegative ? zero : null)
}

/** Is it made of totals over lists, of which it is known how they hang together? */
function isOfTotals({ terms }: Form, { atoms }: Following['graph']): boolean {
  const sources = terms.map(([id]) => {
    const atom = atoms[id]!
    return atom.kind === 'variable' ? atom.source : null
  })
  return sources.includes('total') && sources.every((each) => each !== null && each !== 'input' && each !== 'opaque')
}

/** A value that is not looked into: the same wherever the same is asked. */
function opaque(expr: Expr, walk: Following, which: Which, why: Why): Symbolic {
  const side = walk.shared.sides[which]
  const key = walk.keyOf(expr, which)
  const type = plainType(expr.type)
  if (expr.type.kind === 'optional' && isMissing(inline(expr, side), key, walk)) return absent
  if (type.kind === 'boolean') return flag(expr, walk, which)
  if (type.kind === 'choice') {
    const members = side.program.choices.find(({ id }) => id === type.choices)?.members.map(({ id }) => id) ?? []
    return { kind: 'finite', key, expr: inline(expr, side), all: members }
  }
  if (!isNumber(type)) return { kind: 'term', key, expr: inline(expr, side) }
  return opaqueNumber(key, expr, walk, why)
}

/** A condition as a whole: whether any or all elements of a list are so. */
function flag(expr: Expr, walk: Following, which: Which): Symbolic {
  const side = walk.shared.sides[which]
  const is = walk.path.which(walk.keyOf(expr, which), inline(expr, side), truths) === 'true'
  return { kind: 'known', value: { kind: 'boolean', is } }
}

function arithmetic(expr: Of<'arithmetic'>, walk: Following, which: Which): Symbolic {
  const a = walk.evaluate(expr.left, which)
  const b = walk.evaluate(expr.right, which)
  if (isAbsentValue(a, walk) || isAbsentValue(b, walk)) return absent
  const operate = (left: Amount, right: Amount): Amount => operation(expr, left, right, walk)
  if (a.kind === 'schedule' || b.kind === 'schedule') return combineSchedules(a, b, operate, walk)
  return operate(numberOf(a, expr.left, walk), numberOf(b, expr.right, walk))
}

function operation(expr: Of<'arithmetic'>, a: Amount, b: Amount, walk: Following): Amount {
  const { graph } = walk
  switch (expr.operator) {
    case 'add':
      return amount(graph.add(a.form, b.form), walk, a.least && b.least && add(a.least, b.least))
    case 'subtract':
      return amount(graph.subtract(a.form, b.form), walk)
    case 'multiply': {
      // 100 fen to the yuan count once.
      const isProduct = !isConstant(a.form) && !isConstant(b.form)
      const form = isProduct
        ? graph.times(walk.factor(a, expr.left), walk.factor(b, expr.right))
        : graph.times(a.form, b.form)
      return amount(
        form,
        walk,
        a.least && b.least && a.least.n >= 0n && b.least.n >= 0n ? multiply(a.least, b.least) : null,
      )
    }
    case 'divide': {
      if (isConstant(b.form) && b.form.constant.n !== 0n) {
        const unit = scaleOf(expr.left.type)
        const back = multiply(scaleOf(expr.type), scaleOf(expr.right.type))
        const factor = fraction(b.form.constant.d * back.n * unit.d, b.form.constant.n * back.d * unit.n)
        return amount(graph.scale(a.form, factor), walk)
      }
      return opaqueNumber(`${a.form.key} ÷ ${b.form.key}`, expr, walk, 'divided by a number that is not fixed')
    }
    case 'lesser': {
      const form = graph.subtract(a.form, graph.positive(graph.subtract(a.form, b.form)))
      return amount(form, walk, leastOf(a.least, b.least), [a.form, b.form, ...a.above, ...b.above])
    }
    case 'greater': {
      const form = graph.add(a.form, graph.positive(graph.subtract(b.form, a.form)))
      const [first, second] = [a, b].map((each) => graph.range(each.form).most)
      const most = first && second && graph.constant(greatestOf(first, second)!)
      return amount(form, walk, greatestOf(a.least, b.least), most ? [most] : [])
    }
  }
}

function rounded(expr: Of<'round'>, walk: Following, which: Which): Symbolic {
  const value = walk.evaluate(expr.value, which)
  if (isAbsentValue(value, walk)) return absent
  const inner = (each: Amount): Amount => roundedAmount(expr, each, walk)
  if (value.kind === 'schedule') return { ...value, rates: value.rates.map((rate) => inner(amount(rate, walk)).form) }
  return inner(numberOf(value, expr.value, walk))
}

function roundedAmount({ mode, decimals, type }: Of<'round'>, value: Amount, walk: Following): Amount {
  const { graph } = walk
  const unit = multiply(scaleOf(type), fraction(1n, 10n ** BigInt(decimals)))
  const scaled = graph.scale(value.form, fraction(unit.d, unit.n))
  const isUnsigned = walk.isNotNegative(value) || walk.holds(scaled)
  const size = isUnsigned ? scaled : graph.scale(scaled, minusOne)
  const whole = wholeOf(mode, size, walk)
  const form = graph.scale(isUnsigned ? whole : graph.scale(whole, minusOne), unit)
  const above = isUnsigned
    ? value.above.filter((each) => graph.isIntegral(graph.scale(each, fraction(unit.d, unit.n))))
    : []
  const least =
    value.least && value.least.n >= 0n
      ? multiply(ofInteger(floorOf(multiply(value.least, fraction(unit.d, unit.n)))), unit)
      : null
  return amount(form, walk, least, above)
}

function wholeOf(mode: Of<'round'>['mode'], size: Form, walk: Following): Form {
  const { graph } = walk
  switch (mode) {
    case 'halfUp':
      return graph.roundHalfUp(size)
    case 'down':
      return graph.floor(size, zero)
    case 'up':
      return graph.scale(graph.floor(graph.scale(size, minusOne), zero), minusOne)
    case 'halfEven': {
      if (isConstant(size)) {
        const { n, d } = size.constant
        const isTie = (n * 2n) % d === 0n && ((n * 2n) / d) % 2n !== 0n
        const low = floorOf(size.constant)
        return graph.constant(ofInteger(isTie ? (low % 2n === 0n ? low : low + 1n) : floorOf(add(size.constant, half))))
      }
      const near = graph.variable(`half even ${size.key}`, 'opaque', true, true, { least: null, most: null })
      walk.know(graph.plus(graph.subtract(size, near), half))
      walk.know(graph.plus(graph.subtract(near, size), half))
      return near
    }
  }
}
