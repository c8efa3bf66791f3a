import { keyword, languageOf } from '../../check/spelling.ts'
import { positionOf } from '../../problem/position.ts'
import type { ComparedEdition, Statement } from './statements.ts'
import type { Basis, WrittenRule } from './text-change.ts'

/** Where a statement stands, and what it says there. */
export function writtenIn({ files }: ComparedEdition, { file, span }: Pick<Statement, 'file' | 'span'>): WrittenRule {
  const text = files.find(({ name }) => name === file)?.text ?? ''
  return { place: `${file}:${positionOf(text, span).line}`, text: withoutIndent(text, span) }
}

/** What a statement rests on; null of what stands in no article. */
export function basisOf(side: ComparedEdition, { article, quotes, readings, heading, file }: Statement): Basis | null {
  const { policy } = side
  const { source = -1, title } = policy.articles[article ?? -1] ?? {}
  const from = policy.sources[source]
  if (!from || title === undefined) return null
  return {
    source: from.title,
    grade: from.grade,
    article: title,
    heading: headingText(side, heading, file),
    quotes: quotes.flatMap((index) => {
      const { text, isVerbatim, cites } = policy.quotes[index] ?? {}
      return text === undefined || !cites ? [] : [{ text, isVerbatim: isVerbatim === true, cites }]
    }),
    readings: readings.flatMap((index) => {
      const { name, statement, alternatives, chosen } = policy.readings[index] ?? {}
      const other = alternatives?.find((each) => each.name === chosen)
      return name === undefined || statement === undefined ? [] : [{ name, statement: other?.statement ?? statement }]
    }),
  }
}

/** The heading of a rule that replaces another may stand in the file of that one. */
function headingText(
  { policy, files }: ComparedEdition,
  { when, over }: Statement['heading'],
  file: string,
): string | null {
  if (when === null) return over === null ? null : `${keyword('Each', languageOf({ policy, file }))} ${over.text}`
  const { start, end } = when.span
  const own = files.toSorted((a, b) => Number(b.name === file) - Number(a.name === file))
  for (const { name, text } of own) {
    const opening = keyword('AppliesTo', languageOf({ policy, file: name }))
    const isHeading = text.slice(0, start).trimEnd().endsWith(opening) && /^\s*[:：]/u.test(text.slice(end))
    if (isHeading) return `${opening} ${text.slice(start, end)}`
  }
  return null
}

/** A stretch of lines that stand below each other as they do in the file, the first without indentation. */
export function withoutIndent(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const indent = text.slice(line).search(/\S/)
  return text
    .slice(start, end)
    .split('\n')
    .map((each, index) => (index > 0 && each.slice(0, indent).trim() === '' ? each.slice(indent) : each))
    .join('\n')
}
