/**
 * Problems of meaning, found by binding and checking. Beside each code: the facts its sentences use. Every fact named
 * `name`, `label`, `list` … is written as the policy says it; `witness` lists `label = value` of one case.
 */
export type SemanticCode =
  // binding
  | 'vocabulary-not-found' // name
  | 'unknown-decision' // name, near[]
  | 'unknown-type' // name, near[]
  | 'unknown-record' // name, near[]
  | 'texts-as-input' // name
  | 'unknown-name' // name, near[]
  | 'unknown-member' // name, choices, near[]: what the choice may be
  | 'unknown-list' // name, near[]
  | 'unknown-source' // name, near[]
  | 'unknown-grade' // name, near[]
  | 'unknown-function' // name, near[]
  | 'unknown-example' // name, near[]
  | 'unknown-dataset' // name, near[]
  | 'data-file-not-found' // name, near[]
  | 'data-column-missing' // name
  | 'data-column-unknown' // name, near[]
  | 'broken-data-line'
  | 'wrong-data-row' // found, expected: cells
  | 'wrong-data-value' // name of the column, value, type, members[] of a choice
  | 'data-row-twice' // name of the dataset; related: the first
  | 'either-not-apart' // name of the record
  | 'not-given-here' // name, given: the record, user, witness[]
  | 'not-an-alternative' // name
  | 'match-form' // name of the dataset, columns[]
  | 'wrong-declaration-row' // expected: what the row has to hold
  | 'wrong-region-code' // text
  | 'defined-twice' // name; related: the first
  | 'name-taken' // name, by: what has it already
  | 'not-a-yearly-total' // name, near[]
  | 'not-an-input-amount' // name, near[]
  | 'unused-name' // name (warning)
  | 'name-misspelt' // name, meant: stated and not used, used and not stated; related: the first use
  | 'pair-without-name' // name, near[] (warning)
  | 'rule-without-quote' // name (warning)
  | 'reading-without-rule' // name (warning)
  | 'no-policy-header'
  | 'no-decision'
  | 'no-edition' // name of the policy
  | 'not-in-module' // kind: what stands in it that a module can't hold
  | 'unknown-edition' // name, near[]: what an edition amends, or chooses from
  | 'edition-amends-itself' // name
  | 'nothing-to-replace' // name, near[]: what is to be replaced or removed is not there
  | 'replaces-several' // name
  | 'choice-of-one' // name: 孰低 needs two editions, and where they are equal one of them
  | 'choice-of-choice' // name: an edition that itself chooses
  | 'choice-not-by-number' // name: 孰低 goes by an output that is an amount or a count
  | 'editions-overlap' // first, second, from, until
  | 'editions-gap' // first, second, from, until
  | 'edition-reversed' // name, from, until
  | 'edition-date-not-input' // name
  | 'no-such-date' // date
  | 'output-without-rule' // edition, names[]
  | 'output-misspelt' // name, output
  | 'output-of-wrong-type' // name, type, expected
  // types
  | 'operator-types' // operator, left, right, advice
  | 'wrong-type' // found, expected, name?
  | 'bare-number-for-rate' // number, percent
  | 'rate-minus-percent' // left, percent, points, remaining: the readings are its fixes
  | 'lowered-by-number' // operator, found, points, remaining
  | 'points-as-rate' // name
  | 'band-edge-type' // found, expected
  | 'needs-rounding' // decimals ('∞' where none is enough), label, to: fen, months, or date (months that move one)
  | 'may-be-negative' // label (warning)
  | 'division-by-zero'
  | 'compare-by-in' // type
  | 'optional-used' // name
  | 'list-used' // name
  | 'wrong-argument-count' // name, expected, found
  | 'mixed-cells' // first, found
  // cycles
  | 'cycle' // names[]
  // cover
  | 'table-gap' // name, witness[]
  | 'table-overlap' // name, witness[]; related: the other row
  | 'row-never-applies' // name
  | 'section-never-applies'
  | 'no-otherwise' // name
  | 'band-gap' // name, from, to ('∞' open)
  | 'band-overlap' // name, from, to; related
  | 'rate-outside' // found (empty where it can't be told)
  | 'band-reversed' // from, to
  | 'band-edge-twice' // name, edge (warning)
  | 'band-row-form' // name
  | 'deductible-above-first-edge' // label, amount, name, edge
  | 'wrong-cell-count' // found, expected
  | 'not-one-value'
  | 'same-without-left'
  | 'definitions-overlap' // name, witness[]; related
  | 'exceptions-conflict' // name, first, second, witness[]; related
  | 'exception-without-rule' // name, label
  | 'exception-never-applies' // name, label
  | 'adjustments-conflict' // name, witness[]; related
  | 'not-defined-here' // name, user, witness[]
  | 'not-a-share' // name: what a move takes from
  | 'split-without-rest' // name
  | 'rest-not-last' // name
  | 'split-twice' // name, witness[]; related
  | 'split-incomplete' // name, witness[]
  | 'share-without-destination' // name
  | 'not-of-each' // keyword, list
  | 'schedule-without-start' // name
  | 'start-without-schedule' // name (warning)
  | 'schedule-used' // name
  | 'start-ignores-along' // name, along (warning)
  | 'invariant-broken' // label, witness[]
  | 'too-many-cases' // name
  | 'over-budget' // what: lines, postings, moves, adjustments, accumulations, bands, digits or rows; found, limit, name
  | 'attribute-outside-list' // name, list
  // documents
  | 'unknown-fact' // name, near[]
  | 'quote-not-found' // piece, texts[]: where it should be; how: alike, order, otherText or nowhere; at, found: the nearest place
