import { positionOf } from '../../problem/position.ts'
import type { SourceInfo } from '../../program/program.ts'
import type { ComparedEdition, Statement } from './statements.ts'
import type { Basis, TextChange, WrittenRule } from './text-change.ts'

/** Sources that only one of two editions rests on, and those whose grade is another. */
export function sourceChanges(
  before: ComparedEdition,
  after: ComparedEdition,
  was: readonly Statement[],
  is: readonly Statement[],
): readonly TextChange[] {
  const [old, next] = [sourcesOf(before, was), sourcesOf(after, is)]
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((title): TextChange[] => {
    const [a, b] = [old.get(title) ?? null, next.get(title) ?? null]
    if (a?.grade === b?.grade) return []
    const kind = a === null ? 'added' : b === null ? 'removed' : 'changed'
    const written = { before: a && a.written, after: b && b.written }
    const basis: TextChange['basis'] = {
      before: a && plainBasis(title, a.grade),
      after: b && plainBasis(title, b.grade),
    }
    return [{ kind, what: 'source', name: title, ...written, cells: [], basis, cites: [] }]
  })
}

interface Found {
  readonly grade: SourceInfo['grade']
  readonly written: WrittenRule
}

function sourcesOf({ policy, files }: ComparedEdition, statements: readonly Statement[]): ReadonlyMap<string, Found> {
  const used = new Set(statements.flatMap(({ article }) => policy.articles[article ?? -1]?.source ?? []))
  const found = policy.sources.flatMap(({ title, grade }, index): [string, Found][] => {
    const file = files.find(({ text }) => text.includes(title))
    if (!used.has(index) || !file) return []
    const start = file.text.indexOf(title)
    const { line } = positionOf(file.text, { start, end: start })
    return [[title, { grade, written: { place: `${file.name}:${line}`, text: file.text.split('\n')[line - 1] ?? '' } }]]
  })
  return new Map(found)
}

const plainBasis = (source: string, grade: SourceInfo['grade']): Basis => ({
  source,
  grade,
  article: '',
  heading: null,
  quotes: [],
  readings: [],
})
