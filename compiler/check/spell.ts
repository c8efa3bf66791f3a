import type { KeywordToken } from '../../grammar/keywords.ts'
import { builtInWords } from '../../grammar/keywords.ts'
import { inputKey } from '../bind/vocabulary.ts'
import type { Expr } from '../program/program.ts'
import { elementKey } from './field-type.ts'
import { keyword, languageOf, nameIn, showExact, yesOrNo } from './spelling.ts'
import type { TypedEdition } from './typed.ts'
import { areaPrefix } from './variable.ts'

/** What a condition asks about, as the edition's file would write it; longer things in short. */
export function spell(expr: Expr, typed: TypedEdition): string {
  const { policy, symbols, edition } = typed
  const language = languageOf({ policy, file: edition.file })
  const of = (each: Expr): string => spell(each, typed)
  const word = (token: KeywordToken): string => keyword(token, language)
  const call = (callee: string, ...parts: Expr[]): string => {
    const name = builtInWords.find(({ en }) => en === callee)?.[language] ?? callee
    const values = parts.map(of)
    return language === 'zh' ? `${name}（${values.join('、')}）` : `${name}(${values.join(', ')})`
  }
  switch (expr.kind) {
    case 'input':
    case 'field': {
      const fields = policy.decision.inputs.flatMap((record) => record.fields)
      const found = fields.find((field) => field.id === expr.path || elementKey(field) === expr.path)
      return found ? nameIn(found, language) : expr.path
    }
    case 'ref':
      return symbols.defined.find((each) => each.id === expr.id)?.written ?? expr.id
    case 'constant': {
      const { value } = expr
      if (value.kind === 'exact') return showExact(value.exact, expr.type, language)
      if (value.kind === 'boolean') return yesOrNo(value.is, language)
      if (value.kind === 'date') return value.date
      if (value.kind !== 'region') return '…'
      const region = policy.vocabulary.regions.find((each) => areaPrefix(each.code) === areaPrefix(value.prefix))
      return region ? nameIn(region, language) : value.prefix
    }
    case 'liesIn':
      return `${of(expr.place)} ${word('In')} ${of(expr.area)}`
    case 'compare': {
      const isDate = expr.left.type.kind === 'date'
      // 超过 5元 is kept as 5元 不满; what it is about is said first again.
      const isTurned = expr.left.kind === 'constant'
      const [first, second] = isTurned ? [expr.right, expr.left] : [expr.left, expr.right]
      const words = isTurned
        ? ({ less: isDate ? 'After' : 'MoreThan', lessOrEqual: isDate ? 'NotBefore' : 'AtLeast' } as const)
        : ({ less: isDate ? 'Before' : 'Below', lessOrEqual: isDate ? 'NotAfter' : 'AtMost' } as const)
      return `${of(first)} ${word(expr.operator === 'equal' ? 'Equals' : words[expr.operator])} ${of(second)}`
    }
    case 'isGiven': {
      const record = policy.decision.eitherOf.flat().find((each) => inputKey(each) === expr.key)
      const name = builtInWords.find(({ en }) => en === 'provided')![language]
      const label = record ? nameIn(record, language) : expr.key
      return language === 'zh' ? `${name}（${label}）` : `${name}(${label})`
    }
    case 'isAbsent':
      return `${of(expr.value)} ${word('Absent')}`
    case 'widen':
      return call(expr.level === 'province' ? 'provinceOf' : 'prefectureOf', expr.region)
    case 'boundary':
      return call(`${expr.side}Of${expr.of === 'month' ? 'Month' : 'Year'}`, expr.date)
    case 'monthOf':
      return call('monthOf', expr.date)
    case 'fullYears':
      return call('fullYears', expr.from, expr.to)
    case 'fold': {
      const list = policy.decision.inputs.find((record) => record.id === expr.list)
      const quantifier = { any: word('Any'), all: word('All'), count: word('Count'), sum: word('Sum') }[expr.quantifier]
      const suchThat = expr.where ? ` ${word('SuchThat')} ${of(expr.where)}` : ''
      return `${quantifier} ${list ? nameIn(list, language) : expr.list}${suchThat}`
    }
    case 'and':
    case 'or':
      return expr.operands.map(of).join(` ${word(expr.kind === 'and' ? 'And' : 'Or')} `)
    case 'not':
      return `${word('Not')} ${of(expr.operand)}`
    case 'isOneOf': {
      const { type } = expr.value
      const choice = type.kind === 'optional' ? type.of : type
      const choices = policy.vocabulary.choices.find(({ id }) => choice.kind === 'choice' && id === choice.choices)
      const members = choices?.members.filter((member) => expr.members.includes(member.id)) ?? []
      const names = members.map((member) => nameIn(member, language)).join(language === 'zh' ? '、' : ', ')
      return `${of(expr.value)} ${word('In')} ${names}`
    }
    case 'arithmetic':
    case 'cases':
    case 'listAll':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'orElse':
    case 'addMonths':
    case 'addDays':
    case 'lookup':
    case 'exactly':
      return '……'
  }
}
