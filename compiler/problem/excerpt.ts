import type { Span } from '../../grammar/tree.ts'
import { glyphOf } from './visible.ts'

/** A line of the text as a terminal shows it, and the line of marks below it. */
export interface ExcerptLine {
  readonly number: number
  readonly text: string
  readonly marks: string
}

const mostLines = 3
const mostColumns = 100
const mostCharacters = 400

/** The lines that a span lies on, at most three, long ones shortened around the span, with marks below it. */
export function excerpt(text: string, span: Span, mark: string): readonly ExcerptLine[] {
  const shown: ExcerptLine[] = []
  let number = text.slice(0, span.start).split('\n').length
  let start = text.lastIndexOf('\n', span.start - 1) + 1
  while (shown.length < mostLines && (shown.length === 0 || start < span.end)) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    // No more of a line than can be shown is looked at: it may be as long as the file.
    const from = Math.max(start, span.start - mostCharacters)
    const line = text.slice(from, Math.min(end, Math.max(start, span.start) + mostCharacters))
    shown.push({ number, ...showLine(line.replace(/\r$/, ''), from, span, mark) })
    if (next < 0) break
    number += 1
    start = next + 1
  }
  return shown
}

interface Shown {
  readonly text: string
  readonly width: number
  readonly isMarked: boolean
}

function showLine(line: string, start: number, span: Span, mark: string): { text: string; marks: string } {
  let offset = start
  const glyphs: Shown[] = Array.from(line, (character) => {
    const from = offset
    offset += character.length
    // Blanks before the first word of a line are never what a mark is about.
    const isIndent = from < start + line.length - line.trimStart().length && from > span.start
    return { ...glyphOf(character), isMarked: from < span.end && offset > span.start && !isIndent }
  })
  if (!glyphs.some((glyph) => glyph.isMarked)) {
    const place = Array.from(line.slice(0, Math.max(0, span.start - start))).length
    glyphs.splice(place, 0, { text: '', width: 0, isMarked: true })
  }
  const first = glyphs.findIndex((glyph) => glyph.isMarked)
  const [from, to] = windowAround(glyphs, first)
  const inside = glyphs.slice(from, to)
  const [before, after] = [from > 0 ? '…' : '', to < glyphs.length ? '…' : '']
  const marks = inside.map((glyph) =>
    (glyph.isMarked ? mark : ' ').repeat(glyph.isMarked ? Math.max(1, glyph.width) : glyph.width),
  )
  return {
    text: before + inside.map((glyph) => glyph.text).join('') + after,
    marks: (before && ' ') + marks.join('').trimEnd(),
  }
}

/** The stretch of a long line that is shown: a little before the first marked character, and what fits after it. */
function windowAround(glyphs: readonly Shown[], first: number): readonly [number, number] {
  const widthOf = (from: number, to: number): number =>
    glyphs.slice(from, to).reduce((sum, glyph) => sum + glyph.width, 0)
  if (widthOf(0, glyphs.length) <= mostColumns) return [0, glyphs.length]
  let from = first
  let columns = glyphs[first]?.width ?? 0
  while (from > 0 && columns < mostColumns / 3) columns += glyphs[--from]?.width ?? 0
  let to = first + 1
  while (to < glyphs.length && columns < mostColumns) columns += glyphs[to++]?.width ?? 0
  while (from > 0 && columns < mostColumns) columns += glyphs[--from]?.width ?? 0
  return [from, to]
}
