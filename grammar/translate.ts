import { readTokens } from './read-tokens.ts'
import { spellTokens } from './spell-token.ts'
import type { Language } from './tree.ts'

/**
 * A part of a file — a cell, a line, a few of them — in the keywords of a language and in other names. What is no part
 * of a policy stays as it is.
 */
export function translate(text: string, from: Language, to: Language, names: ReadonlyMap<string, string>): string {
  const ofPart = (part: string): string => {
    const { tokens, findings } = readTokens(part.trim(), from)
    const isWritten = findings.length === 0 && tokens.length > 0
    return isWritten ? spellTokens(tokens, { language: to, names, kept: new Set() }, 'all') : part.trim()
  }
  return text
    .split('\n')
    .map((line) => {
      const margin = line.slice(0, line.search(/\S|$/u))
      const isRow = line.trim().startsWith('|')
      return margin + (isRow ? line.trim().split('|').map(ofPart).join(' | ').trim() : ofPart(line))
    })
    .join('\n')
}
