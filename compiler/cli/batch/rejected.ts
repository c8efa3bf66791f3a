import { describeIssue } from '../../../runtime/describe-issue.ts'
import type { Language } from '../../../grammar/tree.ts'
import type { RowFault, RowIssue } from '../../batch/row.ts'
import type { RejectedRow } from '../../batch/settle-records.ts'
import { wordsIn } from '../words.ts'

/** The line of a rejected row: where it stands in the input, what is wrong with it, and its text. */
export function rejectedLine({ row, line, issues: found, text }: RejectedRow, language: Language): string {
  const faults = found.map((issue) => ({ code: issue.code, path: issue.path, message: message(issue, language) }))
  const issues = faults.length > 1 ? { issues: faults } : {}
  return JSON.stringify({ row, line, ...faults[0], ...issues, text })
}

function message(issue: RowIssue, language: Language): string {
  return isRowFault(issue) ? wordsIn(language).batch.rowFault(issue) : describeIssue(issue, language)
}

function isRowFault(issue: RowIssue): issue is RowFault {
  return rowFaults.has(issue.code)
}

const rowFaults: ReadonlySet<string> = new Set<RowFault['code']>([
  'csv-quote',
  'record-too-long',
  'not-utf8',
  'other-cells',
  'earlier-refused',
  'figure-given',
  'no-person',
])
