import type { SourceFile } from '../compile.ts'

/** A source document for looking things up: its letters without white space and `*`, and where each of them stands. */
export interface SourceText {
  readonly name: string
  readonly original: string
  readonly plain: string
  /** For each letter of `plain`, its offset in `original`. */
  readonly offsets: readonly number[]
}

/** Where something stands in a source text, or what is nearest to it. */
export interface TextPlace {
  readonly text: SourceText
  /** Offset in `original`. */
  readonly start: number
  /** The letters there, as many as were looked for. */
  readonly excerpt: string
  /** Whether all of it stands there. */
  readonly isWhole: boolean
}

const ignored = /[\s*]/u
const LEAST_ALIKE = 2

/** Letters without white space and `*`. */
export function plainText(text: string): string {
  return text.replace(/[\s*]/gu, '')
}

export function readSourceText({ name, text }: SourceFile): SourceText {
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += 1) if (!ignored.test(text[at]!)) offsets.push(at)
  return { name, original: text, plain: offsets.map((at) => text[at]).join(''), offsets }
}

/** How many of the pieces stand in the text, from the first on, each after the one before it. */
export function findInOrder(pieces: readonly string[], { plain }: SourceText): number {
  let from = 0
  for (const [index, piece] of pieces.entries()) {
    const letters = plainText(piece)
    const at = plain.indexOf(letters, from)
    if (at < 0) return index
    from = at + letters.length
  }
  return pieces.length
}

/** The place in the texts that has the longest stretch of a piece; null where nothing is alike. */
export function nearestPlace(piece: string, texts: readonly SourceText[]): TextPlace | null {
  const letters = plainText(piece)
  let best = { length: Math.min(LEAST_ALIKE, letters.length) - 1, place: null as TextPlace | null }
  for (const text of texts)
    for (let start = 0; start + best.length < letters.length; start += 1) {
      let at = text.plain.indexOf(letters.slice(start, start + best.length + 1))
      if (at < 0) continue
      let length = best.length + 1
      for (let next = at; next >= 0; next = text.plain.indexOf(letters.slice(start, start + length + 1))) {
        at = next
        while (start + length < letters.length && text.plain[at + length] === letters[start + length]) length += 1
        if (start + length === letters.length) break
      }
      const first = Math.max(0, at - start)
      const excerpt = text.plain.slice(first, first + letters.length)
      const place = { text, start: text.offsets[first] ?? 0, excerpt, isWhole: length === letters.length }
      best = { length, place }
    }
  return best.place
}

/** Counted from 1. */
export function lineOf({ original }: SourceText, offset: number): number {
  return original.slice(0, offset).split('\n').length
}
