import type { Declared } from './declared.ts'
import type { Place } from '../problem/report.ts'
import type { Occurrence } from './occurrence.ts'
import { symbolsOf } from './symbols.ts'
import type { Analysis, Workspace } from './workspace.ts'

/** Where else the thing at an offset is written, in the files of its decision and of all others that share it. */
export function references(workspace: Workspace, analysis: Analysis, offset: number): readonly Place[] {
  const here = symbolsOf(analysis).at(analysis.file, offset)
  return here ? shared(workspace, analysis, here).occurrences.map(({ file, span }) => ({ file, span })) : []
}

/** In one file: what an editor lights up, and whether the name is given a value there. */
export function documentHighlights(
  analysis: Analysis,
  offset: number,
): readonly { readonly span: Place['span']; readonly isWritten: boolean }[] {
  const symbols = symbolsOf(analysis)
  const here = symbols.at(analysis.file, offset)
  if (!here) return []
  return symbols
    .of(here.declared)
    .filter(({ file }) => file === analysis.file)
    .map(({ span, role }) => ({ span, isWritten: role !== 'uses' }))
}

/** A thing as every decision that shares it knows it, and all its occurrences, file by file. */
export interface Shared {
  readonly occurrences: readonly Occurrence[]
  readonly known: readonly { readonly analysis: Analysis; readonly declared: Declared }[]
}

/** Two decisions mean the same thing where both find a meaning in the same place of a file that they share. */
export function shared(workspace: Workspace, analysis: Analysis, { declared }: Occurrence): Shared {
  const known = [{ analysis, declared }]
  const occurrences = new Map<string, Occurrence>()
  const meet = (other: Analysis, found: Declared | null | undefined): void => {
    if (found && !known.some((each) => each.declared === found)) known.push({ analysis: other, declared: found })
  }
  if (declared.kind === 'policy')
    for (const { id, files } of workspace.decisions())
      if (id.startsWith(`${declared.label}.`)) {
        const other = workspace.analysis(files[0] ?? '', id)
        meet(other, symbolsOf(other).spaces.find('policy', declared.label))
      }
  // The list grows while it is walked.
  for (const each of known)
    for (const occurrence of symbolsOf(each.analysis).of(each.declared)) {
      const { file, span } = occurrence
      const key = `${file}\n${span.start}`
      if (occurrences.has(key)) continue
      occurrences.set(key, occurrence)
      for (const decision of workspace.decisionsOf(file)) {
        if (decision === each.analysis.decision) continue
        const other = workspace.analysis(file, decision)
        const there = symbolsOf(other).at(file, span.start)
        if (there?.span.start === span.start) meet(other, there.declared)
      }
    }
  // What was asked last is what shared files are shown in.
  if (analysis.decision !== null) workspace.analysis(analysis.file, analysis.decision)
  const inOrder = [...occurrences.values()].toSorted((a, b) =>
    a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1,
  )
  return { occurrences: inOrder, known }
}
