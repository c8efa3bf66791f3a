import { multiply, ofInteger, toText, type Rational } from '../../runtime/rational.ts'
import { analyse, type Path } from '../arithmetic/analyse.ts'
import { doorLimits } from '../arithmetic/limits.ts'
import { isNumber } from '../arithmetic/measure.ts'
import type { SourceFile } from '../compile.ts'
import { positionOf } from '../problem/position.ts'
import { visible } from '../problem/visible.ts'
import { decisionName } from '../program/decision-name.ts'
import type { Definition, Place, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { inColumn } from '../show/numbers.ts'
import { arithmeticWords } from './arithmetic-words.ts'
import type { Call, Option } from './command.ts'
import { boldOn } from './terminal.ts'
import { padEnd, padStart, textWidth } from './text-width.ts'

export const arithmeticOption: Option = {
  name: 'arithmetic',
  says: {
    zh: '每个名称怎么算才精确：普通数，大整数，还是分数；它的范围、分母和原因',
    en: 'for each name, how it is computed exactly: its range, its denominator, and why',
  },
}

/** How the names of one program are computed: plain data, which is also the JSON. */
export interface ArithmeticFacts {
  readonly decision: string
  readonly edition: string
  /** Of ordinary cases: what is larger takes the exact path. In fen. */
  readonly amountLimit: string
  readonly longestList: number
  readonly definitions: readonly DefinitionFacts[]
}
interface DefinitionFacts {
  readonly name: string
  readonly label: string
  readonly path: Path
  readonly unit: Unit
  /** In that unit; null where no bound is known. */
  readonly least: string | null
  readonly most: string | null
  /** Null where none is known. */
  readonly denominator: string | null
  /** The first expression that can be too large for plain numbers, or has no denominator. */
  readonly because: {
    readonly file: string
    readonly line: number
    readonly column: number
    readonly text: string
  } | null
}
type Unit = 'money' | 'percent' | 'points' | 'months' | 'days' | 'age' | 'number'

/** What is proved of the numbers of each program. */
export function arithmeticOf(programs: readonly Program[], files: readonly SourceFile[]): readonly ArithmeticFacts[] {
  return programs.map((program) => {
    const { amountLimit, longestList } = analyse(program)
    const definitions = program.definitions.flatMap((definition) => factsOf(definition, program, files))
    return {
      decision: decisionName(program),
      edition: program.edition.name,
      amountLimit: String(amountLimit),
      longestList,
      definitions,
    }
  })
}

/** Those that are numbers, or are computed from some. */
function factsOf(
  { id, label, type, value }: Definition,
  program: Program,
  files: readonly SourceFile[],
): readonly DefinitionFacts[] {
  const arithmetic = analyse(program)
  const { path, because } = arithmetic.path(id)
  if (path === 'number' && !isNumber(type)) return []
  const unit = unitOf(type)
  const { over, range } = arithmetic.magnitude(id)
  const bound = (number: Rational | undefined): string | null =>
    number === undefined || !isNumber(value.type) ? null : inUnit(number, unit)
  return [
    {
      name: id,
      label,
      path,
      unit,
      least: bound(range?.least),
      most: bound(range?.most),
      denominator: over === 'any' ? null : String(over),
      because: because && placeOf(because.at, files),
    },
  ]
}

function placeOf({ file, start, end }: Place, files: readonly SourceFile[]): DefinitionFacts['because'] {
  const text = files.find(({ name }) => name === file)?.text ?? ''
  const { line, column } = positionOf(text, { start, end })
  return { file, line, column, text: text.slice(start, end) }
}

function inUnit(number: Rational, unit: Unit): string {
  return toText(unit === 'percent' || unit === 'points' ? multiply(number, ofInteger(100)) : number)
}

function unitOf(type: Type): Unit {
  switch (type.kind) {
    case 'money':
    case 'points':
    case 'months':
    case 'days':
    case 'age':
    case 'number':
      return type.kind
    case 'rate':
    case 'schedule':
      return 'percent'
    case 'optional':
      return unitOf(type.of)
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'unknown':
      return 'number'
  }
}

/** The same as lines of a terminal. */
export function arithmeticLines(facts: readonly ArithmeticFacts[], { language, terminal }: Call): readonly string[] {
  const words = arithmeticWords[language]
  return facts.flatMap(({ decision, edition, amountLimit, longestList, definitions }) => {
    const isAll = BigInt(amountLimit) >= doorLimits.amount && longestList >= doorLimits.longestList
    const yuan = inColumn(toText({ n: BigInt(amountLimit) / 100n, d: 1n })).replace(/\.00$/, '')
    const rows = definitions.map((each) => {
      const shown = (bound: string): string => (bound.includes('/') ? bound : inColumn(bound).replace(/\.00$/, ''))
      const range =
        each.least === null || each.most === null
          ? words.unbounded
          : `${shown(each.least)} … ${shown(each.most)}${words.unit[each.unit]}`
      const { because } = each
      const why = because && words.because(`${because.file}:${because.line}:${because.column}`, visible(because.text))
      return { name: visible(each.label), path: words.path[each.path], range, over: words.over(each.denominator), why }
    })
    const width = (of: (row: (typeof rows)[number]) => string): number =>
      Math.max(0, ...rows.map((row) => textWidth(of(row))))
    const widths = {
      name: width(({ name }) => name),
      path: width(({ path }) => path),
      range: width(({ range }) => range),
    }
    const proved = definitions.filter(({ path }) => path === 'number').length
    return [
      boldOn(terminal)(`${decision} · ${visible(edition)}`),
      words.limits(yuan, inColumn(String(longestList)).replace(/\.00$/, ''), isAll),
      ...rows.flatMap(({ name, path, range, over, why }) => [
        `  ${padEnd(name, widths.name)}  ${padEnd(path, widths.path)}  ${padStart(range, widths.range)}  ${over}`,
        ...(why === null ? [] : [`    ${why}`]),
      ]),
      words.summary(proved, definitions.length),
      '',
    ]
  })
}
