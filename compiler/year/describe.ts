import { describeIssue } from '../../runtime/describe-issue.ts'
import type { SequenceIssue, YearIssue } from './issue.ts'
import { sayInEnglish } from './words-en.ts'
import { sayInChinese } from './words-zh.ts'

/** One sentence: what is wrong with an event, where, and what to do. */
export function describeYearIssue(issue: YearIssue, language: 'zh' | 'en'): string {
  if (isOfCase(issue)) return describeIssue(issue, language)
  switch (language) {
    case 'zh':
      return sayInChinese(issue)
    case 'en':
      return sayInEnglish(issue)
  }
}

// Only what is wrong with a case has facts.
function isOfCase(issue: YearIssue): issue is Exclude<YearIssue, SequenceIssue> {
  return 'facts' in issue
}
