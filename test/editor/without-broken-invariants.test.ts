import { expect, it } from 'vitest'
import { compile, interpret, newWorkspace } from '../../compiler/index.ts'
import { withoutBrokenInvariants } from '../../compiler/editor/without-broken-invariants.ts'
import { ningboCase, shippedFiles } from '../playground/worker-state.ts'

const settle = 'ningbo/employee.settle.policy'
const decision = 'ningbo.employee.settle'

/** Ningbo's decision with its table of reductions changed. */
function changed(...changes: readonly (readonly [string, string])[]) {
  const workspace = newWorkspace()
  for (const [name, text] of shippedFiles)
    workspace.set(name, name === settle ? changes.reduce((made, [from, to]) => made.replace(from, to), text) : text)
  return workspace.analysis(settle, decision)
}

const programsOf = (analysis: ReturnType<typeof changed>) =>
  withoutBrokenInvariants(analysis.group, analysis, (files) => compile(files))

it('leaves out what is broken and keeps every other promise, at its place', () => {
  const sound = changed()
  // The national rules: 10 percentage points at most after a referral, 20 at most for anyone (principles.policy).
  const broken = changed(['| 10个百分点 |', '| 25个百分点 |'])
  expect(broken.programs).toEqual([])
  const [kept, all] = [programsOf(broken), programsOf(sound)].map((programs) =>
    programs.find(({ edition }) => edition.name === '2023')?.invariants.map(({ label, origin }) => ({ label, origin })),
  )
  const gone = ['转诊、急诊抢救下浮不超过10个百分点', '异地就医下浮不超过20个百分点']
  expect(all?.map(({ label }) => label)).toEqual(expect.arrayContaining(gone))
  expect(kept).toEqual(all?.filter(({ label }) => !gone.includes(label)))
})

it('settles by the changed number', () => {
  const elsewhere = structuredClone(ningboCase) as { visit: { place: string } }
  elsewhere.visit.place = '330100'
  const program = programsOf(changed(['| 10个百分点 |', '| 15个百分点 |'])).find(
    ({ edition }) => edition.name === '2023',
  )
  const settled = program && interpret(program, elsewhere)
  // 100 000 yuan in a tertiary hospital, in work: the deductible is 1200, and of the 98 800 shared the fund pays 85 290 in
  // Ningbo (README); 15 percentage points less are 14 820 less.
  expect(settled?.ok && settled.evaluation.output['fund']).toBe('70470.00')
})

it('changes nothing where nothing is broken, or anything else is wrong', () => {
  const sound = changed()
  expect(programsOf(sound)).toBe(sound.programs)
  const wrong = changed(['| 10个百分点 |', '| 15个百分点 |'], ['下浮 异地下浮幅度', '下浮 异地上浮幅度'])
  expect(programsOf(wrong)).toEqual([])
})
