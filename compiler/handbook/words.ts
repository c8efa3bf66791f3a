import type { Language, Rule } from '../../grammar/tree.ts'
import type { Html } from '../show/html.ts'
import type { SourceInfo } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { Entry } from './entries.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** Everything that a handbook says in words of its own. */
export interface Words {
  readonly lang: string
  readonly otherLanguage: string
  readonly colon: string
  readonly comma: string
  readonly quote: (text: string) => string
  readonly summary: (text: string) => string
  readonly bracketed: (text: string) => string

  readonly contents: string
  readonly overview: string
  readonly articles: string
  readonly sharedArticles: string
  readonly articlesOf: (edition: string, amended: string | null) => string
  readonly invariants: string
  readonly invariantsSay: string
  readonly monotoniesSay: string
  readonly examples: string
  readonly inputs: string
  readonly outputs: string
  readonly choices: string
  readonly data: string
  readonly rowsOf: (all: number, shown: number, files: readonly string[]) => string
  readonly openEnded: string
  readonly platformCodes: string
  readonly code: string
  readonly platformName: string
  readonly output: string
  readonly bandNumber: (band: number) => string
  readonly index: string
  readonly facts: string
  readonly readings: string
  readonly sources: string
  readonly editions: string

  readonly identifier: string
  readonly validity: string
  readonly source: string
  readonly grade: Readonly<Record<SourceInfo['grade'], string>>
  readonly gradeColumn: string
  readonly articleCount: string
  readonly doubtfulSources: (titles: string) => string
  readonly edition: string
  readonly period: (from: string | null, until: string | null) => string
  readonly selectedBy: string
  readonly ownRules: string

  readonly ruleKind: Readonly<Record<Rule['kind'], string>>
  readonly onlyIn: (editions: string) => string
  readonly notInForce: string
  readonly notNeeded: string
  readonly replaces: string
  readonly removes: (name: string) => string
  readonly chooses: (
    editions: readonly string[],
    direction: 'lowest' | 'highest',
    name: string,
    tiesTo: string,
  ) => string
  readonly thisEdition: string
  readonly amends: (edition: string) => string
  readonly adds: string
  readonly drops: string
  readonly alternative: string
  readonly chosenHere: string
  readonly fromSource: (grade: SourceInfo['grade']) => string
  readonly leansOn: (name: string, source: string, grade: SourceInfo['grade'], editions: string | null) => string
  readonly appliesTo: string
  readonly each: string
  readonly reading: string
  readonly because: string
  readonly statement: string
  readonly where: string
  readonly notFormalised: string
  readonly yearStart: (month: number, day: number) => string

  readonly condition: string
  readonly order: string
  readonly noneOfThese: string
  readonly covers: (members: readonly string[]) => string
  readonly coversAllBut: (cells: readonly string[]) => string
  readonly interval: string
  readonly mode: Readonly<Record<'upTo' | 'atRate' | 'exactly' | 'theRest', string>>
  readonly take: string
  readonly amount: string
  readonly into: string
  readonly bandedFrom: string
  readonly addsUp: (amount: Html) => Html
  readonly means: (name: Html, value: Html) => Html
  readonly accumulates: (name: Html, adds: boolean, amount: Html) => Html
  readonly moves: (outOf: readonly Html[], amount: Html, into: Html) => Html
  readonly adjusts: (name: Html, operator: 'loweredBy' | 'raisedBy' | 'multipliedBy', by: Html) => Html
  readonly matches: (dataset: Html, condition: Html) => Html
  readonly requires: (why: string, condition: Html) => Html
  readonly exception: (name: Html, value: Html) => Html
  readonly inPeriod: string
  readonly ifCondition: string

  readonly given: string
  readonly basedOn: string
  readonly expected: string
  readonly found: string
  readonly passes: string
  readonly fails: string
  readonly refused: string
  readonly passed: (passed: number, all: number) => string

  readonly label: string
  readonly type: string
  readonly platform: string
  readonly inJson: string
  readonly list: string
  readonly kind: Readonly<Record<Entry['kind'], string>>
  readonly definedIn: string
  readonly changedIn: string
  readonly usedIn: string
  readonly typeName: Readonly<Record<Exclude<Type['kind'], 'choice' | 'optional'>, string>>
  readonly optional: (type: string) => string
}

export function wordsIn(language: Language): Words {
  switch (language) {
    case 'zh':
      return zh
    case 'en':
      return en
  }
}
