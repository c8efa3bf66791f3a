import type {
  ElementOf,
  ExplainedBand,
  ExplainedEdition,
  ExplainedLeaning,
  ExplainedLine,
  ExplainedReading,
  ExplainedSource,
  ExplainedValue,
  Named,
} from './explanation.ts'
import type { OtherReading } from '../program/other-readings.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export type Language = 'zh' | 'en'

/** Everything that an explanation says in words of a human language. */
export interface Words {
  readonly lang: string
  readonly name: (name: Named) => string
  readonly element: (element: ElementOf) => string
  readonly edition: (edition: ExplainedEdition) => string
  readonly value: (value: ExplainedValue) => string
  readonly mode: Readonly<Record<ExplainedLine['mode'], string>>
  readonly bandRange: (band: Pick<ExplainedBand, 'floor' | 'ceiling'>) => string
  readonly rate: (exact: string) => string
  readonly reading: (reading: ExplainedReading) => string
  /** Why it was read so; of a reading in whose place another holds, what the policy itself reads, and why. */
  readonly readingBecause: (reading: ExplainedReading) => string
  readonly otherReading: (other: OtherReading) => string
  readonly quote: (text: string) => string
  readonly summary: (text: string) => string
  readonly grade: Readonly<Record<ExplainedSource['grade'], string>>
  readonly unconfirmed: (leaning: ExplainedLeaning) => string
  readonly colon: string
  readonly comma: string
  readonly position: string
  readonly sum: string
  readonly rounded: string
  readonly restsOn: string
  readonly onlyBecause: string
  readonly ledger: string
  readonly moves: string
  readonly results: string
  readonly terms: string
  readonly rules: string
  readonly band: string
  readonly amountInBand: string
  readonly rateColumn: string
  readonly product: string
}

export function wordsIn(language: Language): Words {
  switch (language) {
    case 'zh':
      return zh
    case 'en':
      return en
  }
}
