import type { SyntaxCode } from '../../grammar/syntax-code.ts'
import type { SemanticCode } from './semantic-code.ts'

/** Every problem there is. */
export type ProblemCode = SyntaxCode | SemanticCode

type Group = 'characters' | 'sentences' | 'names' | 'editions' | 'types' | 'cases' | 'splits'

/** What each code is about: in which file of each human language its sentences are. A code left out does not compile. */
const groups = {
  'text-too-large': 'characters',
  'too-many-tokens': 'characters',
  'too-deep': 'characters',
  'expression-too-long': 'characters',
  'too-many-problems': 'characters',
  'hidden-character': 'characters',
  'invalid-character': 'characters',
  'full-stop': 'characters',
  'confusable-name': 'characters',
  'curly-quotes': 'characters',
  'unterminated-text': 'characters',
  'quote-in-quote': 'characters',
  'symbol-for-word': 'characters',
  'unknown-unit': 'characters',
  'thousands-comma': 'characters',
  'bad-date': 'characters',
  'range-with-hyphen': 'characters',

  'keyword-glued': 'sentences',
  'misspelt-keyword': 'sentences',
  'keyword-as-name': 'sentences',
  'incomplete-keyword': 'sentences',
  'row-not-closed': 'sentences',
  'row-not-opened': 'sentences',
  'row-on-keyword-line': 'sentences',
  'empty-cell': 'sentences',
  'name-starts-nothing': 'sentences',
  'unexpected-token': 'sentences',
  'incomplete-statement': 'sentences',
  'extra-token': 'sentences',
  'missing-colon': 'sentences',
  'comma-between-clauses': 'sentences',
  'misplaced-statement': 'sentences',
  'missing-rows': 'sentences',
  'missing-part': 'sentences',
  'misplaced-rows': 'sentences',
  'split-without-lines': 'sentences',

  'vocabulary-not-found': 'names',
  'unknown-decision': 'names',
  'unknown-type': 'names',
  'unknown-record': 'names',
  'unknown-name': 'names',
  'unknown-member': 'names',
  'unknown-list': 'names',
  'unknown-source': 'names',
  'unknown-grade': 'names',
  'unknown-function': 'names',
  'unknown-example': 'names',
  'wrong-declaration-row': 'names',
  'wrong-region-code': 'names',
  'defined-twice': 'names',
  'name-taken': 'names',
  'not-a-yearly-total': 'names',
  'unused-name': 'names',
  'name-misspelt': 'names',
  'pair-without-name': 'names',
  'rule-without-quote': 'names',
  'no-policy-header': 'names',
  'no-decision': 'names',
  'output-without-rule': 'names',
  'output-misspelt': 'names',
  'output-of-wrong-type': 'names',
  'attribute-outside-list': 'names',
  cycle: 'names',

  'no-edition': 'editions',
  'editions-overlap': 'editions',
  'editions-gap': 'editions',
  'edition-reversed': 'editions',
  'edition-date-not-input': 'editions',
  'no-such-date': 'editions',

  'operator-types': 'types',
  'wrong-type': 'types',
  'bare-number-for-rate': 'types',
  'rate-minus-percent': 'types',
  'lowered-by-number': 'types',
  'points-as-rate': 'types',
  'band-edge-type': 'types',
  'needs-rounding': 'types',
  'may-be-negative': 'types',
  'division-by-zero': 'types',
  'compare-by-in': 'types',
  'optional-used': 'types',
  'list-used': 'types',
  'wrong-argument-count': 'types',
  'mixed-cells': 'types',

  'table-gap': 'cases',
  'table-overlap': 'cases',
  'row-never-applies': 'cases',
  'section-never-applies': 'cases',
  'no-otherwise': 'cases',
  'band-gap': 'cases',
  'band-overlap': 'cases',
  'rate-outside': 'cases',
  'band-reversed': 'cases',
  'band-edge-twice': 'cases',
  'band-row-form': 'cases',
  'wrong-cell-count': 'cases',
  'not-one-value': 'cases',
  'same-without-left': 'cases',
  'definitions-overlap': 'cases',
  'exceptions-conflict': 'cases',
  'exception-without-rule': 'cases',
  'exception-never-applies': 'cases',
  'adjustments-conflict': 'cases',
  'not-defined-here': 'cases',
  'too-many-cases': 'cases',
  'over-budget': 'cases',

  'deductible-above-first-edge': 'splits',
  'split-without-rest': 'splits',
  'rest-not-last': 'splits',
  'not-a-share': 'splits',
  'split-twice': 'splits',
  'split-incomplete': 'splits',
  'share-without-destination': 'splits',
  'not-of-each': 'splits',
  'schedule-without-start': 'splits',
  'start-without-schedule': 'splits',
  'schedule-used': 'splits',
  'start-ignores-along': 'splits',
} as const satisfies Record<ProblemCode, Group>

/** Every code, as data. */
export const problemCodes = Object.keys(groups) as readonly ProblemCode[]

/** The codes of one group. */
export type CodeOf<G extends Group> = {
  [Code in ProblemCode]: (typeof groups)[Code] extends G ? Code : never
}[ProblemCode]

export function isOf<G extends Group>(code: ProblemCode, group: G): code is CodeOf<G> {
  return groups[code] === group
}
