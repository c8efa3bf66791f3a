import { parseDate } from '../../runtime/date.ts'
import { areaPrefix } from '../../runtime/region.ts'
import type { ConstantValue, Expr } from '../program/program.ts'
import { casesOfAbsence } from './absence.ts'
import { writeCases } from './cases.ts'
import { from, type Code } from './code.ts'
import { writeCondition } from './condition.ts'
import { escapeText } from './escape.ts'
import { writeQuantifier } from './fold.ts'
import { ownCounted, referenceText, type Here } from './here.ts'
import { writeLookup } from './lookup.ts'

const form = { kind: 'plain' } as const

/** What is no number: booleans, dates (as day numbers), places, members of choices, texts. */
export function writePlain(expr: Expr, here: Here): Code {
  return from(expr.at, writeInner(expr, here))
}

function writeInner(expr: Expr, here: Here): Code {
  const plain = (part: Expr): Code => writePlain(part, here)
  const { module } = here
  const absence = casesOfAbsence(expr, module)
  if (absence) return writeCases(absence, form, here)
  switch (expr.kind) {
    case 'constant':
      return writeConstant(expr.value, here)
    case 'input':
    case 'field':
    case 'ref':
      return referenceText(expr, here)
    case 'compare':
    case 'isOneOf':
    case 'and':
    case 'or':
    case 'isAbsent':
    case 'not': {
      const condition = writeCondition(expr, here)
      return typeof condition === 'boolean' ? String(condition) : condition
    }
    case 'liesIn':
      return writeLiesIn(expr, here)
    case 'cases':
      return writeCases(expr, form, here)
    case 'listAll':
      return writeListAll(expr, here)
    case 'fold':
      return writeQuantifier(expr, here)
    case 'orElse': {
      const isAbsent = expr.value.kind === 'constant' && expr.value.value.kind === 'absent'
      return isAbsent ? plain(expr.fallback) : ['(', plain(expr.value), ' ?? ', plain(expr.fallback), ')']
    }
    case 'isGiven':
      return module.names.given(expr.key)
    case 'addMonths':
    case 'addDays':
      return [module.use(expr.kind), '(', plain(expr.date), ', ', writeCount(expr.amount, here), ')']
    case 'boundary':
      return [module.use('boundary'), '(', plain(expr.date), `, '${expr.side}', '${expr.of}')`]
    case 'lookup':
      return writeLookup(expr, here)
    case 'widen':
      return [module.use('widen'), '(', plain(expr.region), `, '${expr.level}')`]
    case 'arithmetic':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'monthOf':
    case 'fullYears':
    case 'exactly':
      throw new Error(`${expr.kind} is a number`)
  }
}

function writeLiesIn({ place, area }: Extract<Expr, { kind: 'liesIn' }>, here: Here): Code {
  const within = writePlain(place, here)
  // Of a constant area it is known which digits count.
  return area.kind === 'constant' && area.value.kind === 'region'
    ? [within, '.startsWith(', from(area.at, escapeText(areaPrefix(area.value.prefix), 'string')), ')']
    : [here.module.use('liesIn'), '(', within, ', ', writePlain(area, here), ')']
}

function writeListAll({ rows, otherwise }: Extract<Expr, { kind: 'listAll' }>, here: Here): Code {
  const written = rows.map(({ when, text, origin }): Code => {
    const condition = writeCondition(when, here)
    const code = typeof condition === 'boolean' ? String(condition) : condition
    return from(origin, ['[', code, ', ', escapeText(text, 'string'), '],\n'])
  })
  const last = otherwise === null ? 'null' : escapeText(otherwise, 'string')
  return [here.module.use('listAll'), '([\n', written, `], ${last})`]
}

function writeConstant(value: ConstantValue, { module }: Here): Code {
  switch (value.kind) {
    case 'date':
      return `${parseDate(value.date) ?? fail(`${value.date} is no date`)} /* ${value.date} */`
    case 'openEnded':
      return module.use('OPEN_ENDED')
    case 'region':
      return escapeText(value.prefix, 'string')
    case 'boolean':
      return String(value.is)
    case 'member':
      return escapeText(value.member, 'string')
    case 'text':
      return escapeText(value.text, 'string')
    case 'absent':
      return 'null'
    case 'exact':
      return fail('a number stands where none can stand')
  }
}

/** A whole number of months or days, as dates are moved by. */
function writeCount(amount: Expr, here: Here): Code {
  if (amount.kind === 'constant' && amount.value.kind === 'exact' && /^-?\d+$/.test(amount.value.exact)) {
    return from(amount.at, amount.value.exact)
  }
  const own = ownCounted(amount, here)
  const { module } = here
  if (own.over === 1n) {
    const code = here.write(amount, { kind: 'number', ...own }, here)
    return own.as === 'number' ? code : [module.use('whole'), '(', code, ')']
  }
  const exact = here.write(amount, { kind: 'number', over: 'any', as: 'rational' }, here)
  return [module.use('whole'), '(', exact, ')']
}

function fail(message: string): never {
  throw new Error(message)
}
