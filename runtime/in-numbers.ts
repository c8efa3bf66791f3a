import { CaseError } from './case-error.ts'
import type { Issue } from './issue.ts'
import { keyPath } from './path.ts'
import { fraction } from './rational.ts'
import { refuseAmount } from './refusal.ts'

const limit = fraction(BigInt(Number.MAX_SAFE_INTEGER), 100n)

/**
 * The same record with numbers for the bigints in it, which are amounts in fen. Throws a CaseError that says which of
 * them are beyond 2^53, or below zero and beyond.
 */
export function inNumbers(result: object): object {
  const issues: Issue[] = []
  const numbers = convert(result, '', issues)
  if (issues.length > 0) throw new CaseError(issues)
  return numbers
}

function convert(record: object, path: string, issues: Issue[]): object {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]: [string, unknown]) => [
      key,
      convertValue(value, keyPath(path, key), issues),
    ]),
  )
}

function convertValue(value: unknown, path: string, issues: Issue[]): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return convert(value, path, issues)
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  if (Number.isSafeInteger(number)) return number
  const issue = refuseAmount(fraction(value, 100n), limit, path, path)
  return issue ? void issues.push(issue) : number
}
