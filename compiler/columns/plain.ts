import { OPEN_ENDED, parseDate } from '../../runtime/date.ts'
import type { Expr } from '../program/program.ts'
import { escapeText } from '../typescript/escape.ts'
import { choosePlain } from './cases.ts'
import { fieldCode } from './field.ts'
import { writeLookup } from './lookup.ts'
import { named, over, type Here, valueOf, memberPlace } from './writing.ts'

/**
 * A date as a day number, a member by its place, a region by its two, four or six digits, a truth as 1 or 0; a text as
 * it is. NaN where it is absent.
 */
export function writePlain(expr: Expr, here: Here): string {
  const { writing } = here
  if (expr.type.kind === 'boolean' && expr.kind !== 'constant')
    return `(${here.writing.write.condition(expr, here)} ? 1 : 0)`
  switch (expr.kind) {
    case 'constant':
      return writeConstant(expr, here)
    case 'input':
    case 'field':
      return fieldCode(expr, here)
    case 'ref': {
      const value = valueOf(expr.id, here)
      if (value.kind === 'plain') return value.code
      if (value.kind === 'condition') return `(${value.code} ? 1 : 0)`
      throw new Error(`${expr.id} is a number`)
    }
    case 'cases':
      return choosePlain(expr, (value, at) => writePlain(value, at), here)
    case 'orElse': {
      const value = named(writePlain(expr.value, here), 'given', here)
      return `(${value} === ${value} ? ${value} : ${writePlain(expr.fallback, here)})`
    }
    case 'addMonths':
    case 'addDays': {
      const amount = here.writing.write.number(expr.amount, here)
      if (amount.over !== 1n) writing.giveUp('a part of a month or of a day is added to a date')
      const move = writing.use(expr.kind)
      return `${move}(${writePlain(expr.date, here)}, ${over(amount, 1n, here).code})`
    }
    case 'boundary':
      return `${writing.use('boundary')}(${writePlain(expr.date, here)}, '${expr.side}', '${expr.of}')`
    case 'widen':
      return `${writing.use('widenNumber')}(${writePlain(expr.region, here)}, '${expr.level}')`
    case 'lookup':
      return writeLookup(expr, here)
    case 'listAll': {
      const rows = expr.rows.map(
        ({ when, text }) => `[${here.writing.write.condition(when, here)}, ${escapeText(text, 'string')}]`,
      )
      const otherwise = expr.otherwise === null ? 'null' : escapeText(expr.otherwise, 'string')
      return `JSON.stringify(${writing.use('listAll')}([${rows.join(', ')}], ${otherwise}))`
    }
    case 'fold':
    case 'compare':
    case 'isOneOf':
    case 'liesIn':
    case 'and':
    case 'or':
    case 'not':
    case 'isAbsent':
    case 'isGiven':
      return `(${here.writing.write.condition(expr, here)} ? 1 : 0)`
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

function writeConstant({ value, type }: Extract<Expr, { kind: 'constant' }>, { writing }: Here): string {
  switch (value.kind) {
    case 'date':
      return String(parseDate(value.date) ?? 0)
    case 'openEnded':
      return String(OPEN_ENDED)
    case 'region':
      return String(Number(value.prefix))
    case 'boolean':
      return value.is ? '1' : '0'
    case 'member':
      return String(memberPlace(value.member, type.kind === 'optional' ? type.of : type, writing))
    case 'text':
      return escapeText(value.text, 'string')
    case 'absent':
      return 'NaN'
    case 'exact':
      throw new Error('a number is not plain')
  }
}
