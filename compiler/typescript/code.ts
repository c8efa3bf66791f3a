import type { Place } from '../program/program.ts'

/** Generated text as a tree, parts of which say what place of the policy they come from. */
export type Code = string | readonly Code[] | Placed
interface Placed {
  readonly code: Code
  readonly from: Place
}

/** From `offset` on, up to the next mark, the text comes from `place`; null: from no place. */
export interface Mark {
  readonly offset: number
  readonly place: Place | null
}

export interface Rendered {
  readonly text: string
  /** Ascending by offset. */
  readonly marks: readonly Mark[]
}

export function from(place: Place, code: Code): Code {
  return { code, from: place }
}

/** The codes with a separator between each two. */
export function join(codes: readonly Code[], separator: string): Code {
  return codes.flatMap((code, index) => (index === 0 ? [code] : [separator, code]))
}

/** The text, and for each part of it the innermost place. */
export function render(code: Code): Rendered {
  const parts: string[] = []
  const marks: Mark[] = []
  let offset = 0
  let current: Place | null = null
  const visit = (part: Code, place: Place | null): void => {
    if (typeof part === 'string') {
      if (part === '') return
      if (place !== current) marks.push({ offset, place: (current = place) })
      parts.push(part)
      offset += part.length
    } else if ('from' in part) visit(part.code, part.from)
    else for (const each of part) visit(each, place)
  }
  visit(code, null)
  return { text: parts.join(''), marks }
}

/** The words in it that can name a variable: neither a property nor a key, which stands before a colon. */
export function variablesIn(code: Code): ReadonlySet<string> {
  return new Set(textOf(code).match(/(?<![.\p{L}\p{N}_$])[\p{L}\p{N}_$]+(?![\p{L}\p{N}_$:])/gu))
}

/** The words of generated text: names, keywords, numbers, and what is written with letters in strings and comments. */
export function wordsOf(text: string): readonly { readonly text: string; readonly offset: number }[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}_$]+/gu), (match) => ({ text: match[0], offset: match.index }))
}

/** The text alone. */
export function textOf(code: Code): string {
  return render(code).text
}
