import { describeIssue } from './describe-issue.ts'
import type { Issue } from './issue.ts'

/** A case that cannot be settled. `issues` says everything that is wrong with it; the message says it in English. */
export class CaseError extends Error {
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => describeIssue(issue, 'en')).join('\n'))
    this.name = 'CaseError'
    this.issues = issues
  }
}
