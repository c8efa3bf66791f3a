/** What compiled policies import: exact numbers, rounding, dates, places, and the reading of a case. */
export * as rational from './rational.ts'
export type { Rational } from './rational.ts'
export { roundDivide, roundNumber, type RoundingMode } from './round.ts'
export { addDays, addMonths, boundary, formatDate, formatMonth, fullYears, monthOf } from './date.ts'
export { OPEN_ENDED, parseDate, parseMonth } from './date.ts'
export { indexBy, type Index } from './lookup.ts'
export { areaPrefix, isRegion, liesIn, widen } from './region.ts'
export { formatMoney, formatMoneyForPeople } from './money.ts'
export { isText, LONGEST_LIST, LONGEST_TEXT, monthsOf, MOST_MONTHS, Reader } from './reader.ts'
export { isObject } from './record.ts'
export { counts, texts, type InputForm } from './input-form.ts'
export { inNumbers } from './in-numbers.ts'
export { readBySchema, type Schema } from './schema.ts'
export { elementPath, keyPath } from './path.ts'
export { readJson, type JsonResult } from './json.ts'
export type { EditionFacts, Issue, IssueCode, IssueFacts } from './issue.ts'
export { CaseError } from './case-error.ts'
export { describeIssue } from './describe-issue.ts'
export {
  liesInEdition,
  outsideEdition,
  refuseAmount,
  refuseDivision,
  refuseInvariant,
  refuseOutside,
  refuseRequirement,
} from './refusal.ts'
export {
  amountBetween,
  divide,
  exactAmountBetween,
  exactly,
  exactRational,
  greater,
  largeAmountBetween,
  lesser,
  listAll,
  nonZero,
  roundTo,
} from './compiled.ts'
export { scaled, whole, wholeOrText, type Fen, type Percent } from './compiled.ts'
export { selectEdition, type SelectableEdition } from './select-edition.ts'
export { hashOf, receiptFor, type Provenance, type Receipt } from './receipt.ts'
export type { Column, ColumnArray, Columns, Holds, Layout, ListColumns, Pair, Refusal } from './columns/columns.ts'
export { inputBuffers, outputBuffers, type Buffer } from './columns/buffers.ts'
export { newColumns, newKernelMemory, withKernel, type CompiledKernel, type KernelMemory } from './columns/kernel.ts'
export { checkColumns, isRegionNumber, statusOfRow, type RowRules } from './columns/checks.ts'
export { caseOfRow, placeOfText, settleRow, withhold } from './columns/rows.ts'
export {
  areaNumber,
  fractionText,
  halfEven,
  liesInArea,
  monthNumber,
  rowFinder,
  sixDigits,
  widenNumber,
  yearsBetween,
} from './columns/values.ts'
