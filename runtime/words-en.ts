import type { EditionFacts, Issue } from './issue.ts'

/** The sentence about an issue, in English. */
export function sayInEnglish(issue: Issue): string {
  return `${issue.path === '' ? 'the input' : issue.path}: ${sentence(issue)}`
}

function sentence(issue: Issue): string {
  const { value } = issue
  switch (issue.code) {
    case 'missing':
      return 'is missing.'
    case 'unknown-key':
      return `is not a known name. Allowed here: ${listed(issue.facts.allowed)}.`
    case 'not-a-record':
      return `expected an object, found ${value}.`
    case 'not-one-of': {
      const [first, second] = issue.facts.keys
      return issue.facts.found === 'both'
        ? `${first} and ${second} are both there; a case has one of them.`
        : `neither ${first} nor ${second} is there; a case has one of them.`
    }
    case 'not-a-list':
      return `expected a list, found ${value}.`
    case 'list-too-long':
      return `has ${value} elements; at most ${issue.facts.most} are allowed.`
    case 'not-money':
      return `${value} is not an amount: ${moneyFaults[issue.facts.reason]}.`
    case 'not-a-count': {
      const { part, least, most } = issue.facts
      return `${value} is not ${countedParts[part]}: write a whole number from ${least} to ${most}.`
    }
    case 'not-months':
      return `${value} is not a number of months: write a whole number from 0 to ${issue.facts.most}.`
    case 'not-a-number':
      return `${value} is not an exact number: write text with at most ${issue.facts.decimals} decimals ("1.5"), or a whole number.`
    case 'not-a-rate':
      return `${value} is not a rate: write text from "0" to "1" with at most ${issue.facts.decimals} decimals; 15% is "0.15".`
    case 'not-a-date':
      return `${value} is not a date: ${dateFault(issue.facts)}.`
    case 'not-a-month':
      return `${value} is not a month: ${monthFault(issue.facts)}.`
    case 'not-a-boolean':
      return `expected true or false, found ${value}.`
    case 'not-a-region':
      return issue.facts.reason === 'form'
        ? `${value} is not a region: write the six digits of its GB/T 2260 code as text ("330200").`
        : `${value} is not a region: no province has a GB/T 2260 code that starts with these two digits.`
    case 'not-a-member':
      return `${value} is not one of: ${listed(issue.facts.members)}.`
    case 'not-a-text':
      return `expected text of at most ${issue.facts.most} characters without control characters, found ${value}.`
    case 'outside-edition':
      return `${value} lies outside edition ${edition(issue.facts.edition)}.`
    case 'no-edition':
      return `no edition is in force on ${value}. There are: ${issue.facts.editions.map(edition).join('; ')}.`
    case 'several-editions':
      return `more than one edition is in force on ${value}: ${issue.facts.editions.map(edition).join('; ')}.`
    case 'unknown-edition':
      return `there is no edition ${value}. There are: ${issue.facts.editions.map(edition).join('; ')}.`
    case 'unknown-decision':
      return `there is no decision ${value}. There are: ${listed(issue.facts.decisions)}.`
    case 'amount-outside':
      return `gives ${issue.facts.label} = ${value}; it has to lie between 0 and ${issue.facts.limit}.`
    case 'division-by-zero':
      return `${issue.facts.label} cannot be computed: a division by zero.`
    case 'requirement-not-met':
      return `the policy requires: ${issue.facts.label}.`
    case 'invariant-broken':
      return `the result breaks what the policy promises: ${issue.facts.label}.`
    case 'json-syntax':
      return `not JSON in line ${issue.facts.line}, column ${issue.facts.column}: ${jsonFaults[issue.facts.reason]}, found ${value ?? 'the end of the text'}.`
    case 'json-duplicate-key':
      return `is given a second time in line ${issue.facts.line}, column ${issue.facts.column}.`
    case 'json-number':
      return issue.facts.reason === 'fraction'
        ? `${value} is a number with a fraction or an exponent; numbers have to be whole, and yuan with decimals are text ("1200.50").`
        : `${value} is too large to be kept exactly as a number; write it as text.`
    case 'json-too-deep':
      return `is nested more than ${issue.facts.most} levels deep (line ${issue.facts.line}, column ${issue.facts.column}).`
    case 'json-too-long':
      return `has ${issue.facts.length} characters; at most ${issue.facts.most} are allowed.`
  }
}

const countedParts = {
  fen: 'an amount in fen',
  day: 'a day counted from 1970-01-01',
  monthStart: 'the first day of a month, counted from 1970-01-01',
  rate: 'a rate in millionths',
  number: 'a number in millionths',
}

const moneyFaults = {
  form: 'write yuan as text with at most two decimals ("1200.50"), or as a whole number',
  fraction: 'a number with a fraction is not exact; write it as text ("1200.50")',
  decimals: 'yuan have at most two decimals',
  negative: 'it must not be negative',
  size: 'yuan have at most 13 digits before the point',
}

const jsonFaults = {
  value: 'expected a value',
  key: 'expected a name in double quotes',
  colon: 'expected ":"',
  'comma-or-brace': 'expected "," or "}"',
  'comma-or-bracket': 'expected "," or "]"',
  end: 'expected the end of the text',
  escape: 'expected an escape such as \\n or \\u4e2d',
  'control-character': 'line ends and control characters must be escaped inside quotes',
  'closing-quote': 'expected the closing quote',
}

function dateFault(facts: Extract<Issue, { code: 'not-a-date' }>['facts']): string {
  switch (facts.reason) {
    case 'form':
      return 'write YYYY-MM-DD ("2023-03-01")'
    case 'day':
      return 'there is no such day'
    case 'year':
      return `years from ${facts.firstYear} to ${facts.lastYear} are allowed`
  }
}

function monthFault(facts: Extract<Issue, { code: 'not-a-month' }>['facts']): string {
  switch (facts.reason) {
    case 'form':
      return 'write the year and the month, YYYY-MM ("2023-03")'
    case 'month':
      return 'months go from 01 to 12'
    case 'year':
      return `years from ${facts.firstYear} to ${facts.lastYear} are allowed`
  }
}

function edition({ name, from, until }: EditionFacts): string {
  return `${name} (${from ?? '…'} to ${until ?? '…'})`
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ')
}
