import { findHiddenCharacters } from './characters.ts'
import type { Finding } from './finding.ts'
import { findKeywords, markDefinedNames } from './keyword-tokens.ts'
import { findTooDeep, findTooLarge, findTooMany, limits } from './limits.ts'
import { findRows } from './row-tokens.ts'
import { scan } from './scan.ts'
import type { Token } from './tokens.ts'
import type { Comment, Language } from './tree.ts'

/** A text as the parser takes it. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly comments: readonly Comment[]
  readonly findings: readonly Finding[]
}

const refusal = (finding: Finding): Reading => ({ tokens: [], comments: [], findings: [finding] })

/** Text to tokens: keywords found, rows closed. A text beyond the limits gives no tokens, and says why. */
export function readTokens(text: string, language: Language): Reading {
  const tooLarge = findTooLarge(text)
  if (tooLarge !== null) return refusal(tooLarge)
  const findings: Finding[] = []
  const report = (finding: Finding): void => {
    findings.push(finding)
  }
  const { tokens: scanned, comments } = scan(text, language, limits.tokens, report)
  const tooMany = findTooMany(scanned)
  if (tooMany !== null) return refusal(tooMany)
  findHiddenCharacters(text, report)
  const tokens = markDefinedNames(findRows(text, findKeywords(text, scanned, report), report))
  const tooDeep = findTooDeep(tokens)
  return tooDeep === null ? { tokens, comments, findings } : refusal(tooDeep)
}
