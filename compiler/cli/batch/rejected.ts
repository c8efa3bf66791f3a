import { describeIssue } from '../../../runtime/describe-issue.ts'
import type { Language } from '../../../grammar/tree.ts'
import type { RowFault, RowIssue } from '../../batch/row.ts'
import type { RejectedRow } from '../../batch/settle-records.ts'
import { wordsIn } from '../words.ts'

/** The line of a rejected row: which row and line of the input it is, from 1, what is wrong with it, and its text. */
export function rejectedLine(row: RejectedRow, before: { rows: number; lines: number }, language: Language): string {
  const faults = row.issues.map((issue) => ({ code: issue.code, path: issue.path, message: message(issue, language) }))
  const place = { row: before.rows + row.row + 1, line: before.lines + row.line + 1 }
  const issues = faults.length > 1 ? { issues: faults } : {}
  return `${JSON.stringify({ ...place, ...faults[0], ...issues, text: row.text })}\n`
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
])
