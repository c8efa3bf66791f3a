import { replaceBy, type Finding } from './finding.ts'
import { builtInWords, keywords, type KeywordToken, type Opens } from './keywords.ts'
import { asToken, tokenSpan, type Token } from './tokens.ts'
import type { Language } from './tree.ts'

interface Phrase {
  readonly words: readonly string[]
  readonly token: KeywordToken
}

const chinese = new Map<string, KeywordToken>(keywords.map(({ zh, token }) => [zh, token]))
const english = new Map<string, Phrase[]>()
for (const { en, token } of keywords) {
  const words = en.split(' ')
  const [first = ''] = words
  english.set(first, [...(english.get(first) ?? []), { words, token }])
}
for (const phrases of english.values()) phrases.sort((first, second) => second.words.length - first.words.length)

const builtIn = new Set(builtInWords.flatMap(({ zh, en }) => [zh, en]))
const whole = new Set<string>(keywords.flatMap(({ zh, en }) => [zh, en]))

/**
 * Words that may not be names because a neighbour could turn them into a keyword: `applies` before `to`,
 * `else` after `or`. Each with the keywords it belongs to.
 */
const reserved = new Map<string, string[]>()
for (const { en } of keywords) {
  const [first = '', second] = en.split(' ')
  if (second === undefined) continue
  const word = whole.has(first) || builtIn.has(first) ? second : first
  if (!whole.has(word)) reserved.set(word, [...(reserved.get(word) ?? []), en])
}

const opensOf = new Map<string, Opens>(keywords.map(({ token, opens }) => [token, opens]))

/** What a token opens: a keyword as the table says, a name before 是指 an item, a row's first bar a row. */
export function opens(token: Token | undefined): Opens | 'row' {
  if (token === undefined) return null
  if (token.name === 'DefinedName') return 'item'
  if (token.name === 'RowBar' || token.name === 'RuleLine') return 'row'
  return opensOf.get(token.name) ?? null
}

/** Whether a token begins a statement, so that what went wrong before it is over. */
export const opensStatement = (token: Token | undefined): boolean => {
  const opened = opens(token)
  return opened !== null && opened !== 'row' && opened !== 'line'
}

/** The keyword that a name is, in a file of either language. */
export function keywordOf(name: string): { readonly token: KeywordToken; readonly language: Language } | null {
  const token = chinese.get(name)
  if (token !== undefined) return { token, language: 'zh' }
  const phrase = english.get(name)?.find(({ words }) => words.length === 1)
  return phrase === undefined ? null : { token: phrase.token, language: 'en' }
}

/** Names that are keywords become keyword tokens; English ones of several words, the longest first, one token. */
export function findKeywords(
  source: string,
  tokens: readonly Token[],
  report: (finding: Finding) => void,
): readonly Token[] {
  const found: Token[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.name !== 'Name') {
      found.push(token)
      continue
    }
    const inChinese = chinese.get(token.text)
    if (inChinese !== undefined) {
      found.push(asToken(token, inChinese))
      continue
    }
    const phrase = english.get(token.text)?.find(({ words }) => continues(tokens, index, words))
    if (phrase === undefined) {
      const belongsTo = reserved.get(token.text)
      if (belongsTo === undefined) {
        found.push(token)
        continue
      }
      const span = tokenSpan(token)
      const [only] = belongsTo.length === 1 ? belongsTo : []
      report({
        code: 'incomplete-keyword',
        span,
        facts: { found: token.text, keywords: belongsTo },
        ...(only === undefined ? {} : { fixes: replaceBy(span, only) }),
      })
      const keyword = keywords.find(({ en }) => en === only)
      found.push(keyword === undefined ? token : asToken(token, keyword.token))
      continue
    }
    const last = tokens[index + phrase.words.length - 1] ?? token
    const image = source.slice(token.startOffset, last.endOffset + 1)
    found.push({ ...asToken(token, phrase.token), image, endOffset: last.endOffset })
    index += phrase.words.length - 1
  }
  return found
}

function continues(tokens: readonly Token[], index: number, words: readonly string[]): boolean {
  const line = tokens[index]?.line
  return words.every((word, place) => {
    const token = tokens[index + place]
    return token?.name === 'Name' && token.text === word && token.line === line
  })
}

/** A name that 是指 follows becomes a `DefinedName`. */
export function markDefinedNames(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) => {
    if (token.name !== 'Name' && token.name !== 'DefinedName') return token
    const wanted = tokens[index + 1]?.name === 'Means' ? 'DefinedName' : 'Name'
    return token.name === wanted ? token : asToken(token, wanted)
  })
}
