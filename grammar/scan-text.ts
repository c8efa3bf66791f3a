import { writeText } from './characters.ts'
import { replaceBy } from './finding.ts'
import { endOfLine, type Scanning } from './scanning.ts'

// Marks that people use for a text; the value of 《…》 keeps its marks.
const foreignMarks = new Map([
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
  const { source, report, add } = scanning
  const lineEnd = endOfLine(source, start)
  const closing = source.indexOf('」', start)
  if (closing < 0 || closing >= lineEnd) return scanUnterminated(scanning, start, '「', '」', lineEnd)
  const inner = source.indexOf('「', start + 1)
  if (inner < 0 || inner > closing) {
    add('Text', start, closing + 1, { text: source.slice(start + 1, closing) })
    return closing + 1
  }
  // A quote inside the quote: take the whole up to the mark that balances the first one, where there is one.
  const outer = balancedEnd(source, start, lineEnd)
  if (outer === null) {
    add('Text', start, inner, { text: source.slice(start + 1, inner).trimEnd() })
    report({ code: 'unterminated-text', span: { start, end: inner }, facts: { opening: '「' } })
    return inner
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
  const { source, add } = scanning
  const lineEnd = endOfLine(source, start)
  for (let offset = start + 1; offset < lineEnd; offset += 1) {
    if (source[offset] !== '"') continue
    if (source[offset + 1] === '"') {
      offset += 1
      continue
    }
    add('Text', start, offset + 1, { text: source.slice(start + 1, offset).replaceAll('""', '"') })
    return offset + 1
  }
  return scanUnterminated(scanning, start, '"', '"', lineEnd)
}

function scanUnterminated(scanning: Scanning, start: number, opening: string, closing: string, end: number): number {
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
  const end = source.indexOf(closing, start + 1)
  if (end < 0 || end >= endOfLine(source, start)) return null
  const span = { start, end: end + 1 }
  const text = opening === '《' ? source.slice(start, end + 1) : source.slice(start + 1, end)
  report({ code: 'curly-quotes', span, facts: { opening, closing }, fixes: replaceBy(span, writeText(text, language)) })
  add('Text', start, span.end, { text })
  return span.end
}
