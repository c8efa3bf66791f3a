import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile, newCompiler } from '../../compiler/compile.ts'
import { shippedWorkspace } from '../editor/shipped.ts'

const workspace = shippedWorkspace()
const ids = ['ningbo.employee.settle', 'nantong.filing.kind', 'ningbo.employee.retirementYears']
const groups = ids.flatMap((id) => {
  const [name] = workspace.decisions().find((each) => each.id === id)?.files ?? []
  return name === undefined ? [] : [workspace.analysis(name, id).group]
})

it('gives what compiling from the start gives, edit after edit, through texts that are broken in between', () => {
  expect(groups.length).toBeGreaterThan(1)
  const edit = fc.record({
    file: fc.nat(),
    at: fc.nat(),
    take: fc.nat(8),
    put: fc.constantFrom('', '1', '5%', '※ ', '\n', '条文 ', '「', '|', '错', '（（', '如果 ', '0元', '是否'),
    isUndone: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.constantFrom(...groups), fc.array(edit, { minLength: 1, maxLength: 5 }), (group, edits) => {
      const again = newCompiler()
      let files = [...group]
      expect(again(files)).toStrictEqual(compile(files))
      for (const { file, at, take, put, isUndone } of edits) {
        const index = file % files.length
        const { name, text } = files[index]!
        const offset = at % (text.length + 1)
        const changed = { name, text: text.slice(0, offset) + put + text.slice(offset + take) }
        const before = files
        files = files.with(index, changed)
        const [found, wanted] = [again(files), compile(files)]
        expect(found.problems).toStrictEqual(wanted.problems)
        expect(found.policies).toStrictEqual(wanted.policies)
        expect(found.trees).toStrictEqual(wanted.trees)
        expect(found.programs).toStrictEqual(wanted.programs)
        if (isUndone) files = before
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)
