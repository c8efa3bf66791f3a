import type { Issue } from './issue.ts'
import { sayInEnglish } from './words-en.ts'
import { sayInChinese } from './words-zh.ts'

/** One sentence: the path, what was found there, and what is allowed. */
export function describeIssue(issue: Issue, language: 'zh' | 'en'): string {
  switch (language) {
    case 'zh':
      return sayInChinese(issue)
    case 'en':
      return sayInEnglish(issue)
  }
}
