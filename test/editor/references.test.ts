import fc from 'fast-check'
import { expect, it } from 'vitest'
import { references, symbolsOf, type Place } from '../../compiler/index.ts'
import type { Analysis, Workspace } from '../../compiler/editor/workspace.ts'
import { shippedWorkspace } from './shipped.ts'

/** What a decision comes to, without places in the text and with the old name in the place of the new one. */
function meaningOf(workspace: Workspace, file: string, decision: string, text: string): string {
  const { programs, problems } = workspace.analysis(file, decision)
  return JSON.stringify({ programs, problems }, (key, value: unknown) =>
    key === 'at' || key === 'start' || key === 'end' ? undefined : value,
  ).replaceAll('新的名称', text)
}

/** Where rules stand that only other readings use: they are not asked about until one is chosen. */
function isInAlternative({ trees }: Analysis, { file, span }: Place): boolean {
  const articles = trees.get(file)?.items.flatMap((item) => (item.kind === 'article' ? [item, ...item.sections] : []))
  return (articles ?? [])
    .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'reading' ? item.alternatives : [])))
    .some((alternative) => alternative.span.start <= span.start && span.end <= alternative.span.end)
}

/** The compiler is asked, not the index: a name that is left as it was means nothing any more. */
it('references are all the places that have to be renamed, and leaving out any one of them breaks the policy', () => {
  const workspace = shippedWorkspace()
  const shippedTexts = workspace.files()
  const decision = 'ningbo.employee.settle'
  const names = ['ningbo/employee.settle.policy', 'ningbo/benefits.policy', 'shared/offsite.policy'].flatMap((file) => {
    const analysis = workspace.analysis(file, decision)
    return symbolsOf(analysis)
      .inFile(file)
      .flatMap(({ declared: { kind }, span, text }) =>
        kind === 'term' || kind === 'share' || kind === 'input' || kind === 'output' || kind === 'member'
          ? { file, offset: span.start, text }
          : [],
      )
  })
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), ({ file, offset, text }, pick) => {
      for (const each of shippedTexts) workspace.set(each.name, each.text)
      const textOf = new Map(shippedTexts.map((each) => [each.name, each.text]))
      const found = references(workspace, workspace.analysis(file, decision), offset)
      const written = found.filter((place) => textOf.get(place.file)!.slice(place.span.start, place.span.end) === text)
      const before = workspace.analysis(file, decision)
      const isAlternative = written.map((place) => isInAlternative(before, place))
      const rename = (left: number): void => {
        for (const name of new Set(written.map((place) => place.file))) {
          const places = written.filter((place, index) => place.file === name && index !== left)
          const pieces = places
            .toReversed()
            .reduce(
              (rest, { span }) => `${rest.slice(0, span.start)}新的名称${rest.slice(span.end)}`,
              textOf.get(name)!,
            )
          workspace.set(name, pieces)
        }
      }
      const meant = meaningOf(workspace, file, decision, text)
      rename(-1)
      expect(meaningOf(workspace, file, decision, text) === meant).toBe(true)
      // Of the places in the files of this decision, since the others break others.
      const analysis = workspace.analysis(file, decision)
      const own = new Set(analysis.group.map(({ name }) => name))
      const asked = written.flatMap((place, index) => (own.has(place.file) && !isAlternative[index] ? index : []))
      if (asked.length < 2) return
      const left = asked[pick % asked.length]!
      rename(left)
      const place = `${written[left]?.file} ${written[left]?.span.start}`
      expect(meaningOf(workspace, file, decision, text) === meant, place).toBe(false)
    }),
    { numRuns: 15 },
  )
})
