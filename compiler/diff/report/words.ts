import type { Bound } from './bounds.ts'
import type { Why } from '../exact/why.ts'
import type { Payer } from '../../platform/payer.ts'
import type { Language } from '../../../grammar/tree.ts'
import type { SourceInfo } from '../../program/program.ts'
import type { TextChange } from '../text/text-change.ts'
import type { Region, Verdict } from '../exact/comparison.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** Everything that a report says in words of a human language. */
export interface Words {
  readonly why: (why: Why) => string
  readonly lang: string
  readonly title: string
  readonly between: (before: string, after: string) => string
  /** From when until when each is in force. */
  readonly inForce: (before: string, after: string) => string
  readonly comma: string
  readonly semicolon: string
  readonly colon: string
  readonly sections: Readonly<
    Record<
      'findings' | 'verdict' | 'text' | 'regions' | 'months' | 'curves' | 'bills' | 'population' | 'limits' | 'again',
      string
    >
  >
  /** An output, what becomes of it, and by how much at least and at most. */
  readonly headline: (name: string, verdict: Verdict, least: Bound, most: Bound) => string
  /** By how much outputs differ for every hundred yuan of an amount. */
  readonly perHundred: (name: string, outputs: readonly (readonly [output: string, change: string])[]) => string
  readonly example: (facts: readonly string[], name: string, amount: string, changes: readonly string[]) => string
  readonly party: (party: Payer, said: readonly string[]) => string
  readonly becomes: Readonly<Record<Verdict, string>>
  readonly sameOutputs: (names: readonly string[], isProved: boolean) => string
  readonly nothingDiffers: (isProved: boolean) => string
  readonly complete: (isComplete: boolean, regions: number, limits: number) => string
  readonly textCounts: (counts: readonly { readonly kind: TextChange['kind']; readonly count: number }[]) => string
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly changeKind: Readonly<Record<TextChange['kind'], string>>
  readonly changeOf: Readonly<Record<TextChange['what'], string>>
  readonly grade: Readonly<Record<SourceInfo['grade'], string>>
  readonly quote: (text: string, isVerbatim: boolean) => string
  readonly readingSays: (name: string, statement: string) => string
  readonly regionKind: (region: Pick<Region, 'kind' | 'within'>) => string | null
  readonly isOneOf: (name: string, values: readonly string[]) => string
  readonly isNoneOf: (name: string, values: readonly string[]) => string
  /** Of places: their codes, or how their codes begin. */
  readonly isWithin: (name: string, codes: readonly string[]) => string
  readonly isElsewhere: (name: string, codes: readonly string[]) => string
  readonly isGiven: (name: string, is: boolean) => string
  readonly isSo: (name: string, is: boolean) => string
  /** Two dates or numbers: `less`, `equal`, `more`, or two of these. */
  readonly isOrdered: (name: string, how: readonly string[], other: string) => string
  readonly fullYears: (from: string, to: string) => string
  readonly monthOf: (name: string) => string
  /** A name as it comes out after, not before. */
  readonly after: (name: string) => string
  readonly everyCase: string
  /** What all cases of some regions have in common. */
  readonly always: (conditions: readonly string[]) => string
  readonly because: (causes: readonly string[]) => string
  /** Other outputs that differ in the same cases, by as much (1) or by the opposite. */
  readonly alike: (names: readonly string[], sign: 1 | -1) => string
  /** An output that is a sum of others. */
  readonly sumOf: (name: string, parts: readonly (readonly [sign: 1 | -1, name: string])[]) => string
  readonly onlyAfter: (reason: string) => string
  readonly onlyBefore: (reason: string) => string
  readonly refusedOtherwise: (before: string, after: string) => string
  readonly sameInBill: (values: readonly string[]) => string
  readonly columns: Readonly<
    Record<
      | 'output'
      | 'verdict'
      | 'regions'
      | 'least'
      | 'most'
      | 'where'
      | 'difference'
      | 'causes'
      | 'bill'
      | 'before'
      | 'after'
      | 'cell'
      | 'change'
      | 'from'
      | 'slope'
      | 'number'
      | 'edition'
      | 'hash'
      | 'files'
      | 'compiler'
      | 'command'
      | 'expression'
      | 'place'
      | 'why',
      string
    >
  >
  readonly noLeast: string
  readonly noMost: string
  readonly unknownBound: string
  readonly differs: string
  /** An output that is no number. */
  readonly changes: (name: string) => string
  readonly amount: (exact: string, kind: string) => string
  readonly onlyWhere: (conditions: readonly string[]) => string
  readonly rulesChanged: (names: readonly string[]) => string
  readonly more: string
  readonly less: string
  readonly bill: (number: number) => string
  readonly usually: string
  readonly billsSay: string
  readonly regionsSay: string
  /** What “floor(…)” in a condition or a formula means; said where there is one. */
  readonly floorSays: string
  readonly billSays: string
  readonly curvesSay: (isSteps: boolean) => string
  readonly along: (name: string) => string
  readonly beyond: string
  readonly settled: string
  readonly refused: string
  readonly refusedByOne: string
  readonly refusedOutput: string
  readonly population: Readonly<
    Record<'unchanged' | 'gain' | 'lose' | 'cases' | 'changed' | 'largest' | 'assumptions', string>
  > & {
    readonly counts: (cases: number, settled: number, unchanged: number) => string
    readonly failed: (both: number, onlyBefore: number, onlyAfter: number) => string
    readonly finding: (name: string, settled: number, gain: number, lose: number, difference: string) => string
    readonly spread: (name: string, changed: number) => string
    readonly by: (name: string) => string
    readonly movement: (name: string, number: number, before: string, after: string, difference: string) => string
    readonly generated: (count: number, seed: string, weights: readonly string[], hash: string) => string
  }
  readonly monthsSay: (example: string | null, checked: number) => string
  readonly monthsColumn: string
  readonly alikeMonths: (names: readonly string[]) => string
  /** Null is without end. */
  readonly inMonths: (from: number, to: number | null, state: string) => string
  readonly monthState: Readonly<Record<'same' | 'more' | 'less' | 'refused' | 'undecided', string>>
  readonly flipsBetween: (times: number, from: number, to: number) => string
  readonly alongMonths: (months: string, finding: string) => string
  readonly overMonths: (across: string, up: string) => string
  readonly axisOfMonths: (name: string) => string
  readonly againSays: string
  /** Where the sides are two texts of the same files. */
  readonly againTexts: string
  readonly limitsSay: string
  readonly noChanges: string
}

export function wordsIn(language: Language): Words {
  switch (language) {
    case 'zh':
      return zh
    case 'en':
      return en
  }
}
