import type { Words } from './words-zh.ts'

/** What the page says, in English. */
export const en: Words = {
  title: 'Daiyu 待遇',
  tagline: 'benefit rules',
  skipToEditor: 'Skip to the policy',
  skipToPanels: 'Skip to the results',
  decision: 'Decision',
  edition: 'Edition',
  compareWith: 'Compare with',
  noOther: 'none',
  files: 'Files',
  policyText: 'Policy',
  results: 'Results',
  problems: 'Problems',
  noProblems: 'No problems',
  share: 'Share',
  history: 'History',
  language: '中文',
  switchLanguage: 'Switch to Chinese (中文)',
  dark: 'Dark',
  light: 'Light',
  failed: (message: string) => `Something went wrong: ${message}. Reload the page; what you changed is kept.`,
  casePanel: 'Form and ledger',
  curvePanel: 'Curve',
  comparisonPanel: 'Comparison',
  typescriptPanel: 'TypeScript',
}
