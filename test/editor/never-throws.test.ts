import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeLenses,
  definition,
  documentHighlights,
  folding,
  formatting,
  hover,
  hoverMarkdown,
  inlayHints,
  outline,
  prepareRename,
  references,
  rename,
  semanticTokens,
} from '../../compiler/index.ts'
import type { Analysis, Workspace } from '../../compiler/editor/workspace.ts'
import type { Span } from '../../grammar/tree.ts'
import { shipped, shippedWorkspace } from './shipped.ts'

/** Every feature at an offset; the spans that they give have to lie in the file that they are of. */
function askEverything(workspace: Workspace, analysis: Analysis, offset: number): void {
  const lengths = new Map(workspace.files().map(({ name, text }) => [name, text.length]))
  const isIn = ({ start, end }: Span, file: string): boolean =>
    0 <= start && start <= end && end <= (lengths.get(file) ?? 0)
  const { file } = analysis
  for (const place of [...definition(analysis, offset), ...references(workspace, analysis, offset)])
    expect(isIn(place.span, place.file)).toBe(true)
  for (const { span } of [...documentHighlights(analysis, offset), ...folding(analysis), ...semanticTokens(analysis)])
    expect(isIn(span, file)).toBe(true)
  for (const { span } of formatting(analysis)) expect(isIn(span, file)).toBe(true)
  for (const { span, selection } of outline(analysis)) expect(isIn(span, file) && isIn(selection, file)).toBe(true)
  for (const language of ['zh', 'en'] as const) {
    const hovered = hover(analysis, offset, language)
    if (hovered) expect(isIn(hovered.span, file) && hoverMarkdown(hovered) !== '').toBe(true)
    for (const hint of inlayHints(analysis, language))
      expect(isIn({ start: hint.offset, end: hint.offset }, file)).toBe(true)
    for (const lens of codeLenses(analysis, language)) {
      expect(isIn(lens.span, file) && lens.title !== '').toBe(true)
      if (lens.kind === 'edition') for (const place of lens.places) expect(isIn(place.span, place.file)).toBe(true)
    }
  }
  const prepared = prepareRename(analysis, offset, 'zh')
  const renamed = rename(workspace, analysis, offset, '新的名称', 'en')
  if (!prepared.ok) expect(renamed).toEqual({ ok: false, reason: expect.any(String) as string })
}

const policies = shipped.filter(({ name }) => name.endsWith('.policy'))

describe('features never throw', () => {
  it('in a file that is cut off or changed anywhere', () => {
    const workspace = shippedWorkspace()
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('cut', 'remove', 'insert'),
        fc.constantFrom('|', '「', '表格 ', '\n', '：', '（', '10%', '条文 ', '版本「', '另解 x「y」'),
        ({ name, text }, at, more, how, inserted) => {
          const offset = at % (text.length + 1)
          const end = how === 'cut' ? text.length : how === 'remove' ? offset + (more % 40) : offset
          const broken = text.slice(0, offset) + (how === 'insert' ? inserted : '') + text.slice(end)
          workspace.set(name, broken)
          const analysis = workspace.analysis(name)
          for (const each of [offset, more % (broken.length + 1), broken.length])
            askEverything(workspace, analysis, each)
          workspace.set(name, text)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('at any offset of a file, before it and beyond it', () => {
    const workspace = shippedWorkspace()
    for (const { name, text } of policies.filter((_, index) => index % 9 === 0)) {
      const analysis = workspace.analysis(name)
      for (const offset of [-1, 0, text.length, text.length + 1]) askEverything(workspace, analysis, offset)
    }
  })

  it('in what is no policy file at all', () => {
    const workspace = shippedWorkspace()
    for (const [name, text] of [
      ['empty.policy', ''],
      ['noise.policy', '|||「（'],
      ['data.csv', 'a,b\n"1'],
    ] as const) {
      workspace.set(name, text)
      for (let offset = 0; offset <= text.length; offset += 1)
        askEverything(workspace, workspace.analysis(name), offset)
    }
    askEverything(workspace, workspace.analysis('none.policy'), 0)
  })
})
