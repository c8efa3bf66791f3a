import { keywords } from './keywords.ts'
import type { Language } from './tree.ts'

const chinese = new Set<string>(keywords.map((keyword) => keyword.zh))
const english = new Map<string, string[][]>()
for (const { en } of keywords) {
  const words = en.split(' ')
  const [first = ''] = words
  english.set(first, [...(english.get(first) ?? []), words])
}

const word = /(?:※|\/\/)[^\n]*|「[^」\n]*」?|"[^"\n]*"?|[\p{ID_Start}_][\p{ID_Continue}.]*/gu

/** The language of the first keyword; Chinese where there is none. */
export function findLanguage(source: string): Language {
  for (const { 0: found, index } of source.matchAll(word)) {
    if (chinese.has(found)) return 'zh'
    const rest = english.get(found)
    if (rest === undefined) continue
    const following = source.slice(index, index + 60).split(/[ \t]+/u, 6)
    if (rest.some((words) => words.every((each, place) => following[place]?.startsWith(each)))) return 'en'
  }
  return 'zh'
}
