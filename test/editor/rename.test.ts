import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareRename, rename, runExample, symbolsOf, type FileEdits } from '../../compiler/index.ts'
import type { Workspace } from '../../compiler/editor/workspace.ts'
import { shippedWorkspace } from './shipped.ts'

function apply(workspace: Workspace, files: readonly FileEdits[]): void {
  for (const { file, edits } of files) {
    const text = workspace.files().find(({ name }) => name === file)!.text
    const [changed, rest] = edits.reduce(
      ([done, from], { span, text: to }) => [done + text.slice(from, span.start) + to, span.end] as const,
      ['', 0] as readonly [string, number],
    )
    workspace.set(file, changed + text.slice(rest))
  }
}

/** What all decisions come to, without places in the text and with one name put for another. */
function meaningOf(workspace: Workspace, name: string, instead: string): ReadonlyMap<string, string> {
  const meant = workspace.decisions().map(({ id, files }): [string, string] => {
    const { programs, problems, examples } = workspace.analysis(files[0]!, id)
    const outcomes = examples.map((example) => runExample(programs, id, example).kind)
    const text = JSON.stringify(
      { programs, problems: problems.map(({ code }) => code), outcomes },
      (key, value: unknown) => (key === 'at' || key === 'start' || key === 'end' ? undefined : value),
    )
    return [id, text].map((each) => each.replaceAll(name, instead)) as [string, string]
  })
  return new Map(meant)
}

const textsOf = (workspace: Workspace) => workspace.files().map(({ text }) => text)

describe('rename, over all shipped files', () => {
  const workspace = shippedWorkspace()
  const names = workspace.decisions().flatMap(({ id, files }) => {
    const file = files.find((each) => !each.includes('.examples.'))!
    const analysis = workspace.analysis(file, id)
    const seen = new Set<string>()
    return symbolsOf(analysis)
      .inFile(file)
      .flatMap(({ span, text }) => {
        if (seen.has(text) || !prepareRename(analysis, span.start, 'zh').ok) return []
        seen.add(text)
        return [{ id, file, offset: span.start, text }]
      })
  })
  const shippedTexts = workspace.files()
  const before = textsOf(workspace)

  it('changes nothing but the name, and back is the same text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), ({ id, file, offset, text }) => {
        for (const each of shippedTexts) workspace.set(each.name, each.text)
        const to = text.includes('.') ? 'fresh.nameOfATest' : 'freshNameOfATest'
        const meant = meaningOf(workspace, to, to)
        const there = rename(workspace, workspace.analysis(file, id), offset, to, 'en')
        if (!there.ok) throw new Error(`${file} ${text}: ${there.reason}`)
        apply(workspace, there.files)
        const [own] = there.files.filter((each) => each.file === file)
        const moved = own!.edits.filter(({ span }) => span.start < offset).length * (to.length - text.length)
        const means = meaningOf(workspace, to, text)
        for (const [decision, meaning] of meant) expect(means.get(decision) === meaning, decision).toBe(true)
        const back = rename(workspace, workspace.analysis(file, id), offset + moved, text, 'en')
        if (!back.ok) throw new Error(`${file} ${text} back: ${back.reason}`)
        apply(workspace, back.files)
        expect(textsOf(workspace).every((each, index) => each === before[index])).toBe(true)
      }),
      { numRuns: 8 },
    )
  })
})
