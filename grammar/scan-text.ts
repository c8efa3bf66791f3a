import { writeText } from './characters.ts'
import { replaceBy } from './finding.ts'
import { keywords } from './keywords.ts'
import type { Scanning } from './scanning.ts'

/** Marks that people use for a text; the value of 《…》 keeps its marks. */
export const foreignMarks: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['『', '』'],
  ['《', '》'],
  ["'", "'"],
])

/** A text in 「…」 or "…" at the offset; the offset after it, or null where there is none. */
export function scanText(scanning: Scanning, start: number): number | null {
  const { source } = scanning
  const opening = source[start] ?? ''
  if (opening === '「') return scanChinese(scanning, start)
  if (opening === '"') return scanEnglish(scanning, start)
  const closing = foreignMarks.get(opening)
  return closing === undefined ? null : scanForeign(scanning, start, opening, closing)
}

function scanChinese(scanning: Scanning, start: number): number {
  const { source, line, report, add } = scanning
  const closing = indexOnLine(scanning, '」', start)
  if (closing < 0) return scanUnterminated(scanning, start, '「', '」')
  const inner = source.indexOf('「', start + 1)
  if (inner < 0 || inner > closing) {
    add('Text', start, closing + 1, { text: source.slice(start + 1, closing) })
    return closing + 1
  }
  // A quote inside the quote: take the whole up to the mark that balances the first one, where there is one.
  const outer = line.isUnbalanced ? null : balancedEnd(source, start, line.end)
  if (outer === null) {
    line.isUnbalanced = true
    const end = start + withoutKeyword(source.slice(start, inner)).length
    const facts = { opening: '「' }
    report({ code: 'unterminated-text', span: { start, end }, facts, fixes: replaceBy({ start: end, end }, '」') })
    add('Text', start, end, { text: source.slice(start + 1, end) })
    return end
  }
  const value = source
    .slice(start + 1, outer - 1)
    .replaceAll('「', '“')
    .replaceAll('」', '”')
  const span = { start, end: outer }
  report({
    code: 'quote-in-quote',
    span: { start: inner, end: inner + 1 },
    facts: {},
    fixes: replaceBy(span, `「${value}」`),
  })
  add('Text', start, outer, { text: value })
  return outer
}

/** A keyword before the next quote, as 理由 in 解读 C1「甲 理由「乙」, is no part of the quote that was left open. */
function withoutKeyword(text: string): string {
  const trimmed = text.trimEnd()
  const keyword = keywords.find(({ zh }) => trimmed.endsWith(` ${zh}`))
  return keyword === undefined ? trimmed : trimmed.slice(0, -keyword.zh.length).trimEnd()
}

function indexOnLine({ source, line }: Scanning, mark: string, from: number): number {
  const known = line.places.get(mark)
  if (known !== undefined && known >= from) return known === Infinity ? -1 : known
  // Not indexOf alone, which would search the rest of the file again for each line.
  const place = source.slice(from, line.end).indexOf(mark)
  line.places.set(mark, place < 0 ? Infinity : from + place)
  return place < 0 ? -1 : from + place
}

function balancedEnd(source: string, start: number, lineEnd: number): number | null {
  let depth = 0
  for (let offset = start; offset < lineEnd; offset += 1) {
    if (source[offset] === '「') depth += 1
    if (source[offset] === '」') depth -= 1
    if (depth === 0) return offset + 1
  }
  return null
}

function scanEnglish(scanning: Scanning, start: number): number {
  const { source, line, add } = scanning
  for (let offset = start + 1; offset < line.end; offset += 1) {
    if (source[offset] !== '"') continue
    if (source[offset + 1] === '"') {
      offset += 1
      continue
    }
    add('Text', start, offset + 1, { text: source.slice(start + 1, offset).replaceAll('""', '"') })
    return offset + 1
  }
  return scanUnterminated(scanning, start, '"', '"')
}

function scanUnterminated(scanning: Scanning, start: number, opening: string, closing: string): number {
  const { end } = scanning.line
  const after = { start: end, end }
  scanning.report({
    code: 'unterminated-text',
    span: { start, end },
    facts: { opening },
    fixes: replaceBy(after, closing),
  })
  scanning.add('Text', start, end, { text: scanning.source.slice(start + 1, end) })
  return end
}

function scanForeign(scanning: Scanning, start: number, opening: string, closing: string): number | null {
  const { source, language, report, add } = scanning
  const end = indexOnLine(scanning, closing, start + 1)
  if (end < 0) return null
  const span = { start, end: end + 1 }
  const text = opening === '《' ? source.slice(start, end + 1) : source.slice(start + 1, end)
  report({ code: 'curly-quotes', span, facts: { opening, closing }, fixes: replaceBy(span, writeText(text, language)) })
  add('Text', start, span.end, { text })
  return span.end
}
