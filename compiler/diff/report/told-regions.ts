import { inSentence } from '../../show/numbers.ts'
import type { NamedCause } from '../name-causes.ts'
import { rangeText } from './bounds.ts'
import { blocksOf, type Block, type Line, type Row } from './blocks.ts'
import type { ComparedRegion } from './compared.ts'
import { conditionText } from './condition.ts'
import { isNumber } from './names.ts'
import { refusalText } from './refusal.ts'
import { sumOf } from './sums.ts'
import type { Report } from './to-html.ts'

/** An output with those that differ in the same cases: what holds of all of them, then their formulas. */
export interface ToldBlock {
  readonly path: string
  readonly others: readonly string[]
  readonly name: string
  readonly notes: readonly string[]
  /** What all of its regions are due to, where that is the same. */
  readonly causes: readonly NamedCause[]
  readonly rows: readonly ToldRow[]
}
/** One formula, what holds wherever it does, what it is due to (where that is not said of the block), and its regions. */
export interface ToldRow {
  readonly formula: string
  readonly isRefusal: boolean
  readonly where: readonly string[]
  readonly causes: readonly NamedCause[]
  readonly lines: readonly ToldLine[]
}
/** `regions`: of the output, and of those that are told with it. */
export interface ToldLine {
  readonly regions: readonly ComparedRegion[]
  readonly conditions: readonly string[]
  readonly kind: string | null
  /** `−12.00 … −0.01`; '' of what is no number. */
  readonly bounds: string
  /** What the witness comes to: `85 290.00 → 83 000.00`; null where there is none, or it is only settled or refused. */
  readonly outcome: string | null
}

/** The regions in words, output by output. */
export function toldBlocks(report: Report): readonly ToldBlock[] {
  return blocksOf(report.compared.regions).map((block) => toldBlock(block, report))
}

function toldBlock({ outputs, common, rows }: Block, report: Report): ToldBlock {
  const { words, names, before, after } = report
  const [first, ...others] = outputs
  const path = first?.path ?? ''
  const nameOf = (each: string): string => (each === 'refused' ? words.refusedOutput : names.nameOf(each))
  const causes = causesOf(rows[0])
  const isShared = rows.every((row) => saidOf(causesOf(row)) === saidOf(causes))
  const parts = sumOf(path, before.program, after.program)
  const alike = ([1, -1] as const).flatMap((sign) => {
    const same = others.flatMap((each) => (each.sign === sign ? [nameOf(each.path)] : []))
    return same.length > 0 ? [words.alike(same, sign)] : []
  })
  const sum = parts?.map(([sign, each]) => [sign, nameOf(each)] as const)
  const always = common.map((each) => conditionText(each, report))
  return {
    path,
    others: others.map((each) => each.path),
    name: nameOf(path),
    notes: [
      ...alike,
      ...(sum ? [words.sumOf(nameOf(path), sum)] : []),
      ...(always.length > 0 ? [words.always(always)] : []),
    ],
    causes: isShared ? causes : [],
    rows: rows.map((row) => toldRow(row, report, isShared, common.length === 0)),
  }
}

function causesOf(row: Row | undefined): readonly NamedCause[] {
  const causes = row?.lines.flatMap(({ region }) => region.causes) ?? []
  return [...new Map(causes.map((each) => [each.told.en, each])).values()]
}

const saidOf = (causes: readonly NamedCause[]): string => causes.map(({ told }) => told.en).join()

function toldRow(row: Row, report: Report, isCauseShared: boolean, isOfAll: boolean): ToldRow {
  const { words, names } = report
  const refusal = refusalText(row.difference, words)
  return {
    formula: refusal ?? names.difference(row.difference),
    isRefusal: refusal !== null,
    where: row.where.map((each) => conditionText(each, report)),
    causes: isCauseShared ? [] : causesOf(row),
    lines: row.lines.map((line) => toldLine(line, report, isOfAll && row.where.length === 0)),
  }
}

function toldLine({ region, where, others }: Line, report: Report, isOfAll: boolean): ToldLine {
  const { words, names } = report
  const { output, witness } = region
  const isCounted = isNumber(names.kindOf(output))
  const conditions = where.map((each) => conditionText(each, report))
  const outcome = (value: string): string => (/^-?\d+(?:\.\d+)?$/u.test(value) ? inSentence(value) : names.value(value))
  return {
    regions: [region, ...others],
    conditions: isOfAll && conditions.length === 0 ? [words.everyCase] : conditions,
    kind: isCounted ? words.regionKind(region) : null,
    bounds: isCounted ? rangeText(region, words) : '',
    outcome: witness && output !== 'refused' ? `${outcome(witness.before)} → ${outcome(witness.after)}` : null,
  }
}
